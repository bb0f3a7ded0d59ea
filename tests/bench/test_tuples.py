"""The measure of tuples, on cases small enough to reckon by hand."""

import pytest

from bench.tuples import Row, plain, predict, score

SENTENCE = "Una mended two looms"


def row(predicate: str, *arguments: str) -> Row:
    """Return a tuple of lower-case words."""
    return Row(tuple(predicate.split()), tuple(tuple(a.split()) for a in arguments))


GOLD = {SENTENCE: [row("mended", "una", "two looms")]}


def test_the_same_tuple_is_right_in_full() -> None:
    """Precision, recall and F1 are one."""
    assert score(GOLD, GOLD) == (1, 1, 1)


def test_words_are_counted_argument_by_argument() -> None:
    """Three of four gold words are found; words in the wrong place count for nothing."""
    assert score(GOLD, {SENTENCE: [row("mended", "una", "looms")]})[:2] == (1, 0.75)
    assert score(GOLD, {SENTENCE: [row("mended", "two looms", "una")]})[:2] == (0.25, 0.25)


def test_a_pair_without_a_common_predicate_word_or_argument_is_no_match() -> None:
    """Neither another verb nor a tuple of the subject alone counts."""
    assert score(GOLD, {SENTENCE: [row("sold", "una", "two looms")]}) == (0, 0, 0)
    assert score(GOLD, {SENTENCE: [row("mended", "una")]}) == (0, 0, 0)
    assert score(GOLD, {}) == (0, 0, 0)


def test_one_prediction_finds_many_gold_tuples_but_is_right_once() -> None:
    """Recall lets each gold tuple take its best prediction; precision pairs them one to one."""
    twice = {SENTENCE: [*GOLD[SENTENCE], row("mended", "una", "looms")]}

    assert score(twice, GOLD)[:2] == (1, 1)
    assert score(GOLD, twice)[:2] == (0.5, 1)


def test_later_arguments_count_as_one_unless_held_apart() -> None:
    """A date in the object's place is the same words behind the subject."""
    gold = {SENTENCE: [row("mended", "una", "two looms", "in may")]}
    joined = {SENTENCE: [row("mended", "una", "two looms in may")]}

    assert score(gold, joined)[:2] == (1, 1)
    assert score(gold, joined, apart=True)[:2] == (pytest.approx(4 / 6), pytest.approx(4 / 6))


def test_what_is_said_may_come_first() -> None:
    """Content and speaker may stand the other way round."""
    gold = {SENTENCE: [row("said", "una", "they sank")]}

    assert score(gold, {SENTENCE: [row("said", "they sank", "una")]})[:2] == (1, 1)


def test_a_sentence_is_read_as_it_is_printed() -> None:
    """Every character knows its word."""
    text, places = plain("Una did n't `` mend '' a self - made loom -LRB- of 1\\/2 tons -RRB- , for $ 4 .")

    assert text == "Una didn't “mend” a self-made loom (of 1/2 tons), for $4."
    assert len(places) == len(text)
    assert [places[text.index(word)] for word in ("Una", "n't", "self", "loom", "4")] == [0, 2, 7, 10, 19]


def test_predictions_are_in_the_words_of_the_set() -> None:
    """Words stand as the set splits them."""
    sentence = "The potter did n't sell the old kiln ."

    assert row("did n't sell", "the potter", "the old kiln") in predict([sentence])[sentence]

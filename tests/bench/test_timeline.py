"""How gold and found expressions are brought together."""

from bench.timeline import likeness, nearest, pairs, paragraphs, stretches
from claimcheck.claim import Mention
from claimcheck.document import Span
from claimcheck.values.date import UNKNOWN_DATE, Date
from claimcheck.values.time import Time


def mention(start: int, end: int) -> Mention:
    return Mention(Span(start, end), "DATE", Time(UNKNOWN_DATE), "made")


def test_the_mention_that_shares_most_answers() -> None:
    """A long one that holds the gold is less like it than its equal."""
    whole, part, other = mention(0, 20), mention(5, 10), mention(30, 40)

    assert nearest(Span(5, 10), [whole, part, other]) == [part]
    assert nearest(Span(21, 25), [whole, part, other]) == []
    assert likeness(Span(0, 10), Span(5, 15)) == 1 / 3


def test_pairs_are_one_to_one_and_longest_first() -> None:
    """The longer overlap takes the mention."""
    found = mention(0, 10)

    assert pairs([(Span(0, 3), "short"), (Span(2, 10), "long")], [found]) == [("long", found)]


def test_paragraphs_end_at_blank_lines() -> None:
    """A single line break is inside a paragraph."""
    text = "One\ntwo\n\n\nthree"

    assert [text[start:end] for start, end in paragraphs(text)] == ["One\ntwo", "three"]


def test_a_period_of_ends_with_several_readings() -> None:
    """Each start goes with the next end, so that no period is longer than it must be, and none runs backwards."""
    may, june = (Date.of_month(2031, 5), Date.of_month(2032, 5)), (Date.of_month(2030, 6), Date.of_month(2031, 6))

    assert stretches(may, june) == [(may[0], june[1])]
    assert stretches(may, may) == list(zip(may, may, strict=True))
    assert stretches(june, may) == list(zip(june, may, strict=True))

"""Claims in the text's own words, and claims as tuples."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import document, sentence
from claimcheck.annotate.functions import LABELS
from claimcheck.claim import Claim, Modality
from claimcheck.claims.context import Context
from claimcheck.claims.frames import frames
from claimcheck.claims.open import noun_claims, open_claims
from claimcheck.claims.tuples import ClaimTuple, tuples

CASES = tomllib.loads((Path(__file__).parent / "open.toml").read_text(encoding="utf-8"))["sentence"]
WORDS = ("to|to|PART|TO", "kiln|kiln|NOUN|NN", "Una|Una|PROPN|NNP", "sold|sell|VERB|VBN", "who|who|PRON|WP", ",|,|PUNCT|,")


def claims(parse: str, *, typed: bool = False) -> list[Claim]:
    """Return the open claims of a parse; with `typed`, as if a relation matched each of its verbs."""
    parsed = sentence(parse)
    framed = tuple(frames(parsed))
    text = " ".join(t.text for t in parsed.tokens)
    context = Context(document(text), parsed, (), (), ())
    done = frozenset(frame.head for frame in framed) if typed else frozenset()
    return [*open_claims(context, framed, done), *noun_claims(context, ())]


def written(one: ClaimTuple) -> str:
    """Return a tuple as the corpus writes it."""
    predicate = [*one.implied.split(), *(t.text for t in one.predicate)]
    return " ; ".join(" ".join(words) for words in (predicate, *([t.text for t in a] for a in one.arguments)))


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_sentence_makes_these_tuples_and_claims(case: dict[str, Any]) -> None:
    """The corpus says what each kind of clause gives."""
    assert sorted(map(written, tuples(sentence(case["parse"])))) == sorted(case["tuples"])
    assert [c.text for c in claims(case["parse"])] == case["claims"]


def test_an_infinitive_stands_in_the_world_of_its_verb() -> None:
    """The relation is what is done, not that it is planned, and a plan is no deed."""
    (plan,) = claims(CASES[0]["parse"])

    assert (plan.relation, plan.object.text, plan.modality) == ("sell", "two barges", Modality.POSSIBLE)


def test_a_denied_verb_denies_what_goes_on_from_it() -> None:
    """Who did not begin to sing did not sing."""
    (claim,) = claims(
        "Una|Una|PROPN|NNP|4|nsubj did|do|AUX|VBD|4|aux not|not|PART|RB|4|advmod begin|begin|VERB|VB|0|root "
        "to|to|PART|TO|6|mark sing|sing|VERB|VB|4|xcomp"
    )

    assert (claim.text, claim.negated) == ("Una did not begin to sing", True)


def test_who_acts_is_the_subject_whatever_the_voice() -> None:
    """Only the words keep the voice of the text."""
    (claim,) = claims(next(case["parse"] for case in CASES if "passive" in case["says"]))

    assert (claim.subject.text, claim.relation, claim.object.text) == ("two smiths", "mend", "The loom")


def test_what_a_relation_matches_is_no_open_claim() -> None:
    """A verb and its infinitives are one claim, so one typed verb is enough."""
    assert claims(CASES[0]["parse"], typed=True) == []


def test_an_apposition_is_taken_for_granted() -> None:
    """It is said of the thing whatever becomes of the clause."""
    *_, claim = claims(next(case["parse"] for case in CASES if "apposition says" in case["says"]))

    assert (claim.relation, claim.presupposed, claim.negated, claim.open) == ("be", True, False, True)


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.integers(0, 11), st.sampled_from(sorted(LABELS))), min_size=1, max_size=12))
def test_any_parse_at_all_gives_claims(rows: list[tuple[str, int, str]]) -> None:
    """However wrong a parse is, nothing raises, and every argument's span lies in the sentence."""
    cells = [f"{word}|{head if head <= len(rows) else 0}|{label}" for word, head, label in rows]
    parsed = sentence(" ".join(cells))

    list(tuples(parsed))
    for claim in claims(" ".join(cells)):
        assert parsed.span.contains(claim.subject.span)
        assert parsed.span.contains(claim.object.span)

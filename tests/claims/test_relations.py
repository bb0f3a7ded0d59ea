"""Sentences and near misses for the relations data: what they say, and what they do not."""

import tomllib
from pathlib import Path

import pytest

from claimcheck.claim import Claim, Modality
from claimcheck.pairing.reasons import not_comparable
from claimcheck.pipeline import Checker
from claimcheck.read import read_text
from claimcheck.relation import load_relations

DATA = tomllib.loads((Path(__file__).parent / "relations.toml").read_text(encoding="utf-8"))
SAYS = [(relation, *pair) for relation, entry in DATA.items() for pair in entry["says"]]
NOTHING = [(relation, text) for relation, entry in DATA.items() for text in entry["nothing"]]


def told(checker: Checker, relation: str, text: str) -> list[Claim]:
    """Return the claims of the relation that are asserted and could be compared."""
    claims = checker.analyze(read_text(text, "page.txt")).claims
    plain = [c for c in claims if not c.negated and c.modality is Modality.ASSERTED and not not_comparable(c)]
    return [c for c in plain if c.relation == relation]


@pytest.mark.parametrize(("relation", "text", "pair"), SAYS)
def test_sentence_says_it(checker: Checker, relation: str, text: str, pair: str) -> None:
    """The claim has the subject and the object that the sentence gives."""
    assert pair in [f"{c.subject.text} | {c.object.text}" for c in told(checker, relation, text)]


@pytest.mark.parametrize(("relation", "text"), NOTHING)
def test_near_miss_says_nothing(checker: Checker, relation: str, text: str) -> None:
    """A denied, planned or limited act, and one of nobody known, is no claim to compare."""
    assert told(checker, relation, text) == []


def test_relations_are_many_and_whole() -> None:
    """Each relation can be said in some way; an inverse is a name of its own or the relation's."""
    relations = load_relations()

    assert len(relations) >= 80
    assert [r.name for r in relations if not (r.verbs or r.nouns or r.adjectives)] == []
    assert len({r.name for r in relations}) == len(relations)

"""The quality gate: what was found stays found, and nothing that is fine is reported."""

import json
from pathlib import Path

import pytest

from claimcheck.pipeline import Checker
from quality.gate import Score, by_rule, scores, summary

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found(checker: Checker) -> list[Score]:
    """Return the scores of all labelled documents."""
    return list(scores(checker))


@pytest.mark.parametrize("rule", sorted(FLOORS))
def test_no_rule_finds_less_than_it_did(found: list[Score], rule: str) -> None:
    """Floors only go up."""
    hits, _ = by_rule(found)[rule]

    assert hits >= FLOORS[rule], [e.quote for s in found for e in s.missed]


def test_there_is_no_false_alarm(found: list[Score]) -> None:
    """One false alarm costs more than three misses."""
    assert [alarm for s in found for alarm in s.false_alarms] == []


def test_every_rule_with_planted_errors_has_a_floor(found: list[Score]) -> None:
    """A rule without a floor could find nothing unnoticed."""
    assert set(by_rule(found)) == set(FLOORS)


def test_readme_gives_these_figures(found: list[Score]) -> None:
    """README says what `make quality` prints."""
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")

    assert summary(found) in readme

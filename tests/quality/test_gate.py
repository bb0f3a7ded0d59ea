"""The quality gate: what was found stays found, and nothing that is fine is reported."""

import pytest

from claimcheck.document import Span
from claimcheck.finding import Conflict, Finding, Note, Severity
from claimcheck.pipeline import Checker
from quality import pinned
from quality.cases import Expected
from quality.gate import Score, by_kind, by_rule, scores, totals
from quality.gate import _outcome as outcome


@pytest.fixture(scope="module")
def found(checker: Checker) -> list[Score]:
    """Return the scores of all labelled documents."""
    return list(scores(checker))


def test_nothing_falls_under_its_floor(found: list[Score]) -> None:
    """Floors only go up: in total, by rule and by kind.  `make quality PIN=1` raises them."""
    assert pinned.fallen(found, pinned.read(pinned.FLOORS)["cases"]) == []


def test_readme_gives_these_figures(found: list[Score]) -> None:
    """README says what `make quality` prints."""
    assert pinned.row(found) in pinned.README.read_text(encoding="utf-8").splitlines()


SIDES = ((Span(0, 5),), (Span(20, 25), Span(40, 45)))


def _finding(span: Span, *notes: Span, rule: str = "some-rule") -> Finding:
    conflict = Conflict(span, "differs", notes=tuple(Note(note, "the other") for note in notes))
    return Finding("id", rule, "time", Severity.WARNING, conflict)


@pytest.mark.parametrize(
    ("findings", "wanted"),
    [
        ([], (False, False, False)),
        ([_finding(Span(3, 9))], (True, True, False)),
        ([_finding(Span(3, 9), rule="another")], (True, False, False)),
        ([_finding(Span(3, 9), Span(41, 42))], (True, True, True)),
        ([_finding(Span(3, 9)), _finding(Span(41, 42))], (True, True, False)),
        ([_finding(Span(0, 401))], (False, False, False)),
        ([_finding(Span(5, 20))], (False, False, False)),
    ],
)
def test_what_is_found_and_what_is_both_sides(findings: list[Finding], wanted: tuple[bool, bool, bool]) -> None:
    """One finding must mark both sides; a span of too many characters marks nothing."""
    came = outcome(Expected("sum", ("some-rule",), SIDES, "quote"), findings)

    assert (came.found, came.by_rule, came.both) == wanted


def _score(name: str, kind: str, *findings: Finding, words: int = 100) -> Score:
    expected = Expected(kind, ("some-rule",), SIDES, "quote")
    return Score(name, words, (outcome(expected, findings),), (), (), tuple((f.id, f.rule) for f in findings))


def test_floors_go_up_and_not_down() -> None:
    """A count that falls is told, and pinning does not lower its floor."""
    good, bad = [_score("one", "sum", _finding(Span(3, 9)))], [_score("one", "sum")]
    floors = pinned.floors_of(good)

    assert pinned.fallen(good, floors) == []
    assert pinned.fallen(bad, floors) == ["total found: 0, pinned 1", "rule some-rule: 0, pinned 1", "kind sum: 0, pinned 1"]
    assert pinned.raised(bad, floors) == floors
    assert pinned.raised(good, pinned.floors_of(bad)) == floors


def test_a_new_kind_needs_a_floor() -> None:
    """Else it could be found by nothing unnoticed."""
    assert "kind age: no floor yet; PIN=1 sets it" in pinned.fallen(
        [_score("one", "age")], pinned.floors_of([_score("one", "sum")])
    )


def test_what_is_gained_and_lost_is_told() -> None:
    """By document, in the words of the finding."""
    now = [_score("one", "sum", _finding(Span(3, 9)))]

    assert list(pinned.changes(now, {"one": {"old": "error that-rule: differs"}, "two": {}})) == [
        "gained  one: some-rule",
        "lost    one: error that-rule: differs",
        "gone    two",
    ]


def test_tables_are_by_rule_and_by_kind() -> None:
    """Each error counts under its first rule and under its kind."""
    found = [_score("one", "sum", _finding(Span(3, 9))), _score("two", "age")]

    assert (by_rule(found)["some-rule"].planted, by_rule(found)["some-rule"].found) == (2, 1)
    assert {kind: line.found for kind, line in by_kind(found).items()} == {"age": 0, "sum": 1}
    assert totals(found).recall == 0.5

"""How far planted errors get."""

import json
from pathlib import Path

import pytest

from bench.funnel import Course, courses, table
from claimcheck.pipeline import Checker
from quality.cases import Expected, load

TEXT = (
    "The Corrie Museum was founded in 1951 by two glaziers.\n\n"
    "A fair is held on Tuesday 3 May 2021. The Corrie Museum was founded in 1957, and it has many glasses.\n\n"
    "Of the glaziers one was a poet. The other said in 1990 that neither of them was one.\n"
)


@pytest.fixture
def found(tmp_path: Path, checker: Checker) -> dict[str, Course]:
    """Return the course of each planted error of a text, by its kind."""
    planted = [
        ("date-conflict", [["was founded in 1951"], ["was founded in 1957"]]),
        ("weekday-date", [["Tuesday 3 May 2021"]]),
        ("negation", [["one was a poet"], ["neither of them was one"]]),
    ]
    case = {"text": TEXT, "expected": [{"kind": kind, "sides": sides, "why": ""} for kind, sides in planted]}
    (tmp_path / "corrie.json").write_text(json.dumps(case), encoding="utf-8")
    return {course.kind: course for course in courses(load(tmp_path / "corrie.json"), checker)}


def test_what_is_reported_went_all_the_way(found: dict[str, Course]) -> None:
    """Two values of one thing are read, framed, linked, paired and refuted."""
    course = found["date-conflict"]

    assert course.reached == {"read", "framed", "linked", "paired", "comparable", "refuted", "reported"}
    assert course.lost_at == ""


def test_what_is_reported_without_a_claim_is_lost_nowhere(found: dict[str, Course]) -> None:
    """The calendar needs no pair."""
    assert "refuted" not in found["weekday-date"].reached
    assert found["weekday-date"].lost_at == ""


def test_what_is_missed_tells_where_and_why(found: dict[str, Course]) -> None:
    """The first stage that it does not reach."""
    assert found["negation"].lost_at in {"read", "linked", "paired"}
    assert found["negation"].reasons


def test_the_table_has_a_line_for_each_kind_and_one_for_all() -> None:
    """With the counts of each stage, and of where errors are lost."""
    expected = Expected("sum", (), (), "quote")
    found = [Course("one", expected, frozenset({"read", "framed"})), Course("two", expected, frozenset({"read", "reported"}))]

    head, line, total = table(found)
    assert head.split()[:3] == ["kind", "planted", "read"]
    assert line.split() == ["sum", "2", "2", "1", "0", "0", "0", "0", "1", "linked", "1"]
    assert total.split()[0] == "all"

"""The JSON contract: one object that fits the schema, also on failure."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimcheck.checked import Failure, Run
from claimcheck.cli.running import DEMO
from claimcheck.document import DateSource, Publication
from claimcheck.pipeline import Checker
from claimcheck.report import concise
from claimcheck.report.json import render
from claimcheck.values.date import Date, Day
from report.printing import checked, run

SCHEMA = Draft202012Validator(json.loads((Path(__file__).parents[1] / "schema.json").read_text(encoding="utf-8")))
FAULTY = "The fair opens on 31 June. Rosa Diaz won silver at the 2016 Winter Olympics.\n"


def valid(run_: Run) -> dict[str, Any]:
    """Return the object that the report of the run is, if the schema takes it."""
    found: dict[str, Any] = json.loads(render(run_, "0.1.0"))
    SCHEMA.validate(found)
    return found


def test_the_schema_is_a_schema() -> None:
    """The check of the check."""
    Draft202012Validator.check_schema(SCHEMA.schema)


def test_the_demo_fits_the_schema(checker: Checker) -> None:
    """Claims, facts, claims as evidence and spans of both roles, all with exact offsets."""
    text = DEMO.read_text(encoding="utf-8")
    found = valid(run(checker, checked(checker, text)))
    (document,) = found["documents"]

    assert found["complete"]
    assert {e["kind"] for c in document["claims"] for e in c["evidence"]} == {"fact", "claim"}
    spans = [s for f in document["findings"] for s in f["spans"]]
    assert {s["role"] for s in spans} == {"primary", "related"}
    assert all(text[s["start"] : s["end"]] == s["text"] for s in spans)
    assert all(s["label"] for s in spans if s["role"] == "related")


def test_the_counts_add_up(checker: Checker) -> None:
    """Each claim ended in one way."""
    (document,) = valid(run(checker, checked(checker, DEMO.read_text(encoding="utf-8"))))["documents"]
    counts = dict(document["coverage"])

    del counts["sentences"]
    assert counts.pop("claims") == sum(counts.values()) == len(document["claims"])


def test_a_day_before_christ_fits_the_schema(checker: Checker) -> None:
    """The year before the year 1 is 0, and those before it have a sign."""
    given = Publication(Date(Day(-43, 3, 15), Day(0, 1, 1)), DateSource.GIVEN)
    dated = checked(checker, "Good morning.")
    (document,) = valid(run(checker, replace(dated, document=replace(dated.document, publication=given))))["documents"]

    assert (document["date"]["earliest"], document["date"]["latest"]) == ("-0043-03-15", "0000-01-01")


def test_a_text_without_claims_fits_the_schema(checker: Checker) -> None:
    """Nothing is left out where there is nothing."""
    (document,) = valid(run(checker, checked(checker, "Good morning.")))["documents"]

    assert document["findings"] == []


def test_a_failure_stands_beside_what_went_well(checker: Checker) -> None:
    """Incomplete says which and why."""
    mixed = Run((checked(checker, FAULTY), Failure("absent.txt", "no such file")), checker.tables, checker.language)
    found = valid(mixed)

    assert not found["complete"]
    assert found["incomplete"] == ["absent.txt: no such file"]
    assert [d["status"] for d in found["documents"]] == ["ok", "error"]


def test_a_run_that_could_not_start_says_why() -> None:
    """One object, with no documents."""
    found = valid(Run((), problems=("peaks.csv: no column subject",)))

    assert not found["complete"]
    assert found["incomplete"] == ["peaks.csv: no column subject"]


def test_two_runs_give_the_same_bytes(checker: Checker) -> None:
    """Whatever else was checked between."""
    first = render(run(checker, checked(checker, FAULTY)), "0.1.0")
    checked(checker, "Something else.")

    assert render(run(checker, checked(checker, FAULTY)), "0.1.0") == first


@pytest.mark.parametrize("before", ["🎉👩‍👩‍👧 ", "e\u0301a\u0302 ", "שלום "], ids=["emoji", "combining marks", "right to left"])
def test_offsets_are_code_points(checker: Checker, before: str) -> None:
    """Not bytes, not UTF-16 units, not what looks like one character."""
    text = f"{before}They open it on 31 June.\n"
    (document,) = valid(run(checker, checked(checker, text)))["documents"]
    ((span,),) = [f["spans"] for f in document["findings"]]

    assert (span["start"], span["column"]) == (text.index("31 June"), text.index("31 June") + 1)


@pytest.mark.parametrize("character", ["\x1b", "\x7f", "\x9b", "\u2028", "\ud800"], ids=ascii)
def test_control_characters_are_escaped(character: str) -> None:
    """No byte of the report can drive a terminal, and the name comes back as it was."""
    name = f"a{character}b.txt"
    text = render(Run((Failure(name, "no such file"),)), "0.1.0")

    assert character not in text
    assert json.loads(text)["documents"][0]["path"] == name


def test_concise_is_one_line_a_finding(checker: Checker) -> None:
    """Path, line, column, severity, rule and message; a failure has its line too."""
    lines = concise.render(Run((checked(checker, "On 31 June\nthey met."), Failure("b.txt", "no such file")))).splitlines()

    assert lines[0].startswith("article.txt:1:4: error impossible-date: the text gives 31 June; ")
    assert lines[1:] == ["b.txt: not checked: no such file"]

"""Claims against reference tables."""

from pathlib import Path

import pytest

from build import claim
from claimcheck.claim import Claim, Modality
from claimcheck.document import DateSource, Publication
from claimcheck.evidence import Comparison
from claimcheck.pairing import compare
from claimcheck.reference import Library, load_table
from claimcheck.relation import load_relations
from claimcheck.values.date import Date, Day
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Time
from claimcheck.verdict import Verdict

RELATIONS = {relation.name: relation for relation in load_relations()}
PUBLISHED = Publication(Date.of_day(Day(2020, 6, 1)), DateSource.GIVEN)
TABLE = """subject,relation,object,start,end,source
Elm Hall,architect,Ruth Vance,,,Register
Elm Hall,opened,1911,,,Register
Elm Hall,seats,640,,,Register
Elm Hall,chief executive,Ann Lee,2010-01-01,2018-12-31,Register
Elm Hall,chief executive,Tom Rusk,2019-01-01,,Register
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Return the library of one small table."""
    path = tmp_path / "halls.csv"
    path.write_text(TABLE, encoding="utf-8")
    return Library.of([load_table(path, load_relations())])


def verdict(library: Library, claim: Claim, publication: Publication = PUBLISHED) -> Verdict:
    """Return how the claim ended."""
    relations = {r.name: r for r in library.relations} | RELATIONS
    return compare([claim], library, relations, publication)[0].verdict


def test_dates_are_compared_as_days(library: Library) -> None:
    """A day in the year agrees with the year, another year does not."""
    day = Time(Date.of_day(Day(1911, 5, 3)))

    assert verdict(library, claim("Elm Hall", "opened on", day)) is Verdict.SUPPORTED
    assert verdict(library, claim("Elm Hall", "opened on", Time(Date.of_year(1912)))) is Verdict.REFUTED
    assert verdict(library, claim("Ash Hall", "opened on", day)) is Verdict.NOT_ENOUGH_INFO


def test_quantities_are_compared_in_the_present(library: Library) -> None:
    """What a table gives for now refutes no number of the past."""
    assert verdict(library, claim("Elm Hall", "seats", Quantity.of(640))) is Verdict.SUPPORTED
    assert verdict(library, claim("Elm Hall", "seats", Quantity.of(900))) is Verdict.REFUTED
    assert verdict(library, claim("Elm Hall", "seats", Quantity.of(900), past=True)) is Verdict.NOT_ENOUGH_INFO


def test_an_office_holds_for_its_time(library: Library) -> None:
    """A former holder is refuted for today; without a publication date nothing is said."""
    lee = person("Ann Lee")

    assert verdict(library, lee) is Verdict.REFUTED
    assert verdict(library, person("Tom Rusk")) is Verdict.SUPPORTED
    assert verdict(library, lee, Publication.unknown()) is Verdict.NOT_ENOUGH_INFO


@pytest.mark.parametrize("modality", [Modality.POSSIBLE, Modality.HYPOTHETICAL])
def test_other_worlds_are_not_compared(library: Library, modality: Modality) -> None:
    """What is only possible refutes nothing."""
    held = claim("Elm Hall", "opened on", Time(Date.of_year(1912)), modality=modality)

    assert verdict(library, held) is Verdict.NOT_ENOUGH_INFO


def person(name: str) -> Claim:
    """Return the claim that the person is chief executive of the hall now."""
    from dataclasses import replace

    made = claim("Elm Hall", "chief executive", name)
    return replace(made, object=replace(made.object, type="PERSON"))


def test_a_year_far_off_is_compared_without_a_fault(library: Library) -> None:
    """The calendar ends; a text may name its last year."""
    last = Time(Date.of_day(Day(9999, 2, 1)))

    assert verdict(library, claim("Elm Hall", "opened on", last)) is Verdict.REFUTED


def test_a_place_of_another_row_is_another_place(tmp_path: Path) -> None:
    """A town that the same column gives to another row is not the row's own; one of no row may lie in it."""
    path = tmp_path / "halls.csv"
    path.write_text("hall,town\nElm Hall,Brockhurst\nAsh Hall,Wendling\n", encoding="utf-8")
    halls = Library.of([load_table(path, load_relations())])

    assert verdict(halls, claim("Elm Hall", "located in", "Brockhurst")) is Verdict.SUPPORTED
    assert verdict(halls, claim("Elm Hall", "located in", "Wendling")) is Verdict.REFUTED
    assert verdict(halls, claim("Elm Hall", "located in", "Mossend")) is Verdict.NOT_ENOUGH_INFO


def test_a_converted_measure_was_rounded(tmp_path: Path) -> None:
    """1,352 feet are the table's 412 m; 1,252 feet are not."""
    path = tmp_path / "bridges.csv"
    path.write_text("bridge,length_m\nElm Bridge,412\nAsh Bridge,96\n", encoding="utf-8")
    bridges = Library.of([load_table(path, load_relations())])

    assert verdict(bridges, claim("Elm Bridge", "length", Quantity.of(1352, "ft"))) is Verdict.SUPPORTED
    assert verdict(bridges, claim("Elm Bridge", "length", Quantity.of(1252, "ft"))) is Verdict.REFUTED


def test_a_near_relation_decides_where_the_table_has_no_other(tmp_path: Path) -> None:
    """What was founded years before it was first held differs, at most likely; a year or two may lie between."""
    path = tmp_path / "festivals.csv"
    path.write_text("festival,first_held\nElm Days,1983\nAsh Week,1997\n", encoding="utf-8")
    festivals = Library.of([load_table(path, load_relations())])

    def told(year: int) -> Comparison:
        founding = claim("Elm Days", "founded on", Time(Date.of_year(year)), kind="EVENT")
        return compare([founding], festivals, RELATIONS, PUBLISHED)[0]

    assert told(1985).verdict is Verdict.NOT_ENOUGH_INFO
    assert (told(1993).verdict, told(1993).score < 1) == (Verdict.REFUTED, True)


def test_no_absence_refutes_a_claim_after_the_day_of_the_table(tmp_path: Path) -> None:
    """A complete list of members refutes up to its own day, and says nothing of a later one."""
    path = tmp_path / "members.csv"
    path.write_text(
        "subject,relation,object,start,end\nElm Union,member,Norway,1990,\nElm Pact,member,Chile,1990,\n", encoding="utf-8"
    )
    path.with_suffix(".toml").write_text('complete = ["member"]\nas_of = "2020-12-31"\n', encoding="utf-8")
    members = Library.of([load_table(path, load_relations())])

    def told(year: int) -> Verdict:
        return verdict(members, claim("Elm Union", "member", "Chile", time=Date.of_year(year)))

    assert told(2019) is Verdict.REFUTED
    assert told(2024) is Verdict.NOT_ENOUGH_INFO

"""Claims against reference tables."""

from pathlib import Path

import pytest

from build import claim
from claimcheck.claim import Claim, Modality
from claimcheck.document import DateSource, Publication
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

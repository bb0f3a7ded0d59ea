"""The tables that come with the program are whole, sourced, and without clashes."""

from collections import Counter

import pytest

from claimcheck.reference import Library, Series, Table
from claimcheck.reference.builtin import WORLD
from claimcheck.reference.sports import load_sports
from claimcheck.values.date import Date
from claimcheck.values.name import fold
from claimcheck.values.quantity import Quantity

FILES = sorted(path.relative_to(WORLD.parent).with_suffix("").as_posix() for path in WORLD.rglob("*.csv"))
EVERY_FOUR_YEARS = {
    "Winter Olympics": [*range(1924, 1993, 4), *range(1994, 2035, 4)],
    "Summer Olympics": sorted([*range(1896, 2033, 4), 2021]),
    "FIFA World Cup": list(range(1930, 2035, 4)),
    "FIFA Women's World Cup": [1988, *range(1991, 2028, 4)],
    "UEFA European Championship": sorted([*range(1960, 2033, 4), 2021]),
    "Rugby World Cup": list(range(1987, 2032, 4)),
    "Commonwealth Games": [1930, 1934, 1938, *range(1950, 2027, 4)],
}
# Names that two rows of one table share on purpose: they are ambiguous, and so never decide anything alone.
SHARED = {
    "world/places/countries": {"congo", "korea"},
    "world/politics/treaties": {
        "treaty of paris",
        "peace of paris",
        "paris accords",
        "treaty of rapallo",
        "oslo accords",
        "minsk agreements",
    },
    "world/organisations/organisations": {"icc", "lse"},
    "world/organisations/companies": {"samsung"},
    "world/places/regions": set(),
}


def table(builtin: tuple[Table, ...], name: str) -> Table:
    """Return the built-in table of that name."""
    return next(t for t in builtin if t.name == name)


def series(world: Library, name: str) -> Series:
    """Return the series of that very name."""
    return next(s for s in world.series_named(name) if s.name == name)


def test_every_file_is_loaded(builtin: tuple[Table, ...]) -> None:
    """Every file is loaded."""
    assert sorted(t.name for t in builtin) == FILES


@pytest.mark.parametrize("name", FILES)
def test_rows_have_sources_and_do_not_clash(builtin: tuple[Table, ...], name: str) -> None:
    """Rows have sources and do not clash."""
    own = table(builtin, name)
    assert own.warnings == ()
    assert own.rows >= 10
    assert {fact.source.row for fact in own.facts if not fact.source.publisher} == set()
    assert all(fact.source.table == name and fact.text for fact in own.facts)


@pytest.mark.parametrize("name", [name for name in FILES if "/sport/" not in name])
def test_names_mean_one_thing_within_a_table(builtin: tuple[Table, ...], name: str) -> None:
    """Names mean one thing within a table."""
    names = Counter(key for n in table(builtin, name).names for key in {fold(form) for form in (n.text, *n.aliases)})
    assert {form for form, count in names.items() if count > 1} == SHARED.get(name, set())


@pytest.mark.parametrize("name", FILES)
def test_values_are_plausible(builtin: tuple[Table, ...], name: str) -> None:
    """Values are plausible."""
    for fact in table(builtin, name).facts:
        if isinstance(fact.object, Date):
            assert fact.object.known, fact.text
        elif isinstance(fact.object, Quantity):
            assert fact.object.low, fact.text
        else:
            assert fact.object.text.strip(), fact.text


@pytest.mark.parametrize("name", EVERY_FOUR_YEARS)
def test_series_are_whole(world: Library, name: str) -> None:
    """Series are whole."""
    assert [year for year, _ in series(world, name).editions] == EVERY_FOUR_YEARS[name]


def test_series_cover_what_they_hold(world: Library) -> None:
    """Series cover what they hold."""
    for own in (s for t in world.tables for s in t.series if s.editions):
        years = [year for year, _ in own.editions]
        assert own.complete_from <= years[0], own.name
        assert years[-1] <= own.complete_through, own.name
        assert own.kind != "event" or own.field in {sport.name for sport in load_sports()}, own.name


def test_no_such_edition(world: Library) -> None:
    """No such edition."""
    winter = series(world, "Winter Olympics")
    assert winter.covers(2024)
    assert winter.edition(2024) is None
    assert [name.text for name in winter.nearest(2024)] == ["2022 Winter Olympics", "2026 Winter Olympics"]
    assert not winter.covers(2040)
    assert winter.cancelled == (1940, 1944)
    assert series(world, "FIFA World Cup").edition(2024) is None
    assert series(world, "T20 World Cup").edition(2024) is not None


def test_games_put_off_go_by_both_years(world: Library) -> None:
    """Games put off go by both years."""
    tokyo = series(world, "Summer Olympics").edition(2020)
    assert tokyo is not None
    assert tokyo == series(world, "Summer Olympics").edition(2021)
    (held,) = world.about(tokyo.text, "held on")
    assert held.object == Date.of_year(2021) or (isinstance(held.object, Date) and held.object.year == 2021)


FACTS = [
    ("2022 Winter Olympics", "hosted by", "Beijing"),
    ("1956 Summer Olympics", "hosted by", "Stockholm"),
    ("2002 FIFA World Cup", "hosted by", "South Korea"),
    ("Euro 2016", "won by", "Portugal"),
    ("Slovakia", "capital", "Bratislava"),
    ("South Africa", "capital", "Cape Town"),
    ("OPEC", "member", "Kuwait"),
    ("Amazon", "founded by", "Jeff Bezos"),
    ("NATO", "headquartered in", "Brussels"),
]


@pytest.mark.parametrize(("subject", "relation", "thing"), FACTS)
def test_facts(world: Library, subject: str, relation: str, thing: str) -> None:
    """Facts."""
    assert thing in {getattr(fact.object, "text", "") for fact in world.about(subject, relation)}


DATES = [
    ("Treaty of Good-Neighbourliness and Friendly Cooperation", "signed on", "2001-07-16"),
    ("Good Friday Agreement", "signed on", "1998-04-10"),
    ("Paris Agreement", "adopted on", "2015-12-12"),
    ("Amazon", "founded on", "1994-07-05"),
    ("fall of the Berlin Wall", "happened on", "1989-11-09"),
    ("World War II", "ended on", "1945-09-02"),
    ("Elizabeth II", "born on", "1926-04-21"),
]


@pytest.mark.parametrize(("subject", "relation", "day"), DATES)
def test_dates(world: Library, subject: str, relation: str, day: str) -> None:
    """Dates."""
    assert [str(fact.object) for fact in world.about(subject, relation)] == [day]


def test_members_that_left(world: Library) -> None:
    """Members that left."""
    (qatar,) = [f for f in world.about("OPEC", "member") if getattr(f.object, "text", "") == "Qatar"]
    assert str(qatar.valid) == "1961-01-01/2019-01-01"
    assert not any(getattr(f.object, "text", "") == "Norway" for f in world.about("EU", "member"))


def test_who_holds_an_office_is_known_up_to_a_day(world: Library) -> None:
    """Who holds an office is known up to a day."""
    *_, current = world.about("France", "president")
    assert current.valid.latest is not None
    assert current.text.endswith("(since 2017-05-14)")

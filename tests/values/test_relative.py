"""What relative expressions mean on a day: last, this and next, so long before and after, seasons and weekdays."""

from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.date import Date, Day, Granularity, Written
from claimcheck.values.relative import (
    EVENT,
    NARRATIVE,
    PUBLICATION,
    Absolute,
    Either,
    Expression,
    Fields,
    Here,
    Shift,
    Stretch,
    Unit,
    anchored,
    hull,
    season_of,
    shifted,
    unit_of,
)
from claimcheck.values.within import Holding, Inside, Nth, Part

FRIDAY = Day(2023, 10, 13)
DAYS = st.integers(-1_000_000, 1_000_000).map(Day.numbered)
UNITS = st.sampled_from([unit for unit in Granularity if unit is not Granularity.UNCLEAR])
COUNTS = st.decimals(-1000, 1000, places=1)


def read(expression: Expression, day: Day = FRIDAY) -> list[str]:
    """Return the readings of an expression on a day."""
    return [str(date) for date in expression.readings(day)]


def of(date: Date) -> Absolute:
    """Return the expression of a date."""
    return Absolute((date,))


@pytest.mark.parametrize(
    ("unit", "last", "this", "following"),
    [
        (Granularity.DAY, "2023-10-12", "2023-10-13", "2023-10-14"),
        (Granularity.WEEK, "2023-10-02/2023-10-08", "2023-10-09/2023-10-15", "2023-10-16/2023-10-22"),
        (Granularity.WEEKEND, "2023-10-07/2023-10-08", "2023-10-14/2023-10-15", "2023-10-21/2023-10-22"),
        (Granularity.MONTH, "2023-09", "2023-10", "2023-11"),
        (Granularity.QUARTER, "2023-07-01/2023-09-30", "2023-10-01/2023-12-31", "2024-01-01/2024-03-31"),
        (Granularity.HALF, "2023-01-01/2023-06-30", "2023-07-01/2023-12-31", "2024-01-01/2024-06-30"),
        (Granularity.YEAR, "2022", "2023", "2024"),
        (Granularity.DECADE, "2010-01-01/2019-12-31", "2020-01-01/2029-12-31", "2030-01-01/2039-12-31"),
        (Granularity.CENTURY, "1900-01-01/1999-12-31", "2000-01-01/2099-12-31", "2100-01-01/2199-12-31"),
    ],
)
def test_last_this_and_next(unit: Granularity, last: str, this: str, following: str) -> None:
    """The units before, around and after the day."""
    assert [read(Unit(unit, offset)) for offset in (-1, 0, 1)] == [[last], [this], [following]]


@pytest.mark.parametrize(
    ("unit", "day", "offset", "date"),
    [
        (Granularity.MONTH, Day(2024, 1, 31), -1, "2023-12"),
        (Granularity.MONTH, Day(2023, 12, 31), 1, "2024-01"),
        (Granularity.MONTH, Day(2024, 1, 31), 1, "2024-02"),
        (Granularity.QUARTER, Day(2024, 2, 29), -1, "2023-10-01/2023-12-31"),
        (Granularity.WEEK, Day(2024, 1, 1), -1, "2023-12-25/2023-12-31"),
        (Granularity.WEEK, Day(2023, 12, 31), 0, "2023-12-25/2023-12-31"),
        (Granularity.YEAR, Day(1, 6, 1), -1, "0000"),
        (Granularity.YEAR, Day(-43, 3, 15), 1, "-0042"),
        (Granularity.DECADE, Day(2000, 1, 1), -1, "1990-01-01/1999-12-31"),
    ],
)
def test_units_over_their_borders(unit: Granularity, day: Day, offset: int, date: str) -> None:
    """A year's end, a week that lies in two years, the years before Christ."""
    assert read(Unit(unit, offset), day) == [date]


@given(DAYS, UNITS, st.integers(-50, 50))
def test_units_follow_each_other(day: Day, unit: Granularity, offset: int) -> None:
    """A unit ends before the next one begins, and the unit of a day holds it, but a weekend."""
    here, after = unit_of(day, unit, offset), unit_of(day, unit, offset + 1)

    assert here.precedes(after)
    if unit is not Granularity.WEEKEND:
        assert Date.of_day(day).within(unit_of(day, unit))
        assert here.latest is not None
        assert here.latest.plus(1) == after.earliest


@pytest.mark.parametrize(
    ("season", "offset", "day", "dates"),
    [
        ("summer", -1, FRIDAY, ["2023-06-01/2023-08-31"]),
        ("summer", 1, FRIDAY, ["2024-06-01/2024-08-31"]),
        ("winter", -1, FRIDAY, ["2022-12-01/2023-02-28"]),
        ("winter", 1, FRIDAY, ["2023-12-01/2024-02-29"]),
        ("autumn", 0, FRIDAY, ["2023-09-01/2023-11-30"]),
        ("fall", 0, FRIDAY, ["2023-09-01/2023-11-30"]),
        ("spring", None, FRIDAY, ["2023-03-01/2023-05-31", "2024-03-01/2024-05-31"]),
        ("winter", 0, Day(2024, 1, 15), ["2023-12-01/2024-02-29"]),
        ("spring", -1, Day(2024, 2, 29), ["2023-03-01/2023-05-31"]),
    ],
)
def test_seasons(season: str, offset: int | None, day: Day, dates: list[str]) -> None:
    """Winter begins in the year before, and the season that it is now is neither last nor next."""
    assert read(Unit(Granularity.SEASON, offset, season=season), day) == dates


@pytest.mark.parametrize(
    ("year", "season", "date"),
    [
        (1951, "spring", "1951-03-01/1951-05-31"),
        (1951, "summer", "1951-06-01/1951-08-31"),
        (1951, "autumn", "1951-09-01/1951-11-30"),
        (1951, "winter", "1951-12-01/1952-02-29"),
        (1950, "winter", "1950-12-01/1951-02-28"),
        (1899, "winter", "1899-12-01/1900-02-28"),
    ],
)
def test_season_of_a_year(year: int, season: str, date: str) -> None:
    """Three months each, to the last of February."""
    assert str(season_of(year, season)) == date


@pytest.mark.parametrize(
    ("day", "count", "unit", "later"),
    [
        (Day(2023, 10, 13), "-1", Granularity.DAY, Day(2023, 10, 12)),
        (Day(2023, 10, 13), "-3", Granularity.WEEK, Day(2023, 9, 22)),
        (Day(2023, 10, 13), "-2", Granularity.YEAR, Day(2021, 10, 13)),
        (Day(2023, 10, 13), "3", Granularity.MONTH, Day(2024, 1, 13)),
        (Day(2023, 1, 31), "1", Granularity.MONTH, Day(2023, 2, 28)),
        (Day(2024, 1, 31), "1", Granularity.MONTH, Day(2024, 2, 29)),
        (Day(2023, 3, 31), "-1", Granularity.MONTH, Day(2023, 2, 28)),
        (Day(2023, 5, 31), "1", Granularity.MONTH, Day(2023, 6, 30)),
        (Day(2023, 12, 31), "2", Granularity.MONTH, Day(2024, 2, 29)),
        (Day(2024, 2, 29), "1", Granularity.YEAR, Day(2025, 2, 28)),
        (Day(2024, 2, 29), "4", Granularity.YEAR, Day(2028, 2, 29)),
        (Day(2000, 2, 29), "-1", Granularity.CENTURY, Day(1900, 2, 28)),
        (Day(2024, 2, 28), "1", Granularity.DAY, Day(2024, 2, 29)),
        (Day(2023, 2, 28), "1", Granularity.DAY, Day(2023, 3, 1)),
        (Day(2024, 3, 1), "-1", Granularity.DAY, Day(2024, 2, 29)),
        (Day(1900, 2, 28), "1", Granularity.DAY, Day(1900, 3, 1)),
        (Day(2023, 12, 25), "1", Granularity.WEEK, Day(2024, 1, 1)),
        (Day(2023, 10, 13), "2", Granularity.QUARTER, Day(2024, 4, 13)),
        (Day(2023, 10, 13), "-1", Granularity.HALF, Day(2023, 4, 13)),
        (Day(2023, 10, 13), "-5", Granularity.DECADE, Day(1973, 10, 13)),
        (Day(2023, 10, 13), "1.5", Granularity.YEAR, Day(2025, 4, 13)),
        (Day(2023, 10, 13), "-0.5", Granularity.YEAR, Day(2023, 4, 13)),
        (Day(2023, 10, 13), "0.5", Granularity.DECADE, Day(2028, 10, 13)),
        (Day(1, 1, 1), "-1", Granularity.DAY, Day(0, 12, 31)),
        (Day(14, 8, 19), "-57", Granularity.YEAR, Day(-43, 8, 19)),
    ],
)
def test_shifts(day: Day, count: str, unit: Granularity, later: Day) -> None:
    """So many units later, or the last day of a month that is shorter."""
    assert shifted(day, Decimal(count), unit) == later
    assert read(Shift(Decimal(count), unit, Here()), day) == [str(later)]


def test_shift_of_a_year_that_is_told() -> None:
    """A year after 1998 is 1999; the two months before March and April 2020."""
    assert read(Shift(Decimal(1), Granularity.YEAR, of(Date.of_year(1998)))) == ["1999"]
    assert read(Shift(Decimal(-2), Granularity.MONTH, of(Date.of_month(2020, 3)))) == ["2020-01"]
    assert read(Shift(Decimal(10), Granularity.YEAR, Unit(Granularity.YEAR, -1))) == ["2032"]


@given(DAYS, COUNTS, UNITS)
def test_shifts_go_the_way_that_is_said(day: Day, count: Decimal, unit: Granularity) -> None:
    """Later for a positive number of units, earlier for a negative one."""
    later = shifted(day, count, unit)

    assert later >= day if count >= 0 else later <= day


@given(DAYS, st.integers(-1000, 1000), st.sampled_from([Granularity.DAY, Granularity.WEEK]))
def test_shifts_in_days_go_back(day: Day, count: int, unit: Granularity) -> None:
    """Days and weeks are of one length."""
    assert shifted(shifted(day, Decimal(count), unit), Decimal(-count), unit) == day


def test_nothing_is_known_of_a_time_after_an_event() -> None:
    """Two weeks after the vote, of which no date is told."""
    assert read(Shift(Decimal(2), Granularity.WEEK, Here(EVENT))) == []


@pytest.mark.parametrize(
    ("written", "direction", "dates"),
    [
        (Written(weekday=1), None, ["2023-10-10", "2023-10-17"]),
        (Written(weekday=1), -1, ["2023-10-03", "2023-10-10"]),
        (Written(weekday=1), 0, ["2023-10-10"]),
        (Written(weekday=1), 1, ["2023-10-17"]),
        (Written(weekday=6), -1, ["2023-10-08"]),
        (Written(weekday=6), 0, ["2023-10-15"]),
        (Written(weekday=6), 1, ["2023-10-15", "2023-10-22"]),
        (Written(weekday=4), -1, ["2023-10-06"]),
        (Written(weekday=4), 0, ["2023-10-13"]),
        (Written(weekday=4), 1, ["2023-10-20"]),
        (Written(month=5), None, ["2023-05", "2024-05"]),
        (Written(month=5), -1, ["2023-05"]),
        (Written(month=5), 0, ["2023-05"]),
        (Written(month=5), 1, ["2024-05"]),
        (Written(month=12), -1, ["2022-12"]),
        (Written(month=12), 1, ["2023-12"]),
        (Written(month=5, day=3), None, ["2023-05-03", "2024-05-03"]),
        (Written(month=12, day=24), None, ["2022-12-24", "2023-12-24"]),
        (Written(month=12, day=24), 0, ["2023-12-24"]),
        (Written(month=2, day=29), None, ["2020-02-29", "2024-02-29"]),
        (Written(month=2, day=29), 0, []),
        (Written(month=9, day=31), None, []),
        (Written(day=18), None, ["2023-09-18", "2023-10-18"]),
        (Written(day=31), None, ["2023-08-31", "2023-10-31"]),
        (Written(day=13, weekday=4), -1, ["2023-01-13"]),
        (Written(day=13, weekday=4), None, ["2023-01-13", "2023-10-13"]),
    ],
)
def test_fields(written: Written, direction: int | None, dates: list[str]) -> None:
    """The nearest ones before and after, or what last, this and next may mean."""
    assert sorted(read(Fields(written, direction))) == dates


def test_a_leap_day_is_found_over_a_year_without_one() -> None:
    """1900 had no 29 February."""
    assert read(Fields(Written(month=2, day=29)), Day(1899, 6, 1)) == ["1896-02-29", "1904-02-29"]


def test_either_has_the_readings_of_both() -> None:
    """03/04 is a day of March or of April."""
    both = Either((Fields(Written(month=4, day=3), 0), Fields(Written(month=3, day=4), 0)))

    assert read(both) == ["2023-04-03", "2023-03-04"]


@pytest.mark.parametrize(
    ("expression", "anchor"),
    [
        (of(Date.of_year(1998)), ""),
        (Nth(1, Granularity.MONTH, of(Date.of_year(1998))), ""),
        (Unit(Granularity.YEAR, -1), PUBLICATION),
        (Unit(Granularity.YEAR, -1, NARRATIVE), NARRATIVE),
        (Shift(Decimal(2), Granularity.WEEK, Here(NARRATIVE)), NARRATIVE),
        (Shift(Decimal(2), Granularity.WEEK, Here(EVENT)), EVENT),
        (Part(0, 6, Unit(Granularity.YEAR, -1)), PUBLICATION),
        (Inside(Written(month=5), Unit(Granularity.YEAR, -1, NARRATIVE)), NARRATIVE),
        (Holding(Granularity.WEEK, Fields(Written(month=4, day=10))), PUBLICATION),
        (Stretch(Decimal(-3), Granularity.WEEK), PUBLICATION),
    ],
)
def test_anchors(expression: Expression, anchor: str) -> None:
    """A time rests on what the time it is told from rests on."""
    assert expression.anchor == anchor


def test_anchored_to_more_than_a_day() -> None:
    """What is said on some day of a time may mean what is said on its first day, or on its last, or between."""
    last_year = Unit(Granularity.YEAR, -1)

    assert anchored(last_year, Date.of_year(2023)) == (Date.of_year(2022),)
    assert anchored(last_year, Date.of_years(2022, 2023)) == (Date.of_years(2021, 2022),)
    assert anchored(Here(), Date.of_month(2023, 10)) == (Date.of_month(2023, 10),)
    assert anchored(last_year, Date(None, FRIDAY)) == ()
    assert anchored(of(Date.of_year(1998)), Date(None, None)) == (Date.of_year(1998),)


@given(DAYS, st.integers(0, 800), st.integers(0, 800), UNITS, st.integers(-3, 3))
def test_a_day_of_the_base_gives_what_the_base_gives(first: Day, length: int, at: int, unit: Granularity, offset: int) -> None:
    """A reading on any day of a base lies within that on the whole base."""
    base = Date(first, first.plus(length))
    (on_day,) = Unit(unit, offset).readings(first.plus(min(at, length)))

    assert on_day.within(anchored(Unit(unit, offset), base)[0])


def test_hull() -> None:
    """All days from the first to the last."""
    assert hull((Date.of_year(2003), Date.of_year(1999), Date.of_year(2001))) == Date.of_years(1999, 2003)


def test_expressions_are_values() -> None:
    """Equal where they say the same, and never changed."""
    assert Unit(Granularity.YEAR, -1) == Unit(Granularity.YEAR, -1)
    with pytest.raises(FrozenInstanceError):
        Unit(Granularity.YEAR, -1).offset = 0  # type: ignore[misc]


@given(DAYS, st.sampled_from([-1, 0, 1, None]), st.integers(0, 6))
def test_weekdays_fall_on_their_day(day: Day, direction: int | None, weekday: int) -> None:
    """Whatever last, this and next mean, it is that day of the week, at most two weeks away."""
    for date in Fields(Written(weekday=weekday), direction).readings(day):
        assert date.day is not None
        assert date.day.weekday == weekday
        assert abs(day.until(date.day)) <= 14

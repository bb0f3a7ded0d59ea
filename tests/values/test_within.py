"""What parts of a time mean: its first week, its middle, a day inside it, stretches up to now."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.values.date import Date, Day, Granularity, Written
from claimcheck.values.relative import Absolute, Expression, Stretch, Unit
from claimcheck.values.within import Holding, Inside, Lasting, Nth, Part, Rest, Run

FRIDAY = Day(2023, 10, 13)
DAYS = st.integers(-1_000_000, 1_000_000).map(Day.numbered)


def read(expression: Expression, day: Day = FRIDAY) -> list[str]:
    """Return the readings of an expression on a day."""
    return [str(date) for date in expression.readings(day)]


def of(date: Date) -> Absolute:
    """Return the expression of a date."""
    return Absolute((date,))


@pytest.mark.parametrize(
    ("written", "whole", "dates"),
    [
        (Written(weekday=1), Unit(Granularity.WEEK, -1), ["2023-10-03"]),
        (Written(weekday=6), Unit(Granularity.WEEK, 1), ["2023-10-22"]),
        (Written(month=5), Unit(Granularity.YEAR, -1), ["2022-05"]),
        (Written(month=5, day=3), Unit(Granularity.YEAR, 1), ["2024-05-03"]),
        (Written(day=3), Unit(Granularity.MONTH, -1), ["2023-09-03"]),
        (Written(day=31), Unit(Granularity.MONTH, -1), []),
        (Written(month=2, day=29), Unit(Granularity.YEAR, 0), []),
        (Written(month=2, day=29), Unit(Granularity.YEAR, 1), ["2024-02-29"]),
        (Written(weekday=1), Unit(Granularity.MONTH, -1), []),
    ],
)
def test_inside(written: Written, whole: Expression, dates: list[str]) -> None:
    """Tuesday of last week, May of last year, the 3rd of last month; nothing where there is none, or more than one."""
    assert read(Inside(written, whole)) == dates


@pytest.mark.parametrize(
    ("count", "unit", "date"),
    [
        (-3, Granularity.WEEK, "2023-09-22/2023-10-12"),
        (-1, Granularity.DAY, "2023-10-12"),
        (-10, Granularity.YEAR, "2013-10-13/2023-10-12"),
        (2, Granularity.MONTH, "2023-10-14/2023-12-13"),
        (7, Granularity.DAY, "2023-10-14/2023-10-20"),
        (0, Granularity.DAY, "2023-10-14"),
    ],
)
def test_stretches(count: int, unit: Granularity, date: str) -> None:
    """So many units up to yesterday, or from tomorrow on."""
    assert read(Stretch(Decimal(count), unit)) == [date]


def test_runs() -> None:
    """Units of the calendar one after another."""
    assert read(Run(Unit(Granularity.YEAR, 1), 3)) == ["2024-01-01/2026-12-31"]
    assert read(Run(Unit(Granularity.MONTH, 0), 3)) == ["2023-10-01/2023-12-31"]


@pytest.mark.parametrize(
    ("start", "end", "whole", "date"),
    [
        (0, 6, Date.of_year(2014), "2014-01-01/2014-06-30"),
        (6, 12, Date.of_year(2014), "2014-07-01/2014-12-31"),
        (3, 9, Date.of_year(2014), "2014-04-01/2014-09-30"),
        (0, 6, Date.of_years(1920, 1929), "1920-01-01/1924-12-31"),
        (6, 12, Date.of_years(1920, 1929), "1925-01-01/1929-12-31"),
        (0, 6, Date.of_years(1701, 1800), "1701-01-01/1750-12-31"),
        (0, 12, Date.of_month(2024, 2), "2024-02"),
        (0, 6, Date.of_month(2015, 4), "2015-04-01/2015-04-15"),
        (6, 12, Date.of_month(2015, 4), "2015-04-16/2015-04-30"),
    ],
)
def test_parts(start: int, end: int, whole: Date, date: str) -> None:
    """Halves of a year, a decade, a century, a month."""
    assert read(Part(start, end, of(whole))) == [date]


@given(DAYS, st.integers(0, 4000), st.integers(0, 11), st.integers(1, 12))
def test_parts_lie_inside(day: Day, length: int, start: int, width: int) -> None:
    """A part of a time is never outside of it, and never empty."""
    last = day.plus(length)
    assume(day.day > 1 or last == Day.last_of(last.year, last.month))
    whole = Date(day, last)
    (part,) = Part(start, min(start + width, 12), of(whole)).readings(FRIDAY)

    assert part.within(whole)


@pytest.mark.parametrize(
    ("nth", "dates"),
    [
        (Nth(1, Granularity.DAY, of(Date.of_month(2015, 5))), ["2015-05-01"]),
        (Nth(-1, Granularity.DAY, of(Date.of_year(2019))), ["2019-12-31"]),
        (Nth(-1, Granularity.DAY, of(Date.of_month(2024, 2))), ["2024-02-29"]),
        (Nth(1, Granularity.MONTH, of(Date.of_year(2019))), ["2019-01"]),
        (Nth(3, Granularity.QUARTER, of(Date.of_year(2019))), ["2019-07-01/2019-09-30"]),
        (Nth(-1, Granularity.QUARTER, of(Date.of_year(2019))), ["2019-10-01/2019-12-31"]),
        (Nth(2, Granularity.HALF, of(Date.of_year(2019))), ["2019-07-01/2019-12-31"]),
        (Nth(1, Granularity.MONTH, of(Date.of_year(2019)), count=3), ["2019-01-01/2019-03-31"]),
        (Nth(-1, Granularity.MONTH, of(Date.of_year(2019)), count=3), ["2019-10-01/2019-12-31"]),
        (Nth(2, Granularity.DECADE, of(Date.of_years(1900, 1999))), ["1910-01-01/1919-12-31"]),
        (Nth(5, Granularity.QUARTER, of(Date.of_year(2019))), []),
        (Nth(31, Granularity.DAY, of(Date.of_month(2019, 4))), []),
        (Nth(0, Granularity.DAY, of(Date.of_month(2019, 4))), []),
        (Nth(3, Granularity.DAY, of(Date.of_month(2023, 5)), weekday=0), ["2023-05-15"]),
        (Nth(1, Granularity.DAY, of(Date.of_month(2023, 5)), weekday=0), ["2023-05-01"]),
        (Nth(-1, Granularity.DAY, of(Date.of_month(2023, 5)), weekday=0), ["2023-05-29"]),
        (Nth(5, Granularity.DAY, of(Date.of_month(2023, 5)), weekday=0), ["2023-05-29"]),
        (Nth(5, Granularity.DAY, of(Date.of_month(2023, 5)), weekday=4), []),
        (Nth(4, Granularity.DAY, of(Date.of_month(2022, 11)), weekday=3), ["2022-11-24"]),
        (Nth(1, Granularity.WEEK, of(Date.of_year(2021))), ["2021-01-04/2021-01-10"]),
        (Nth(1, Granularity.WEEK, of(Date.of_year(2020))), ["2019-12-30/2020-01-05"]),
        (Nth(-1, Granularity.WEEK, of(Date.of_year(2020))), ["2020-12-28/2021-01-03"]),
    ],
)
def test_nth(nth: Nth, dates: list[str]) -> None:
    """Counted from the start or from the end; weeks as ISO 8601 numbers them; nothing, if there are not so many."""
    assert read(nth) == dates


def test_the_unit_that_holds_a_time() -> None:
    """The week of 10 April, the weekend of 11 April 2015 (a Saturday)."""
    assert read(Holding(Granularity.WEEK, of(Date.of_day(Day(2023, 4, 12))))) == ["2023-04-10/2023-04-16"]
    assert read(Holding(Granularity.WEEKEND, of(Date.of_day(Day(2015, 4, 11))))) == ["2015-04-11/2015-04-12"]


def test_the_rest_of_a_unit() -> None:
    """Earlier and later this year."""
    assert read(Rest(-1, Unit(Granularity.YEAR))) == ["2023-01-01/2023-10-13"]
    assert read(Rest(1, Unit(Granularity.YEAR))) == ["2023-10-13/2023-12-31"]


@pytest.mark.parametrize(
    ("count", "unit", "date"),
    [
        (14, Granularity.DAY, "2024-02-20/2024-03-04"),
        (2, Granularity.WEEK, "2024-02-20/2024-03-04"),
        (1, Granularity.MONTH, "2024-02-20/2024-03-19"),
        (1, Granularity.DAY, "2024-02-20"),
    ],
)
def test_lasting(count: int, unit: Granularity, date: str) -> None:
    """Two weeks from 20 February, over a leap day."""
    assert read(Lasting(Decimal(count), unit, of(Date.of_day(Day(2024, 2, 20))))) == [date]


def test_a_part_of_years_that_end_within_a_month() -> None:
    """The last part ends where the whole does."""
    whole = Date(Day(2001, 1, 1), Day(2003, 12, 1))

    assert read(Part(6, 12, of(whole)))[0].endswith("2003-12-01")

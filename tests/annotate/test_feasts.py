"""Named days fall where the calendars of known years have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.annotate.times.fields import Feast, easter, feast_day
from claimcheck.values.date import Day

FRIDAY = Day(2023, 10, 13)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (1583, 4, 10), (1818, 3, 22), (1900, 4, 15), (1916, 4, 23), (1943, 4, 25), (1954, 4, 18), (1961, 4, 2), (1981, 4, 19),
        (1999, 4, 4), (2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2019, 4, 21), (2020, 4, 12), (2021, 4, 4), (2022, 4, 17),
        (2023, 4, 9), (2024, 3, 31), (2025, 4, 20), (2038, 4, 25), (2049, 4, 18),
    ],
)  # fmt: skip
def test_easter(year: int, month: int, day: int) -> None:
    """Easter Sundays that are known."""
    assert easter(year) == Day(year, month, day)


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    """From 22 March to 25 April."""
    assert easter(year).weekday == 6
    assert Day(year, 3, 22) <= easter(year) <= Day(year, 4, 25)


@pytest.mark.parametrize(
    ("name", "year", "date"),
    [
        ("good friday", 2023, "2023-04-07"),
        ("good friday", 1998, "1998-04-10"),
        ("easter monday", 1916, "1916-04-24"),
        ("ash wednesday", 2024, "2024-02-14"),
        ("palm sunday", 2024, "2024-03-24"),
        ("ascension day", 2024, "2024-05-09"),
        ("pentecost", 2023, "2023-05-28"),
        ("whit monday", 2023, "2023-05-29"),
        ("shrove tuesday", 2023, "2023-02-21"),
        ("maundy thursday", 2023, "2023-04-06"),
        ("thanksgiving", 2023, "2023-11-23"),
        ("thanksgiving", 2018, "2018-11-22"),
        ("black friday", 2023, "2023-11-24"),
        ("cyber monday", 2018, "2018-11-26"),
        ("labor day", 2023, "2023-09-04"),
        ("memorial day", 2021, "2021-05-31"),
        ("martin luther king day", 2024, "2024-01-15"),
        ("columbus day", 2023, "2023-10-09"),
        ("mother's day", 2023, "2023-05-14"),
        ("father's day", 2023, "2023-06-18"),
        ("remembrance sunday", 2023, "2023-11-12"),
        ("remembrance sunday", 2018, "2018-11-11"),
        ("christmas eve", 1968, "1968-12-24"),
        ("boxing day", 2004, "2004-12-26"),
        ("new year's eve", 1999, "1999-12-31"),
        ("new year's day", 2000, "2000-01-01"),
        ("halloween", 2020, "2020-10-31"),
        ("bastille day", 1789, "1789-07-14"),
    ],
)
def test_feasts(name: str, year: int, date: str) -> None:
    """Days of the year, weekdays of a month, and days counted from Easter."""
    assert str(feast_day(name, year)) == date


@pytest.mark.parametrize(
    ("name", "direction", "dates"),
    [
        ("christmas eve", None, ["2022-12-24", "2023-12-24"]),
        ("christmas eve", -1, ["2022-12-24"]),
        ("christmas eve", 0, ["2023-12-24"]),
        ("christmas eve", 1, ["2023-12-24"]),
        ("easter sunday", -1, ["2023-04-09"]),
        ("easter sunday", 1, ["2024-03-31"]),
        ("thanksgiving", None, ["2022-11-24", "2023-11-23"]),
    ],
)
def test_feasts_near_a_day(name: str, direction: int | None, dates: list[str]) -> None:
    """Last, this and next, or the nearest two."""
    assert [str(date) for date in Feast(name, direction).readings(FRIDAY)] == dates

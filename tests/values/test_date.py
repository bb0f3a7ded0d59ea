"""All the days an expression may mean, and how two such sets of days compare."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.date import UNKNOWN_DATE, Date, Day, Written, is_leap, month_length

DAYS = st.integers(Day(-1000, 1, 1).number, Day(2100, 12, 31).number).map(Day.numbered)
# Years before Christ, and years that `datetime` does not know.
FAR_DAYS = st.integers(Day(-5000, 1, 1).number, Day(12000, 12, 31).number).map(Day.numbered)


@st.composite
def dates(draw: st.DrawFn) -> Date:
    """Return any date, also one that is open at an end."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Date(draw(st.sampled_from([first, None])), draw(st.sampled_from([last, None])))


def widened(date: Date, days: int) -> Date:
    """Return the date with more days at both ends."""
    return Date(date.earliest and date.earliest.plus(-days), date.latest and date.latest.plus(days))


@given(FAR_DAYS)
def test_a_day_has_one_number(day: Day) -> None:
    """The day of its number is the day itself, and it is one of its month."""
    assert Day.numbered(day.number) == day
    assert 1 <= day.month <= 12
    assert 1 <= day.day <= month_length(day.year, day.month)


@given(FAR_DAYS)
def test_days_follow_each_other(day: Day) -> None:
    """The next day has the next number and the next weekday, also at the end of a year or a month."""
    following = day.plus(1)

    assert following > day
    assert day.until(following) == 1
    assert following.weekday == (day.weekday + 1) % 7
    assert following.day in {day.day + 1, 1}


@given(FAR_DAYS, FAR_DAYS)
def test_days_are_ordered_as_in_time(one: Day, other: Day) -> None:
    """A later day has a higher number, and lies that many days on."""
    assert (one < other) == (one.number < other.number)
    assert one.plus(one.until(other)) == other


@given(st.dates())
def test_days_are_those_of_datetime(day: dt.date) -> None:
    """Where `datetime` has a day, both tell the same of it."""
    same = Day.of(day)

    assert same.number == day.toordinal()
    assert same.weekday == day.weekday()
    assert str(same) == day.isoformat()
    assert Day.parse(day.isoformat()) == same


@given(FAR_DAYS, st.integers(-30_000, 30_000))
def test_months_later(day: Day, months: int) -> None:
    """The day of the month stays, or gives way to the last day of a shorter month."""
    later = day.months_later(months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == min(day.day, month_length(later.year, later.month))
    assert Day.numbered(later.number) == later


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (Day(2023, 1, 31), 1, Day(2023, 2, 28)),
        (Day(2024, 2, 29), -12, Day(2023, 2, 28)),
        (Day(1, 1, 1), -1, Day(0, 12, 1)),
        (Day(-1, 12, 24), 1, Day(0, 1, 24)),
    ],
)
def test_months_over_the_ends_of_years(day: Day, months: int, later: Day) -> None:
    """The year 1 BC comes before the year 1."""
    assert day.months_later(months) == later


@pytest.mark.parametrize(("year", "leap"), [(2024, True), (1900, False), (2000, True), (0, True), (-4, True), (-100, False)])
def test_leap_years(year: int, leap: bool) -> None:
    """The rule is carried on before Christ, where 1 BC and 5 BC are leap years."""
    assert is_leap(year) is leap
    assert Day(year, 3, 1).plus(-1) == Day.last_of(year, 2)
    assert Day.last_of(year, 2).day == 28 + leap


@pytest.mark.parametrize("text", ["2023-02-29", "0000-01-01", "2023-9-6", "soon", ""])
def test_what_is_no_day(text: str) -> None:
    """Only a day of the calendar, written in full, is read."""
    with pytest.raises(ValueError, match=r"."):
        Day.parse(text)


@given(FAR_DAYS, st.integers(-(10**30), 10**30))
def test_no_shift_is_too_long(day: Day, days: int) -> None:
    """Whatever number of days a text may name, a day comes out, on the right side."""
    assert (day.plus(days) > day) == (days > 0)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (Date.of_year(1945), "1945"),
        (Date.of_month(1945, 5), "1945-05"),
        (Date.of_day(Day(1945, 5, 8)), "1945-05-08"),
        (UNKNOWN_DATE, "../.."),
        (Date(Day(1945, 5, 8), None), "1945-05-08/.."),
        (Date(Day(1945, 5, 8), Day(1945, 5, 9)), "1945-05-08/1945-05-09"),
        (Date.of_years(1940, 1949), "1940-01-01/1949-12-31"),
        (Date.of_day(Day(-43, 3, 15)), "-0043-03-15"),
        (Date.of_month(-43, 3), "-0043-03"),
        (Date.of_year(-43), "-0043"),
        (Date.of_year(0), "0000"),
        (Date.of_years(-99, 0), "-0099-01-01/0000-12-31"),
        (Date.of_year(12000), "12000"),
    ],
)
def test_text(date: Date, text: str) -> None:
    """The coarsest ISO form that says the same is shown."""
    assert str(date) == text


def test_ends_in_order() -> None:
    """The earliest day comes first."""
    with pytest.raises(ValueError, match="earliest <= latest"):
        Date(Day(2001, 1, 1), Day(2000, 1, 1))


@given(dates(), dates())
def test_comparison_is_symmetric(one: Date, other: Date) -> None:
    """Overlap has no direction, and of two dates at most one precedes the other."""
    assert one.overlaps(other) == other.overlaps(one)
    assert not (one.precedes(other) and other.precedes(one))


@given(dates(), dates(), st.integers(0, 1000))
def test_widening_never_decides(one: Date, other: Date, days: int) -> None:
    """What is not certain of a date is not certain of a wider one."""
    if not one.precedes(other):
        assert not widened(one, days).precedes(other)
        assert not one.precedes(widened(other, days))


@given(dates(), st.integers(0, 1000))
def test_a_date_lies_within_a_wider_one(date: Date, days: int) -> None:
    """Every day of a date is a day of the wider one."""
    assert date.within(widened(date, days))


@given(dates(), dates())
def test_a_hull_holds_both(one: Date, other: Date) -> None:
    """Both lie within it, in either order, and it ends where one of them ends."""
    hull = one.hull(other)

    assert hull == other.hull(one)
    assert one.within(hull)
    assert other.within(hull)
    assert hull.earliest in {one.earliest, other.earliest}
    assert hull.latest in {one.latest, other.latest}


def test_an_open_end_opens_the_hull() -> None:
    """What may begin at any time makes the whole begin at any time."""
    since, year = Date(Day(1950, 1, 1), None), Date.of_year(1945)

    assert since.hull(year) == Date(Day(1945, 1, 1), None)
    assert UNKNOWN_DATE.hull(year) == UNKNOWN_DATE
    assert year.hull(Date.of_year(-43)) == Date.of_years(-43, 1945)


@pytest.mark.parametrize(
    ("written", "possible"),
    [
        (Written(None, 9, 31), False),
        (Written(2023, 2, 29), False),
        (Written(2024, 2, 29), True),
        (Written(None, 2, 29), True),
        (Written(1900, 2, 29), False),
        (Written(2000, 2, 29), True),
        (Written(2023, 2), True),
        (Written(day=40), True),
        (Written(-43, 3, 15), True),
        (Written(2023, 13, 1), False),
        (Written(month=0), False),
    ],
)
def test_possible(written: Written, possible: bool) -> None:
    """The calendar decides, in any year if none is written."""
    assert written.possible is possible

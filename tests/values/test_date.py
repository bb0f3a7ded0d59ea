"""All the days an expression may mean, and how two such sets of days compare."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.date import Date, Written

DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2100, 12, 31))


@st.composite
def dates(draw: st.DrawFn) -> Date:
    """Return any date, also one that is open at an end."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Date(draw(st.sampled_from([first, None])), draw(st.sampled_from([last, None])))


def widened(date: Date, days: int) -> Date:
    """Return the date with more days at both ends."""
    more = dt.timedelta(days=days)
    return Date(date.earliest and date.earliest - more, date.latest and date.latest + more)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (Date.of_year(1945), "1945"),
        (Date.of_month(1945, 5), "1945-05"),
        (Date.of_day(dt.date(1945, 5, 8)), "1945-05-08"),
        (Date(None, None), "../.."),
        (Date(dt.date(1945, 5, 8), None), "1945-05-08/.."),
        (Date(dt.date(1945, 5, 8), dt.date(1945, 5, 9)), "1945-05-08/1945-05-09"),
    ],
)
def test_text(date: Date, text: str) -> None:
    """The coarsest ISO form that says the same is shown."""
    assert str(date) == text


def test_ends_in_order() -> None:
    """The earliest day comes first."""
    with pytest.raises(ValueError, match="earliest <= latest"):
        Date(dt.date(2001, 1, 1), dt.date(2000, 1, 1))


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
    ],
)
def test_possible(written: Written, possible: bool) -> None:
    """The calendar decides, in any year if none is written."""
    assert written.possible is possible

"""What a time says beside its days: how near it is meant, its time of day, its fiscal year, what it rests on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wordings import FRIDAY

from claimcheck.annotate.dates import read_dates, resolve
from claimcheck.document import Publication
from claimcheck.values.date import Date, Day, Granularity, Written
from claimcheck.values.relative import always_precedes, anchored
from claimcheck.values.time import Bound, Clock, Period, Recurrence, Time


def time(text: str, publication: Publication = FRIDAY) -> Time:
    """Return the one time of a text."""
    (found,) = (m.value for m in resolve(read_dates(text), publication, text) if isinstance(m.value, Time))
    return found


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("circa 1903", True),
        ("c. 1903", True),
        ("around March 2009", True),
        ("in early 2015", True),
        ("the mid-1990s", True),
        ("in late April 2015", True),
        ("three weeks ago", True),
        ("in 1903", False),
        ("8 May 1945", False),
        ("the first quarter of 2014", False),
        ("yesterday", False),
        ("last year", False),
    ],
)
def test_approximate(text: str, near: bool) -> None:
    """What is only near is marked, what is exact is not."""
    assert time(text).approximate is near


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("at 9.40pm on 24 June 2016", Clock(21, 40)),
        ("on 24 June 2016 at 21:40", Clock(21, 40)),
        ("at noon on 24 June 2016", Clock(12, 0)),
        ("on June 24, 2016 at 8 a.m. EST", Clock(8, zone=-300)),
        ("at 9.40pm GMT on 24 June 2016", Clock(21, 40, zone=0)),
    ],
)
def test_a_day_with_a_time_of_day(text: str, clock: Clock) -> None:
    """Both are one expression."""
    assert time(text).clock == clock
    assert time(text).date == Date.of_day(Day(2016, 6, 24))


@pytest.mark.parametrize("text", ["fiscal 2019", "fiscal year 2019", "the fiscal year 2019", "the financial year 2019"])
def test_a_fiscal_year_is_no_year(text: str) -> None:
    """When it begins is not said, so it is never certainly before or after any day."""
    fiscal = time(text)

    assert fiscal.granularity is Granularity.FISCAL
    assert fiscal.written.year == 2019
    assert fiscal.date.overlaps(Date.of_year(2018))
    assert fiscal.date.overlaps(Date.of_year(2019))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Friday 8 May 1945", Written(1945, 5, 8, 4)),
        ("30 February 2021", Written(2021, 2, 30)),
        ("in May", Written(month=5)),
        ("on Tuesday", Written(weekday=1)),
        ("on 5 June", Written(month=6, day=5)),
        ("15 March 44 BC", Written(-43, 3, 15)),
        ("in 1998", Written(1998)),
    ],
)
def test_written_fields(text: str, written: Written) -> None:
    """The fields are kept as they are written, also if the calendar has no such day."""
    assert time(text).written == written


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("yesterday", "publication"),
        ("last year", "publication"),
        ("on Thursday", "publication"),
        ("in 1998", ""),
        ("Easter 2021", ""),
    ],
)
def test_anchor(text: str, anchor: str) -> None:
    """What a reading rests on is told with it."""
    assert time(text).anchor == anchor


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("yesterday", "today"),
        ("today", "tomorrow"),
        ("last year", "next year"),
        ("last month", "this month"),
        ("two years ago", "yesterday"),
        ("last week", "next month"),
    ],
)
@given(day=st.integers(500_000, 800_000).map(Day.numbered))
def test_deictic_expressions_compare_without_a_publication_date(first: str, second: str, day: Day) -> None:
    """On whatever day the text was written, the one comes before the other."""
    one, other = (time(text, Publication.unknown()).relative for text in (first, second))
    assert one is not None
    assert other is not None
    base = Date.of_day(day)

    assert all(a.precedes(b) for a in anchored(one, base) for b in anchored(other, base))


@pytest.mark.parametrize(
    ("first", "second", "certain"),
    [
        ("last year", "next month", True),
        ("yesterday", "tomorrow", True),
        ("last week", "this week", True),
        ("last year", "yesterday", False),
        ("last Tuesday", "yesterday", False),
        ("next month", "next year", False),
        ("a year earlier", "tomorrow", False),
    ],
)
def test_what_is_certain_without_a_publication_date(first: str, second: str, certain: bool) -> None:
    """Yesterday may lie in this year or the last; and never does the later one come before the earlier."""
    one, other = (time(text, Publication.unknown()).relative for text in (first, second))
    assert one is not None
    assert other is not None

    assert always_precedes(one, other) is certain
    assert not always_precedes(other, one)


@pytest.mark.parametrize("order", [True, False])
def test_the_order_of_day_and_month_can_be_given(order: bool) -> None:
    """03/02/2011 is a day of February in Britain, and of March in America."""
    text = "03/02/2011"
    (mention,) = resolve(read_dates(text), Publication.unknown(), text, day_first=order)

    assert isinstance(mention.value, Time)
    assert mention.value.readings == (Date.of_day(Day(2011, 2, 3) if order else Day(2011, 3, 2)),)


@pytest.mark.parametrize(
    ("other", "day"),
    [("25/08/2012", Day(2011, 2, 3)), ("08/25/2012", Day(2011, 3, 2))],
)
def test_the_order_is_seen_in_other_dates(other: str, day: Day) -> None:
    """A date that can be read in one way only shows how the text writes them."""
    text = f"It opened on 03/02/2011 and shut on {other}."
    first, _ = resolve(read_dates(text), Publication.unknown(), text)

    assert isinstance(first.value, Time)
    assert first.value.readings == (Date.of_day(day),)


def test_both_orders_in_one_text_decide_nothing() -> None:
    """Then both readings stay."""
    text = "It opened on 03/02/2011, shut on 25/08/2012 and burned on 08/25/2013."
    first, *_ = resolve(read_dates(text), Publication.unknown(), text)

    assert isinstance(first.value, Time)
    assert set(first.value.readings) == {Date.of_day(Day(2011, 2, 3)), Date.of_day(Day(2011, 3, 2))}


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("It ran from 1951 to 1963.", Bound.WITHIN),
        ("It has run since 1951.", Bound.SINCE),
        ("It ran until 1963.", Bound.UNTIL),
        ("It was built before 1951.", Bound.BEFORE),
        ("It was built after 1951.", Bound.AFTER),
    ],
)
def test_bounds(text: str, bound: Bound) -> None:
    """How a period lies at what bounds it."""
    (period,) = (m.value for m in read_dates(text) if isinstance(m.value, Period))

    assert period.bound is bound


def test_what_comes_again_keeps_its_day_and_time() -> None:
    """Every other Monday at half past six in the evening."""
    (mention,) = read_dates("They meet every other Monday at 6.30pm.")

    assert isinstance(mention.value, Recurrence)
    assert mention.value.on is not None
    assert (mention.value.count, mention.value.unit) == (2, Granularity.WEEK)
    assert mention.value.on.written.weekday == 0
    assert mention.value.on.clock == Clock(18, 30)

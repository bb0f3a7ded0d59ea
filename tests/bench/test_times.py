"""The measure of time expressions against Recognizers-Text, on gold small enough to reckon by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bench.times import ONE_OF_TWO, RIGHT, TWO, TYPE, VALUE, half_of, verdict
from bench.times_gold import Case, Gold, Value, left_out
from bench.times_match import clocks, duration_fits, recurrence_fits
from claimcheck.claim import Mention
from claimcheck.document import Span
from claimcheck.values.date import UNKNOWN_DATE, Date, Day, Granularity, Written
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Bound, Clock, Period, Recurrence, Time

NOBODY = Time(UNKNOWN_DATE)


def day(text: str) -> Date:
    return Date.of_day(Day.parse(text))


def time(
    *readings: Date, granularity: Granularity = Granularity.DAY, clock: Clock | None = None, approximate: bool = False
) -> Time:
    return Time(readings[0], readings=readings, granularity=granularity, clock=clock, approximate=approximate)


def gold(kind: str, *values: Value, words: str = "then") -> Gold:
    return Gold(Span(0, len(words)), words, kind, values)


def outcome(value: Time | Period | Clock | Quantity | Recurrence, wanted: Gold, kind: str = "DATE") -> str:
    return verdict(wanted, Mention(wanted.span, kind, value, "made"))


def test_a_date_has_all_readings_of_the_gold_and_no_other() -> None:
    """Two readings for one gold value are right apart; one for two is not right."""
    may, june = day("2031-05-04"), day("2031-06-04")
    one, two = (
        gold("date", Value("t", value="2031-05-04")),
        gold("date", Value("t", value="2031-05-04"), Value("t", value="2031-06-04")),
    )

    assert outcome(time(may), one) == RIGHT
    assert outcome(time(may, june), two) == RIGHT
    assert outcome(time(may, june), one) == TWO
    assert outcome(time(may), two) == ONE_OF_TWO
    assert outcome(time(june), one) == VALUE


def test_a_month_is_a_range_whose_end_is_exclusive() -> None:
    """A range is no date, and a date no range."""
    wanted = gold("daterange", Value("2031-05", start="2031-05-01", end="2031-06-01"))

    assert outcome(time(Date.of_month(2031, 5), granularity=Granularity.MONTH), wanted) == RIGHT
    assert outcome(time(day("2031-05-01")), wanted) == TYPE
    assert outcome(time(Date.of_month(2031, 5)), gold("date", Value("t", value="2031-05-01"))) == TYPE


def test_a_period_ends_with_the_first_day_of_its_last_expression() -> None:
    """So the gold has it: from 2031 to 2034 ends with the first day of 2034."""
    wanted = gold("daterange", Value("t", start="2031-01-01", end="2034-01-01"))
    first, last = time(Date.of_year(2031), granularity=Granularity.YEAR), time(Date.of_year(2034), granularity=Granularity.YEAR)

    assert outcome(Period(first, last), wanted) == RIGHT
    assert outcome(Period(first, first), wanted) == VALUE


@pytest.mark.parametrize(
    ("period", "value"),
    [
        (Period(time(Date.of_year(2031)), NOBODY, Bound.SINCE), Value("2031", "since", start="2031-01-01")),
        (Period(time(Date.of_year(2031)), NOBODY, Bound.AFTER), Value("2031", "after", start="2032-01-01")),
        (Period(time(day("2031-05-04")), NOBODY, Bound.AFTER), Value("t", "after", start="2031-05-04")),
        (Period(NOBODY, time(Date.of_year(2031)), Bound.BEFORE), Value("2031", "before", end="2031-01-01")),
        (Period(NOBODY, time(day("2031-05-04")), Bound.UNTIL), Value("t", "until", end="2031-05-04")),
    ],
)
def test_open_periods(period: Period, value: Value) -> None:
    """The open side must be open on both."""
    assert outcome(period, gold("daterange", value)) == RIGHT
    assert outcome(Period(period.end, period.start, period.bound), gold("daterange", value)) == VALUE


def test_of_early_and_late_more_than_half_must_be_common() -> None:
    """Where "late" begins is a matter of taste."""
    wanted = gold("daterange", Value("2031", "end", start="2031-09-01", end="2032-01-01"))
    late = Date(Day(2031, 10, 1), Day(2031, 12, 31))

    assert outcome(time(late, granularity=Granularity.YEAR, approximate=True), wanted) == RIGHT
    assert outcome(time(Date.of_year(2031), granularity=Granularity.YEAR), wanted) == VALUE


def test_an_end_in_a_part_of_a_unit_is_anywhere_in_it() -> None:
    """The gold has the end of 2031 end with it; a whole month ends a period with its first day only."""
    first = time(Date.of_year(2031), granularity=Granularity.YEAR)
    late = time(Date(Day(2033, 10, 1), Day(2033, 12, 31)), granularity=Granularity.YEAR, approximate=True)
    month = time(Date.of_month(2033, 12), granularity=Granularity.MONTH, approximate=True)
    wanted = gold("daterange", Value("t", start="2031-01-01", end="2034-01-01"))

    assert outcome(Period(first, late), wanted) == RIGHT
    assert outcome(Period(first, month), wanted) == VALUE


def test_a_time_of_day_without_its_half_has_two_readings() -> None:
    """Half past seven is morning and evening; midnight and noon share the twelve."""
    wanted = gold("time", Value("T07:30", value="07:30:00"), Value("T19:30", value="19:30:00"))

    assert outcome(Clock(7, 30, open=True), wanted, "TIME") == RIGHT
    assert outcome(Clock(19, 30), wanted, "TIME") == ONE_OF_TWO
    assert clocks(Clock(12, 5, open=True)) == ("00:05:00", "12:05:00")


def test_a_day_with_a_time_is_a_datetime() -> None:
    """The time belongs to it."""
    wanted = gold("datetime", Value("t", value="2031-05-04 16:00:00"))

    assert outcome(time(day("2031-05-04"), clock=Clock(16)), wanted) == RIGHT
    assert outcome(time(day("2031-05-04"), clock=Clock(4, open=True)), wanted) == TWO
    assert outcome(time(day("2031-05-04")), wanted) == TYPE


def test_durations_are_compared_in_seconds() -> None:
    """A bound is held against the bound, a vague number against a range."""
    assert duration_fits(Quantity.of(14, "day"), Value("P2W", value="1209600"), "two weeks")
    assert not duration_fits(Quantity.of(13, "day"), Value("P2W", value="1209600"), "two weeks")
    assert duration_fits(Quantity(Decimal(4), None, "day"), Value("P4D", "more", "345600"), "more than 4 days")
    assert duration_fits(Quantity(Decimal(2), Decimal(7), "hour"), Value("PT3H", value="10800"), "a few hours")
    assert not duration_fits(Quantity(Decimal(2), Decimal(7), "hour"), Value("PT3H", value="10800"), "three hours")


@pytest.mark.parametrize(
    ("recurrence", "timex"),
    [
        (Recurrence(Decimal(1), Granularity.WEEK), "P1W"),
        (Recurrence(Decimal(2), Granularity.DAY), "P2D"),
        (Recurrence(Decimal(1), Granularity.QUARTER), "P3M"),
        (Recurrence(Decimal(3), Granularity.MONTH), "P3M"),
        (Recurrence(Decimal(1), Granularity.HALF), "P0.5Y"),
        (Recurrence(Decimal(1), Granularity.WEEK, Time(UNKNOWN_DATE, Written(weekday=0))), "XXXX-WXX-1"),
        (Recurrence(Decimal(1), Granularity.WEEK, Time(UNKNOWN_DATE, Written(weekday=2), clock=Clock(11))), "XXXX-WXX-3T11"),
        (Recurrence(Decimal(1), Granularity.DAY, Time(UNKNOWN_DATE, clock=Clock(11))), "T11"),
        (Recurrence(Decimal(1), Granularity.MONTH, Time(UNKNOWN_DATE, Written(day=23))), "XXXX-XX-23"),
        (Recurrence(Decimal(2), Granularity.WEEKEND), "P2WE"),
    ],
)
def test_recurrences(recurrence: Recurrence, timex: str) -> None:
    """Each is its own, and not yearly."""
    assert recurrence_fits(recurrence, timex)
    assert not recurrence_fits(recurrence, "P1Y")


def test_what_is_not_resolved_keeps_its_kind() -> None:
    """A day that no calendar has, a season, a fiscal year."""
    impossible = Time(UNKNOWN_DATE, Written(month=2, day=31))

    assert outcome(impossible, gold("date", Value("XXXX-02-31", value="not resolved"))) == RIGHT
    assert outcome(impossible, gold("date", Value("XXXX-02-30", value="not resolved"))) == VALUE
    summer = time(Date(Day(2031, 6, 1), Day(2031, 8, 31)), granularity=Granularity.SEASON)
    assert outcome(summer, gold("daterange", Value("2031-SU", value="not resolved"))) == RIGHT
    assert outcome(summer, gold("daterange", Value("FY2031", value="not resolved"))) == VALUE


def test_a_mention_of_both_answers_for_either_half() -> None:
    """Only where the gold keeps the two apart."""
    both = Mention(Span(0, 4), "DATE", time(day("2031-05-04"), clock=Clock(16)), "made")
    first, second = gold("date", Value("t", value="2031-05-04")), gold("time", Value("T16", value="16:00:00"))

    assert verdict(first, half_of(both, replace(first, half=True))) == RIGHT
    assert verdict(second, half_of(both, replace(second, half=True))) == RIGHT
    assert verdict(second, half_of(both, second)) == TYPE


@pytest.mark.parametrize("words", ["9p", "6h", "cy31", "> 2031", "2031/oct/04", "October twenty four", "the week", "tmrw"])
def test_no_news_english(words: str) -> None:
    """Signs, clipped words and dictated dates are not asked for."""
    assert left_out(Case(words, "", ()), gold("date", Value("t"), words=words))


@pytest.mark.parametrize(
    "words", ["9 p.m.", "six hours", "October 24", "24/10/2031", "last week", "24 October", "October twenty-fourth", "1930s"]
)
def test_news_english(words: str) -> None:
    """What a newspaper prints is asked for."""
    assert not left_out(Case(words, "", ()), gold("date", Value("t"), words=words))

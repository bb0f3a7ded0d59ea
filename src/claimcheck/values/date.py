"""All the days an expression may mean."""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple(calendar.month_name)[1:]
_FOUR_CENTURIES = 146_097  # days, after which the calendar repeats itself
_LONGEST = 10**9  # days; nothing is shifted further


class Day(NamedTuple):
    """A day of the Gregorian calendar, carried on before its beginning; the year 0 is 1 BC, -1 is 2 BC.

    Unlike `datetime.date` it knows the years before Christ, and has no first and no last day.
    Days are ordered as in time.
    """

    year: int
    month: int
    day: int

    @classmethod
    def of(cls, day: dt.date) -> "Day":
        """Return the same day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def checked(cls, year: int, month: int, day: int) -> "Day":
        """Return the day with these fields.

        Raises:
            ValueError: the calendar has no such day.
        """
        if not 1 <= month <= 12:
            raise ValueError("month must be in 1..12")
        if not 1 <= day <= month_length(year, month):
            raise ValueError("day is out of range for month")
        return cls(year, month, day)

    @classmethod
    def parse(cls, text: str) -> "Day":
        """Return the day of "2023-09-06".

        Raises:
            ValueError: it is no such day.
        """
        return cls.of(dt.date.fromisoformat(text))

    @classmethod
    def last_of(cls, year: int, month: int) -> "Day":
        """Return the last day of a month."""
        return cls(year, month, month_length(year, month))

    @classmethod
    def numbered(cls, number: int) -> "Day":
        """Return the day of a `number`."""
        cycles, rest = divmod(number - 1, _FOUR_CENTURIES)
        day = dt.date.fromordinal(rest + 1)
        return cls(day.year + 400 * cycles, day.month, day.day)

    @property
    def number(self) -> int:
        """The days since the last one before the year 1, as `datetime.date.toordinal` counts them."""
        cycles, year = divmod(self.year - 1, 400)
        return dt.date(year + 1, self.month, self.day).toordinal() + cycles * _FOUR_CENTURIES

    @property
    def weekday(self) -> int:
        """The day of the week, 0 for Monday."""
        return (self.number - 1) % 7

    def plus(self, days: int) -> "Day":
        """Return the day so many days later (earlier, if negative)."""
        return Day.numbered(self.number + max(-_LONGEST, min(days, _LONGEST)))

    def months_later(self, months: int) -> "Day":
        """Return the same day of the month so many months later, or the last day of a shorter month."""
        years, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Day(years, month + 1, min(self.day, month_length(years, month + 1)))

    def until(self, other: "Day") -> int:
        """Return the number of days from this one to the other."""
        return other.number - self.number

    def __str__(self) -> str:
        """Return ISO 8601: 2023-09-06, and -0043-03-15 for a day of 44 BC."""
        sign = "-" if self.year < 0 else ""
        return f"{sign}{abs(self.year):04}-{self.month:02}-{self.day:02}"


def is_leap(year: int) -> bool:
    """Return whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return 29 if month == 2 and is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


@dataclass(frozen=True, slots=True)
class Date:
    """The days from `earliest` to `latest`, inclusive; None is an open end.

    "1945" is the 365 days of that year; an expression of which nothing is known is `Date(None, None)`.
    """

    earliest: Day | None
    latest: Day | None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.latest < self.earliest:
            raise ValueError(f"a date needs earliest <= latest, got {self.earliest}, {self.latest}")

    @classmethod
    def of_years(cls, first: int, last: int) -> "Date":
        """Return all days of the years, 0 for 1 BC."""
        return cls(Day(first, 1, 1), Day(last, 12, 31))

    @classmethod
    def of_year(cls, year: int) -> "Date":
        """Return all days of a year, 0 for 1 BC."""
        return cls(Day(year, 1, 1), Day(year, 12, 31))

    @classmethod
    def of_month(cls, year: int, month: int) -> "Date":
        """Return all days of a month."""
        return cls(Day(year, month, 1), Day.last_of(year, month))

    @classmethod
    def of_day(cls, day: Day) -> "Date":
        """Return the one day."""
        return cls(day, day)

    @property
    def known(self) -> bool:
        """Whether both ends are known."""
        return self.earliest is not None and self.latest is not None

    @property
    def year(self) -> int | None:
        """The one year that all the days lie in, or None."""
        if self.earliest is None or self.latest is None or self.earliest.year != self.latest.year:
            return None
        return self.earliest.year

    @property
    def day(self) -> Day | None:
        """The one day that is meant, or None."""
        return self.earliest if self.earliest == self.latest else None

    def precedes(self, other: "Date") -> bool:
        """Return whether every day of this one comes before every day of the other."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def overlaps(self, other: "Date") -> bool:
        """Return whether the two may mean the same day (unknown ends are open)."""
        return not self.precedes(other) and not other.precedes(self)

    def within(self, other: "Date") -> bool:
        """Return whether every day of this one is a day of the other."""
        starts = other.earliest is None or (self.earliest is not None and other.earliest <= self.earliest)
        ends = other.latest is None or (self.latest is not None and self.latest <= other.latest)
        return starts and ends

    def hull(self, other: "Date") -> "Date":
        """Return all days from the first of the two to the last."""
        starts, ends = (self.earliest, other.earliest), (self.latest, other.latest)
        earliest = None if None in starts else min(day for day in starts if day)
        return Date(earliest, None if None in ends else max(day for day in ends if day))

    def __str__(self) -> str:
        """Return ISO 8601 of the coarsest form that says the same: 1945, 1945-05, 1945-05-08 or an interval."""
        if self.earliest is None or self.latest is None:
            return f"{self.earliest or '..'}/{self.latest or '..'}"
        if self.earliest == self.latest:
            return str(self.earliest)
        if self == Date.of_year(self.earliest.year):
            return str(self.earliest)[:-6]
        if self == Date.of_month(self.earliest.year, self.earliest.month):
            return str(self.earliest)[:-3]
        return f"{self.earliest}/{self.latest}"


UNKNOWN_DATE = Date(None, None)


class Granularity(StrEnum):
    """What an expression names: a day, a month, a year.  A fiscal year is no year, and is compared with its like only."""

    MOMENT = "moment"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half-year"
    YEAR = "year"
    FISCAL = "fiscal year"
    DECADE = "decade"
    CENTURY = "century"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Written:
    """The calendar fields that an expression spells out, as written: they may name no day at all.

    Month and weekday count from 1 and from 0 (Monday), as in `datetime`.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def possible(self) -> bool:
        """Whether the calendar has such a day, in some year if none is written."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is None or self.month is None:
            return True
        year = 2024 if self.year is None else self.year  # a leap year
        return 1 <= self.day <= month_length(year, self.month)


# What an expression writes that names no fields of the calendar: "yesterday".
UNWRITTEN = Written()

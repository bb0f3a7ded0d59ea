"""All the days an expression may mean."""

import calendar
import datetime as dt
from dataclasses import dataclass

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple(calendar.month_name)[1:]


@dataclass(frozen=True, slots=True)
class Date:
    """The days from `earliest` to `latest`, inclusive; None is an open end.

    "1945" is the 365 days of that year; an expression of which nothing is known is `Date(None, None)`.
    """

    earliest: dt.date | None
    latest: dt.date | None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.latest < self.earliest:
            raise ValueError(f"a date needs earliest <= latest, got {self.earliest}, {self.latest}")

    @classmethod
    def of_year(cls, year: int) -> "Date":
        """Return all days of a year (1 to 9999)."""
        return cls(dt.date(year, 1, 1), dt.date(year, 12, 31))

    @classmethod
    def of_month(cls, year: int, month: int) -> "Date":
        """Return all days of a month."""
        return cls(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))

    @classmethod
    def of_day(cls, day: dt.date) -> "Date":
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
    def day(self) -> dt.date | None:
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

    def __str__(self) -> str:
        """Return ISO 8601 of the coarsest form that says the same: 1945, 1945-05, 1945-05-08 or an interval."""
        if self.earliest is None or self.latest is None:
            return f"{self.earliest or '..'}/{self.latest or '..'}"
        if self.earliest == self.latest:
            return self.earliest.isoformat()
        if self == Date.of_year(self.earliest.year):
            return f"{self.earliest.year:04}"
        if self == Date.of_month(self.earliest.year, self.earliest.month):
            return f"{self.earliest:%Y-%m}"
        return f"{self.earliest}/{self.latest}"


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
        if self.day is None or self.month is None:
            return True
        year = 2024 if self.year is None else self.year  # a leap year
        return 1 <= self.day <= calendar.monthrange(year, self.month)[1]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: what is written, and the days it may mean once it is anchored.

    `anchor` says what the reading rests on: "" nothing, "publication", or "narrative".
    An expression that is still relative (deictic) has an unknown `date`.
    `approximate` marks "about 1900", "the mid-1990s" and the like.
    """

    date: Date
    written: Written = Written()
    anchor: str = ""
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that is said to run from one expression to another."""

    start: Time
    end: Time

"""What lies within another time or runs on from it: its first week, its end, the two weeks that begin with it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.values.date import Date, Day, Granularity, Written
from claimcheck.values.relative import Derived, Expression, Unit, hull, of_year, shifted, unit_of


@dataclass(frozen=True, slots=True)
class Inside(Derived):
    """The day, weekday or month with these fields inside another time: "Tuesday of last week", "in May that year"."""

    written: Written
    of: Expression

    def readings(self, base: Day) -> tuple[Date, ...]:
        """Return the dates with these fields that lie inside the other time's days."""
        return tuple(found for whole in self.of.readings(base) for found in self._inside(whole))

    def _inside(self, whole: Date) -> Iterator[Date]:
        if whole.earliest is None or whole.latest is None or whole.latest.year - whole.earliest.year > 1:
            return
        if self.written.month is None and self.written.day is None and self.written.weekday is not None:
            first = whole.earliest.plus((self.written.weekday - whole.earliest.weekday) % 7)
            if whole.earliest.until(whole.latest) < 7 and first <= whole.latest:
                yield Date.of_day(first)
            return
        for year in range(whole.earliest.year, whole.latest.year + 1):
            yield from (date for date in of_year(self.written, year) if date.within(whole))


@dataclass(frozen=True, slots=True)
class Part(Derived):
    """A part of another time: its beginning, middle or end, from `start` to `end` in twelfths of it."""

    start: int
    end: int
    of: Expression

    def readings(self, base: Day) -> tuple[Date, ...]:
        """Return the days of that part; a month is divided at the tenth and the twentieth."""
        return tuple(_twelfths(date, self.start, self.end) for date in self.of.readings(base))


def _twelfths(date: Date, start: int, end: int) -> Date:
    """Return the days of twelfths of a date: whole months of a year, whole years of a decade, else days."""
    if date.earliest is None or date.latest is None:
        return date
    months = (date.latest.year - date.earliest.year) * 12 + date.latest.month - date.earliest.month + 1
    if months % 12 == 0 and date.earliest.day == 1 and date.latest == Day.last_of(date.latest.year, date.latest.month):
        step = 12 if months % 120 == 0 else 1  # whole years of a decade
        first, last = (months * twelfths // 12 // step * step for twelfths in (start, end))
        last = max(last, first + step)
        return Date(date.earliest.months_later(first), date.earliest.months_later(last).plus(-1))
    days = date.earliest.until(date.latest) + 1
    first, last = days * start // 12, max(days * start // 12 + 1, -(-days * end // 12))
    return Date(date.earliest.plus(first), date.earliest.plus(last - 1))


@dataclass(frozen=True, slots=True)
class Nth(Derived):
    """The first week of May, the last day of 2019 (-1), the third Monday in May; with a count, the first three months of 2019.

    A week belongs to the month or year that holds its Thursday.
    """

    rank: int
    unit: Granularity
    of: Expression
    weekday: int | None = None
    count: int = 1

    def readings(self, base: Day) -> tuple[Date, ...]:
        """Return the days of that one, or nothing if there are not so many."""
        return tuple(found for date in self.of.readings(base) for found in self._of(date))

    def _of(self, date: Date) -> Iterator[Date]:
        if date.earliest is None or date.latest is None or not self.rank:
            return
        if self.weekday is not None:
            first = date.earliest.plus((self.weekday - date.earliest.weekday) % 7)
            last = date.latest.plus(-((date.latest.weekday - self.weekday) % 7))
            day = first.plus(7 * (self.rank - 1)) if self.rank > 0 else last.plus(7 * (self.rank + 1))
            found = Date.of_day(day)
        else:
            found = self._units(date.earliest, date.latest)
        if found.overlaps(date):
            yield found

    def _units(self, earliest: Day, latest: Day) -> Date:
        """Return the units counted from the start or from the end."""
        if self.unit is Granularity.WEEK:
            earliest = earliest.plus((3 - earliest.weekday) % 7)  # the first and the last Thursday
            latest = latest.plus(-((latest.weekday - 3) % 7))
        steps = self.rank - 1 if self.rank > 0 else self.rank + 1
        start = unit_of(earliest if self.rank > 0 else latest, self.unit, steps)
        other = unit_of(start.earliest or earliest, self.unit, self.count - 1 if self.rank > 0 else 1 - self.count)
        return start.hull(other)


@dataclass(frozen=True, slots=True)
class Holding(Derived):
    """The week or other unit that holds another time: "the week of 10 April"."""

    unit: Granularity
    of: Expression

    def readings(self, base: Day) -> tuple[Date, ...]:
        """Return the unit's days."""
        return tuple(unit_of(date.earliest, self.unit) for date in self.of.readings(base) if date.earliest is not None)


@dataclass(frozen=True, slots=True)
class Lasting(Derived):
    """So many units from another time on: "two weeks starting 20 May"."""

    count: Decimal
    unit: Granularity
    of: Expression

    def readings(self, base: Day) -> tuple[Date, ...]:
        """Return the days from the first of the other time on."""
        starts = [date.earliest for date in self.of.readings(base) if date.earliest is not None]
        return tuple(Date(day, max(day, shifted(day, self.count, self.unit).plus(-1))) for day in starts)


@dataclass(frozen=True, slots=True)
class Rest(Derived):
    """What has passed of a unit by the day it is said (-1), or is to come (1): "later this year"."""

    side: int
    of: Unit

    def readings(self, base: Day) -> tuple[Date, ...]:
        """Return the days from the unit's start to the base, or from the base to its end."""
        (whole,) = self.of.readings(base)
        return (Date(whole.earliest, base) if self.side < 0 else Date(base, whole.latest),)


@dataclass(frozen=True, slots=True)
class Run:
    """So many units of the calendar one after another, from the first on."""

    first: Unit
    count: int

    @property
    def anchor(self) -> str:
        """What the first unit rests on."""
        return self.first.anchor

    def readings(self, base: Day) -> tuple[Date, ...]:
        """Return the days of all."""
        last = replace(self.first, offset=(self.first.offset or 0) + self.count - 1)
        return (hull((*self.first.readings(base), *last.readings(base))),)

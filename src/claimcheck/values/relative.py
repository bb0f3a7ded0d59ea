"""What an expression of time says before it is anchored: last year, two weeks later, the first Monday of next May."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Protocol

from claimcheck.values.date import Date, Day, Granularity, Written, month_length

PUBLICATION, NARRATIVE, EVENT = "publication", "narrative", "event"
_MONTHS_IN = {Granularity.MONTH: 1, Granularity.QUARTER: 3, Granularity.HALF: 6, Granularity.YEAR: 12, Granularity.FISCAL: 12,
              Granularity.SEASON: 12, Granularity.DECADE: 120, Granularity.CENTURY: 1200}  # fmt: skip
_DAYS_IN = {Granularity.DAY: 1, Granularity.MOMENT: 1, Granularity.WEEK: 7, Granularity.WEEKEND: 7}
# The months of the seasons of the northern half of the earth; winter begins in the year before.
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
_FOUR_YEARS = 1461  # days
_SEARCHED = 9  # years around the base in which a 29 February is looked for


class Expression(Protocol):
    """A wording whose days depend on another day, if it has an `anchor`; "" if it means the same days on any."""

    def __hash__(self) -> int: ...

    @property
    def anchor(self) -> str:
        """On what it rests: "" nothing, "publication", "narrative" (the date told before), "event" (one that has no date)."""
        ...

    def readings(self, base: Day) -> tuple[Date, ...]:
        """Return the days that are meant if it is said on the day `base`, one for each reading of the words."""
        ...


class Derived:
    """What an expression has that is told from another one, `of`: it rests on the same."""

    __slots__ = ()
    of: Expression

    @property
    def anchor(self) -> str:
        """What the other time rests on."""
        return self.of.anchor


@lru_cache(maxsize=1 << 14)
def anchored(expression: Expression, base: Date) -> tuple[Date, ...]:
    """Return the readings of an expression that is said on some day of `base`; none if an end of it is unknown."""
    if not expression.anchor:
        return expression.readings(ANY_DAY)
    if base.earliest is None or base.latest is None:
        return ()
    first = expression.readings(base.earliest)
    if base.day is not None:
        return first
    last = expression.readings(base.latest)
    if len(first) == len(last):
        return tuple(one.hull(other) for one, other in zip(first, last, strict=True))
    return tuple(hull(all_of) for all_of in ((*first, *last),) if all_of)


def always_precedes(one: Expression, other: Expression) -> bool:
    """Return whether every reading of one comes before every reading of the other, on whatever day both are said.

    Both must rest on the same anchor; they are held against each other on each day of four years,
    after which weeks, months and leap days have met in nearly every way.
    """
    if one.anchor != other.anchor or one.anchor == EVENT:
        return False
    days = (ANY_DAY.plus(step) for step in range(_FOUR_YEARS))
    pairs = ((one.readings(day), other.readings(day)) for day in days)
    return all(first and second and hull(first).precedes(hull(second)) for first, second in pairs)


def hull(dates: tuple[Date, ...]) -> Date:
    """Return all days from the first of one or more dates to the last."""
    whole = dates[0]
    for date in dates[1:]:
        whole = whole.hull(date)
    return whole


ANY_DAY = Day(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Absolute:
    """Days that depend on nothing: one date for each reading."""

    dates: tuple[Date, ...]
    anchor: str = ""

    def readings(self, base: Day) -> tuple[Date, ...]:
        """Return the dates."""
        return self.dates


@dataclass(frozen=True, slots=True)
class Here:
    """The day itself: "today", or the day that was told before."""

    anchor: str = PUBLICATION

    def readings(self, base: Day) -> tuple[Date, ...]:
        """Return the base; nothing for an event, whose day is unknown."""
        return () if self.anchor == EVENT else (Date.of_day(base),)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the calendar, counted from the one that holds a day: this year (0), last week (-1), the next decade (1)."""

    unit: Granularity
    offset: int | None = 0
    anchor: str = PUBLICATION
    season: str = ""

    def readings(self, base: Day) -> tuple[Date, ...]:
        """Return the unit's days."""
        if self.season:
            return _near_season(self.season, self.offset, base)
        return (unit_of(base, self.unit, self.offset or 0),)


def unit_of(day: Day, unit: Granularity, offset: int = 0) -> Date:
    """Return the unit that holds the day, or one so many units later; weeks begin on Monday."""
    if unit in _DAYS_IN:
        start = day if _DAYS_IN[unit] == 1 else day.plus(-day.weekday)
        start = start.plus(offset * _DAYS_IN[unit])
        first, last = {Granularity.WEEK: (0, 6), Granularity.WEEKEND: (5, 6)}.get(unit, (0, 0))
        return Date(start.plus(first), start.plus(last))
    if unit is Granularity.UNCLEAR:
        return Date(None, None)
    width = _MONTHS_IN[unit]
    month = ((day.year * 12 + day.month - 1) // width + offset) * width
    start = Day(month // 12, month % 12 + 1, 1)
    return Date(start, start.months_later(width).plus(-1))


def season_of(year: int, season: str) -> Date:
    """Return the months of a season of the northern half of the earth; winter runs into the next year."""
    first, last = SEASONS[season]
    return Date(Day(year, first, 1), Day.last_of(year + (last > 12), last - 12 if last > 12 else last))


def _near_season(season: str, offset: int | None, base: Day) -> tuple[Date, ...]:
    """Return the season before, in or after the base; without an offset the one before and the one not past."""
    near = [season_of(year, season) for year in range(base.year - 2, base.year + 3)]
    here = Date.of_day(base)
    past = tuple(s for s in near if s.precedes(here))[-1:]
    coming = tuple(s for s in near if here.precedes(s))[:1]
    if offset:
        return past if offset < 0 else coming
    if offset == 0:
        return (next((s for s in near if here.within(s)), season_of(base.year, season)),)
    return (*past, *(s for s in near if s.latest is not None and s.latest >= base))[: len(past) + 1]


@dataclass(frozen=True, slots=True)
class Shift(Derived):
    """So many units before (negative) or after another time: "two weeks ago", "a year after the 1998 final"."""

    count: Decimal
    unit: Granularity
    of: Expression

    def readings(self, base: Day) -> tuple[Date, ...]:
        """Return the other time's days, shifted."""
        return tuple(
            Date(shifted(d.earliest, self.count, self.unit), shifted(d.latest, self.count, self.unit))
            for d in self.of.readings(base)
            if d.earliest is not None and d.latest is not None
        )


def shifted(day: Day, count: Decimal, unit: Granularity) -> Day:
    """Return the day so many units later; a part of a month is counted in days."""
    if unit in _DAYS_IN:
        return day.plus(int(count * _DAYS_IN[unit]))
    months = count * _MONTHS_IN.get(unit, 1)
    if abs(months) > 10**6:
        return day
    whole = int(months)
    return day.months_later(whole).plus(int((months - whole) * 30))


@dataclass(frozen=True, slots=True)
class Fields:
    """A month, day or weekday without its year or week; `direction` -1, 0, 1 for last, this, next, None if it is not said."""

    written: Written
    direction: int | None = None
    anchor: str = PUBLICATION

    def readings(self, base: Day) -> tuple[Date, ...]:
        """Return the nearest ones before and after the base, or what last, this or next may mean."""
        if self.written.month is None and self.written.weekday is not None and self.written.day is None:
            return _weekdays(self.written.weekday, self.direction, base)
        if self.direction == 0:
            return tuple(of_year(self.written, base.year)) or ()
        found = nearest(lambda year: of_year(self.written, year), self.direction, base)
        fitting = tuple(d for d in found if d.day is not None and d.day.weekday == self.written.weekday)
        return fitting or found


def nearest(in_year: Callable[[int], Iterator[Date]], direction: int | None, base: Day) -> tuple[Date, ...]:
    """Return the last date before the base, the first one not before it, or both if the direction is open."""
    before: tuple[Date, ...] = ()
    after: tuple[Date, ...] = ()
    if direction is None or direction < 0:
        earlier = (date for step in range(_SEARCHED) for date in reversed(tuple(in_year(base.year - step))))
        before = tuple(islice((date for date in earlier if date.latest is not None and date.latest < base), 1))
    if direction is None or direction > 0:
        later = (date for step in range(_SEARCHED) for date in in_year(base.year + step))
        after = tuple(islice((date for date in later if date.latest is not None and date.latest >= base), 1))
    return (*before, *after)


def _weekdays(weekday: int, direction: int | None, base: Day) -> tuple[Date, ...]:
    """Return the days that a weekday may mean: last Tuesday is the latest one, or that of the week before."""
    monday = base.plus(-base.weekday)
    here = monday.plus(weekday)
    before = here if here < base else here.plus(-7)
    options = {None: (before, before.plus(7)), 0: (here,), -1: (here.plus(-7), before), 1: (here.plus(7), _after(here, base))}
    return tuple(Date.of_day(day) for day in dict.fromkeys(options[direction]))


def _after(here: Day, base: Day) -> Day:
    return here if here > base else here.plus(7)


def of_year(written: Written, year: int) -> Iterator[Date]:
    """Yield the days of a year that the fields name: a day only if it falls on the weekday that is written."""
    whole = replace(written, year=year)
    if not whole.possible:
        return
    if written.month is None:
        if written.day is not None:
            for month in range(1, 13):
                if written.day <= month_length(year, month):
                    yield from _on_weekday(Day(year, month, written.day), written.weekday)
        return
    if written.day is None:
        yield Date.of_month(year, written.month)
    else:
        yield Date.of_day(Day(year, written.month, written.day))


def _on_weekday(day: Day, weekday: int | None) -> Iterator[Date]:
    if weekday is None or day.weekday == weekday:
        yield Date.of_day(day)


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many units up to a day, or from it on: "the past three weeks" (-3), "the next two months" (2)."""

    count: Decimal
    unit: Granularity
    anchor: str = PUBLICATION

    def readings(self, base: Day) -> tuple[Date, ...]:
        """Return the days between the base and the other end."""
        other = shifted(base, self.count, self.unit)
        if self.count < 0:
            return (Date(min(other, base.plus(-1)), base.plus(-1)),)
        return (Date(base.plus(1), max(other, base.plus(1))),)


@dataclass(frozen=True, slots=True)
class Either:
    """One of several expressions: 03/04 is a day of March or of April."""

    options: tuple[Fields, ...]
    anchor: str = PUBLICATION

    def readings(self, base: Day) -> tuple[Date, ...]:
        """Return the readings of all."""
        return tuple(reading for option in self.options for reading in option.readings(base))

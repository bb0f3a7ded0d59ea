"""From the words of a match to calendar fields: years, months, days, weekdays, units."""

from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.annotate.numerals import number, ordinal
from claimcheck.annotate.times.meaning import Length, Match, Node, Number, When, absolute
from claimcheck.annotate.times.vocabulary import FEASTS, VAGUE
from claimcheck.values.date import MONTHS, UNKNOWN_DATE, WEEKDAYS, Date, Day, Granularity, Written
from claimcheck.values.relative import PUBLICATION, Derived, Expression, Fields, nearest

_MONTHS = {month[:3].lower(): index for index, month in enumerate(MONTHS, 1)}
_WEEKDAYS = {day[:3].lower(): index for index, day in enumerate(WEEKDAYS)}
UNITS = {
    "day": (Granularity.DAY, 1), "night": (Granularity.DAY, 1), "week": (Granularity.WEEK, 1), "wk": (Granularity.WEEK, 1),
    "fortnight": (Granularity.WEEK, 2), "weekend": (Granularity.WEEKEND, 1), "month": (Granularity.MONTH, 1),
    "quarter": (Granularity.QUARTER, 1), "half-year": (Granularity.HALF, 1),
    "year": (Granularity.YEAR, 1), "yr": (Granularity.YEAR, 1),
    "decade": (Granularity.DECADE, 1), "century": (Granularity.CENTURY, 1), "centurie": (Granularity.CENTURY, 1),
    "half-century": (Granularity.YEAR, 50), "millennium": (Granularity.CENTURY, 10), "millennia": (Granularity.CENTURY, 10),
}  # fmt: skip
_CLOCK_UNITS = {"hour": "hour", "hr": "hour", "minute": "minute", "min": "minute", "second": "second", "sec": "second"}
DAYS_OF_SPEECH = {Granularity.WEEK: 7, Granularity.MONTH: 31, Granularity.QUARTER: 92, Granularity.YEAR: 366,
                  Granularity.DECADE: 1096, Granularity.CENTURY: 36525}  # fmt: skip


def month_of(node: Node) -> int:
    """Return the month that a word names."""
    return _MONTHS[node.word[:3]]


def weekday_of(node: Node) -> int:
    """Return the weekday that a word names, 0 for Monday."""
    return _WEEKDAYS[node.word[:3]]


def rank_of(node: Node) -> int | None:
    """Return the rank of an ordinal or a plain number, -1 for "last"."""
    if isinstance(node.meaning, Number):
        return int(node.meaning.value)
    if node.kind in {"LAST", "FINAL"}:
        return -1
    return int(node.word) if node.word.isdigit() else ordinal(node.word)


def count_of(node: Node) -> Decimal | None:
    """Return the number that a node counts; 1 for "a", None for "several"."""
    if isinstance(node.meaning, Number):
        return Decimal(node.meaning.value)
    if node.kind == "A":
        return Decimal(1)
    return number(node.word) if len(node.word) < 20 else None


def year_of(node: Node, *, before_christ: bool = False) -> int | None:
    """Return the year that a node names: '98 is 1998, and 44 before Christ is -43."""
    if node.kind == "YY":
        short = int(node.word[-2:])
        return 1900 + short if short > 30 else 2000 + short
    value = count_of(node)
    if value is None or value != int(value) or not 1 <= value <= 99_999:
        return None
    return 1 - int(value) if before_christ else int(value)


def unit_of(node: Node) -> tuple[Granularity, int] | None:
    """Return the unit of the calendar that a word names, and how many of it: a fortnight is two weeks; None for hours."""
    return UNITS.get(node.word) or UNITS.get(node.word.removesuffix("s"))


def clock_unit(node: Node) -> str | None:
    """Return "hour", "minute" or "second", if the word names one."""
    return _CLOCK_UNITS.get(node.word) or _CLOCK_UNITS.get(node.word.removesuffix("s"))


def days(written: Written) -> Date:
    """Return the days that written fields name; unknown without a year, or if the calendar has no such day."""
    if written.year is None or not written.possible:
        return UNKNOWN_DATE
    if written.month is None:
        return Date.of_year(written.year)
    if written.day is None:
        return Date.of_month(written.year, written.month)
    return Date.of_day(Day(written.year, written.month, written.day))


def calendar(written: Written, **more: object) -> When:
    """Return the time of calendar fields: a day, a month or a year; relative, if there is no year."""
    unit = (
        Granularity.DAY
        if written.day or written.weekday is not None
        else Granularity.MONTH
        if written.month
        else Granularity.YEAR
    )
    if written.year is None:
        return When(Fields(written), unit, written, approximate=True, **more)  # type: ignore[arg-type]  # fields of When
    date = days(written)
    return absolute((date,) if date.known else (), unit, written, **more)


def written_in(match: Match, *, before_christ: bool = False) -> Written | None:
    """Return the fields in the groups year, month, day and weekday; None if a number is none that a date has."""
    year = year_of(match["year"], before_christ=before_christ) if "year" in match else None
    day = rank_of(match["day"]) if "day" in match else None
    if ("year" in match and year is None) or ("day" in match and (day is None or not 1 <= day <= 39)):
        return None
    month = month_of(match["month"]) if "month" in match else None
    return Written(year, month, day, weekday_of(match["weekday"]) if "weekday" in match else None)


def easter(year: int) -> Day:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm, in Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    t = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * t) // 451
    month, day = divmod(h + t - 7 * m + 114, 31)
    return Day(year, month, day + 1)


def feast_day(name: str, year: int) -> Day:
    """Return the day that a named day falls on in a year."""
    if name in FEASTS["fixed"]:
        month, day = FEASTS["fixed"][name]
        return Day(year, month, day)
    if name in FEASTS["easter"]:
        return easter(year).plus(FEASTS["easter"][name])
    weekday, rank, month, after = FEASTS["ranked"][name]
    if rank < 0:
        last = Day.last_of(year, month)
        return last.plus(-((last.weekday - weekday) % 7) + after)
    first = Day(year, month, 1)
    return first.plus((weekday - first.weekday) % 7 + 7 * (rank - 1) + after)


@dataclass(frozen=True, slots=True)
class Feast:
    """A named day without its year; `direction` -1, 0, 1 for last, this, next, None if it is not said."""

    name: str
    direction: int | None = None
    anchor: str = PUBLICATION

    def readings(self, base: Day) -> tuple[Date, ...]:
        """Return the nearest ones before and after the base, or the one that is said."""
        if self.direction == 0:
            return (Date.of_day(feast_day(self.name, base.year)),)
        return nearest(lambda year: iter((Date.of_day(feast_day(self.name, year)),)), self.direction, base)


@dataclass(frozen=True, slots=True)
class FeastOf(Derived):
    """A named day in a year that another time tells: "Christmas last year"."""

    name: str
    of: Expression

    def readings(self, base: Day) -> tuple[Date, ...]:
        """Return the day in that year."""
        years = [date.year for date in self.of.readings(base)]
        return tuple(Date.of_day(feast_day(self.name, year)) for year in years if year is not None)


def feast(name: str, year: int | None, direction: int | None = None) -> When:
    """Return the time of a named day; people say "at Christmas" of the days around it too."""
    slack = 1 if name in {"christmas", "easter", "thanksgiving", "xmas"} else 0
    if year is not None:
        day = feast_day(name, year)
        return absolute(
            Date.of_day(day),
            Granularity.DAY,
            Written(year, day.month, day.day if not slack else None),
            slack=slack,
            approximate=slack > 0,
        )
    return When(Feast(name, direction), Granularity.DAY, approximate=True, slack=slack)


def length(low: Decimal | None, node: Node, high: Decimal | None = None) -> Length | None:
    """Return so many of the unit that a node names; without `high` it is just `low`."""
    high = low if high is None else high
    found = unit_of(node)
    if found is not None:
        unit, times = found
        return Length(low and low * times, high and high * times, unit)
    clock = clock_unit(node)
    return Length(low, high, Granularity.MOMENT, clock) if clock else None


def vague(word: Node, node: Node) -> Length | None:
    """Return the length of "several years", of which the number lies between two bounds or has no upper one."""
    low, high = VAGUE[word.word]
    made = length(Decimal(low), node, Decimal(high or 1000))
    return made if made is None or high else replace(made, high=None)


def when_of(node: Node) -> When:
    """Return the time that a node stands for; a bare number is a year.

    Raises:
        TypeError: it is no time, so that a rule is wrong.
    """
    made = node.meaning
    if node.kind == "YEAR":
        return calendar(Written(int(node.word)))
    if not isinstance(made, When):
        raise TypeError(f"a time is needed, got {node.kind}")
    return made

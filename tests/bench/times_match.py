"""Whether a mention says what a gold result of Recognizers-Text says: types, days, times of day, durations, recurrences."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from bench.timeline import readings, stretches
from bench.times_gold import UNRESOLVED, Gold, Value
from claimcheck.claim import Mention
from claimcheck.values.date import Date, Day, Granularity
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Bound, Clock, Period, Recurrence, Time

SECONDS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86_400, "night": 86_400, "week": 604_800, "weekend": 172_800,
    "fortnight": 1_209_600, "month": 2_592_000, "quarter": 7_776_000, "year": 31_536_000, "decade": 315_360_000,
    "century": 3_153_600_000,
}  # fmt: skip
_MONTHS_IN = {
    Granularity.MONTH: 1, Granularity.QUARTER: 3, Granularity.HALF: 6, Granularity.YEAR: 12, Granularity.DECADE: 120,
}  # fmt: skip
_DAYS_IN = {Granularity.DAY: 1, Granularity.WEEK: 7}
_LEAST_DAYS = {
    Granularity.WEEK: 7, Granularity.MONTH: 28, Granularity.SEASON: 80, Granularity.QUARTER: 90, Granularity.HALF: 181,
    Granularity.YEAR: 365, Granularity.DECADE: 3652, Granularity.CENTURY: 36_524,
}  # fmt: skip
_PERIODS = {"D": (1, "D"), "WD": (1, "D"), "W": (7, "D"), "M": (1, "M"), "Y": (12, "M"), "WE": (1, "WE")}
_SET_DAY = re.compile(r"XXXX-WXX-(\d)(?:T(.*))?")
_SET_TIME = re.compile(r"T(\d\d)(?::(\d\d))?|T[A-Z]{2}")
_SET_PERIOD = re.compile(r"P([\d.]+)([A-Z]+)")
_VAGUE = re.compile(r"\b(?:few|some|several|couple)\b", re.IGNORECASE)
_PART = ("start", "mid", "end")
_SEASONS = re.compile(r"(?:.*-)?(?:SU|SP|FA|WI)")


def is_of_type(mention: Mention, gold: Gold) -> bool:
    """Return whether the mention is of the gold's type, taken by what its value is."""
    value = mention.value
    match gold.type:
        case "time":
            return isinstance(value, Clock)
        case "duration":
            return isinstance(value, Quantity) and mention.type == "DURATION"
        case "set":
            return isinstance(value, Recurrence)
        case "datetime":
            return isinstance(value, Time) and (value.clock is not None or gold.values[0].timex == "PRESENT_REF")
        case "date":
            return isinstance(value, Time) and value.clock is None and all(r.day for r in readings(value))
    if isinstance(value, Time):
        return value.clock is None and not any(r.day for r in readings(value))
    return isinstance(value, Period)


def number_of_readings(mention: Mention) -> int:
    """Return how many readings the value has; a time of day without a.m. and p.m. has two."""
    value = mention.value
    if isinstance(value, Clock):
        return 2 if value.open else 1
    if isinstance(value, Time):
        return max(1, len(readings(value))) * (2 if value.clock and value.clock.open else 1)
    if isinstance(value, Period):
        return max(1, len(_stretches(value)))
    return 1


def fits(mention: Mention, value: Value, gold: Gold) -> bool:
    """Return whether a reading of the mention, of the gold's type, is the gold value."""
    ours = mention.value
    if isinstance(ours, Clock):
        return value.value in clocks(ours)
    if isinstance(ours, Quantity):
        return duration_fits(ours, value, gold.words)
    if isinstance(ours, Recurrence):
        return recurrence_fits(ours, value.timex)
    if isinstance(ours, Period):
        return any(_stretch_fits(start, end, ours, value) for start, end in _stretches(ours))
    return isinstance(ours, Time) and time_fits(ours, value)


def time_fits(time: Time, value: Value) -> bool:
    """Return whether a reading of the time is the gold value."""
    if value.value == UNRESOLVED:
        return unresolved_fits(time, value.timex)
    if value.timex == "PRESENT_REF":
        return any(str(r.day) == value.value[:10] for r in readings(time))
    if time.clock is not None:
        return any(value.value == f"{r.day} {clock}" for r in readings(time) for clock in clocks(time.clock))
    if value.value:
        return any(str(r.day) == value.value for r in readings(time))
    if value.mod in _PART:
        return any(_common(r, value) > 0.5 for r in readings(time))
    return any((str(r.earliest), _next(r)) == (value.start, value.end) for r in readings(time))


def unresolved_fits(time: Time, timex: str) -> bool:
    """Return whether the time is of the kind that the gold leaves unresolved, or names a day that no calendar has."""
    if _SEASONS.fullmatch(timex):
        return time.granularity is Granularity.SEASON
    if timex[:2] in {"FY", "SY"}:
        return time.granularity is Granularity.FISCAL
    written = time.written
    fields = [f for f in (written.year, written.month, written.day) if f is not None]
    return not readings(time) and fields == [int(part) for part in re.findall(r"\d+", timex.partition("T")[0])]


def clocks(clock: Clock) -> tuple[str, ...]:
    """Return the times of day that are meant: both halves of the day if it is not said which."""
    hours = (clock.hour % 12, clock.hour % 12 + 12) if clock.open else (clock.hour % 24,)
    return tuple(f"{hour:02}:{clock.minute or 0:02}:{clock.second or 0:02}" for hour in hours)


def _next(date: Date) -> str:
    return str(date.latest.plus(1)) if date.latest is not None else ""


def _common(date: Date, value: Value) -> float:
    """Return the share of the days of both that lie in both."""
    if date.earliest is None or date.latest is None or not value.start or not value.end:
        return 0
    first, last = Day.parse(value.start[:10]).number, Day.parse(value.end[:10]).number
    start, end = date.earliest.number, date.latest.number + 1
    return max(0, min(end, last) - max(start, first)) / (max(end, last) - min(start, first))


def _stretches(period: Period) -> list[tuple[Date | None, Date | None]]:
    """Return the readings of both ends of the period; None for an end that is not said."""
    starts, ends = readings(period.start), readings(period.end)
    if not starts or not ends:
        return [(s, None) for s in starts] + [(None, e) for e in ends]
    return [*stretches(starts, ends)]


def _stretch_fits(start: Date | None, end: Date | None, period: Period, value: Value) -> bool:
    if bool(value.start) != (start is not None) or bool(value.end) != (end is not None):
        return False
    behind = period.bound is Bound.AFTER
    return (start is None or _bound_fits(start, period.start.granularity, value.start, value.mod, behind)) and (
        end is None or _bound_fits(end, period.end.granularity, value.end, value.mod, False)
    )


def _bound_fits(days: Date, granularity: Granularity, gold: str, mod: str, behind: bool) -> bool:
    """Return whether the gold day is the first of the days, or behind them the next one.

    In a part of a unit it is anywhere, and where the gold names the part, near it.
    """
    if days.earliest is not None and days.latest is not None and _is_part(days, granularity):
        width = days.earliest.until(days.latest) + 1 if "-" in mod else 0
        return str(days.earliest.plus(-width)) <= gold[:10] <= str(days.latest.plus(1 + width))
    return gold[:10] == (_next(days) if behind and days.day is None else str(days.earliest))


def _is_part(days: Date, granularity: Granularity) -> bool:
    """Return whether the days are but a part of the unit that is named ("the end of 2031")."""
    if days.earliest is None or days.latest is None:
        return False
    return days.earliest.until(days.latest) + 1 < _LEAST_DAYS.get(granularity, 0)


def duration_fits(quantity: Quantity, value: Value, words: str) -> bool:
    """Return whether the duration is that of the gold, or is bounded by it as the gold says."""
    try:
        factor, gold = SECONDS[quantity.unit], Decimal(value.value)
    except (KeyError, InvalidOperation):
        return False
    low, high = (None if n is None else n * factor for n in (quantity.low, quantity.high))
    if value.mod == "more":
        return high is None and low == gold
    if value.mod == "less":
        return high == gold and low in {None, 0}
    if _VAGUE.search(words):
        return (low is None or low <= gold) and (high is None or gold <= high)
    return low == high == gold


def recurrence_fits(ours: Recurrence, timex: str) -> bool:
    """Return whether what comes again is the period or the day of the gold; the gold does not tell every other week."""
    written = ours.on.written if ours.on is not None else None
    if match := _SET_DAY.match(timex):
        return written is not None and written.weekday == int(match[1]) - 1 and _clock_fits(ours.on, match[2])
    if timex.startswith("XXXX-XX-"):
        return written is not None and written.day == int(timex[8:])
    if timex.startswith("XXXX-WXX-WE"):
        return (ours.count, ours.unit) == (1, Granularity.WEEKEND)
    if _SET_TIME.fullmatch(timex):
        return (ours.count, ours.unit) == (1, Granularity.DAY) and _clock_fits(ours.on, timex[1:])
    match = _SET_PERIOD.fullmatch(timex)
    if match is None or match[2] not in _PERIODS:
        return False
    size, unit = _PERIODS[match[2]]
    return _period_of(ours) == (Decimal(match[1]) * size, unit)


def _period_of(ours: Recurrence) -> tuple[Decimal, str]:
    if ours.unit in _MONTHS_IN:
        return ours.count * _MONTHS_IN[ours.unit], "M"
    return (ours.count * _DAYS_IN[ours.unit], "D") if ours.unit in _DAYS_IN else (ours.count, "WE")


def _clock_fits(on: Time | None, gold: str | None) -> bool:
    """Return whether the time of day is that of the gold ("11", "11:20"); a part of the day ("AF") is not asked for."""
    if gold is None or not gold[:1].isdigit():
        return True
    return on is not None and on.clock is not None and (gold + ":00:00")[:8] in clocks(on.clock)

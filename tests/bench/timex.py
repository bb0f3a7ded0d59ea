"""Values of time expressions in the notation of TIMEX2, as WikiWars has them."""

from __future__ import annotations

import re
from decimal import Decimal

from bench.timeline import readings
from claimcheck.claim import Mention
from claimcheck.values.date import Date, Day, Granularity
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Clock, Recurrence, Time

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_SEASON_WORDS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_PARTS = {
    "morning": "MO", "dawn": "MO", "afternoon": "AF", "evening": "EV", "dusk": "EV", "night": "NI", "midnight": "NI",
}  # fmt: skip
_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y",
    "decade": "DE", "century": "CE",
}  # fmt: skip
_AGAIN = {
    Granularity.DAY: "XXXX-XX-XX", Granularity.WEEK: "XXXX-WXX", Granularity.MONTH: "XXXX-XX", Granularity.YEAR: "XXXX",
}  # fmt: skip
_ONCE = {"P1D": "XXXX-XX-XX", "P1W": "XXXX-WXX", "P1M": "XXXX-XX", "P1Y": "XXXX"}
_IN_YEARS = {"DE": 10, "CE": 100}
_MODS = (
    ("START", re.compile(r"\b(?:early|earlier|beginning|start|first (?:days|weeks|months|years) of)\b", re.IGNORECASE)),
    ("MID", re.compile(r"\b(?:mid|middle|midst)\b", re.IGNORECASE)),
    ("END", re.compile(r"\b(?:late|later|latter|end|close)\b", re.IGNORECASE)),
    ("APPROX", re.compile(r"\b(?:about|around|circa|approximately|some|roughly)\b|\bc\.", re.IGNORECASE)),
    ("MORE_THAN", re.compile(r"\b(?:more than|over)\b", re.IGNORECASE)),
    ("LESS_THAN", re.compile(r"\b(?:less than|under|nearly|almost|within)\b", re.IGNORECASE)),
)  # fmt: skip
_NOW = re.compile(r"\b(?:now|present|currently|current|today|nowadays|this (?:time|point)|still)\b", re.IGNORECASE)
_COMING = re.compile(r"\b(?:future|soon|shortly|later|upcoming|next|coming|eventually)\b", re.IGNORECASE)
_PERIOD = re.compile(r"P(T?)([\d.]+|X+)([A-Z]+)")


def values(mention: Mention, words: str) -> tuple[str, ...]:
    """Return the value of the mention for each of its readings, "" if the notation has none for it.

    The part of a day and of a year that the words name ("morning", "summer") is taken from them
    where the value leaves it open.
    """
    value = mention.value
    if isinstance(value, Time):
        days = readings(value)
        return tuple(dict.fromkeys(_of_days(day, value, words) for day in days)) or (_unknown(value, words),)
    if isinstance(value, Clock):
        return (f"XXXX-XX-XX{value}",)
    if isinstance(value, Recurrence):
        return (_of_recurrence(value, words),)
    return (_of_duration(value, words),) if isinstance(value, Quantity) else ("",)


def modifier(words: str) -> str:
    """Return the `mod` that the words ask for, or ""."""
    return next((name for name, pattern in _MODS if pattern.search(words)), "")


def plain(value: str, again: bool = False) -> str:
    """Return a value in one form of several that mean the same: weeks as days, decades and centuries as years.

    What comes `again` every day may be P1D too.
    """
    if again and value in _ONCE:
        return _ONCE[value]
    match = _PERIOD.fullmatch(value)
    if match is None or match[1]:
        return value
    if match[2].startswith("X"):
        return f"PX{match[3]}"
    if match[3] == "W":
        return f"P{_number(Decimal(match[2]) * 7)}D"
    factor, unit = _IN_YEARS.get(match[3], 1), "Y" if match[3] in _IN_YEARS else match[3]
    return f"P{_number(Decimal(match[2]) * factor)}{unit}"


def _of_days(days: Date, time: Time, words: str) -> str:
    """Return the value of a reading, as fine as the expression is."""
    day, last = days.earliest, days.latest
    if day is None or last is None:
        return ""
    if time.granularity is Granularity.MOMENT:
        return "PRESENT_REF"
    if time.clock is not None:
        return f"{_day(day)}{time.clock}"
    if day == last:
        return _day(day) + _part(words)
    return _of_unit(day, last, time.granularity)


def _of_unit(day: Day, last: Day, granularity: Granularity) -> str:
    """Return the value of a unit of the calendar that begins on a day; of an unclear one the least that holds all days."""
    whole = _year(day.year)
    match granularity:
        case Granularity.MONTH:
            return f"{whole}-{day.month:02}"
        case Granularity.SEASON:
            return f"{whole}-{_SEASONS.get(day.month, 'WI')}"
        case Granularity.QUARTER:
            return f"{whole}-Q{(day.month + 2) // 3}"
        case Granularity.HALF:
            return f"{whole}-H{(day.month + 5) // 6}"
        case Granularity.WEEK | Granularity.WEEKEND:
            year, week = _week(day)
            return f"{_year(year)}-W{week:02}" + ("-WE" if granularity is Granularity.WEEKEND else "")
    return _of_years(day, last, granularity)


def _of_years(day: Day, last: Day, granularity: Granularity) -> str:
    whole = _year(day.year)
    if granularity is Granularity.CENTURY:
        return whole[:-2]
    if granularity is Granularity.DECADE:
        return _year(last.year)[:-1]
    if day.year == last.year:
        month = granularity is Granularity.UNCLEAR and day.month == last.month
        return f"{whole}-{day.month:02}" if month else whole
    return whole[:-1] if day.year // 10 == last.year // 10 else whole[:-2]


def _week(day: Day) -> tuple[int, int]:
    """Return year and number of the ISO week."""
    thursday = day.plus(3 - day.weekday)
    return thursday.year, Day(thursday.year, 1, 1).until(thursday) // 7 + 1


def _year(year: int) -> str:
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def _day(day: Day) -> str:
    return f"{_year(day.year)}-{day.month:02}-{day.day:02}"


def _part(words: str) -> str:
    """Return the part of the day that the words name."""
    found = next((part for word, part in _PARTS.items() if re.search(rf"\b{word}\b", words, re.IGNORECASE)), "")
    return f"T{found}" if found else ""


def _unknown(time: Time, words: str) -> str:
    """Return the value of an expression that is not anchored: what it spells out, or that it is now, to come or past."""
    written = time.written
    if written.month is not None:
        return f"XXXX-{written.month:02}" + (f"-{written.day:02}" if written.day is not None else "")
    if written.weekday is not None:
        return f"XXXX-WXX-{written.weekday + 1}"
    season = next((code for word, code in _SEASON_WORDS.items() if re.search(rf"\b{word}\b", words, re.IGNORECASE)), "")
    if season:
        return f"XXXX-{season}"
    if part := _part(words):
        return f"XXXX-XX-XX{part}"
    return "PRESENT_REF" if _NOW.search(words) else "FUTURE_REF" if _COMING.search(words) else "PAST_REF"


def _of_recurrence(ours: Recurrence, words: str) -> str:
    if ours.on is not None and ours.on.written.weekday is not None:
        return f"XXXX-WXX-{ours.on.written.weekday + 1}"
    if ours.count != 1:
        return f"P{_number(ours.count)}{_LETTERS.get(ours.unit.value, '')}"
    return _AGAIN.get(ours.unit, "") + (_part(words) if ours.unit is Granularity.DAY else "")


def _of_duration(quantity: Quantity, words: str) -> str:
    """Return the duration; one that is bounded is as long as its bound, one without a number has an X."""
    ends = {n for n in (quantity.low, quantity.high) if n is not None and n != 0}
    letters = _LETTERS.get(quantity.unit, "")
    head, letter = ("PT", letters[1:]) if letters[:1] == "T" else ("P", letters)
    if len(ends) == 1:
        return f"{head}{_number(ends.pop())}{letter}"
    if quantity.unit == "day" and "week" in words.lower():
        letter = "W"
    if quantity.unit == "year" and (named := re.search(r"decade|centur", words, re.IGNORECASE)):
        letter = "DE" if named[0].lower() == "decade" else "CE"
    return f"{head}X{letter}"


def _number(number: Decimal) -> str:
    return f"{number.normalize():f}"

"""What a cell of a table means: dates, numbers and names."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal

from claimcheck.values.date import MONTHS, Date, Day
from claimcheck.values.name import Name
from claimcheck.values.quantity import Quantity

PLACEHOLDERS = frozenset({"-", "–", "—", "?", "n/a", "na", "none", "null", "unknown", "tba", "tbc", "tbd"})

_LAST_YEAR = 2199
_MONTH = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTH |= {name[:3]: number for name, number in _MONTH.items()} | {"sept": 9}
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DAY_MONTH = re.compile(r"([0-9]{1,2}) ([A-Za-z]{3,9})\.? ([0-9]{4})")
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.? (?:([0-9]{1,2}),? )?([0-9]{4})")
_DECADE = re.compile(r"([0-9]{3})0s")
_ABOUT = re.compile(r"(?:c\.|c|ca\.|ca|circa|about) ?([0-9]{4})")
_RANGE = re.compile(r"([0-9]{4}(?:-[0-9]{2}){0,2})(?:/| ?– ?| to | - )([0-9]{4}(?:-[0-9]{2}){0,2})")
_NUMBER = re.compile(r"([$£€])?(-?(?:[0-9]{1,3}(?:[, \u00a0\u2009\u202f'][0-9]{3}){1,7}|[0-9]{1,30})(?:\.[0-9]{1,20})?) ?(%)?")
_SPAN = re.compile(r"([0-9][0-9,.]{0,20})[-–]([0-9][0-9,.]{0,20})")
_CURRENCY = {"$": "USD", "£": "GBP", "€": "EUR"}
_ACRONYM = re.compile(r"(.+?) \(([A-Z][A-Z0-9&.-]{1,9})\)")


def read_date(text: str) -> Date | None:
    """Return the days that a cell means, or None if it does not look like a date at all.

    Read are ISO dates of any precision, ISO intervals, years "1890s" and "c. 1890"
    (ten years either way), and dates with the month in English letters.

    Raises:
        ValueError: it looks like a date, but the calendar has no such day.
    """
    if match := _ISO.fullmatch(text):
        return _date(*match.groups())
    if match := _RANGE.fullmatch(text):
        first, last = (read_date(end) for end in match.groups())
        return None if first is None or last is None else Date(first.earliest, last.latest)
    return _written(text)


def _written(text: str) -> Date | None:
    if match := _DAY_MONTH.fullmatch(text):
        day, name, year = match.groups()
        return _date(year, _MONTH.get(name.casefold()), day) if name.casefold() in _MONTH else None
    if match := _MONTH_DAY.fullmatch(text):
        name, day, year = match.groups()
        return _date(year, _MONTH.get(name.casefold()), day) if name.casefold() in _MONTH else None
    if match := _DECADE.fullmatch(text):
        return Date.of_years(int(match[1]) * 10, int(match[1]) * 10 + 9)
    if match := _ABOUT.fullmatch(text):
        return Date.of_years(int(match[1]) - 10, int(match[1]) + 10)
    return None


def _date(year: str, month: str | int | None = None, day: str | None = None) -> Date:
    if month is None:
        return Date.of_year(_year(int(year)))
    if day is None:
        return Date.of_month(_year(int(year)), _month(int(month)))
    return Date.of_day(Day.of(dt.date(int(year), int(month), int(day))))


def _year(number: int) -> int:
    if number < 1:
        raise ValueError("year must be in 1..9999")
    return number


def _month(number: int) -> int:
    if not 1 <= number <= 12:
        raise ValueError("month must be in 1..12")
    return number


def read_number(text: str, unit: str = "", scale: int = 1) -> Quantity | None:
    """Return the number in `unit`, times `scale`, or None if the cell is no number.

    "828-830" is a range.  A sign in the cell ("$", "£", "€", "%") gives the unit where the column names none.
    """
    if match := _SPAN.fullmatch(text):
        low, high = (read_number(end, unit, scale) for end in match.groups())
        ordered = low and high and low.low is not None and high.high is not None and low.low <= high.high
        return Quantity(low.low, high.high, unit) if low and high and ordered else None
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    number = Decimal(re.sub(r"[^0-9.-]", "", match[2])) * scale
    return Quantity.of(number, unit or _CURRENCY.get(match[1], match[3] or ""))


def read_names(text: str, *, several: bool = False) -> tuple[Name, ...]:
    """Return the names in a cell, split at "|" and, where the column holds `several`, at "&", "and" and commas."""
    pattern = r"\||,? & |,? and |, " if several else r"\|"
    parts = (" ".join(part.split()) for part in re.split(pattern, text))
    return tuple(read_name(part) for part in parts if part)


def read_name(text: str, aliases: tuple[str, ...] = ()) -> Name:
    """Return the name, with the acronym in brackets after it, if any, among its aliases."""
    if match := _ACRONYM.fullmatch(text):
        return Name(match[1], (match[2], *aliases))
    return Name(text, aliases)


def is_date(text: str) -> bool:
    """Return whether the cell is a date, or looks like one and names no day; a bare number beyond our time is none."""
    if text.isdecimal() and len(text) == 4 and int(text) > _LAST_YEAR:
        return False
    try:
        return read_date(text) is not None
    except ValueError:
        return True


def is_number(text: str) -> bool:
    """Return whether the cell is a number."""
    return read_number(text) is not None


def share(cells: list[str], test: Callable[[str], bool]) -> float:
    """Return the part of the cells that pass the test (0 for no cells)."""
    return sum(map(test, cells)) / len(cells) if cells else 0.0

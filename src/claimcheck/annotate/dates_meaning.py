"""What each pattern of a time expression means: from a match to a value."""

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal

from claimcheck.annotate.numerals import number, ordinal
from claimcheck.claim import UNKNOWN_DATE
from claimcheck.values.date import MONTHS, WEEKDAYS, Date, Period, Time, Written
from claimcheck.values.quantity import Quantity

ABBREVIATED = {m[:3]: i for i, m in enumerate(MONTHS, 1)} | {"Sept": 9, "June": 6, "July": 7}
MONTH_NUMBERS = {month: i for i, month in enumerate(MONTHS, 1)} | ABBREVIATED


def _field(match: re.Match[str], name: str) -> str | None:
    return match.groupdict().get(name)


def _month(match: re.Match[str]) -> int | None:
    written = _field(match, "month")
    return MONTH_NUMBERS[written.rstrip(".")] if written else None


def _day(match: re.Match[str]) -> int | None:
    written = _field(match, "day")
    return int(re.sub(r"\D", "", written)) if written else None


def _weekday(match: re.Match[str]) -> int | None:
    written = _field(match, "weekday") or _field(match, "weekday2")
    return next((i for i, w in enumerate(WEEKDAYS) if w[:3] == written[:3]), None) if written else None


def calendar(match: re.Match[str]) -> Time:
    """Return the time of the calendar fields of a match; its days are known if the year is."""
    year = _field(match, "year")
    written = Written(int(year) if year else None, _month(match), _day(match), _weekday(match))
    return Time(days(written), written, approximate=bool(_field(match, "about") or _field(match, "part")))


def days(written: Written) -> Date:
    """Return the days that written fields name; unknown without a year, or if the calendar has no such day."""
    if written.year is None or not written.possible:
        return UNKNOWN_DATE
    if written.month is None:
        return Date.of_year(written.year)
    if written.day is None:
        return Date.of_month(written.year, written.month)
    return Date.of_day(dt.date(written.year, written.month, written.day))


def numeric(match: re.Match[str]) -> Time | None:
    """Return the day of 03/04/2021; both readings, if the order of day and month is open."""
    first, second, year = (int(match[g]) for g in ("a", "b", "year"))
    readings = [Written(year, m, d) for d, m in {(first, second), (second, first)} if m <= 12]
    dates = sorted(str(days(w)) for w in readings if w.possible)
    if not dates:
        return None
    found = [days(w) for w in readings if w.possible]
    wide = Date(min(d.earliest for d in found if d.earliest), max(d.latest for d in found if d.latest))
    return Time(wide, readings[0] if len(dates) == 1 else Written(year), approximate=len(dates) > 1)


def decade(match: re.Match[str]) -> Time:
    """Return the years of "the early 1990s"."""
    start = int(match["decade"])
    first, last = {"early": (0, 4), "mid": (3, 7), "late": (5, 9)}.get(match["part"] or "", (0, 9))
    return Time(Date(dt.date(start + first, 1, 1), dt.date(start + last, 12, 31)), approximate=True)


def century(match: re.Match[str]) -> Time | None:
    """Return the years of a century, by either way of counting: 1800 to 1900."""
    rank = ordinal(match["rank"])
    if rank is None or not 1 <= rank <= 21:
        return None
    start = (rank - 1) * 100
    return Time(Date(dt.date(max(start, 1), 1, 1), dt.date(start + 100, 12, 31)), approximate=True)


def season(match: re.Match[str]) -> Time:
    """Return the year of a season, in either hemisphere: a season of a year says no more than about that year."""
    year = int(match["year"])
    whole = Date.of_year(year)
    if "winter" in match[0].lower():  # it may have begun the year before or end the year after
        whole = Date(dt.date(year - 1, 12, 1), dt.date(year + 1, 3, 31))
    return Time(whole, Written(year), approximate=True)


def fiscal(_: re.Match[str]) -> Time:
    """Return a time without days: which months a business year has is not said."""
    return Time(UNKNOWN_DATE, approximate=True)


def new_year(match: re.Match[str]) -> Time:
    """Return the day of "New Year 2024"."""
    year = int(match["year"] or match["year2"])
    return Time(Date.of_day(dt.date(year, 1, 1)), Written(year, 1, 1))


def christmas(match: re.Match[str]) -> Time:
    """Return the days around Christmas of a year."""
    year = int(match["year"])
    return Time(Date(dt.date(year, 12, 24), dt.date(year, 12, 26)), Written(year, 12), approximate=True)


def _counts(text: str, end: int) -> bool:
    """Return whether the word after a number is one that it counts: "of 1945 people"."""
    following = _FOLLOWING.match(text, end)
    word = following[1] if following else ""
    plural = word.islower() and word.endswith("s") and not word.endswith("ss") and word not in _NOT_COUNTED
    return plural or word in _COUNTED or word in _ERAS


def cued_year(match: re.Match[str]) -> Time | None:
    """Return the year, unless it counts what follows or may as well be a round number: "from 1,500 to 2000"."""
    if _counts(match.string, match.end()) and match.string[match.start() - 3 : match.start()] != "In ":
        return None
    weak = _WEAK_CUE.search(match.string, max(0, match.start() - 9), match.start())
    return None if weak and match["year"].endswith("00") else calendar(match)


def month_day(match: re.Match[str]) -> Time | None:
    """Return the day, unless its number counts what follows: "in May 20 people"."""
    if _field(match, "year") is None and match["day"].isdigit():
        in_month = _IN.search(match.string, max(0, match.start() - 4), match.start())
        if in_month or _counts(match.string, match.end()):
            return None
    return calendar(match)


def day_month(match: re.Match[str]) -> Time | None:
    """Return the day, unless its number counts what follows: "the 31 June weddings"."""
    counting = match[0].startswith("the ") and _field(match, "year") is None and match["day"].isdigit()
    return None if counting and _counts(match.string, match.end()) else calendar(match)


def month_days(match: re.Match[str]) -> Period | None:
    """Return the days of "May 3-7, 2021"."""
    first = calendar(match)
    written = replace(first.written, day=int(match["last"]), weekday=None)
    return Period(first, Time(days(written), written))


def short_years(match: re.Match[str]) -> Period | None:
    """Return the years of "1998-99", of which the second must be later: else it is no short form."""
    start = Time(Date.of_year(int(match["year"])), Written(int(match["year"])))
    year = int(match["year"][:2] + match["short"])
    return Period(start, Time(Date.of_year(year), Written(year))) if year > int(match["year"]) else None


_IN = re.compile(r"\b[Ii]n \Z")
_FOLLOWING = re.compile(r"\s+([A-Za-z]+)\b")
_WEAK_CUE = re.compile(r"\b(?:from|to|of|by|between|and|on|after|before) \Z", re.IGNORECASE)
_ERAS = frozenset({"BC", "BCE", "B"})
_COUNTED = frozenset({"people", "men", "women", "children", "police", "staff", "tonnes", "per"})
_NOT_COUNTED = frozenset(
    {"was", "is", "has", "as", "its", "this", "his", "thus", "across", "does", "less", "perhaps", "towards", "besides", "always"}
    | {"sometimes", "us", "plus", "versus", "series", "elections", "politics", "sales", "championships", "olympics", "games"}
    | {"news", "opens", "ends", "begins", "runs", "marks"}
)


def relative(_: re.Match[str]) -> Time:
    """Return a time whose days rest on another."""
    return Time(UNKNOWN_DATE)


def duration(match: re.Match[str]) -> Quantity | None:
    """Return the length of "two and a half years", in the unit as written where it is one of the calendar's."""
    count = number(match["count"]) or (Decimal(1) if match["count"].lower() in {"a", "an"} else None)
    if count is None:
        return None
    if match["half"]:
        count += Decimal("0.5")
    unit, times = {"fortnight": ("day", 14), "week": ("day", 7), "decade": ("year", 10)}.get(match["unit"], (match["unit"], 1))
    unit, times = ("year", 100) if unit.startswith("centur") else (unit, times)
    return Quantity(count * times, count * times, unit)


def anniversary(match: re.Match[str]) -> Quantity | None:
    """Return the years of "25th anniversary"."""
    rank = ordinal(match["rank"])
    return Quantity.of(rank, "year") if rank is not None else None


def iso(match: re.Match[str]) -> Time:
    """Return the day of 2023-09-06."""
    written = Written(int(match["year"]), int(match["m"]), int(match["d"]))
    return Time(days(written), written)


def any_age(match: re.Match[str]) -> Quantity | None:
    """Return the age of "aged 30", "a 46-year-old" or "18 months old"."""
    count = number(match["count"] or match["count2"] or match["count3"])
    unit, times = ("day", 7) if match["unit"] == "week" else (match["unit"] or "year", 1)
    return Quantity(count * times, count * times, unit) if count is not None and count < 130 else None


def any_clock(match: re.Match[str]) -> Quantity | None:
    """Return the hour of "9.40pm"."""
    hour, minute = int(match["hour"] or match["hour2"]), int(match["minute"] or match["minute2"] or 0)
    return Quantity(Decimal(hour), Decimal(hour), "hour", exact=False) if hour <= 24 and minute <= 59 else None

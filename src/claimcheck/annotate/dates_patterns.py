"""The patterns of time expressions, and what each one means."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from claimcheck.annotate.numerals import DIGITS, ORDINAL_WORDS, WORDS, number, ordinal
from claimcheck.claim import UNKNOWN_DATE, Value
from claimcheck.values.date import MONTHS, WEEKDAYS, Date, Time, Written
from claimcheck.values.quantity import Quantity

_ABBREVIATED = {m[:3]: i for i, m in enumerate(MONTHS, 1)} | {"Sept": 9, "June": 6, "July": 7}
MONTH_NUMBERS = {month: i for i, month in enumerate(MONTHS, 1)} | _ABBREVIATED
_FULL = "|".join(MONTHS)
MONTH = rf"(?:{_FULL}|(?:{'|'.join(sorted(_ABBREVIATED, key=len, reverse=True))})\.?)(?![a-z])"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_DAYNAME = rf"(?:{WEEKDAY}|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat)\b\.?)"
YEAR = r"(?:1\d{3}|20\d\d|2100)(?![\d%]|[.,]\d)"
DAY = r"(?:0?[1-9]|[12]\d|3[0-9])(?:st|nd|rd|th)?(?![\d%.:,/]\d|[\d%])"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
_PART = r"(?:(?P<part>early|mid|late)[\s-]+(?:in\s+|the\s+)*)?"
_HEDGE = r"(?:(?P<about>about|around|circa|c\.|roughly|some time in)\s+)?"
_COUNT = rf"(?:{DIGITS}|{WORDS}|a|an|one)"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|hour|minute|decade|centur(?:y|ie))s?"


_Reader: TypeAlias = Callable[[re.Match[str]], Value | None]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of expression: its name in words, the mention type, its form, and the value of a match (None: not one after all)."""

    name: str
    type: str
    form: re.Pattern[str]
    value: _Reader


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


def _numeric(match: re.Match[str]) -> Time | None:
    """Return the day of 03/04/2021; both readings, if the order of day and month is open."""
    first, second, year = (int(match[g]) for g in ("a", "b", "year"))
    readings = [Written(year, m, d) for d, m in {(first, second), (second, first)} if m <= 12]
    dates = sorted(str(days(w)) for w in readings if w.possible)
    if not dates:
        return None
    found = [days(w) for w in readings if w.possible]
    wide = Date(min(d.earliest for d in found if d.earliest), max(d.latest for d in found if d.latest))
    return Time(wide, readings[0] if len(dates) == 1 else Written(year), approximate=len(dates) > 1)


def _decade(match: re.Match[str]) -> Time:
    start = int(match["decade"])
    first, last = {"early": (0, 4), "mid": (3, 7), "late": (5, 9)}.get(match["part"] or "", (0, 9))
    return Time(Date(dt.date(start + first, 1, 1), dt.date(start + last, 12, 31)), approximate=True)


def _century(match: re.Match[str]) -> Time | None:
    rank = ordinal(match["rank"])
    if rank is None or not 1 <= rank <= 21:
        return None
    start = (rank - 1) * 100 + 1
    return Time(Date(dt.date(start, 1, 1), dt.date(start + 99, 12, 31)), approximate=True)


def _season(match: re.Match[str]) -> Time:
    """Return the months of a season, in either hemisphere: a season of a year says no more than about that year."""
    year = int(match["year"])
    return Time(Date.of_year(year), Written(year), approximate=True)


def _fiscal(_: re.Match[str]) -> Time:
    return Time(UNKNOWN_DATE, approximate=True)


def _new_year(match: re.Match[str]) -> Time:
    year = int(match["year"] or match["year2"])
    return Time(Date.of_day(dt.date(year, 1, 1)), Written(year, 1, 1))


def _christmas(match: re.Match[str]) -> Time:
    year = int(match["year"])
    return Time(Date(dt.date(year, 12, 24), dt.date(year, 12, 26)), Written(year, 12), approximate=True)


def _cued_year(match: re.Match[str]) -> Time | None:
    """Return the year, unless it counts what follows: "of 1945 people"."""
    following = re.match(r"\s+([a-z]+)\b", match.string[match.end() : match.end() + 30])
    if following and (following[1] in _COUNTED or (following[1].endswith("s") and following[1] not in _NOT_COUNTED)):
        return None
    return calendar(match)


_COUNTED = frozenset({"people", "men", "women", "children", "police", "staff", "tonnes", "per"})
_NOT_COUNTED = frozenset({"was", "is", "has", "as", "its", "this", "his", "thus", "across", "does", "less", "perhaps", "towards"})


def _relative(_: re.Match[str]) -> Time:
    return Time(UNKNOWN_DATE)


def _duration(match: re.Match[str]) -> Quantity | None:
    count = Decimal(1) if match["count"].lower() in {"a", "an", "one"} else number(match["count"])
    if count is None:
        return None
    unit, times = {"fortnight": ("day", 14), "week": ("day", 7), "decade": ("year", 10)}.get(match["unit"], (match["unit"], 1))
    unit, times = ("year", 100) if unit.startswith("centur") else (unit, times)
    return Quantity(count * times, count * times, unit)


def _anniversary(match: re.Match[str]) -> Quantity | None:
    rank = ordinal(match["rank"])
    return Quantity.of(rank, "year") if rank is not None else None


def _iso(match: re.Match[str]) -> Time:
    written = Written(int(match["year"]), int(match["m"]), int(match["d"]))
    return Time(days(written), written)


def _any_age(match: re.Match[str]) -> Quantity | None:
    years = number(match["count"] or match["count2"] or match["count3"])
    return Quantity(years, years, "year") if years is not None and years < 130 else None


def _any_clock(match: re.Match[str]) -> Quantity | None:
    hour, minute = int(match["hour"] or match["hour2"]), int(match["minute"] or match["minute2"] or 0)
    return Quantity(Decimal(hour), Decimal(hour), "hour", exact=False) if hour <= 24 and minute <= 59 else None


def _after(words: str, more: str = "") -> str:
    """Return a look-behind for one of the words, also with a capital, and a space; `more` are further look-behinds."""
    forms = sorted({form for word in words.split() for form in (word, word.capitalize())})
    return "(?:" + "|".join([rf"(?<=\b{form} )" for form in forms] + ([more] if more else [])) + ")"


_YEAR_CUES = "in since during until till before by after from to of between and through year late early on"
_MONTH_CUES = "in since until by from to of during early late"
_CUED_YEAR = _after(_YEAR_CUES, r"(?<=\bmid-)|(?<=\()|(?<=[-–])") + r"(?:(?P<about>about|around|circa|late|early|roughly)\s+)?"
_OWNED_YEAR = _after("the a its their his her")
_CUED_MONTH = _after(_MONTH_CUES, r"(?<=\bmid-)")
_QUARTER = r"(?:first|second|third|fourth|last)\s+(?:fiscal\s+)?(?:quarter|half)"
_FISCAL = rf"(?:fiscal|financial|tax)(?:\s+year)?\s+{YEAR}(?:[-–/]\d\d(?:\d\d)?)?"
_RANK = rf"(?P<rank>\d{{1,4}}(?:st|nd|rd|th)|{ORDINAL_WORDS})"
_AGES = (
    rf"aged\s+(?P<count>{DIGITS}|{WORDS})|at\s+the\s+age\s+of\s+(?P<count2>{DIGITS}|{WORDS})"
    rf"|(?P<count3>\d{{1,3}}|{WORDS})[\s-]+years?[\s-]+old"
)
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s?(?:a\.m\.|p\.m\.|am|pm|noon)"
    r"|(?P<hour2>\d{1,2}):(?P<minute2>\d\d)(?::\d\d)?"
)
_AGO = rf"{_COUNT}\s+(?:day|week|month|year|decade)s?\s+(?:ago|earlier|later|before|after(?=\s+the))"
_DEICTIC = (
    rf"(?:this|last|next|the\s+(?:previous|following|same|coming|past))\s+"
    rf"(?:week(?:end)?|month|year|quarter|decade|century|night|{SEASON}|{_FULL}|{WEEKDAY})|today|yesterday|tomorrow|tonight"
)
_WEEKDAY_BEFORE = rf"(?:(?P<weekday>{_DAYNAME}),?\s+)?"
_YEAR_AFTER = rf"(?:,?\s+(?P<year>{YEAR}))?"
_NEW_YEAR = r"New\s+Year(?:['’]s(?:\s+Day)?)?"
_TIME_OF_DAY = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime))?"


def _pattern(name: str, form: str, value: _Reader, kind: str = "DATE", *, any_case: bool = False) -> Pattern:
    """Return the pattern of whole words, that are no part of a path, a price or a compound."""
    flags = re.IGNORECASE if any_case else 0
    return Pattern(name, kind, re.compile(rf"(?<![\w/$£€#.-])(?:{form})(?![\w/])", flags), value)


def _cued(name: str, form: str, value: _Reader) -> Pattern:
    """Return the pattern of an expression that what stands around it must show to be one."""
    return Pattern(name, "DATE", re.compile(form), value)


# In the order of precedence: an expression that an earlier pattern reads is not read again.
PATTERNS = (
    _pattern("year-month-day", r"(?P<year>\d{4})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])", _iso),
    _pattern(
        "day month year", rf"{_WEEKDAY_BEFORE}(?:the\s+)?(?P<day>{DAY})(?:\s+of)?\s+(?P<month>{MONTH}){_YEAR_AFTER}", calendar
    ),
    _pattern("month day year", rf"{_WEEKDAY_BEFORE}(?P<month>{MONTH})\s+(?P<day>{DAY}){_YEAR_AFTER}", calendar),
    _pattern("day/month/year", r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<year>(?:19|20)\d\d)", _numeric),
    _pattern("New Year", rf"(?P<year>{YEAR})\s+{_NEW_YEAR}|{_NEW_YEAR},?\s+(?P<year2>{YEAR})", _new_year),
    _pattern("Christmas of a year", rf"Christmas(?:\s+(?:Day|Eve))?,?\s+(?:of\s+)?(?P<year>{YEAR})", _christmas),
    _pattern("month year", rf"{_HEDGE}{_PART}(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})", calendar),
    _pattern("season of a year", rf"(?:the\s+)?{SEASON}(?:\s+of)?\s+(?P<year>{YEAR})", _season, any_case=True),
    _pattern("quarter", rf"Q[1-4](?:\s+{YEAR})?|{_QUARTER}(?:\s+of\s+{YEAR})?", _fiscal, any_case=True),
    _pattern("fiscal year", _FISCAL, _fiscal, any_case=True),
    _pattern("decade", rf"(?:the\s+)?{_PART}(?P<decade>(?:1\d|20)\d0)['’]?s", _decade, any_case=True),
    _pattern("century", rf"(?:the\s+)?{_PART}{_RANK}[\s-]+century", _century, any_case=True),
    _pattern("anniversary", rf"{_RANK}[\s-]+anniversary", _anniversary, "ANNIVERSARY", any_case=True),
    _pattern("age", _AGES, _any_age, "AGE", any_case=True),
    _pattern("clock time", _CLOCK, _any_clock, "TIME", any_case=True),
    _pattern("time ago", _AGO, _relative, any_case=True),
    _pattern("duration", rf"(?P<count>{_COUNT})[\s-]+{_UNIT}", _duration, "DURATION", any_case=True),
    _pattern("relative date", _DEICTIC, _relative, any_case=True),
    _cued("year with a cue", rf"{_CUED_YEAR}(?P<year>{YEAR})(?![\w/])", _cued_year),
    _pattern("about a year", rf"(?P<about>around|circa|c\.)\s+(?P<year>{YEAR})", _cued_year, any_case=True),
    _cued("year before a noun", rf"{_OWNED_YEAR}(?P<year>{YEAR})(?=\s+[a-z]+\b)(?![\w/])", _cued_year),
    _cued("year after a comma", rf"(?<=, )(?P<year>{YEAR})(?=[,.;)]|\s*$)", calendar),
    _cued("years from to", rf"(?<![\w$£€/.-])(?P<year>{YEAR})(?=\s?[-–]\s?(?:{YEAR}|\d\d\b))", calendar),
    _cued("month", rf"{_CUED_MONTH}(?P<month>(?:{_FULL}))(?![\w/])", calendar),
    _pattern("weekday", rf"(?P<weekday>{WEEKDAY}){_TIME_OF_DAY}", calendar),
)


def matches(text: str, start: int, end: int) -> Iterator[tuple[Pattern, re.Match[str]]]:
    """Yield every match of every pattern in text[start:end], pattern by pattern."""
    for pattern in PATTERNS:
        for match in pattern.form.finditer(text, start, end):
            yield pattern, match

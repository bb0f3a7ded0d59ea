"""The patterns of time expressions, in the order of precedence."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from claimcheck.annotate import dates_meaning as read
from claimcheck.annotate.dates_meaning import ABBREVIATED
from claimcheck.annotate.numerals import DIGITS, ORDINAL_WORDS, WORDS
from claimcheck.claim import Value
from claimcheck.values.date import MONTHS, WEEKDAYS

_FULL = "|".join(MONTHS)
MONTH = rf"(?:{_FULL}|(?:{'|'.join(sorted(ABBREVIATED, key=len, reverse=True))})\.?)(?![a-z])"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_DAYNAME = rf"(?:{WEEKDAY}|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat)\b\.?)"
YEAR = r"(?:1\d{3}|20\d\d|2100)(?![\d%]|[.,]\d)"
DAY = r"(?:0?[1-9]|[12]\d|3[0-9])(?:st|nd|rd|th)?(?![\d%.:,/]\d|[\d%])"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
_PART = r"(?:(?P<part>early|mid|late)[\s-]+(?:in\s+|the\s+)*)?"
_HEDGE = r"(?:(?P<about>about|around|circa|c\.|roughly|some time in)\s+)?"
_COUNT = rf"(?:{DIGITS}|{WORDS}|half\s+an?|an?)"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|hour|minute|decade|centur(?:y|ie))s?"


_Reader: TypeAlias = Callable[[re.Match[str]], Value | None]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of expression: its name in words, the mention type, its form, and the value of a match (None: not one after all).

    It is tried only on a text that contains one of `needs` (lower case), since most texts do not.
    """

    name: str
    type: str
    form: re.Pattern[str]
    value: _Reader
    needs: tuple[str, ...]


def _after(words: str, more: str = "") -> str:
    """Return a look-behind for one of the words, also with a capital, and a space; `more` are further look-behinds."""
    forms = sorted({form for word in words.split() for form in (word, word.capitalize())})
    return "(?:" + "|".join([rf"(?<=\b{form} )" for form in forms] + ([more] if more else [])) + ")"


_YEAR_CUES = "in since during until till before by after from to of between and through year late early on"
_MONTH_CUES = "in since until by from to of during early late"
# What they start with stands before the look-behinds, so that these are tried in few places.
_CUED_YEAR = (
    r"(?=[12acelr])"
    + _after(_YEAR_CUES, r"(?<=\bmid-)|(?<=\()|(?<=[-–])")
    + r"(?:(?P<about>about|around|circa|late|early|roughly)\s+)?"
)
_OWNED_YEAR = r"(?=[12])" + _after("the a its their his her")
_CUED_MONTH = r"(?=[ADFJMNOS])" + _after(_MONTH_CUES, r"(?<=\bmid-)")
_QUARTER = r"(?:first|second|third|fourth|last)\s+(?:fiscal\s+)?(?:quarter|half)"
_FISCAL = rf"(?:fiscal|financial|tax)(?:\s+year)?\s+{YEAR}(?:[-–/]\d\d(?:\d\d)?)?"
_RANK = rf"(?P<rank>\d{{1,4}}(?:st|nd|rd|th)|{ORDINAL_WORDS})"
_AGES = (
    rf"aged\s+(?P<count>{DIGITS}|{WORDS})|at\s+the\s+age\s+of\s+(?P<count2>{DIGITS}|{WORDS})"
    rf"|(?P<count3>\d{{1,3}}|{WORDS})[\s-]+(?P<unit>year|month|week|day)s?[\s-]+olds?"
)
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s?(?:a\.m\.|p\.m\.|am|pm|noon)"
    r"|(?P<hour2>\d{1,2}):(?P<minute2>\d\d)(?::\d\d)?"
)
_AGO = rf"{_COUNT}\s+(?:day|week|month|year|decade)s?\s+(?:ago|earlier|later|before|after(?=\s+the))"
_DEICTIC = (
    rf"(?:this|last|next|the\s+(?:previous|following|same|coming|past))\s+"
    rf"(?:week(?:end)?|month|year|quarter|decade|century|night|{SEASON}|(?-i:{_FULL})|{WEEKDAY})|today|yesterday|tomorrow|tonight"
)
_WEEKDAY_BEFORE = rf"(?:(?P<weekday>{_DAYNAME}),?\s+)?"
_YEAR_AFTER = rf"(?:,?\s+(?P<year>{YEAR}))?"
_NEW_YEAR = r"New\s+Year(?:['’]s(?:\s+Day)?)?"
_TIME_OF_DAY = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime))?"


_MONTHS_NEEDED = tuple(sorted({month[:3].lower() for month in MONTHS}))
_WEEKDAYS_NEEDED = tuple(day[:3].lower() for day in WEEKDAYS)
_UNITS_NEEDED = ("day", "week", "fortnight", "month", "year", "hour", "minute", "decade", "centur")


def _pattern(name: str, form: str, value: _Reader, kind: str = "DATE", *, any_case: bool = False, needs: str = "") -> Pattern:
    """Return the pattern of whole words, that are no part of a path, a price or a compound."""
    flags = re.IGNORECASE if any_case else 0
    compiled = re.compile(rf"(?<![\w/$£€#.-])(?:{form})(?![\w/])", flags)
    return Pattern(name, kind, compiled, value, _needed(needs, form))


def _cued(name: str, form: str, value: _Reader) -> Pattern:
    """Return the pattern of an expression that what stands around it must show to be one."""
    return Pattern(name, "DATE", re.compile(form), value, _needed("", form))


def _needed(words: str, form: str) -> tuple[str, ...]:
    """Return the words without which a form cannot be there: those given, else the months, if it has one, or digits."""
    return tuple(words.split()) or (_MONTHS_NEEDED if "?P<month>" in form else tuple("0123456789"))


# In the order of precedence: an expression that an earlier pattern reads is not read again.
PATTERNS = (
    _pattern("year-month-day", r"(?P<year>\d{4})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?:T[\d:.]+Z?)?", read.iso),
    _pattern(
        "day month year",
        rf"{_WEEKDAY_BEFORE}(?:the\s+)?(?P<day>{DAY})(?:\s+of)?\s+(?P<month>{MONTH}){_YEAR_AFTER}",
        read.day_month,
    ),
    _pattern("month days", rf"(?P<month>{MONTH})\s+(?P<day>{DAY})\s?[-–]\s?(?P<last>\d\d?){_YEAR_AFTER}", read.month_days),
    _pattern("month day year", rf"{_WEEKDAY_BEFORE}(?P<month>{MONTH})\s+(?P<day>{DAY}){_YEAR_AFTER}", read.month_day),
    _pattern("day/month/year", r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<year>(?:19|20)\d\d)", read.numeric),
    _pattern("New Year", rf"(?P<year>{YEAR})\s+{_NEW_YEAR}|{_NEW_YEAR},?\s+(?P<year2>{YEAR})", read.new_year, needs="new"),
    _pattern(
        "Christmas of a year", rf"Christmas(?:\s+(?:Day|Eve))?,?\s+(?:of\s+)?(?P<year>{YEAR})", read.christmas, needs="christmas"
    ),
    _pattern("month year", rf"{_HEDGE}{_PART}(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})", read.calendar),
    _pattern(
        "season of a year",
        rf"(?:the\s+)?{SEASON}(?:\s+of)?\s+(?P<year>{YEAR})",
        read.season,
        any_case=True,
        needs="spring summer autumn fall winter",
    ),
    _pattern(
        "quarter", rf"Q[1-4](?:\s+{YEAR})?|{_QUARTER}(?:\s+of\s+{YEAR})?", read.fiscal, any_case=True, needs="q quarter half"
    ),
    _pattern("fiscal year", _FISCAL, read.fiscal, any_case=True, needs="fiscal financial tax"),
    _pattern("decade", rf"(?:the\s+)?{_PART}(?P<decade>(?:1\d|20)\d0)['’]?s", read.decade, any_case=True, needs="0s 0' 0’"),
    _pattern("century", rf"(?:the\s+)?{_PART}{_RANK}[\s-]+century", read.century, any_case=True, needs="centur"),
    _pattern("anniversary", rf"{_RANK}[\s-]+anniversary", read.anniversary, "ANNIVERSARY", any_case=True, needs="anniversar"),
    _pattern("age", _AGES, read.any_age, "AGE", any_case=True, needs="age old"),
    _pattern("clock time", _CLOCK, read.any_clock, "TIME", any_case=True, needs="m : noon"),
    _pattern("time ago", _AGO, read.relative, any_case=True, needs="ago earlier later before after"),
    _pattern(
        "duration",
        rf"(?P<count>{_COUNT})[\s-]+{_UNIT}(?P<half>\s+and\s+a\s+half)?",
        read.duration,
        "DURATION",
        any_case=True,
        needs=" ".join(_UNITS_NEEDED),
    ),
    _pattern(
        "relative date", _DEICTIC, read.relative, any_case=True, needs="this last next the today yesterday tomorrow tonight"
    ),
    _cued("year with a cue", rf"{_CUED_YEAR}(?P<year>{YEAR})(?![\w/])", read.cued_year),
    _pattern("about a year", rf"(?P<about>around|circa|c\.)\s+(?P<year>{YEAR})", read.cued_year, any_case=True),
    _cued("year before a noun", rf"{_OWNED_YEAR}(?P<year>{YEAR})(?=\s+[a-z]+\b)(?![\w/])", read.cued_year),
    _pattern("years in a list", rf"(?P<year>{YEAR})(?=(?:,\s+{YEAR}){{0,6}},?\s+and\s+(?:in\s+)?{YEAR})", read.cued_year),
    _cued("year after a comma", rf"(?<=, )(?P<year>{YEAR})(?=[,.;)]|\s*$)", read.calendar),
    _pattern("years in short", rf"(?P<year>{YEAR})[-–](?P<short>\d\d)", read.short_years),
    _cued("years from to", rf"(?<![\w$£€/.-])(?P<year>{YEAR})(?=\s?[-–]\s?(?:{YEAR}|\d\d\b))", read.calendar),
    _cued("month", rf"{_CUED_MONTH}(?P<month>(?:{_FULL}))(?![\w/])", read.calendar),
    _pattern(
        "weekday and day",
        rf"(?P<weekday>{WEEKDAY}),?\s+the\s+(?P<day>\d{{1,2}}(?:st|nd|rd|th))",
        read.calendar,
        needs=" ".join(_WEEKDAYS_NEEDED),
    ),
    _pattern("weekday", rf"(?P<weekday>{WEEKDAY}){_TIME_OF_DAY}", read.calendar, needs=" ".join(_WEEKDAYS_NEEDED)),
)
_NEEDED = frozenset(word for pattern in PATTERNS for word in pattern.needs)


def matches(text: str, start: int, end: int) -> Iterator[tuple[Pattern, re.Match[str]]]:
    """Yield every match of every pattern in text[start:end], pattern by pattern."""
    lower = text[start:end].lower()
    present = {word for word in _NEEDED if word in lower}
    for pattern in PATTERNS:
        if not present.isdisjoint(pattern.needs):
            for match in pattern.form.finditer(text, start, end):
                yield pattern, match

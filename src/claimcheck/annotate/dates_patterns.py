"""The patterns of time expressions, and what each one means."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.annotate.numerals import DIGITS, ORDINAL_WORDS, WORDS, number, ordinal
from claimcheck.claim import UNKNOWN_DATE, Value
from claimcheck.values.date import MONTHS, WEEKDAYS, Date, Time, Written
from claimcheck.values.quantity import Quantity

_ABBREVIATED = {m[:3]: i for i, m in enumerate(MONTHS, 1)} | {"Sept": 9, "June": 6, "July": 7}
MONTH_NUMBERS = {month: i for i, month in enumerate(MONTHS, 1)} | _ABBREVIATED
_FULL = "|".join(MONTHS)
MONTH = rf"(?:{_FULL}|(?:{'|'.join(sorted(_ABBREVIATED, key=len, reverse=True))})\.?)(?![a-z])"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_DAYNAME = rf"(?:{WEEKDAY}|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\b\.?)"
YEAR = r"(?:1\d{3}|20\d\d|2100)(?![\d%]|[.,]\d)"
DAY = r"(?:0?[1-9]|[12]\d|3[0-9])(?:st|nd|rd|th)?(?![\d%.:,/]\d|[\d%])"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
_PART = r"(?:(?P<part>early|mid|late)[\s-]+(?:in\s+|the\s+)*)?"
_HEDGE = r"(?:(?P<about>about|around|circa|c\.|roughly|some time in)\s+)?"
_COUNT = rf"(?:{DIGITS}|{WORDS}|a|an|one)"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|hour|minute|decade|centur(?:y|ie))s?"



@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of expression: its name in words, the mention type, its form, and the value of a match (None: not one after all)."""

    name: str
    type: str
    form: re.Pattern[str]
    value: Callable[[re.Match[str]], Value | None]


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


def _compiled(form: str, *, ignore_case: bool = False) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/$£€#.-])(?:{form})(?![\w/])", re.IGNORECASE if ignore_case else 0)


# In the order of precedence: an expression that an earlier pattern reads is not read again.
PATTERNS = (
    Pattern("year-month-day", "DATE", _compiled(r"(?P<year>\d{4})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])"), _iso),
    Pattern(
        "day month year", "DATE",
        _compiled(rf"(?:(?P<weekday>{_DAYNAME}),?\s+)?(?:the\s+)?(?P<day>{DAY})(?:\s+of)?\s+(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?"),
        calendar,
    ),
    Pattern(
        "month day year", "DATE",
        _compiled(rf"(?:(?P<weekday>{_DAYNAME}),?\s+)?(?P<month>{MONTH})\s+(?P<day>{DAY})(?:,?\s+(?P<year>{YEAR}))?"), calendar,
    ),
    Pattern("day/month/year", "DATE", _compiled(r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<year>(?:19|20)\d\d)"), _numeric),
    Pattern(
        "New Year", "DATE",
        _compiled(rf"(?P<year>{YEAR})\s+New\s+Year(?:['’]s(?:\s+Day)?)?|New\s+Year(?:['’]s(?:\s+Day)?)?,?\s+(?P<year2>{YEAR})"), _new_year,
    ),
    Pattern("Christmas of a year", "DATE", _compiled(rf"Christmas(?:\s+(?:Day|Eve))?,?\s+(?:of\s+)?(?P<year>{YEAR})"), _christmas),
    Pattern("month year", "DATE", _compiled(rf"{_HEDGE}{_PART}(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})"), calendar),
    Pattern("season of a year", "DATE", _compiled(rf"(?:the\s+)?{SEASON}(?:\s+of)?\s+(?P<year>{YEAR})", ignore_case=True), _season),
    Pattern(
        "quarter or fiscal year", "DATE",
        _compiled(rf"Q[1-4](?:\s+{YEAR})?|(?:first|second|third|fourth|last)\s+(?:fiscal\s+)?(?:quarter|half)(?:\s+of\s+{YEAR})?"
                  rf"|(?:fiscal|financial|tax)(?:\s+year)?\s+{YEAR}(?:[-–/]\d\d(?:\d\d)?)?", ignore_case=True), _fiscal,
    ),
    Pattern("decade", "DATE", _compiled(rf"(?:the\s+)?{_PART}(?P<decade>(?:1\d|20)\d0)['’]?s", ignore_case=True), _decade),
    Pattern("century", "DATE", _compiled(rf"(?:the\s+)?{_PART}(?P<rank>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORDS})[\s-]+century",
                                         ignore_case=True), _century),
    Pattern("anniversary", "ANNIVERSARY", _compiled(rf"(?P<rank>\d{{1,4}}(?:st|nd|rd|th)|{ORDINAL_WORDS})[\s-]+anniversary",
                                                    ignore_case=True), _anniversary),
    Pattern("age", "AGE", _compiled(rf"aged\s+(?P<count>{DIGITS}|{WORDS})|at\s+the\s+age\s+of\s+(?P<count2>{DIGITS}|{WORDS})"
                                    rf"|(?P<count3>\d{{1,3}}|{WORDS})[\s-]+years?[\s-]+old", ignore_case=True), _any_age),
    Pattern("clock time", "TIME", _compiled(r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s?(?:a\.m\.|p\.m\.|am|pm|noon)"
                                            r"|(?P<hour2>\d{1,2}):(?P<minute2>\d\d)(?::\d\d)?", ignore_case=True), _any_clock),
    Pattern("time ago", "DATE", _compiled(rf"{_COUNT}\s+(?:day|week|month|year|decade)s?\s+(?:ago|earlier|later|before|after(?=\s+the))",
                                          ignore_case=True), _relative),
    Pattern("duration", "DURATION", _compiled(rf"(?P<count>{_COUNT})[\s-]+{_UNIT}", ignore_case=True), _duration),
    Pattern(
        "relative date", "DATE",
        _compiled(rf"(?:(?:this|last|next|the\s+(?:previous|following|same|coming|past))\s+"
                  rf"(?:week(?:end)?|month|year|quarter|decade|century|night|{SEASON}|{_FULL}|{WEEKDAY})"
                  rf"|today|yesterday|tomorrow|tonight)", ignore_case=True), _relative,
    ),
    Pattern("year with a cue", "DATE", re.compile(
        rf"(?:(?<=\bin )|(?<=\bsince )|(?<=\bduring )|(?<=\buntil )|(?<=\btill )|(?<=\bbefore )|(?<=\bby )|(?<=\bafter )|(?<=\bfrom )"
        rf"|(?<=\bto )|(?<=\bof )|(?<=\bbetween )|(?<=\band )|(?<=\bthrough )|(?<=\byear )|(?<=\blate )|(?<=\bearly )|(?<=\bmid-)"
        rf"|(?<=\bIn )|(?<=\bSince )|(?<=\bUntil )|(?<=\bBy )|(?<=\bFrom )|(?<=\bAfter )|(?<=\bBefore )|(?<=\bBetween )|(?<=\bDuring )"
        rf"|(?<=\bon )|(?<=\()|(?<=[-–]))(?:(?P<about>about|around|circa|late|early|roughly)\s+)?(?P<year>{YEAR})(?![\w/])"), _cued_year),
    Pattern("about a year", "DATE", _compiled(rf"(?P<about>around|circa|c\.)\s+(?P<year>{YEAR})", ignore_case=True), _cued_year),
    Pattern("year before a noun", "DATE", re.compile(
        rf"(?:(?<=\bthe )|(?<=\bThe )|(?<=\ba )|(?<=\bits )|(?<=\btheir )|(?<=\bhis )|(?<=\bher ))(?P<year>{YEAR})(?=\s+[a-z]+\b)(?![\w/])"), _cued_year),
    Pattern("year after a comma", "DATE", re.compile(rf"(?<=, )(?P<year>{YEAR})(?=[,.;)]|\s*$)"), calendar),
    Pattern("years from to", "DATE", re.compile(rf"(?<![\w$£€/.-])(?P<year>{YEAR})(?=\s?[-–]\s?(?:{YEAR}|\d\d\b))"), calendar),
    Pattern("month", "DATE", re.compile(
        rf"(?:(?<=\bin )|(?<=\bIn )|(?<=\bsince )|(?<=\bSince )|(?<=\buntil )|(?<=\bby )|(?<=\bBy )|(?<=\bfrom )|(?<=\bto )|(?<=\bof )|(?<=\bduring )"
        rf"|(?<=\bearly )|(?<=\blate )|(?<=\bmid-))(?P<month>(?:{_FULL}))(?![\w/])"), calendar),
    Pattern("weekday", "DATE", _compiled(rf"(?P<weekday>{WEEKDAY})(?:\s+(?:morning|afternoon|evening|night|lunchtime))?"), calendar),
)  # fmt: skip


def matches(text: str, start: int, end: int) -> Iterator[tuple[Pattern, re.Match[str]]]:
    """Yield every match of every pattern in text[start:end], pattern by pattern."""
    for pattern in PATTERNS:
        for match in pattern.form.finditer(text, start, end):
            yield pattern, match

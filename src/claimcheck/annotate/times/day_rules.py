"""Rules for numbers in words, and for days, months and weekdays that the calendar names."""

import re
from dataclasses import replace
from functools import lru_cache

from claimcheck.annotate.numerals import number, ordinal
from claimcheck.annotate.times.fields import (
    calendar,
    days,
    month_of,
    rank_of,
    weekday_of,
    written_in,
    year_of,
)
from claimcheck.annotate.times.meaning import Match, Number, Placed, Range, Rule, When, absolute
from claimcheck.values.date import Granularity, Written
from claimcheck.values.relative import Either, Fields

_NAMES_TOO = frozenset({"may", "march", "april", "june", "august"})  # words and first names, as well as months
_ENDS = frozenset({"", "STOP", "COMMA", "CLOSE", "AND", "OR", "AT"})  # what stands behind a day that is no number of something
_CURRENCY_SIGNS = frozenset("$£€¥")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def words_number(match: Match) -> Number | None:
    """Return the number of "two hundred and six" or "a dozen"."""
    words = match.words("words").lower()
    if words.startswith(("a ", "an ", "half ")) and not words.endswith(("hundred", "thousand", "million", "billion", "dozen")):
        return None
    rest, _, last = words.rpartition(" ")
    if last == "dozen" or words == "dozen":
        times = number(rest) if rest not in {"", "a"} else 1
        return Number(times * 12) if times is not None else None
    value = number(words)
    return Number(value) if value is not None else _spoken_year(words)


def scaled(match: Match) -> Number | None:
    """Return the number of "2.4 million"."""
    digits, scale = number(match["digits"].word), number(match["scale"].word)
    return Number(digits * scale) if digits is not None and scale is not None and scale >= 100 else None


def _spoken_year(words: str) -> Number | None:
    """Return the year of "nineteen seventy-two"."""
    first, _, rest = words.partition(" ")
    hundreds, tens = number(first), number(rest) if rest else None
    if hundreds is None or tens is None or not 13 <= hundreds <= 20 or not 10 <= tens <= 99:
        return None
    return Number(hundreds * 100 + tens)


def words_rank(match: Match) -> Number | None:
    """Return the rank of "twenty-first"."""
    rank = ordinal(match.words("words").lower().replace(" ", "-"))
    return Number(rank, rank=True) if rank is not None else None


def iso(match: Match) -> When:
    """Return the day of 2023-09-06."""
    year, month, day = (int(part) for part in _ISO.match(match.nodes[0].word).groups())  # type: ignore[union-attr]  # the token has it
    return calendar(Written(year, month, day)) if 1 <= month <= 12 else None  # type: ignore[return-value]


def numeric(match: Match) -> When | None:
    """Return the day of 03/04/2021; if the order of day and month is open, first the reading with the day before the month."""
    parts = [int(part) for part in re.split(r"[/.-]", match.nodes[-1].word)]
    if parts[0] > 999:
        year, pairs = parts[0], [(parts[2], parts[1])]
    else:
        year, pairs = _full_year(parts[2]), [(parts[0], parts[1]), (parts[1], parts[0])]
    written = [Written(year, month, day) for day, month in dict.fromkeys(pairs) if 1 <= month <= 12]
    possible = [w for w in written if w.possible and w.day]
    if not possible:  # 31/02/1999 may as well be the number of a part
        return None
    weekday = weekday_of(match["weekday"]) if "weekday" in match else None
    if len(possible) == 1:
        return calendar(replace(possible[0], weekday=weekday))
    readings = tuple(days(w) for w in possible)
    return absolute(readings, Granularity.DAY, Written(year, weekday=weekday), approximate=True)


def _full_year(year: int) -> int:
    return year if year > 99 else 1900 + year if year > 30 else 2000 + year


def short_date(match: Match) -> When | None:
    """Return the day of "on 22/04", of no year; both readings, if the order of day and month is open."""
    first, second = (int(part) for part in match["date"].word.split("/"))
    weekday = weekday_of(match["weekday"]) if "weekday" in match else None
    pairs = dict.fromkeys(((first, second), (second, first)))
    written = [Written(None, month, day, weekday) for day, month in pairs if 1 <= month <= 12]
    fields = tuple(Fields(w) for w in written if w.possible and w.day)
    if not fields:
        return None
    if len(fields) == 1:
        return calendar(fields[0].written)
    return When(Either(fields), Granularity.DAY, approximate=True)


def day_of_month(match: Match) -> When | None:
    """Return the day of "8 May 1945", unless its number counts what follows: "the 31 June weddings", "in May 20 people"."""
    written = written_in(match)
    if written is None or match.after() == "STREET":
        return None
    if written.weekday is not None and loose_weekday(match):
        written = replace(written, weekday=None)
    if written.year is None and not written.possible and match.after() not in _ENDS:
        return None  # "by June 31 had signed"
    if match.text[max(0, match.nodes[0].start - 2) : match.nodes[0].start].strip() in _CURRENCY_SIGNS:
        return None
    plain = "year" not in match and match["day"].kind != "ORD"
    counts = match.after() in {"PLUR", "COUNTABLE", "UNITS", "NWORD"} or (match.before() == "IN" and "first" in match)
    if plain and counts and ("first" in match or "THE" in {match.nodes[0].kind, match.before()}):
        return None
    told = calendar(written)
    # "20 March 1726/27" is of either year
    return replace(told, approximate=True) if match.after() == "SLASH" else told


def before_christ(match: Match) -> When | None:
    """Return the day, month or year of "15 March 44 BC"."""
    written = written_in(match, before_christ=True)
    return calendar(written, approximate="about" in match) if written is not None else None


def days_of_month(match: Match) -> Range | None:
    """Return the days of "3–7 May 2021", "May 3-7" and "from 23 to 25 May"; "3 and 4 May" are two days, no range."""
    month, year = month_of(match["month"]), year_of(match["year"]) if "year" in match else None
    first, last = rank_of(match["first"]), rank_of(match["last"])
    if first is None or last is None or not (1 <= first <= 31 and 1 <= last <= 39):
        return None
    if year is None and match.after() in {"PLUR", "COUNTABLE"}:
        return None  # "from February 29 to 31 people"
    weekday = None if loose_weekday(match) or "weekday" not in match else weekday_of(match["weekday"])
    turned = last < first and not plain_list(match)
    month_first = match.all("one")[0].kind == "MONTH"
    before, after = (month > 1 and turned and not month_first), (month < 12 and turned and month_first)
    start = calendar(Written(year, month - before, first, weekday))
    end = calendar(Written(year, month + after, last))
    one, other = match.all("one") or match.all("first"), match.all("other") or match.all("last")
    bound = None if plain_list(match) else Range(None, None).bound
    return Range(
        Placed(start, one[0].start, one[-1].end, "day of a range"),
        Placed(end, other[0].start, other[-1].end, "day month year"),
        bound,
    )


def plain_list(match: Match) -> bool:
    """Return whether two days are only named together: "3 and 4 May"."""
    return "AND" in {node.kind for node in match.nodes} and match.before() != "BETWEEN"


def loose_weekday(match: Match) -> bool:
    """Return whether the weekday before a day is not its own.

    It may be one of two ("Friday to Sunday, 10 to 12 June"), part of a name, or one of the days on
    which something is shut ("closed Sunday, 6 June to 29 July").
    """
    nodes = match.nodes
    apart = len(nodes) > 1 and nodes[1].kind == "COMMA"
    return match.before() in {"TO", "DASH", "UNTIL", "AND", "OR", "CAP"} or (apart and match.after() in {"TO", "DASH", "UNTIL"})


def month_year(match: Match) -> When | None:
    """Return the month of "May 1945" and "early May of 1945"."""
    if match.nodes[0].kind == "YEAR":
        if match.after() in {"CAP", "H12", "H24", "D31", "ORD"} or (
            match["month"].word in _NAMES_TOO and match.after() in {"LOW", "PLUR"}
        ):
            return None
    elif match.after() in {"PLUR", "COUNTABLE"} and match["year"].word.endswith("00"):
        return None
    written = written_in(match)
    return calendar(written) if written is not None else None


def lone_month(match: Match) -> When | None:
    """Return a month without its year, if it is no name: with a word before it that times go with, or a month's only word."""
    node = match["month"]
    abbreviated = len(node.word) < 5 and node.word not in {"may", "june", "july"} and match.text[node.end - 1] != "."
    if (
        match.after() in {"CAP", "POSSESSIVE", "STREET"}
        or (abbreviated and match.after() == "LOW")
        or (match.before() == "CAP" and node.word in _NAMES_TOO)
    ):
        return None
    if node.word in _NAMES_TOO and match.before() in {"AND", "OF", "ABOUT"} and "sure" not in match:
        return None  # "April is sorry", "the guns of August"
    clear = len(node.word) > 4 and node.word not in _NAMES_TOO
    return calendar(Written(None, month_of(node))) if clear or "cued" in match else None


def weekday(match: Match) -> When | None:
    """Return a weekday, by its full name, or with its day of the month: "Thursday the 18th"."""
    day = rank_of(match["day"]) if "day" in match else None
    if "day" not in match and not match["weekday"].word.endswith("day"):
        return None
    if is_name(match):
        return None
    return calendar(Written(None, None, day, weekday_of(match["weekday"])))


def shuffled(match: Match) -> When | None:
    """Return the day of "Sept-2020-23", whose order `dateparser` makes out, on these words alone."""
    nodes = match.nodes
    written = _parsed(match.text[nodes[0].start : nodes[-1].end])
    return calendar(written) if written is not None else None


@lru_cache(maxsize=1 << 12)
def _parsed(words: str) -> Written | None:
    import dateparser  # here, since importing it takes a while

    parsed = dateparser.parse(words, languages=["en"], settings={"REQUIRE_PARTS": ["day", "month", "year"]})
    return Written(parsed.year, parsed.month, parsed.day) if parsed is not None else None


def is_name(match: Match) -> bool:
    """Return whether a weekday or a named day is part of a name: "Ruby Tuesday", "the Sunday Times", not "on Sunday Ann"."""
    return match.before() == "CAP" or (
        match.after() == "CAP" and match.before() not in {"ON", "BY", "SINCE", "UNTIL", "AT", "THIS"}
    )


def short_weekday(match: Match) -> When:
    """Return the weekday of "Sat at 5"."""
    return calendar(Written(weekday=weekday_of(match["weekday"])))


def day_alone(match: Match) -> When | None:
    """Return the day of "on the 18th", of some month."""
    day = rank_of(match["day"])
    return calendar(Written(day=day)) if match["day"].word[0].isdigit() else None


NUMBERS = (
    Rule("rank in words", r"(?P<words>NWORD DASH? ORD)", words_rank),
    Rule("number with its scale", r"(?P<digits>DAY|N|NUM) (?P<scale>NWORD)", scaled),
    Rule("number in words", r"(?P<words>(?:HALFWORD? A)? NWORD (?:(?:DASH|AND)? NWORD)*)", words_number),
    Rule("number in words", r"(?P<words>NWORD(?: DASH? NWORD)*)", words_number),
    Rule("number in words", r"(?P<words>NWORD)", words_number),
)
_WD = r"(?:(?P<weekday>ANYWEEKDAY) COMMA? (?:THE(?=ORD))?)?"
_JOIN = r"(?:DASH|TO|UNTIL|AND)"
_YEAR = r"(?:COMMA? OF? (?P<year>YEAR|YY|CNT))"
DAYS = (
    Rule("year-month-day", r"ISODATE", iso),
    Rule("year month day", r"(?P<year>YEAR) (?:DASH|SLASH) (?P<month>ANYMONTH) (?:DASH|SLASH) (?P<day>DAY)", day_of_month),
    Rule("day month year", r"(?P<day>DAY) (?:DASH|SLASH) (?P<month>ANYMONTH) (?:DASH|SLASH) (?P<year>YEAR)", day_of_month),
    Rule("shuffled date", r"ANYMONTH (?:DASH|SLASH) YEAR (?:DASH|SLASH) DAY", shuffled),
    Rule("day/month/year", r"(?:(?P<weekday>ANYWEEKDAY) COMMA?)? NUMDATE", numeric),
    Rule("day/month", r"(?P<weekday>ANYWEEKDAY) COMMA? (?P<date>SHORTDATE)", short_date),
    Rule("day/month", r"(?<=DATECUE) (?P<date>SHORTDATE)(?!NOUN|OF)", short_date),
    Rule(
        "days of a month",
        rf"{_WD} (?P<one>(?:THE)? (?P<first>DAY|ORD)) {_JOIN} "
        rf"(?P<other>ANYWEEKDAY? THE? (?P<last>DAY|ORD) OF? (?P<month>MONTH) {_YEAR}?)",
        days_of_month,
    ),
    Rule("day before Christ", r"(?:THE? (?P<day>DAY|ORD) OF?)? (?P<month>MONTH) COMMA? (?P<year>INT) BC", before_christ),
    Rule(
        "day month year",
        rf"{_WD} THE? (?P<day>ORD|DAY) (?:OF|DASH|SLASH)? (?P<month>MONTH) (?:(?:DASH|SLASH)? {_YEAR})?",
        day_of_month,
    ),
    Rule("day month year", rf"{_WD} THE? (?P<day>ORD|DAY) OF? (?P<month>MONTHLOW) {_YEAR}", day_of_month),
    Rule(
        "month days",
        rf"{_WD} (?P<one>(?P<month>MONTH) THE? (?P<first>DAY|ORD)) {_JOIN} (?P<other>THE? (?P<last>ORD|DAY)(?!MONTH) {_YEAR}?)",
        days_of_month,
    ),
    Rule(
        "month day year",
        rf"{_WD} (?P<first>(?P<month>MONTH)) (?:DASH|SLASH|THE|COMMA(?=ORD))? (?P<day>ORD|DAY) (?:(?:DASH|SLASH)? {_YEAR})?",
        day_of_month,
    ),
    Rule("year month day", r"(?P<year>YEAR) COMMA? (?P<month>MONTH) (?P<day>ORD|DAY)(?!PLUR)", day_of_month),
    Rule("month year", r"(?P<month>MONTH) (?:COMMA|DASH|SLASH)? (?:OF|IN)? (?:THE UNIT)? (?P<year>YEAR|YY|CNT)", month_year),
    Rule("month year", r"(?P<year>YEAR) COMMA? (?P<month>MONTH)", month_year),
)
WEEKDAYS_AND_MONTHS = (
    Rule("weekday and day", r"(?P<weekday>ANYWEEKDAY) COMMA? (?:THE)? (?P<day>ORD)(?!NOUN|UNIT|DASH)", weekday),
    Rule("weekday and day", r"(?P<weekday>WEEKDAY) (?P<day>DAY)(?=STOP|COMMA|AT|CLK|$)", weekday),
    Rule("weekday", r"(?P<weekday>WEEKDAY)", weekday),
    Rule("month", r"(?:(?<=PARTCUE OF)|(?<=MONTH AND)|(?<=EARLY DASH))(?P<cued>)(?P<sure>)(?P<month>MONTH)", lone_month),
    Rule("month", r"(?P<cued>)(?P<sure>)(?P<month>MONTH)(?=(?:OF|IN|COMMA)? NY)", lone_month),
    Rule("month", r"(?<=MONTHCUE)(?P<cued>)(?P<month>MONTH)", lone_month),
    Rule("month", r"(?P<cued>)(?P<month>MONTH)(?=(?:TO|UNTIL|DASH) MONTH)", lone_month),
    Rule("month", r"(?<=RANGECUE)(?P<cued>)(?P<month>MONTHLOW)(?=AND|TO|DASH)", lone_month),
    Rule("month", r"(?P<month>MONTH)", lone_month),
    Rule("month", r"(?<=IN)(?P<cued>)(?P<month>MONTHLOW)(?=STOP|COMMA|CLOSE|$)", lone_month),
    Rule("weekday", r"(?P<weekday>WEEKDAY)(?=AT (?:HOUR|CNT|CLK)|COMMA? CLK)", short_weekday),
    Rule("day of the month", r"(?<=ON)THE (?P<day>ORD)(?=STOP|COMMA|CLOSE|AND|AT|$)", day_alone),
)

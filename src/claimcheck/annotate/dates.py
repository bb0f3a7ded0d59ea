"""Date expressions → Time and Period; durations, ages and anniversaries → Quantity."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from claimcheck.annotate.dates_meaning import days
from claimcheck.annotate.dates_patterns import matches
from claimcheck.annotate.numerals import number
from claimcheck.claim import Mention
from claimcheck.document import Publication, Span
from claimcheck.values.date import Date, Period, Time, Written

_FROM = re.compile(r"(?:\bfrom|\bbetween)\s+(?:the\s+|about\s+)?\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:to|until|till|through|and|[-–—])\s*(?:the\s+)?")
_DASH = re.compile(r"\s?[-–]\s?")
_BETWEEN_DAYS = re.compile(r"\s?[-–]\s?|\s+(?:to|until|till|through)\s+(?:the\s+)?")
_LONGEST_JOINT = 20  # characters between two ends
_DAYS = re.compile(r"(?<![\w.,/-])(?P<first>\d{1,2})(?:st|nd|rd|th)?\s*(?:to|until|[-–]|and)\s*\Z")
_AGO = re.compile(r"(\S+(?:\s\S+)*?)\s+(day|week|month|year)s?\s+ago", re.IGNORECASE)


def read_dates(text: str, start: int = 0, end: int | None = None) -> tuple[Mention, ...]:
    """Return the time expressions of text[start:end] in text order; periods stand beside their two ends.

    What is relative, or lacks its year, has an unknown date until `resolve` anchors it.
    """
    end = len(text) if end is None else end
    found: list[Mention] = []
    covered = bytearray(end - start)
    for pattern, match in matches(text, start, end):
        first, last = match.start(), match.end()
        if any(covered[first - start : last - start]):
            continue
        value = pattern.value(match)
        if value is not None:
            covered[first - start : last - start] = b"\1" * (last - first)
            found.append(Mention(Span(first, last), pattern.type, value, pattern.name))
    found.sort(key=lambda m: m.span)
    found = list(_with_first_days(text, found))
    periods = list(_periods(text, found))
    completed = {start.span: start for _, start in periods}
    ends = [completed.get(m.span, m) for m in found]
    return tuple(sorted([*ends, *(period for period, _ in periods)], key=lambda m: (m.span, m.type)))


def _with_first_days(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions, with the day before "to 7 May" as a date of that month."""
    for mention in mentions:
        value = mention.value
        if isinstance(value, Time) and value.written.day and value.written.month and mention.rule == "day month year":
            before = _DAYS.search(text, max(0, mention.span.start - 12), mention.span.start)
            if before and value.written.weekday is None and 1 <= int(before["first"]) <= 31:
                written = replace(value.written, day=int(before["first"]))
                span = Span(before.start("first"), before.end("first"))
                yield Mention(span, "DATE", Time(days(written), written), "day of a range")
        yield mention


def _periods(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield a period, and its first end as read with the other, for each two dates that words or a dash join."""
    dates = [m for m in mentions if isinstance(m.value, Time)]
    for one, other in pairwise(dates):
        if other.span.start - one.span.end > _LONGEST_JOINT:
            continue
        if not isinstance(one.value, Time) or not isinstance(other.value, Time):
            continue
        if (one.value.written.day is None) != (other.value.written.day is None):
            continue
        between = text[one.span.end : other.span.start]
        cue = _FROM.search(text, max(0, one.span.start - 12), one.span.start)
        bare = _BETWEEN_DAYS if one.value.written.month and one.value.written.day else _DASH
        if (_BETWEEN if cue else bare).fullmatch(between):
            start, finish = _completed(one.value, other.value)
            begin = cue.start() if cue else one.span.start
            period = Mention(Span(begin, other.span.end), "DATE", Period(start, finish), "period")
            yield period, replace(one, value=start)


def _completed(start: Time, end: Time) -> tuple[Time, Time]:
    """Return both ends, the first with the year of the second if only that has one: "from May to July 2020"."""
    mine, theirs = start.written, end.written
    if mine.year is not None or theirs.year is None or mine.month is None or theirs.month is None:
        return start, end
    if (mine.month, mine.day or 0) > (theirs.month, theirs.day or 99):
        return start, end
    written = replace(mine, year=theirs.year)
    return replace(start, written=written, date=days(written)), end


def resolve(mentions: Sequence[Mention], publication: Publication, text: str) -> tuple[Mention, ...]:
    """Return the mentions with relative expressions anchored to the publication date, as far as that makes them certain.

    Without a known publication date nothing is anchored.
    """
    if not publication.known:
        return tuple(mentions)
    return tuple(_normalized(_anchored(m, publication.date), text, publication.date) for m in mentions)


def _anchored(mention: Mention, publication: Date) -> Mention:
    value = mention.value
    if not isinstance(value, Time) or value.date != Date(None, None) or not publication.known:
        return mention
    date = _without_year(value.written, publication) if value.written != Written() else None
    return replace(mention, value=replace(value, date=date, anchor="publication", approximate=True)) if date else mention


def _without_year(written: Written, publication: Date) -> Date | None:
    """Return all days within a year of publication that the written fields may mean, as one interval."""
    if publication.earliest is None or publication.latest is None or not written.possible:
        return None
    if written.month is None:
        if written.weekday is None or written.day is not None or publication.day is None:
            return None
        reach = dt.timedelta(days=7)
        return Date(publication.earliest - reach, publication.latest + reach)
    years = range(max(1, publication.earliest.year - 1), min(9999, publication.latest.year + 1) + 1)
    options = [replace(written, year=year) for year in years]
    dates = [days(option) for option in options if option.possible]
    starts = [d.earliest for d in dates if d.earliest]
    ends = [d.latest for d in dates if d.latest]
    return Date(min(starts), max(ends)) if starts and ends else None


def _normalized(mention: Mention, text: str, publication: Date) -> Mention:
    """Return a relative expression with the days it means from the publication day on, if the wording is a usual one.

    `dateparser` reads what has no value of its own ("two weeks ago"), on the span alone and with the language given.
    """
    value, day = mention.value, publication.day
    if not isinstance(value, Time) or value.date != Date(None, None) or value.written != Written() or day is None:
        return mention
    words = " ".join(text[mention.span.start : mention.span.end].lower().split())
    date = _fixed_relative(words, day) or _parsed(words, day)
    return replace(mention, value=replace(value, date=date, anchor="publication")) if date is not None else mention


def _fixed_relative(words: str, day: dt.date) -> Date | None:
    """Return the days of the few wordings with a plain calendar meaning."""
    shifts = {"last": -1, "this": 0, "next": 1}
    direction, _, unit = words.partition(" ")
    if words in {"today", "tonight", "this morning"}:
        return Date.of_day(day)
    if words in {"yesterday", "last night"}:
        return Date.of_day(day - dt.timedelta(days=1))
    if direction in shifts and unit == "year" and 1 < day.year < 9998:
        return Date.of_year(day.year + shifts[direction])
    if direction in shifts and unit == "month" and 1 < day.year < 9998:
        months = day.year * 12 + day.month - 1 + shifts[direction]
        return Date.of_month(months // 12, months % 12 + 1)
    return None


def _parsed(words: str, day: dt.date) -> Date | None:
    match = _AGO.fullmatch(words)
    if match is None or number(match[1]) is None:
        return None
    import dateparser  # here, since importing it takes a while

    settings = {"RELATIVE_BASE": dt.datetime.combine(day, dt.time()), "PREFER_DATES_FROM": "past"}
    parsed = dateparser.parse(f"{number(match[1])} {match[2]}s ago", languages=["en"], settings=settings)
    if parsed is None:
        return None
    widths = {"day": 0, "week": 7, "month": 31, "year": 366}
    width = dt.timedelta(days=widths[match[2].lower()])
    return Date(parsed.date() - width, parsed.date() + width)

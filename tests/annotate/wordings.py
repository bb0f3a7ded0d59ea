"""The notation of dates.toml: what a wording is said to mean, and how what is read of it differs."""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from claimcheck.annotate.dates import read_dates, resolve
from claimcheck.claim import Mention
from claimcheck.document import DateSource, Publication, Span
from claimcheck.values.date import UNKNOWN_DATE, WEEKDAYS, Date, Day
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Bound, Clock, Period, Recurrence, Time

FRIDAY = Publication(Date.of_day(Day(2023, 10, 13)), DateSource.GIVEN)
_DAY = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?")
# What may stand before an expression without being part of it.
_LEADING = re.compile(
    r"(?:(?:in|on|at|by|from|since|until|till|the|a|an|for|about|around|between|during|before|after|within|throughout|as|of|over"
    r"|under|more|less|fewer|than|least|most|up|to|nearly|almost|some|only|just|once|no|not|upwards|this(?=\s+(?:past|coming)\b)|roughly|approximately|its|their|his|her|ever|exactly)\b\s*)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s+(?:on|at least)\Z")
_MARK = re.compile(r"[\[\]]")


@cache
def corpus() -> dict[str, dict[str, list[str]]]:
    """Return the sections of the file, each value with its wordings."""
    return tomllib.loads(Path(__file__).with_name("dates.toml").read_text(encoding="utf-8"))


def rows(section: str) -> list[tuple[str, str]]:
    """Return each value of a section with each of its wordings."""
    return [(value, wording) for value, wordings in corpus().get(section, {}).items() for wording in wordings]


def texts(section: str) -> list[str]:
    """Return the texts of a section that is a list, in all its parts."""
    return [text for part in corpus().get(section, {}).values() for text in part]


def unmarked(wording: str) -> tuple[str, list[Span]]:
    """Return the text without its brackets, and where they stood; a wording without any is put into a sentence."""
    pieces = _MARK.split(wording if "[" in wording else f"It was [{wording}].")
    ends = [sum(map(len, pieces[:index])) for index in range(1, len(pieces))]
    return "".join(pieces), [Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True)]


def trimmed(text: str, span: Span) -> str:
    """Return the place and the words of an expression without what leads to it."""
    leading = _LEADING.match(text, span.start, span.end)
    start = leading.end() if leading and leading.end() < span.end else span.start
    return f"{start}: {_TRAILING.sub('', text[start : span.end])}"


def outermost(mentions: tuple[Mention, ...]) -> list[Mention]:
    """Return the mentions without the ends of periods."""
    periods = [m for m in mentions if isinstance(m.value, Period)]
    return [
        m for m in mentions if not any(p is not m and p.span.start <= m.span.start and m.span.end <= p.span.end for p in periods)
    ]


def differs(value: str, wording: str, fits: Callable[[str, Mention], bool], publication: Publication) -> str:
    """Return what is read of a wording, if it is not the value over the whole expression, else ""."""
    text, spans = unmarked(wording)
    found = [m for m in outermost(resolve(read_dates(text), publication, text)) if any(m.span.overlaps(s) for s in spans)]
    if [trimmed(text, m.span) for m in found] == [trimmed(text, s) for s in spans] and all(fits(value, m) for m in found):
        return ""
    return "; ".join(f"{text[m.span.start : m.span.end]!r} is {m.type} {told(m)}" for m in found) or "nothing"


def told(mention: Mention) -> str:
    """Return the value of a mention in the notation."""
    match mention.value:
        case Time() as time:
            return _time(time)
        case Period(start=start, end=end, bound=bound):
            return f"{_time(start)} to {_time(end)}" if bound is Bound.WITHIN else f"{bound} {_time(start)} {_time(end)}"
        case Quantity(low=low, high=high, unit=unit):
            return f"{low}..{high} {unit}"
        case Clock() as clock:
            return _clock(clock)
        case Recurrence() as recurrence:
            return _recurrence(recurrence)
    return str(mention.value)


def _time(time: Time) -> str:
    readings = " or ".join(map(str, time.readings)) or "open"
    clock = f" {_clock(time.clock)}" if time.clock else ""
    return f"{readings}{clock}, a {time.granularity}" + (f", in {time.date}" if (time.date,) != time.readings else "")


def _clock(clock: Clock) -> str:
    zone = "" if clock.zone is None else f" {clock.zone / 60:+g}"
    return str(clock).removeprefix("T") + zone + (" open" if clock.open else "")


def _recurrence(again: Recurrence) -> str:
    on = again.on.written if again.on else None
    day = WEEKDAYS[on.weekday] if on and on.weekday is not None else ""
    clock = _clock(replace(again.on.clock, minute=again.on.clock.minute or 0)) if again.on and again.on.clock else ""
    return " ".join(filter(None, (f"{again.count.normalize():f}", again.unit, day, clock)))


def days(value: str) -> Date:
    """Return the days of "1945", "1945-05", "1945-05-08", or of all from one of these to another ("1993/1997")."""
    if value == "open":
        return UNKNOWN_DATE
    first, _, last = value.partition("/")
    return _one(first).hull(_one(last or first))


def _one(value: str) -> Date:
    match = _DAY.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is no date of the notation")
    year, month, day = (field and int(field) for field in match.groups())
    if day:
        return Date.of_day(Day.checked(year, month, day))
    return Date.of_month(year, month) if month else Date.of_year(year)


def means(value: str, time: Time) -> bool:
    """Return whether a time means the days of the notation: "A or B" exactly, "A in B" as far as speech is precise."""
    if " in " in value:
        least, most = map(days, value.split(" in "))
        return time.date.known and least.within(time.date) and time.date.within(most)
    if value == "open":
        return not time.readings and not time.date.known
    return set(time.readings) == {days(part) for part in value.split(" or ")} and all(r.within(time.date) for r in time.readings)


def is_time(value: str, mention: Mention) -> bool:
    """Return whether a mention is a time that means the value."""
    return isinstance(mention.value, Time) and means(value, mention.value)


def is_period(value: str, mention: Mention) -> bool:
    """Return whether a mention is a period: "A to B", or "since A", "after A", "until A", "before A"."""
    period = mention.value
    if not isinstance(period, Period):
        return False
    word, _, rest = value.partition(" ")
    if word not in {"since", "after", "until", "before"}:
        start, _, end = value.partition(" to ")
        return period.bound is Bound.WITHIN and means(start, period.start) and means(end, period.end)
    bounded, other = (period.start, period.end) if word in {"since", "after"} else (period.end, period.start)
    return period.bound == word and means(rest, bounded) and not other.date.known


def is_length(value: str, mention: Mention) -> bool:
    """Return whether a mention is a DURATION, AGE or ANNIVERSARY: "AGE 30 year", "DURATION 3..10 day", "DURATION 4.. day"."""
    kind, number, unit = value.split()
    low, dots, high = number.partition("..")
    quantity = mention.value
    if not isinstance(quantity, Quantity) or (mention.type, quantity.unit) != (kind, unit):
        return False
    ends = tuple(f"{end.normalize():f}" if end is not None else "" for end in (quantity.low, quantity.high))
    return ends == ((low, high) if dots else (low, low))


def is_clock(value: str, mention: Mention) -> bool:
    """Return whether a mention is a time of day: "21:40", "21:40 +0" with its zone, "09:40 open" if it may be the evening."""
    clock = mention.value.clock if isinstance(mention.value, Time) else mention.value
    if not isinstance(clock, Clock):
        return False
    read = _clock(clock)
    return value in {read, read.replace(f"{clock.hour:02}", f"{clock.hour:02}:00", 1) if clock.minute is None else read}


def is_set(value: str, mention: Mention) -> bool:
    """Return whether a mention is what comes again: "2 week", "1 week Monday", "1 day 08:00"."""
    return isinstance(mention.value, Recurrence) and _recurrence(mention.value) == value


def is_of(value: str, mention: Mention) -> bool:
    """Return whether a mention is a time of a granularity."""
    return isinstance(mention.value, Time) and mention.value.granularity == value


SECTIONS: dict[str, tuple[Callable[[str, Mention], bool], Publication]] = {
    "days": (is_time, Publication.unknown()),
    "friday": (is_time, FRIDAY),
    "story": (is_time, FRIDAY),
    "periods": (is_period, FRIDAY),
    "lengths": (is_length, FRIDAY),
    "clocks": (is_clock, FRIDAY),
    "sets": (is_set, FRIDAY),
    "granularity": (is_of, Publication.unknown()),
}


def all_rows() -> Iterator[tuple[str, str, str]]:
    """Yield section, value and wording of all sections."""
    for section in SECTIONS:
        yield from ((section, value, wording) for value, wording in rows(section))


def problem(section: str, value: str, wording: str) -> str:
    """Return what is read of a row, if it differs."""
    fits, publication = SECTIONS[section]
    return differs(value, wording, fits, publication)


def unequal(wording: str) -> tuple[list[str], list[str]]:
    """Return the expressions that are marked in a sentence and those that are read, where these differ."""
    text, spans = unmarked(wording) if "[" in wording else (wording, [])
    marked = [trimmed(text, span) for span in spans]
    read = [trimmed(text, m.span) for m in outermost(read_dates(text))]
    return ([one for one in marked if one not in read], [one for one in read if one not in marked])

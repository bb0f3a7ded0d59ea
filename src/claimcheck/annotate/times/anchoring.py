"""Relative expressions, anchored to the day of publication or to the date that was told before them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from claimcheck.annotate.times.fields import Feast, FeastOf
from claimcheck.annotate.times.meaning import spoken
from claimcheck.claim import Mention, Value
from claimcheck.document import Publication
from claimcheck.values.date import UNKNOWN_DATE, Date, Day, Granularity
from claimcheck.values.quantity import Quantity
from claimcheck.values.relative import (
    EVENT,
    NARRATIVE,
    PUBLICATION,
    Either,
    Expression,
    Fields,
    Here,
    Shift,
    Stretch,
    Unit,
    anchored,
    hull,
)
from claimcheck.values.time import Period, Time
from claimcheck.values.within import Holding, Inside, Nth, Part, Rest

_LONG_PAST = 700  # days before publication from which on a date tells of the past, and those around it too
_REMEMBERED = 8  # dates told before
# From the finest to the coarsest: an expression in one unit is told from a date of the same or a finer one.
_FINENESS = {unit: index for index, unit in enumerate(Granularity)}
_TELLING = frozenset(
    {Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.SEASON, Granularity.YEAR, Granularity.DECADE}
)


def resolve(
    mentions: Sequence[Mention], publication: Publication, text: str, *, day_first: bool | None = None
) -> tuple[Mention, ...]:
    """Return the mentions with relative expressions anchored, as far as there is something to anchor them to.

    Deictic ones ("yesterday", "last year") rest on the day of publication, and stay relative
    without one; narrative ones ("the previous month") on the date told before them.  A day
    without its year rests on the date told before, where that is long past, else on publication;
    its `readings` are the nearest then, and its `date` holds what else it may mean.
    Of 03/04/2021 both readings stay, unless `day_first` is given or other dates of the text show it.
    """
    told: list[Time] = []
    resolved = []
    if day_first is None:
        day_first = _writes_day_first(mentions, text)
    for mention in mentions:
        value = _to_come(mention, text)
        if isinstance(value, Time):
            value = _ordered(value, day_first=day_first)
            value = _time(value, publication, told)
            told = _telling(told, value)
        elif isinstance(value, Period):
            start, end = (_ordered(time, day_first=day_first) for time in (value.start, value.end))
            value = _period(replace(value, start=start, end=end), publication, told)
        resolved.append(mention if value is mention.value else _told_as(mention, value))
    return tuple(resolved)


_NUMERIC = frozenset({"day/month/year", "day/month"})
_WRITTEN = re.compile(r"\D*(\d{1,2})[/.-](\d{1,2})\b")
_WILL = re.compile(
    r"\b(?:will|shall|would|going to|due|plans? to|expects?|expected|scheduled|set to|hopes? to|aims? to)\b|[’']ll\b",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|within) \Z", re.IGNORECASE)
_CLAUSE_START = re.compile(r"[.!?;:]\s")
_CLAUSE = 120  # characters before an expression in which its verb stands


def _writes_day_first(mentions: Sequence[Mention], text: str) -> bool | None:
    """Return whether the text writes 23/04 or 04/23, as far as such dates show it; None if none does, or both."""
    found = set()
    for mention in mentions:
        match = _WRITTEN.match(text, mention.span.start, mention.span.end) if mention.rule in _NUMERIC else None
        if match is not None and (int(match[1]) > 12) != (int(match[2]) > 12):
            found.add(int(match[1]) > 12)
    return found.pop() if len(found) == 1 else None


def _ordered(time: Time, *, day_first: bool | None) -> Time:
    """Return a date in numbers with the one reading that the order of day and month gives."""
    if day_first is None:
        return time
    at = 0 if day_first else -1
    if isinstance(time.relative, Either):
        fields = time.relative.options[at]
        return replace(time, relative=fields, written=fields.written)
    if len(time.readings) != 2 or time.written.year is None or time.written.month is not None:
        return time
    reading = time.readings[at]
    day = reading.earliest
    written = replace(time.written, month=day.month, day=day.day) if day is not None else time.written
    return replace(time, date=reading, readings=(reading,), written=written, approximate=False)


def _to_come(mention: Mention, text: str) -> Value:
    """Return the day of "in two weeks" where its clause speaks of the future; else a length stays what it is."""
    value, start = mention.value, mention.span.start
    if mention.type != "DURATION" or not isinstance(value, Quantity) or value.number is None or value.unit not in _UNITS:
        return value
    cue = _IN.search(text, max(0, start - 8), start)
    if cue is None:
        return value
    before = text[max(0, start - _CLAUSE) : start]
    clause = _CLAUSE_START.split(before)[-1]
    if _WILL.search(clause) is None:
        return value
    unit = _UNITS[value.unit]
    if cue[0].lower().startswith("within"):
        return Time(UNKNOWN_DATE, approximate=True, relative=Stretch(value.number, unit))
    return Time(
        UNKNOWN_DATE,
        approximate=True,
        granularity=Granularity.DAY,
        relative=Shift(value.number, unit, Here()),
        slack=_SLACK[unit],
    )


_UNITS = {"day": Granularity.DAY, "month": Granularity.MONTH, "year": Granularity.YEAR}
_SLACK = {Granularity.DAY: 1, Granularity.MONTH: 31, Granularity.YEAR: 366}


def _told_as(mention: Mention, value: Value) -> Mention:
    """Return the mention with another value; a length that turns out to be a time is a date."""
    return replace(mention, type="DATE" if isinstance(value, Time) else mention.type, value=value)


def _period(period: Period, publication: Publication, told: Sequence[Time]) -> Period:
    """Return a period with both ends anchored; of two without a year, the later one is the first to come after the other."""
    start, end = (_time(time, publication, told) for time in (period.start, period.end))
    if period.end.relative and _yearless(period.end) and start.readings and start.anchor == end.anchor == PUBLICATION:
        readings = tuple(_following(period.end.relative, reading) for reading in start.readings)
        end = replace(end, readings=readings, date=hull((end.date, *readings)))
    elif _yearless(period.end) and not start.anchor and len(start.readings) == 1:
        end = _time(period.end, publication, [start])
    return replace(period, start=start, end=end)


def _yearless(time: Time) -> bool:
    return time.relative is not None and _lacks_year(time.relative)


def _following(expression: Expression, day: Date) -> Date:
    """Return the first reading of an expression that does not come before the other date."""
    options = anchored(expression, Date.of_day(day.earliest)) if day.earliest is not None else ()
    return next((option for option in options if not option.precedes(day)), day)


def _telling(told: list[Time], time: Time) -> list[Time]:
    """Return the dates told so far, with one more if it is one that a story may go on from."""
    loose = time.anchor == PUBLICATION and time.approximate
    if len(time.readings) != 1 or loose or time.granularity not in _TELLING or not time.readings[0].known:
        return told
    return [*told[1 - _REMEMBERED :], time]


def _time(time: Time, publication: Publication, told: Sequence[Time]) -> Time:
    """Return a time with the readings that its anchor gives it."""
    expression = time.relative
    if expression is None or expression.anchor == EVENT:
        return time
    if _lacks_year(expression):
        return _without_year(time, expression, publication, told)
    if expression.anchor == PUBLICATION:
        return _anchored(time, expression, publication.date, PUBLICATION) if publication.known else time
    base = _base(told, _unit(expression) or time.granularity)
    if base is not None:
        return _anchored(time, expression, base, NARRATIVE)
    if not publication.known or (told and _long_past(told[-1].readings[0], publication)):
        return time
    return replace(_anchored(time, expression, publication.date, NARRATIVE), date=UNKNOWN_DATE)


def _unit(expression: Expression) -> Granularity | None:
    """Return the unit in which an expression counts from its anchor."""
    match expression:
        case Shift(unit=unit, of=Here()) | Unit(unit=unit):
            return unit
        case Part(of=inner) | Nth(of=inner) | Inside(of=inner) | FeastOf(of=inner) | Rest(of=inner) | Shift(of=inner):
            return _unit(inner)
    return None


def _lacks_year(expression: Expression) -> bool:
    """Return whether an expression is a day, month, season or weekday, or part of one, of which neither last nor next is said."""
    match expression:
        case Fields(direction=None) | Feast(direction=None) | Either() | Unit(offset=None):
            return True
        case Part(of=inner) | Nth(of=inner) | Holding(of=inner):
            return _lacks_year(inner)
    return False


@lru_cache(maxsize=1 << 14)
def _anchored(time: Time, expression: Expression, base: Date, anchor: str) -> Time:
    """Return the time as it is said on a day of `base`."""
    readings = tuple(dict.fromkeys(anchored(expression, base)))
    if not readings:
        return time
    return replace(time, date=spoken(time.granularity, readings, time.slack), readings=readings, anchor=anchor, relative=None)


def _base(told: Sequence[Time], unit: Granularity) -> Date | None:
    """Return the date that an expression in a unit is told from: one inside the last told, or the last that is fine enough."""
    fine = [time.readings[0] for time in told if _FINENESS[time.granularity] <= _FINENESS[unit]]
    inside = [date for date in fine if date.within(told[-1].readings[0])]
    return (inside or fine)[-1] if fine else None


def _without_year(time: Time, expression: Expression, publication: Publication, told: Sequence[Time]) -> Time:
    """Return the time of a day without its year: near what is told, if that is long past, else near publication."""
    near = _anchored(time, expression, publication.date, PUBLICATION) if publication.known else time
    last = _last_told(time, told)
    if last is None or not _long_past(last, publication):
        return near
    reading = _nearest(expression, last)
    if reading is None:
        return near
    date = reading.hull(near.date) if near.date.known else UNKNOWN_DATE
    return replace(time, date=date, readings=(reading,), anchor=NARRATIVE, relative=None)


def _last_told(time: Time, told: Sequence[Time]) -> Date | None:
    """Return the last date that a day without its year may go with: of a weekday only another day, else at most a year."""
    weekday = time.written.weekday is not None and time.written.month is None
    fine = [
        t.readings[0] for t in told if (t.granularity is Granularity.DAY or not weekday) and _FINENESS[t.granularity] <= _YEAR
    ]
    return fine[-1] if fine and (told[-1].granularity is Granularity.DAY or not weekday) else None


_YEAR = _FINENESS[Granularity.YEAR]


def _long_past(told: Date, publication: Publication) -> bool:
    if not publication.known or publication.date.earliest is None or told.latest is None:
        return not publication.known
    return told.latest.until(publication.date.earliest) > _LONG_PAST


@lru_cache(maxsize=1 << 14)
def _nearest(expression: Expression, told: Date) -> Date | None:
    """Return the reading that lies nearest to what is told, in its year if that is all that is told."""
    if told.earliest is None or told.latest is None:
        return None
    options = [option for option in anchored(expression, Date.of_day(told.earliest)) if option.earliest is not None]
    if told.earliest.until(told.latest) > 31:
        options = [option for option in options if option.overlaps(told)]
    return min(options, key=lambda option: _distance(option, told.earliest), default=None)


def _distance(option: Date, day: Day | None) -> int:
    """Return the days between, those back counting for more, since stories go on."""
    days = day.until(option.earliest) if option.earliest is not None and day is not None else 0
    return days if days >= 0 else -2 * days

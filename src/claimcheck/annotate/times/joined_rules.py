"""Rules that join times: a day with a time of day, two ends of a period, one end that bounds it."""

from dataclasses import replace

from claimcheck.annotate.times.fields import calendar, month_of, when_of
from claimcheck.annotate.times.hour_rules import clock_parts
from claimcheck.annotate.times.meaning import Again, Hour, Match, Node, Placed, Range, Rule, When, time_of
from claimcheck.values.date import UNKNOWN_DATE, Written
from claimcheck.values.relative import Fields
from claimcheck.values.time import Bound, Clock, Time


def at_clock(match: Match) -> When | None:
    """Return a day with its time of day: "9 June at 10 p.m."."""
    day = when_of(match["date"])
    if "hour" in match:
        parts = clock_parts(match["hour"])
        if parts is None or not 1 <= parts[0] <= 12:
            return None
        clock = Clock(parts[0], parts[1], open=True)
    else:
        hour = match["clock"].meaning
        if not isinstance(hour, Hour):
            return None
        clock = hour.clock
    return replace(day, clock=clock)


def day_part(match: Match) -> When | None:
    """Return the day of "Monday morning", with its time if that is told too."""
    return at_clock(match) if "clock" in match else when_of(match["date"])


def night(match: Match) -> When | None:
    """Return the day of "the night of 5 June"; "the day of" says no more than the day."""
    nodes = match.nodes
    unit = next((n for n in nodes if n.kind == "UNIT"), None)
    return when_of(match["date"]) if unit is None or unit.word == "night" else None


def again_at(match: Match) -> Again | None:
    """Return what comes again, with its time of day: "each Monday at 4pm"."""
    again, hour = match["again"].meaning, match["clock"].meaning
    parts = clock_parts(match["clock"]) if hour is None else None
    if parts is not None and 1 <= parts[0] <= 12:
        hour = Hour(Clock(parts[0], parts[1], open=True))
    if not isinstance(again, Again) or not isinstance(hour, Hour):
        return None
    on = again.recurrence.on or Time(UNKNOWN_DATE)
    return Again(replace(again.recurrence, on=replace(on, clock=hour.clock)))


_BOUNDS = {
    "SINCE": Bound.SINCE,
    "UNTIL": Bound.UNTIL,
    "BEFORE": Bound.BEFORE,
    "AFTER": Bound.AFTER,
    "FROM": Bound.SINCE,
}


def between(match: Match) -> Range | None:
    """Return the period of two times that words or a dash join, the first completed by the second: "from May to July 2020"."""
    one, other = match["one"], match["other"]
    start, end = when_of(one), when_of(other)
    if (start.kind == "ND") != (end.kind == "ND") and "cue" not in match:
        return None
    start = _completed(start, end)
    return Range(_placed(one, start), _placed(other, end))


def between_known(match: Match) -> Range | None:
    """Return the period of "May 2014 to June 2018"; without "from" both ends must be told by the calendar."""
    one, other = when_of(match["one"]), when_of(match["other"])
    told = one.written.month or one.written.year, other.written.month or other.written.year
    if None in told or time_of(other).date.precedes(time_of(one).date):
        return None  # "fell in May 2014 to June 2010 levels"
    return Range(_placed(match["one"], _completed(one, other)), _placed(match["other"], other))


def months(match: Match) -> Range | None:
    """Return the period of "Nov–Feb 2017"."""
    node, other = match["month"], match["other"]
    end = when_of(other)
    start = _completed(calendar(Written(None, month_of(node))), end)
    return Range(Placed(start, node.start, node.end, "month"), _placed(other, end)) if end.written.year is not None else None


def _completed(start: When, end: When) -> When:
    """Return the first time with the year of the second, if only that has one."""
    mine, theirs = start.written, end.written
    if (
        not start.bare
        or not isinstance(start.expression, Fields)
        or start.expression.direction is not None
        or theirs.year is None
        or mine.month is None
        or theirs.month is None
    ):
        return start
    year = theirs.year if (mine.month, mine.day or 0) <= (theirs.month, theirs.day or 99) else theirs.year - 1
    return replace(calendar(replace(mine, year=year)), clock=start.clock)


def _placed(node: Node, when: When) -> Placed:
    return Placed(when, node.start, node.end, node.rule)


def bounded(match: Match) -> Range | None:
    """Return the period of "since 2019", "until at least March" and "before 3 May"."""
    node = match["date"]
    bound = _BOUNDS[match["side"].kind]
    end = _placed(node, when_of(node))
    return Range(end, None, bound) if bound in {Bound.SINCE, Bound.AFTER} else Range(None, end, bound)


def onwards(match: Match) -> Range:
    """Return the period of "2007 onwards"."""
    node = match["date"]
    return Range(_placed(node, when_of(node)), None, Bound.SINCE)


def beginning(match: Match) -> Range | None:
    """Return the period of "beginning 7 January"."""
    node = match["date"]
    return Range(_placed(node, when_of(node)), None, Bound.SINCE) if match["side"].word == "beginning" else None


def or_later(match: Match) -> Range:
    """Return the period of "2012 or later"."""
    node = match["date"]
    end = _placed(node, when_of(node))
    return Range(end, None, Bound.SINCE) if match["side"].kind in {"LATER", "AFTER"} else Range(None, end, Bound.UNTIL)


CLOCKS = (
    Rule("every", r"(?P<again>REC) (?:AT)? (?P<clock>CLK)", again_at),
    Rule("every", r"(?P<again>REC) AT (?P<clock>HOUR|CNT)(?!NOUN|UNIT|UNITS|DASH|NUM)", again_at),
    Rule("every", r"(?:AT)? (?P<clock>CLK) (?P<again>REC)", again_at),
    Rule("day and time", r"(?P<date>ND) COMMA? (?:AT|BY|ABOUT|OPEN|EARLY)? (?:ABOUT)? (?P<clock>CLK)", at_clock),
    Rule("day and time", r"(?P<date>ND) (?:AT|ABOUT|AT ABOUT) (?P<hour>HOUR|CNT|NUM)(?!NOUN|UNIT|UNITS|DASH|NUM)", at_clock),
    Rule("day and time", r"(?P<clock>CLK) COMMA? (?:ON)? (?:THE)? (?P<date>ND)", at_clock),
    Rule(
        "part of a day",
        r"(?P<date>ND) (?:IN THE|AT|EARLY|LATER|EARLIER)? (?:DAYPART|UNIT)(?: (?:AT)? (?P<clock>CLK))?",
        day_part,
    ),
    Rule("part of a day", r"(?:THE)? (?:EARLY|PART OF THE)? (?:DAYPART|UNIT) (?:OF|ON) (?P<date>ND)", night),
)
RANGES = (
    Rule("period", r"(?P<cue>FROM) (?P<one>DATE) COMMA? (?:TO|UNTIL|DASH) (?P<other>DATE|NOWN)", between),
    Rule("period", r"(?P<cue>BETWEEN) (?P<one>DATE|NOWN) (?:AND|TO|DASH) (?P<other>DATE|NOWN)", between),
    Rule("period", r"(?P<month>MONTH) (?:DASH|TO|UNTIL) (?P<other>NM|ND)", months),
    Rule("period", r"(?P<one>ND) (?:DASH|TO|UNTIL) (?P<other>ND)", between),
    Rule("period", r"(?P<one>DATE) (?:DASH) (?P<other>DATE)", between),
    Rule("period", r"(?P<one>NM|NY) (?:TO|UNTIL) (?P<other>NM|NY|ND)", between_known),
    Rule("period", r"(?P<one>YEAR) (?:DASH|TO|UNTIL) (?P<other>NM|ND)", between),
    Rule("open period", r"(?P<date>DATE) (?:OR|AND) (?P<side>LATER|EARLIER|AFTER|BEFORE)(?!DATE|THE|NOUN)", or_later),
    Rule("open period", r"(?P<date>DATE) (?P<side>ONWARDS)", onwards),
    Rule("open period", r"(?P<side>FROM) (?P<date>DATE) (?:ONWARDS|ON(?!DATE|NOUN|THE))", bounded),
    Rule("open period", r"(?P<side>PART) (?P<date>ND|NM)(?!DASH)", beginning),
    Rule("open period", r"(?P<side>SINCE|UNTIL|BEFORE|AFTER) (?:ABOUT|HEDGE|MORE)? (?P<date>DATE)(?!DASH NOUN)", bounded),
)

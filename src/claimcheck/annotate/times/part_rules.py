"""Rules that make one time of another: its end, its first week, its Tuesday, the rest of it; and of lengths."""

from dataclasses import replace

from claimcheck.annotate.times.fields import Feast, FeastOf, calendar, rank_of, unit_of, weekday_of, when_of
from claimcheck.annotate.times.meaning import Length, Match, Node, Rule, When
from claimcheck.values.date import Granularity, Written
from claimcheck.values.relative import ANY_DAY, NARRATIVE, Absolute, Expression, Fields, Unit
from claimcheck.values.within import Holding, Inside, Lasting, Nth, Part, Rest

# In twelfths of the whole, wide enough for what people call so; of a decade whole years.
_PARTS = {
    "early": (0, 5), "beginning": (0, 5), "start": (0, 5), "dawn": (0, 5), "outset": (0, 3), "early part": (0, 6), "turn": (0, 3),
    "mid": (3, 9), "middle": (3, 9), "height": (0, 12),
    "late": (7, 12), "end": (7, 12), "close": (7, 12), "latter part": (6, 12), "eve": (9, 12), "latter half": (6, 12),
    "first half": (0, 6), "second half": (6, 12), "rest": (0, 12), "remainder": (0, 12),
    "mid-to-late": (4, 12), "early-to-mid": (0, 8),
}  # fmt: skip


def known(expression: Expression, granularity: Granularity, **more: object) -> When:
    """Return the time of an expression, worked out if it rests on nothing."""
    if not expression.anchor:
        expression = Absolute(expression.readings(ANY_DAY))
    return replace(When(expression, granularity), **more)  # type: ignore[arg-type]  # fields of When


_OF_DECADES = {"early": (0, 6), "mid": (4, 10), "late": (6, 12)}


def part(match: Match) -> When | None:
    """Return the days of "early 1944", "mid-June" and "the end of last year"; of a day it is a time of the day."""
    whole, word = when_of(match["date"]), match["part"].word
    if word in {"rest", "remainder"} and isinstance(whole.expression, Unit) and not whole.expression.offset:
        return replace(whole, expression=Rest(1, whole.expression), approximate=True)
    if whole.granularity is Granularity.DAY:
        return replace(whole, approximate=whole.approximate)
    start, end = _PARTS.get(word, (0, 12))
    if whole.granularity is Granularity.DECADE:
        start, end = _OF_DECADES.get(word, (start, end))
    return known(Part(start, end, whole.expression), whole.granularity, written=whole.written, approximate=True)


def part_of_unit(match: Match) -> When | None:
    """Return the days of "the end of the year", of the year of publication."""
    unit = unit_of(match["what"])
    if unit is None or unit[1] != 1 or unit[0] is Granularity.DAY:
        return None
    if match["part"].word in {"rest", "remainder"}:
        return When(Rest(1, Unit(unit[0])), unit[0], approximate=True)
    start, end = _PARTS.get(match["part"].word, (0, 12))
    return When(Part(start, end, Unit(unit[0], 0, NARRATIVE)), unit[0], approximate=True)


_LONG = frozenset({Granularity.DECADE, Granularity.CENTURY})
_HALVED = _LONG | {Granularity.MONTH}


def nth(match: Match) -> When | None:
    """Return the days of "the first week of May", "the last three months of 2019", "the third Monday in June"."""
    whole, rank = when_of(match["date"]), rank_of(match["rank"])
    if rank is None or whole.granularity is Granularity.DAY:
        return None
    node = match["what"]
    if node.kind == "HALFWORD" and whole.granularity in _HALVED:
        start, end = (0, 6) if rank == 1 else (6, 12)
        return known(Part(start, end, whole.expression), whole.granularity, approximate=True)
    if node.kind == "HALFWORD":
        return known(Nth(rank, Granularity.HALF, whole.expression), Granularity.HALF, approximate=whole.approximate)
    if isinstance(node.meaning, Length):
        length = node.meaning
        if (
            length.count is None
            or length.count != int(length.count)
            or not 0 < length.count < 1000
            or length.unit is Granularity.MOMENT
        ):
            return None
        return known(Nth(rank, length.unit, whole.expression, count=int(length.count)), Granularity.UNCLEAR, approximate=True)
    day = _weekday(node)
    if day is not None:
        return known(Nth(rank, Granularity.DAY, whole.expression, day), Granularity.DAY, approximate=whole.approximate)
    unit = unit_of(node)
    if unit is None:
        return None
    if whole.granularity in _LONG and unit[0] is Granularity.QUARTER and rank in {1, 2, 3, 4, -1}:
        end = 12 if rank < 0 else 3 * rank
        return known(Part(end - 3, end, whole.expression), whole.granularity, approximate=True)
    return known(Nth(rank, unit[0], whole.expression), unit[0], approximate=whole.approximate)


def _weekday(node: Node) -> int | None:
    if isinstance(node.meaning, When):
        written = node.meaning.written
        return written.weekday if written.month is None and written.day is None else None
    return weekday_of(node) if node.kind == "WEEKDAY" else None


def nth_of_unit(match: Match) -> When | None:
    """Return the time of "the first quarter of the year", of the year of publication or the ones beside it."""
    unit, rank, what = unit_of(match["whole"]), rank_of(match["rank"]), match["what"]
    if unit is None or unit[1] != 1 or unit[0] is Granularity.DAY or rank is None:
        return None
    inner = (Granularity.DAY, 1) if what.kind == "WEEKDAY" else unit_of(what)
    if inner is None:
        return None
    weekday = weekday_of(what) if what.kind == "WEEKDAY" else None
    return When(Nth(rank, inner[0], Unit(unit[0]), weekday), inner[0], approximate=True)


def short_inside(match: Match) -> When | None:
    """Return the day of "next week, Tue"."""
    weekday, week = (match["short"], match["date"]) if "short" in match else (match["short2"], match["date2"])
    outer = when_of(week)
    return known(Inside(Written(weekday=weekday_of(weekday)), outer.expression), Granularity.DAY, approximate=outer.approximate)


def inside(match: Match) -> When | None:
    """Return the days of "Tuesday of last week", "in May that year" and "12 May last year"."""
    inner, outer = when_of(match["inner"]), when_of(match["date"])
    if isinstance(inner.expression, Feast) and outer.granularity is Granularity.YEAR:
        return known(FeastOf(inner.expression.name, outer.expression), Granularity.DAY, approximate=True, slack=inner.slack)
    if not inner.bare or (not outer.expression.anchor and outer.written.year is None):
        return None
    wanted = {Granularity.WEEK} if inner.written.month is None else {Granularity.YEAR}
    if outer.granularity not in wanted or not isinstance(inner.expression, Fields):
        return None
    if outer.granularity is Granularity.YEAR and outer.written.year is not None:
        return calendar(replace(inner.written, year=outer.written.year), clock=inner.clock)
    expression = Inside(inner.written, outer.expression)
    return known(expression, inner.granularity, written=inner.written, approximate=outer.approximate)


def holding(match: Match) -> When | None:
    """Return the week of "the week of 10 April"."""
    unit, day = unit_of(match["what"]), when_of(match["date"])
    if unit is None or unit[0] not in {Granularity.WEEK, Granularity.WEEKEND}:
        return None
    return known(Holding(unit[0], day.expression), unit[0], approximate=True)


def lasting_from(match: Match) -> When | None:
    """Return the days of "two weeks starting 20 May"."""
    made, day = match["length"].meaning, when_of(match["date"])
    if not match["side"].word.startswith(("starting", "beginning", "commencing")) or not isinstance(made, Length):
        return None
    if made.count is None or made.unit is Granularity.MOMENT:
        return None
    return known(Lasting(made.count, made.unit, day.expression), Granularity.UNCLEAR, approximate=True)


def rest_of(match: Match) -> When | None:
    """Return the days of "later this month" and "earlier this year"."""
    whole = when_of(match["date"])
    if not isinstance(whole.expression, Unit) or whole.expression.offset:
        return None
    if whole.expression.season:
        return whole
    side = -1 if match["side"].kind == "EARLIER" else 1
    return replace(whole, expression=Rest(side, whole.expression), approximate=True)


def rest_of_unit(match: Match) -> When | None:
    """Return the days of "later in the year"."""
    unit = unit_of(match["what"])
    if unit is None or unit[1] != 1 or unit[0] is Granularity.DAY:
        return None
    return When(Rest(-1 if match["side"].kind == "EARLIER" else 1, Unit(unit[0], 0, NARRATIVE)), unit[0], approximate=True)


def about(match: Match) -> When | None:
    """Return the time of "around June 1990", give or take one of its unit."""
    inner = when_of(match["date"])
    if match["about"].word == "about" and inner.expression.anchor:
        return None  # "asked about last week"
    margin = {Granularity.DAY: 3, Granularity.MONTH: 31, Granularity.YEAR: 1096, Granularity.WEEK: 7}.get(inner.granularity, 3653)
    return replace(inner, approximate=True, slack=inner.slack + margin)


def summed(match: Match) -> Length | None:
    """Return the length of "one year and three months"."""
    one, other = match["one"].meaning, match["other"].meaning
    if not isinstance(one, Length) or not isinstance(other, Length) or one.count is None or other.count is None:
        return None
    times = _IN_SMALLER.get((one.clock or one.unit.value, other.clock or other.unit.value))
    if times is None:
        return None
    count = one.count * times + other.count
    return Length(count, count, other.unit, other.clock)


_IN_SMALLER = {("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60, ("minute", "second"): 60}


def hedged(match: Match) -> Length | None:
    """Return the length of "more than four days" and "about a week"; the word before is not part of it."""
    made = match["length"].meaning
    if not isinstance(made, Length) or made.low is None or made.high is None:
        return None
    before = match.before()
    if "more" in match or before == "MORE":
        return replace(made, high=None)
    if "less" in match or before == "LESS":
        return replace(made, low=None)
    return replace(made, low=made.low * 9 / 10, high=made.high * 11 / 10)


PARTS = (
    Rule("part of a time", r"(?:THE)? (?P<part>PART) OF (?:THE)? (?P<date>DATE)", part),
    Rule("part of a unit", r"(?:THE)? (?P<part>PART) OF THE? (?P<what>UNIT)(?!DASH|NOUN)", part_of_unit),
    Rule("part of a time", r"(?:THE)? (?P<part>EARLY) (?:DASH)? (?:IN|ON)? (?:THE)? (?P<date>DATE)(?!(?:OF|IN)? NY)", part),
    Rule("part of a time", r"(?:THE)? (?P<part>EARLY) UNITS OF (?P<date>DATE)", part),
    Rule(
        "unit of a time",
        r"(?:THE)? (?P<rank>ORD|LAST|FINAL) (?P<what>UNIT|WEEKDAY|HALFWORD|ND|LEN) (?:OF|IN)? (?P<date>DATE)",
        nth,
    ),
    Rule("time in a time", r"(?P<inner>ND|NM) COMMA? (?:OF|IN)? (?P<date>NY|NW)", inside),
    Rule("time in a time", r"(?P<date>NW) (?:ON|POSSESSIVE)? (?P<inner>ND)", inside),
    Rule(
        "time in a time",
        r"(?P<date>NW) (?:COMMA|POSSESSIVE)? (?:ON)? (?P<short>WEEKDAY)|(?P<short2>WEEKDAY) (?:OF|IN)? (?P<date2>NW)",
        short_inside,
    ),
    Rule("unit of a time", r"(?P<date>DATE) POSSESSIVE (?P<rank>ORD|LAST|FINAL) (?P<what>UNIT|HALFWORD)", nth),
    Rule("week of a day", r"(?:THE)? (?P<what>UNIT) (?:OF|SINCE|PART) (?:THE)? (?P<date>ND)", holding),
    Rule("so long from a day", r"(?P<length>LEN) (?P<side>SINCE) (?P<date>ND)", lasting_from),
    Rule("rest of a unit", r"(?P<side>EARLIER|LATER) (?P<date>DATE)", rest_of),
    Rule("rest of a unit", r"(?P<side>EARLIER|LATER) IN THE (?P<what>UNIT)", rest_of_unit),
    Rule(
        "unit of a unit", r"(?:THE)? (?P<rank>ORD|LAST) (?P<what>UNIT|WEEKDAY) OF THE (?P<whole>UNIT)(?!DASH|NOUN)", nth_of_unit
    ),
    Rule("sum of lengths", r"(?P<one>LEN) (?:AND|COMMA)? (?P<other>LEN)", summed),
    Rule("hedged duration", r"(?P<length>LEN) (?:(?P<more>ORMORE)|(?P<less>ORLESS))", hedged),
    Rule("hedged duration", r"(?<=HEDGES)(?P<length>LEN)(?!AGO|EARLIER|LATER|BEFORE|AFTER)", hedged),
    Rule("about a time", r"(?<!NUM)(?P<about>ABOUT) (?P<date>DATE)", about),
)

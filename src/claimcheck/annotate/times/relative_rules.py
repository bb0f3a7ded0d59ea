"""Rules for what is told from another day on: last year, the previous month, the day before."""

from decimal import Decimal

from claimcheck.annotate.times.fields import DAYS_OF_SPEECH, count_of, feast, month_of, unit_of, weekday_of
from claimcheck.annotate.times.meaning import Length, Match, Node, Rule, When
from claimcheck.values.date import Granularity, Written
from claimcheck.values.relative import NARRATIVE, PUBLICATION, Expression, Fields, Here, Shift, Stretch, Unit
from claimcheck.values.within import Run

_DIRECTIONS = {
    "LAST": -1,
    "PREVIOUS": -1,
    "THIS": 0,
    "SAME": 0,
    "THAT": 0,
    "NEXT": 1,
    "FOLLOWING": 1,
    "BEFORE": -1,
    "EARLIER": -1,
    "AFTER": 1,
    "LATER": 1,
}
_TODAY = {
    "today": 0,
    "tonight": 0,
    "overnight": 0,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}


def today(match: Match) -> When | None:
    """Return the day of "yesterday"."""
    if match.text[match.nodes[0].start].isupper() and match.before() == "LOW":
        return None  # a title
    shift = _TODAY[match.nodes[0].word]
    return When(Unit(Granularity.DAY, shift), Granularity.DAY)


def now(_: Match) -> When:
    """Return the present, of which no days are said."""
    return When(Here(), Granularity.MOMENT, approximate=True)


def deictic(match: Match) -> When | None:
    """Return the time of "last year", "this morning", "next Friday" from the day of publication on."""
    what, side = match["what"], match["side"]
    if side.word == "this" and what.word == "day":
        return None  # "to this day", "on this day in 1918"
    return _near(what, _DIRECTIONS[side.kind], PUBLICATION)


def narrative(match: Match) -> When | None:
    """Return the time of "the previous month", "that year", "the next day" from the date told before on."""
    return _near(match["what"], _DIRECTIONS[match["side"].kind], NARRATIVE)


def spoken(match: Match) -> When | None:
    """Return the time of "the current week", "the coming month" and "this past weekend"."""
    word = match["side"].word
    weekend = word == "past" and match["what"].word == "weekend"
    if word not in {"current", "coming", "upcoming"} and not weekend and match.nodes[0].kind != "THIS":
        return None
    if word in {"coming", "upcoming"} and match["what"].word == "weekend":
        return _near(match["what"], 0, PUBLICATION)
    return deictic(match)


def _near(node: Node, direction: int, anchor: str) -> When | None:
    """Return the unit, season, weekday, month or named day before, at or after the anchor."""
    loose = anchor == NARRATIVE
    if node.kind == "DAYPART":
        return When(Unit(Granularity.DAY, direction, anchor), Granularity.DAY, approximate=loose)
    if node.kind == "SEASON":
        expression = Unit(Granularity.SEASON, direction, anchor, node.word.removesuffix("time"))
        return When(expression, Granularity.SEASON, approximate=True)
    if node.kind == "WEEKDAY":
        return (
            _fields(Written(weekday=weekday_of(node)), direction, anchor, Granularity.DAY) if node.word.endswith("day") else None
        )
    if node.kind == "MONTH":
        return _fields(Written(month=month_of(node)), direction, anchor, Granularity.MONTH)
    if node.kind == "FEAST":
        return feast(node.word, None, direction)
    unit = unit_of(node)
    if unit is None:
        return None
    if unit[1] != 1:
        count = Decimal(unit[1] * direction)
        return When(Stretch(count, unit[0], anchor), Granularity.UNCLEAR, approximate=True) if direction else None
    return When(Unit(unit[0], direction, anchor), unit[0], approximate=loose)


def _fields(written: Written, direction: int, anchor: str, unit: Granularity) -> When:
    return When(Fields(written, direction, anchor), unit, written, approximate=True)


def twice(match: Match) -> When | None:
    """Return the time of "the week after next" and "the year before last"."""
    unit = unit_of(match["what"])
    return When(Unit(unit[0], -2 if match["side"].kind == "BEFORE" else 2), unit[0]) if unit is not None else None


def stretch(match: Match) -> When | None:
    """Return the days of "the past three weeks" and "the last year"."""
    if match.nodes[0].word == "last" and match.before() in {"LOW", "TO", "PLUR", "CAP"}:
        return None  # "will last three weeks"
    made = match["length"].meaning if "length" in match else None
    if isinstance(made, Length):
        unit, count = made.unit, made.count
    else:
        found = unit_of(match["what"])
        if found is None:
            return None
        unit, count = found[0], count_of(match["count"]) if "count" in match else Decimal(1)
        count = None if count is None else count * found[1]
    if unit is Granularity.QUARTER and count is not None:
        return _quarters(int(count), match["side"].kind)
    if unit is Granularity.MOMENT or count is None:
        return None
    sign = -1 if match["side"].kind in {"LAST", "PREVIOUS"} else 1
    anchor = NARRATIVE if match["side"].kind in {"PREVIOUS", "FOLLOWING"} else PUBLICATION
    return When(Stretch(sign * count, unit, anchor), Granularity.UNCLEAR, approximate=True)


def _quarters(count: int, side: str) -> When | None:
    """Return whole quarters, since no other stretch of business is called so."""
    if not 0 < count < 100:
        return None
    expression = Unit(Granularity.QUARTER, -1 if side in {"LAST", "PREVIOUS"} else 1)
    if count == 1:
        return When(expression, Granularity.QUARTER)
    base = Unit(Granularity.QUARTER, -count if side in {"LAST", "PREVIOUS"} else 1)
    return When(Run(base, count), Granularity.UNCLEAR, approximate=True)


def ago(match: Match) -> When | None:
    """Return the time of "two weeks ago", with the tolerance of speech."""
    return _shifted(match["length"], -1, Here())


def earlier(match: Match) -> When | None:
    """Return the time of "a year earlier" and "three days later", from the date told before on."""
    here = Here() if match["side"].word in {"from now", "hence"} else Here(NARRATIVE)
    return _shifted(match["length"], _DIRECTIONS[match["side"].kind], here)


def from_now(match: Match) -> When | None:
    """Return the time of "in three days’ time"."""
    return _shifted(match["length"], 1, Here())


def from_date(match: Match) -> When | None:
    """Return the time of "two weeks after the 1998 final" where that has a date: "three days before Christmas"."""
    other = match["date"].meaning
    if match["date"].kind == "NOW":
        return _shifted(match["length"], 1, Here())
    return (
        _shifted(match["length"], -1 if match["side"].kind == "BEFORE" else 1, other.expression)
        if isinstance(other, When)
        else None
    )


def from_event(match: Match) -> When | None:
    """Return the time of "two weeks after the vote", whose day is unknown."""
    return _shifted(match["length"], _DIRECTIONS[match["side"].kind], Here("event"))


def _shifted(node: Node, sign: int, of: Expression) -> When | None:
    made = node.meaning
    if not isinstance(made, Length):
        return None
    if made.unit is Granularity.MOMENT:
        return When(of, Granularity.MOMENT, approximate=True)
    if made.count is None:
        return When(Here("event"), Granularity.MOMENT, approximate=True)
    exact = made.unit is Granularity.DAY
    length = int(made.count * DAYS_OF_SPEECH.get(made.unit, 7)) - 3
    slack = 0 if exact else int(DAYS_OF_SPEECH.get(made.unit, 7) * min(max(Decimal(1), made.count / 10), Decimal(100)))
    slack = min(slack, max(length, 0))  # what was a year ago was not today
    return When(
        Shift(sign * made.count, made.unit, of),
        Granularity.DAY,
        approximate=not exact or of.anchor != PUBLICATION,
        slack=slack or (1 if exact and sign < 0 else 0),
    )


def lone_season(match: Match) -> When | None:
    """Return the season of "in the autumn", of this year or the one before; a fall may be one from a height."""
    if match["season"].word == "fall" and match.before() not in {"IN", "EARLY"}:
        return None
    name = match["season"].word.removesuffix("time")
    return When(Unit(Granularity.SEASON, None, PUBLICATION, name), Granularity.SEASON, approximate=True)


def same_time(_: Match) -> When:
    """Return the time of "at that time", which is the one told before, though not to the day."""
    return When(Here(NARRATIVE), Granularity.MOMENT, approximate=True)


_WHAT = r"(?P<what>UNIT|SEASON|DAYPART|WEEKDAY|MONTH|FEAST)"
RELATIVE = (
    Rule("season", r"(?<=SEASONCUE) (?:THE)? (?P<season>SEASON)(?!OF|YEAR|CAP|COMMA YEAR|INT BC|NOUN)", lone_season),
    Rule("same time", r"(?<=AT)(?:THE|THIS|THAT) SAME? TIMEWORD(?!OF)", same_time),
    Rule("relative date", r"TODAY", today),
    Rule("present", r"(?<!FROM)NOW", now),
    Rule(
        "relative date",
        r"THE (?P<what>UNIT) (?P<side>AFTER) NEXT|THE (?P<what2>UNIT) BEFORE LAST",
        lambda m: twice(m) if "what" in m else _before_last(m),
    ),
    Rule("stretch", r"(?:THE)? (?P<side>LAST|NEXT|PREVIOUS|FOLLOWING) (?P<length>LEN)(?!OF|IN)", stretch),
    Rule("stretch", r"(?:THE)? (?P<count>COUNT) (?P<side>LAST|NEXT|PREVIOUS|FOLLOWING) (?P<what>UNITS)", stretch),
    Rule("relative date", rf"(?:THE|THIS) (?P<side>NEXT|THIS|LAST) {_WHAT}(?!OF)", spoken),
    Rule("narrative date", rf"THE (?P<side>NEXT) {_WHAT}", narrative),
    Rule("stretch", r"THE (?P<side>LAST) (?P<what>UNIT)(?!OF|LOW)", stretch),
    Rule("narrative date", rf"(?:THE)? (?P<side>PREVIOUS|FOLLOWING) {_WHAT}", narrative),
    Rule("narrative date", rf"(?:THE|THIS|THAT) (?P<side>SAME) {_WHAT}", narrative),
    Rule("narrative date", r"(?P<side>THAT) VERY? (?P<what>UNIT|SEASON|DAYPART|WEEKDAY|MONTH)", narrative),
    Rule("relative date", r"(?<!THE)(?P<side>LAST) (?P<what>UNIT)(?!OF)", deictic),
    Rule("relative date", r"(?<!THE)(?P<side>LAST) (?P<what>SEASON|DAYPART|WEEKDAY|MONTH|FEAST)", deictic),
    Rule("relative date", rf"(?<!THE)(?P<side>NEXT|THIS) {_WHAT}", deictic),
    Rule("narrative date", r"THE (?P<what>UNIT|DAYPART) (?P<side>BEFORE|AFTER|EARLIER|LATER)(?=COMMA|STOP|CLOSE|$)", narrative),
)


def _before_last(match: Match) -> When | None:
    unit = unit_of(match["what2"])
    return When(Unit(unit[0], -2), unit[0]) if unit is not None else None


SHIFTED = (
    Rule("time ago", r"(?P<length>LEN) AGO", ago),
    Rule("shifted date", r"(?P<length>LEN) (?P<side>BEFORE|AFTER) (?P<date>DATE)(?!NOUN)", from_date),
    Rule("shifted date", r"(?P<length>LEN) (?P<side>FROM) (?P<date>ND|NOW)(?!TO|UNTIL|DASH)", from_date),
    Rule("narrative shift", r"(?P<length>LEN) (?P<side>EARLIER|LATER)", earlier),
    Rule("narrative shift", r"(?P<length>LEN) (?P<side>BEFORE|AFTER)(?=COMMA|STOP|CLOSE|$)", earlier),
    Rule("narrative shift", r"(?P<length>LEN) (?P<side>BEFORE|AFTER) THAT(?=STOP|COMMA|CLOSE|$)", earlier),
    Rule("event shift", r"(?P<length>LEN) (?P<side>BEFORE|AFTER)", from_event),
    Rule("time to come", r"(?:IN) (?P<length>LEN) POSSESSIVE? (?:TIMEWORD)", from_now),
)

"""Rules for what comes again."""

from decimal import Decimal

from claimcheck.annotate.times.fields import clock_unit, count_of, month_of, rank_of, unit_of, weekday_of
from claimcheck.annotate.times.meaning import Again, Match, Node, Rule, When, time_of
from claimcheck.values.date import Granularity, Written
from claimcheck.values.relative import Fields
from claimcheck.values.time import Recurrence, Time

_EACH = {
    "everyday": (1, Granularity.DAY), "daily": (1, Granularity.DAY), "nightly": (1, Granularity.DAY),
    "weekly": (1, Granularity.WEEK), "monthly": (1, Granularity.MONTH),
    "yearly": (1, Granularity.YEAR), "annual": (1, Granularity.YEAR), "annually": (1, Granularity.YEAR),
    "quarterly": (1, Granularity.QUARTER), "biweekly": (2, Granularity.WEEK), "bi-weekly": (2, Granularity.WEEK),
    "fortnightly": (2, Granularity.WEEK), "biennial": (2, Granularity.YEAR), "biennially": (2, Granularity.YEAR),
    "biannual": (6, Granularity.MONTH), "biannually": (6, Granularity.MONTH), "semiannual": (6, Granularity.MONTH),
    "semiannually": (6, Granularity.MONTH), "semi-annually": (6, Granularity.MONTH), "bimonthly": (2, Granularity.MONTH),
    "hourly": (1, Granularity.MOMENT),
}  # fmt: skip


def every(match: Match) -> Again | None:
    """Return what comes again every so many units, or on a day of the week, the month or the year."""
    count = Decimal(2) if "other" in match else Decimal(1)
    if "count" in match:
        node = match["count"]
        found = Decimal(rank_of(node) or 0) if node.kind in {"ORD", "ORDN"} else count_of(node)
        return _each_of(found, match["what"]) if found else None
    if "nights" in match:
        return _each_of(count, match["what"]) if match["nights"].word == "nights" else None
    if "what" not in match:
        return Again(Recurrence(count, Granularity.DAY))
    node = match["what"]
    if "day" in match:
        return again(count, Granularity.MONTH, Written(day=rank_of(match["day"]))) if node.word == "month" else None
    return _each_of(count, node) if node.kind != "UNITS" or node.word == "weekends" else None


def _each_of(count: Decimal, node: Node) -> Again | None:
    """Return what comes again on each of the days, months or units that a node names."""
    if node.word in {"minute", "second"}:
        return Again(Recurrence(count, Granularity.MOMENT)) if count > 1 else None
    if node.word in _ANY_DAY:
        return Again(Recurrence(Decimal(1), Granularity.DAY))
    if node.kind in {"WEEKDAY", "WEEKDAYS"}:
        return again(count, Granularity.WEEK, Written(weekday=weekday_of(node)))
    if node.kind == "MONTH":
        return again(count, Granularity.YEAR, Written(month=month_of(node)))
    if node.kind in {"DAYPART", "SEASON"}:
        return Again(Recurrence(count, Granularity.DAY if node.kind == "DAYPART" else Granularity.YEAR))
    unit = unit_of(node)
    if unit is None:
        return Again(Recurrence(count, Granularity.MOMENT)) if clock_unit(node) else None
    return Again(Recurrence(count * unit[1], unit[0]))


_ANY_DAY = frozenset({"weekday", "weekdays", "weeknights"})


def again(count: Decimal, unit: Granularity, written: Written) -> Again:
    """Return what comes again on these fields."""
    return Again(Recurrence(count, unit, _on(written)))


def _on(written: Written) -> Time:
    unit = Granularity.MONTH if written.month else Granularity.DAY
    return time_of(When(Fields(written), unit, written, approximate=True))


def each(match: Match) -> Again | None:
    """Return what "daily" and "annual" say; not in a name."""
    node = match.nodes[0]
    if match.text[node.start].isupper():
        return None
    count, unit = _EACH[node.word]
    return Again(Recurrence(Decimal(count), unit))


AGAIN = (
    Rule("every", r"EVERY (?P<other>OTHER)? ADJECTIVE? (?P<what>UNIT|WEEKDAY|WEEKDAYS|MONTH|DAYPART|SEASON)(?:DAYPART)?", every),
    Rule("every", r"EVERY (?P<count>COUNT|ORD) (?P<what>UNIT|UNITS|WEEKDAY|WEEKDAYS)", every),
    Rule("every", r"(?<!THE)(?P<what>WEEKDAYS)", every),
    Rule("every", r"(?<!COUNT)(?<!LAST)(?P<what>UNITS)", every),
    Rule("so often", r"(?:ONCE|COUNT TIMES) (?:A|EVERY|PER) (?P<what>UNIT)", every),
    Rule("every", r"(?:THE)? (?P<day>ORD) OF EVERY (?P<what>UNIT)", every),
    Rule("every", r"(?P<what>WEEKDAY)? DAYPARTS", every),
    Rule("every", r"(?P<what>WEEKDAY) (?P<nights>UNITS)", every),
    Rule("every", r"EACHLY", each),
)

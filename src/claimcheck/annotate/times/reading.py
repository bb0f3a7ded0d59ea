"""From a stretch of text to its time expressions: the stages of the grammar, one after another."""

from collections.abc import Iterator
from functools import lru_cache

from claimcheck.annotate.times.again_rules import AGAIN
from claimcheck.annotate.times.day_rules import DAYS, NUMBERS, WEEKDAYS_AND_MONTHS
from claimcheck.annotate.times.grammar import Stage, numbered
from claimcheck.annotate.times.hour_rules import HOURS
from claimcheck.annotate.times.islands import forget, tokenize
from claimcheck.annotate.times.joined_rules import CLOCKS, RANGES
from claimcheck.annotate.times.length_rules import AGES, LENGTHS, quantity_of
from claimcheck.annotate.times.meaning import Again, Counted, Hour, Length, Meaning, Node, Range, When, time_of
from claimcheck.annotate.times.part_rules import PARTS
from claimcheck.annotate.times.relative_rules import RELATIVE, SHIFTED
from claimcheck.annotate.times.tokens import FORMS
from claimcheck.annotate.times.vocabulary import WORDS
from claimcheck.annotate.times.year_rules import YEARS
from claimcheck.claim import Mention, Value
from claimcheck.document import Span
from claimcheck.values.date import UNKNOWN_DATE
from claimcheck.values.time import Period, Time

_NODES = ("ND", "NM", "NW", "NY", "NX", "NOWN", "LEN", "AGE", "ANNIVERSARY", "CNT", "CLK", "RNG", "REC")
_MARKS = ("NINETIES", "CAP", "PLUR", "LOW", "YEAR", "MONTHLOW", "WEEKDAYLOW", "FEAST", "H12", "H24", "D31", "N")
_CODES = numbered(iter((*sorted(set(WORDS.values()) | FORMS), *_MARKS, *_NODES)))
_CLASSES = {
    "DAY": "H12 H24 D31",
    "HOUR": "H12 H24",
    "INT": "H12 H24 D31 N YEAR",
    "COUNT": "H12 H24 D31 N NUM YEAR CNT",
    "NUMERAL": "H12 H24 D31 N NUM CNT",
    "DECADECUE": "EARLY IN",
    "SEASONCUE": "IN BY UNTIL SINCE BEFORE AFTER EARLY",
    "SHORTCUE": "IN SINCE OF BY UNTIL",
    "ANYWEEKDAY": "WEEKDAY WEEKDAYLOW",
    "ANYMONTH": "MONTH MONTHLOW",
    "DATE": "ND NM NW NY NX",
    "NOUN": "LOW PLUR CAP COUNTABLE",
    "HEDGES": "MORE LESS HEDGE ABOUT",
    "RANGECUE": "FROM BETWEEN",
    "DATECUE": "ON BY SINCE UNTIL BEFORE AFTER FROM TO BETWEEN WEEKDAY COMMA DASH",
    "DET": "THE A POSSESSOR THIS THAT",
    "YEARCUE": "IN SINCE UNTIL BY FROM TO OF BETWEEN AND OR BEFORE AFTER EARLY ON FOR",
    "PARTCUE": "PART ORD LAST FINAL UNIT UNITS EARLY WEEKDAY",
    "MONTHCUE": "IN SINCE UNTIL BY FROM TO OF EARLY BETWEEN AND ABOUT BEFORE AFTER",
}
# Classes of which one must be there for the rules of a stage to fit anything.
_OF_LENGTHS = (
    "UNIT UNITS AGED OLD ANNIVERSARY CENTENARY HM AMPM ZONE CLOCKWORD HALFPAST QUARTERPAST QUARTERTO NOON EVERY WEEKDAYS "
    "DAYPARTS EACHLY DAYPART"
)
_OF_RELATIVES = "LAST NEXT THIS PREVIOUS FOLLOWING SAME THAT VERY TODAY NOW SEASON TIMEWORD BEFORE AFTER"
_STAGES: tuple[Stage[Meaning], ...] = tuple(
    Stage(rules, needs, _CODES, _CLASSES)
    for rules, needs in (
        (NUMBERS, "NWORD"),
        ((*AGES, *HOURS, *AGAIN, *LENGTHS), _OF_LENGTHS),
        (DAYS, "MONTH MONTHLOW ISODATE NUMDATE SHORTDATE BC"),
        (RELATIVE, _OF_RELATIVES),
        (YEARS, "BC YEAR YY QN FISCAL SEASON DECADE NINETIES UNIT FEAST AD CNT"),
        (WEEKDAYS_AND_MONTHS, "WEEKDAY WEEKDAYLOW MONTH MONTHLOW ORD"),
        (PARTS, "DATE LEN PART EARLIER LATER ORD LAST FINAL"),
        (PARTS, "DATE LEN"),
        (SHIFTED, "LEN"),
        (PARTS, "DATE"),
        (CLOCKS, "ND REC"),
        (RANGES, "DATE"),
    )
)
_UNKNOWN = Time(UNKNOWN_DATE)


@lru_cache(maxsize=1 << 15)
def read(text: str, before: str, after: str) -> tuple[Mention, ...]:
    """Return the time expressions of a stretch of text, periods beside their ends, none of them anchored.

    `before` and `after` are the classes of the tokens around it, "" where there are none.
    """
    nodes = tokenize(text, before, after)
    string = "".join([_CODES[node[0]] for node in nodes])
    for stage in _STAGES:
        if not stage.needs.isdisjoint(string):
            nodes, string = stage.reduce(nodes, string, text)
    return tuple(mention for node in nodes if node.meaning is not None for mention in _mentions(node))


def clear_caches() -> None:
    """Forget what was read."""
    read.cache_clear()
    forget()


def _mentions(node: Node) -> Iterator[Mention]:
    """Yield the mentions of a node."""
    made = node.meaning
    span = Span(node.start, node.end)
    if isinstance(made, Range):
        yield from _ends(made, span, node.rule)
        return
    kind, value = _value(made)
    if value is not None:
        yield Mention(span, kind, value, node.rule)


def _value(made: Meaning | None) -> tuple[str, Value | None]:
    """Return the mention type and the value of a meaning; no value for what is none by itself."""
    match made:
        case When():
            return "DATE", time_of(made)
        case Length():
            return "DURATION", quantity_of(made)
        case Counted(type=kind, quantity=quantity):
            return kind, quantity
        case Hour(clock=clock):
            return "TIME", clock
        case Again(recurrence=recurrence):
            return "SET", recurrence
    return "", None


def _ends(made: Range, span: Span, rule: str) -> Iterator[Mention]:
    """Yield a period, if its ends bound one, and its ends."""
    start, end = (time_of(placed.when) if placed is not None else _UNKNOWN for placed in (made.start, made.end))
    if made.bound is not None:
        yield Mention(span, "DATE", Period(start, end, made.bound), rule)
    for placed, time in ((made.start, start), (made.end, end)):
        if placed is not None:
            yield Mention(Span(placed.start, placed.end), "DATE", time, placed.rule)

"""Distances and order between two dated events: "twelve years later, in 2012", "two years after retiring in 2008", "before"."""

from collections.abc import Iterator, Sequence

from claimcheck.claim import Argument, Claim, Mention, Modality
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import frame_of
from claimcheck.document import PartKind
from claimcheck.sentence import Function, Token
from claimcheck.values.date import UNKNOWN_DATE
from claimcheck.values.relative import NARRATIVE, Shift
from claimcheck.values.time import Period, Time

DISTANCE, COUNTED_FROM, DATED = "so long after", "counted from", "dated"
EARLIER, LATER = "comes first", "comes second"

_BACK = 2  # sentences in which the date that "later" counts from may stand
_LOOSE = frozenset({",", "in", "on", "(", "–", "—", "-", ";", "that", "is", ":"})
_APART = (Function.CLAUSE_MODIFIER, Function.PARATAXIS, Function.COMPLEMENT)
_WORDS = {"before": (EARLIER, LATER), "after": (LATER, EARLIER)}
# Words that make "before" and "after" something other than an order.
_NOT_ORDER = frozenset(
    {"not", "never", "long", "named", "modelled", "looked", "even", "until", "n't", "since", "ever", "from"}
    | {"year", "years", "months", "month", "weeks", "week", "days", "day", "decade", "decades", "minutes", "hours"}
)


def orders(contexts: Sequence[Context]) -> Iterator[Claim]:
    """Yield the dates of two events of which the text says how far apart they are, or which came first."""
    for number, context in enumerate(contexts):
        yield from _later(contexts, number)
        yield from _after_event(context)
        yield from _in_order(context)


def _years(context: Context) -> list[Mention]:
    """Return the dates with a year of their own that are no end of a period."""
    ranges = [m.span for m in context.mentions if isinstance(m.value, Period)]
    found = [m for m in context.mentions if isinstance(m.value, Time) and m.value.written.year is not None and m.value.date.known]
    return [m for m in found if not any(r.contains(m.span) for r in ranges)]


def _later(contexts: Sequence[Context], number: int) -> Iterator[Claim]:
    """Yield "twelve years later" beside its own date, with the one date told before it."""
    context = contexts[number]
    own = _years(context)
    for mention in context.mentions:
        value = mention.value
        shift = isinstance(value, Time) and value.anchor == NARRATIVE and value.date.known and _counts(context, mention)
        beside = [m for m in own if _is_beside(context, mention, m)]
        if not shift or len(beside) != 1:
            continue
        if beside[0].span.end <= mention.span.start:
            continue  # "in November 1980, 20 months later" is read as counted from the date beside it
        told = [(context, m) for m in own if m.span.end <= mention.span.start and m is not beside[0]]
        for before in reversed(contexts[max(0, number - _BACK) : number]):
            if before.sentence.paragraph == context.sentence.paragraph and before.sentence.kind is PartKind.BODY:
                told = told or [(before, m) for m in _dates(before)]
        if len(told) == 1:
            key = f"distance@{mention.span.start}"
            yield _claim(context, DISTANCE, key, mention)
            yield _claim(context, DATED, key, beside[0])
            yield _claim(told[0][0], COUNTED_FROM, key, told[0][1])


def _dates(context: Context) -> list[Mention]:
    """Return every date of a sentence, one of which "later" may count from; none if one is not certain."""
    found = [m for m in context.mentions if isinstance(m.value, Time | Period) and m.type == "DATE"]
    return found if found == _years(context) else []


def _counts(context: Context, mention: Mention) -> bool:
    """Whether the words give a number of years, months or weeks, or the next year."""
    words = context.document.words(mention.span).lower()
    counted = words.endswith((" later", " earlier")) and any(u in words for u in ("year", "decade", "month", "week", "centur"))
    return counted or words in {"the following year", "the next year", "the year after", "the previous year", "the year before"}


def _is_beside(context: Context, one: Mention, other: Mention) -> bool:
    first, last = sorted((one.span, other.span))
    between = [t for t in context.sentence.tokens if first.end <= t.span.start and t.span.end <= last.start]
    return len(between) <= 3 and all(t.text.lower() in _LOOSE for t in between) and first != last


def _after_event(context: Context) -> Iterator[Claim]:
    """Yield "two years after retiring in 2008" with the date of what came so long after."""
    dates = _years(context)
    shifts = [
        m
        for m in context.mentions
        if isinstance(m.value, Time) and isinstance(m.value.relative, Shift) and m.rule == "event shift"
    ]
    if len(dates) != 2 or len(shifts) != 1:
        return
    shift = shifts[0]
    start, other = (dates[1], dates[0]) if dates[0].span.end <= shift.span.start else (dates[0], dates[1])
    if start.span.start < shift.span.end or not _leads_to(context, shift, start) or _is_apart(context, other):
        return
    near = other.span.start > start.span.end or _is_beside(context, other, shift)
    if near:
        key = f"distance@{shift.span.start}"
        yield _claim(context, DISTANCE, key, shift)
        yield _claim(context, DATED, key, other)
        yield _claim(context, COUNTED_FROM, key, start)


def _leads_to(context: Context, shift: Mention, date: Mention) -> bool:
    """Whether the date stands in the clause behind "two years after", with no comma or other clause before it."""
    between = [t for t in context.sentence.tokens if shift.span.end <= t.span.start and t.span.end <= date.span.start]
    verbs = [t for t in between if t.pos == "VERB"]
    return (
        len(verbs) <= 1
        and len(between) <= 10
        and not any(t.text in {",", ";", "(", "and", "but", "who", "which", "that"} for t in between)
    )


def _is_apart(context: Context, date: Mention) -> bool:
    """Whether the date stands in a relative or reported clause."""
    top = context.sentence.top(date.span)
    return top is None or any(t.function in _APART for t in (top, *context.sentence.ancestors(top)))


def _in_order(context: Context) -> Iterator[Claim]:
    """Yield the dates of two clauses that "before" or "after" joins."""
    sentence = context.sentence
    dates = _years(context)
    if len(dates) != 2:
        return
    for verb in sentence.tokens:
        above = sentence.head(verb)
        word = next((t for t in sentence.children(verb, Function.MARKER, Function.CASE) if t.text.lower() in _WORDS), None)
        if (
            word is None
            or above is None
            or verb.function is not Function.ADVERBIAL_CLAUSE
            or verb.pos != "VERB"
            or above.pos != "VERB"
        ):
            continue
        inner, outer = _own(context, verb, dates), _own(context, above, dates)
        leading = {t.text.lower() for t in sentence.tokens[max(0, word.index - 2) : word.index]}
        if (
            inner is None
            or outer is None
            or inner is outer
            or leading & _NOT_ORDER
            or not (_is_real(context, verb) and _is_real(context, above))
        ):
            continue
        key = f"order@{word.span.start}"
        relation, other = _WORDS[word.text.lower()]
        yield _claim(context, relation, key, outer)
        yield _claim(context, other, key, inner)


def _own(context: Context, verb: Token, dates: Sequence[Mention]) -> Mention | None:
    """Return the date that hangs on the verb itself."""
    children = context.sentence.children(verb, Function.OBLIQUE, Function.ADVERB, Function.NUMBER)
    return next((m for m in dates if any(m.span.contains(c.span) for c in children)), None)


def _is_real(context: Context, verb: Token) -> bool:
    frame = frame_of(verb, context.sentence)
    return not frame.negated and frame.modality in {Modality.ASSERTED, Modality.HYPOTHETICAL}


def _claim(context: Context, relation: str, key: str, mention: Mention) -> Claim:
    head = context.sentence.top(mention.span) or context.sentence.tokens[0]
    value = Argument(mention.span, context.document.words(mention.span), "", mention.type, mention.value)
    predicate = Predicate(head, negated=False, modality=Modality.ASSERTED, past=False)
    return claim(
        context, predicate, f"{relation} {value.text}", Argument(mention.span, key, key), relation, value, time=UNKNOWN_DATE
    )

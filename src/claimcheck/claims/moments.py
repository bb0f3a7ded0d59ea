"""When something told in a sentence was so: the date that stands with it, or the only one of the sentence."""

from claimcheck.claim import Mention
from claimcheck.claims.context import Context
from claimcheck.document import Span
from claimcheck.sentence import Function
from claimcheck.values.date import UNKNOWN_DATE, Date
from claimcheck.values.relative import NARRATIVE
from claimcheck.values.time import Period, Time

_REACH = 6  # tokens between a date and what it dates
# Words that may stand between the two without telling of anything else.
_BETWEEN = frozenset(
    {
        ",",
        "(",
        ")",
        "when",
        "while",
        "he",
        "she",
        "was",
        "at",
        "the",
        "age",
        "of",
        "aged",
        "still",
        "only",
        "just",
        "then",
        "in",
        "on",
        "and",
        "by",
    }
)
_APART = (Function.CLAUSE_MODIFIER, Function.COMPLEMENT, Function.PARATAXIS, Function.APPOSITION)
_BIRTH = frozenset({"born", "birth"})


def moments(context: Context) -> tuple[Mention, ...]:
    """Return the dates of the sentence that may date an act: no birth, and no end of a period."""
    dated = (m for m in context.mentions if isinstance(m.value, Time) and m.value.date.known and m.value.anchor != NARRATIVE)
    return tuple(m for m in dated if not _is_else(context, m))


def moment(context: Context, span: Span) -> Date:
    """Return the days on which what the span says was so: those of the date beside it, or of the only date; else unknown."""
    found = moments(context)
    near = [m.value.date for m in found if isinstance(m.value, Time) and _is_beside(context, m.span, span)]
    if len(near) == 1:
        return near[0]
    told = {m.value.date for m in found if isinstance(m.value, Time)}
    if len(told) == 1 and not _has_loose(context) and any(_of_one_clause(context, m.span, span) for m in found):
        return next(iter(told))
    return UNKNOWN_DATE


def _of_one_clause(context: Context, date: Span, span: Span) -> bool:
    """Whether no relative or reported clause stands between the two, and no "until"."""
    tops = [context.sentence.top(s) for s in (date, span)]
    paths = [(t, *context.sentence.ancestors(t)) for t in tops if t is not None]
    if len(paths) < 2:
        return False
    shared = {t.index for t in paths[0]} & {t.index for t in paths[1]}
    climbed = [t for path in paths for t in path if t.index not in shared]
    marks = {t.text.lower() for c in climbed for t in context.sentence.children(c, Function.MARKER)}
    return not any(t.function in _APART for t in climbed) and marks <= _BETWEEN


def _is_else(context: Context, mention: Mention) -> bool:
    """Whether the date is that of a birth, or belongs to a stretch."""
    ranges = (m.span for m in context.mentions if isinstance(m.value, Period))
    if any(span.contains(mention.span) and span != mention.span for span in ranges):
        return True
    before = [t for t in context.sentence.tokens if t.span.end <= mention.span.start][-4:]
    return any(t.text.lower() in _BIRTH for t in before)


def _has_loose(context: Context) -> bool:
    """Whether another expression of time tells of a moment that is not known; "that spring" is of the date told before."""
    times = [(m, m.value) for m in context.mentions if isinstance(m.value, Time) and m.type == "DATE"]
    loose = [m for m, value in times if value.anchor == NARRATIVE or not value.date.known]
    return any(not context.document.plain.startswith("that ", m.span.start) for m in loose)


def _is_beside(context: Context, date: Span, span: Span) -> bool:
    """Whether nothing but words of little weight stands between the two."""
    first, last = sorted((date, span))
    between = [t for t in context.sentence.tokens if first.end <= t.span.start and t.span.end <= last.start]
    return len(between) <= _REACH and all(t.text.lower() in _BETWEEN for t in between)

"""What the text tells as still to come, with a year: "will be ready by the spring of 2016", "is due to open in May 2018"."""

from collections.abc import Iterator

from claimcheck.claim import Argument, Claim, Mention, Modality
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import Frame
from claimcheck.sentence import Function, Token
from claimcheck.values.time import Period, Time

RELATION = "to come by"

_FIRST = 3  # words of a sentence before a date that stands at its beginning
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_LIMITS = frozenset({"by", "before", "until", "till"})
_AT = frozenset({"in", "on", "at", "during", "from"}) | _LIMITS
_AWAITING = frozenset({"due", "set", "scheduled", "expected", "planned", "slated"})
# A sentence with one of these tells of a time when it was still to come, or of what came of it.
_THEN = frozenset(
    {"had", "would", "was", "were", "never", "did", "originally", "once", "remember", "remembered", "history", "if"}
)


def ahead(context: Context, frame: Frame) -> Iterator[Claim]:
    """Yield a claim for a verb of the future with the one date of its sentence, which must be the verb's own."""
    verb = frame.head
    dates = [m for m in context.mentions if isinstance(m.value, Time) and m.value.written.year is not None]
    if len(dates) != 1 or not _is_to_come(context, verb, frame) or not _is_own(context, verb, dates[0]):
        return
    if (
        any(t.text.lower() in _THEN for t in context.sentence.tokens)
        or context.document.plain[context.sentence.span.start] in '"“'
    ):
        return
    if (
        any(
            isinstance(m.value, Period) and m.span.contains(dates[0].span) and m.span.start != dates[0].span.start
            for m in context.mentions
        )
        and preposition_of(context, dates[0]) not in _LIMITS
    ):
        return
    date = dates[0]
    value = Argument(date.span, context.document.words(date.span), "", date.type, date.value)
    things = frame.object if frame.object and not frame.subject else frame.subject
    about = context.argument(things[0]) if things else Argument(verb.span, verb.text)
    predicate = Predicate(verb, frame.negated, Modality.FUTURE, past=False)
    yield claim(context, predicate, f"{about.text} {verb.text} {value.text}", about, RELATION, value)


def _is_to_come(context: Context, verb: Token, frame: Frame) -> bool:
    """Whether the verb has "will", or hangs on "is due to"."""
    auxiliaries = {t.text.lower() for t in context.sentence.children(verb, Function.AUXILIARY)}
    if auxiliaries & _FUTURE:
        return "have" not in auxiliaries and not frame.negated
    before = [t.text.lower() for t in context.sentence.tokens[max(0, verb.index - 4) : verb.index]]
    waits = [i for i, w in enumerate(before) if w in _AWAITING and i and before[i - 1] in {"is", "are"}]
    return bool(waits) and "to" in before[waits[0] :] and verb.tag in {"VB", "VBN", "NN", "JJ"}


def preposition_of(context: Context, date: Mention) -> str:
    """Return the preposition before a date: "by" of "by the end of 2019"."""
    top = context.sentence.top(date.span)
    if top is None:
        return ""
    found = preposition(top, context.sentence)
    return found or next(
        (t.text.lower() for t in reversed(context.sentence.tokens[: top.index]) if t.span.end <= date.span.start), ""
    )


def _is_own(context: Context, verb: Token, date: Mention) -> bool:
    """Whether the date belongs to the verb: no other verb between, and no noun unless it is a limit ("by the end of 2019")."""
    place = preposition_of(context, date)
    first, last = sorted((verb.span, date.span))
    between = [t for t in context.sentence.tokens if first.end <= t.span.start and t.span.end <= last.start]
    own = [t for t in between if t.pos in {"VERB", "NOUN", "PROPN"}]
    inside = context.sentence.within(date.span)
    before = context.sentence.tokens[: inside[0].index] if inside else ()
    if last == verb.span and (len(before) > _FIRST or any(t.pos == "VERB" for t in before)):
        return False  # "the house, built in 1820, will be sold"
    if place not in _AT or any(t.pos == "VERB" for t in own):
        return False
    month = isinstance(date.value, Time) and date.value.written.month is not None
    if month and len([t for t in own if t.pos == "NOUN"]) <= 1 and own and all(_is_whither(context, verb, t) for t in own):
        return True
    return place in _LIMITS or not own or (month and len(own) == 1 and own[0].pos == "NOUN" and own[0].tag == "NNS")


def _is_whither(context: Context, verb: Token, noun: Token) -> bool:
    """Whether a noun between verb and date tells where to or where alone: "will reopen to traffic on 3 May"."""
    if noun.pos == "PROPN":
        return True
    led = preposition(noun, context.sentence)
    return context.sentence.head(noun) == verb and led in {"to", "into", "from", "at"}

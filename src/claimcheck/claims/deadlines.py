"""Until when replies and the like may be sent: "have until 14 July to reply", "the consultation ends on 24 July"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from claimcheck.claim import Argument, Claim, Mention
from claimcheck.claims.context import Context
from claimcheck.claims.days import settled
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import modality
from claimcheck.claims.happened import words
from claimcheck.values.time import Time

DEADLINE = "may be sent until"

_BEFORE, _BEHIND = 90, 60  # characters in which what may be sent is told
_PAST = frozenset(
    {
        "was",
        "were",
        "had",
        "extended",
        "originally",
        "late",
        "early",
        "missed",
        "would",
        "closed",
        "put",
        "first",
        "other",
        "main",
    }
)
_OF_ONE = re.compile(r"\b(?:applications?|comments?|replies|responses|bids|entries|nominations?|views) (?:for|on|about)\b", re.I)
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=1)
def _things() -> dict[str, str]:
    return {word: thing for thing, group in words()["replies"].items() for word in group}


def deadlines(context: Context) -> Iterator[Claim]:
    """Yield the day until which something may be sent, once for each date that a limit stands before."""
    tokens = context.sentence.tokens
    if any(t.text.lower() in _PAST for t in tokens) or _OF_ONE.search(context.document.plain[_bounds(context)]):
        return
    days = [m for m in context.mentions if isinstance(m.value, Time) and m.value.written.day is not None]
    limits = [m for m in days if _is_limit(context, m)]
    thing = _thing(context, limits[0]) if len(limits) == 1 else ""
    head = context.sentence.top(limits[0].span) if thing else None
    if head is not None:
        date = settled(limits[0], context.document.publication, past=False)
        value = Argument(date.span, context.document.words(date.span), "", date.type, date.value)
        world = modality(head, context.sentence, presupposed=True)
        subject = Argument(date.span, thing, thing)
        predicate = Predicate(head, negated=False, modality=world, past=False)
        yield claim(context, predicate, f"{thing} until {value.text}", subject, DEADLINE, value)


def _bounds(context: Context) -> slice:
    return slice(context.sentence.span.start, context.sentence.span.end)


def _is_limit(context: Context, date: Mention) -> bool:
    start = context.sentence.span.start
    before = context.document.plain[max(start, date.span.start - 50) : date.span.start].lower().rstrip()
    if before.endswith("by") and any(t.text.lower() == "will" for t in context.sentence.tokens):
        return False  # by when something will be done
    if before.endswith(" is") and any(w in before for w in ("deadline", "closing date")):
        return True
    return any(before.endswith(f" {cue}") or before == cue for cue in words()["words"]["deadline"])


def _thing(context: Context, date: Mention) -> str:
    """Return what may be sent, told before the date or, behind "until", after it; "" if it is not sure."""
    span, plain = context.sentence.span, context.document.plain
    before = plain[max(span.start, date.span.start - _BEFORE) : date.span.start]
    behind = plain[date.span.end : min(span.end, date.span.end + _BEHIND)]
    found = {_things()[w] for w in _WORD.findall(f"{before} {behind}".lower()) if w in _things()}
    return found.pop() if len(found) == 1 else ""

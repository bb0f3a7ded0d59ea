"""Measures beside a name that do not say of what they are: "K2, at 8,611 metres", "the 828-metre Burj Khalifa"."""

from collections.abc import Iterator

from claimcheck.claim import Argument, Claim, Mention
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.cues import Cues
from claimcheck.claims.draft import claim, nominal
from claimcheck.claims.frames import subject_of
from claimcheck.sentence import Function, Token
from claimcheck.values.quantity import Quantity

RELATION = "measure"
_THINGS = ("FAC", "LOC")
_BEFORE = (Function.COMPOUND, Function.ADJECTIVE, Function.NUMBER)
# What may stand behind the measure without making it one of something else: "at 8,611 metres above sea level".
_LEVEL = frozenset({"above", "over"})


def measures(context: Context, cues: Cues) -> Iterator[Claim]:
    """Yield the measure that each named thing is told with."""
    relation = cues.relations.get(RELATION)
    if relation is None:
        return
    for mention in context.mentions:
        if not isinstance(mention.value, Quantity) or mention.value.in_unit("m") is None:
            continue
        top = context.sentence.top(mention.span)
        thing = _measured(context, mention, top) if top is not None else None
        if top is None or thing is None:
            continue
        value = Argument(mention.span, context.document.words(mention.span), "", mention.type, mention.value)
        yield claim(context, nominal(context, top), relation.said(thing.text, value.text), thing, RELATION, value)


def _measured(context: Context, mention: Mention, top: Token) -> Argument | None:
    """Return the thing that the measure is of: the name that it stands before, is set beside, or opens the clause of."""
    sentence = context.sentence
    head = sentence.head(top)
    if head is None or _goes_on(context, mention):
        return None
    if top.function in _BEFORE and top.index < head.index:
        return _thing(context, head)
    if preposition(top, sentence) != "at":
        return None
    subjects = subject_of(head, sentence) if sentence.child(head, Function.COPULA) or head.pos == "VERB" else (head,)
    return _thing(context, subjects[0]) if len(subjects) == 1 else None


def _thing(context: Context, token: Token) -> Argument | None:
    mention = context.mention(token, *_THINGS)
    return context.argument(token) if mention is not None else None


def _goes_on(context: Context, mention: Mention) -> bool:
    """Whether words behind the measure tell of what it is: "at 8,611 metres from the road"."""
    after = [t for t in context.sentence.tokens if t.span.start >= mention.span.end][:1]
    return bool(after) and after[0].pos == "ADP" and after[0].text.lower() not in _LEVEL

"""How many names follow a number that announces them: "four players: A, B, C and D"."""

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.claim import Argument, Claim, Modality
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.document import Span
from claimcheck.sentence import Function, Token
from claimcheck.values.quantity import Quantity

RELATION = "names listed"
_MARKS = frozenset({",", ":", "–", "—", "-", "("})
_PARTIAL = frozenset({"including", "include", "such", "among", "like", "notably", "especially", "particularly"})


def lists(context: Context) -> Iterator[Claim]:
    """Yield the length of each list of names that stands in apposition to counted things."""
    sentence = context.sentence
    for noun in sentence.tokens:
        counted = noun.tag == "NNS" and sentence.child(noun, Function.NUMBER) is not None
        first = sentence.child(noun, Function.APPOSITION, Function.CONJUNCT) if counted else None
        names = _names(context, first) if first is not None and first.index > noun.index else ()
        if len(names) < 2 or _is_partial(context, noun, names):
            continue
        span = Span(min(t.span.start for t in names), max(t.span.end for t in names))
        number = Decimal(len(names))
        value = Argument(span, context.document.words(span), "", "CARDINAL", Quantity(number, number, ""))
        subject = Argument(noun.span, noun.text, noun.lemma)
        predicate = Predicate(noun, negated=False, modality=Modality.ASSERTED, past=False)
        yield claim(context, predicate, f"{RELATION} for {noun.text}: {len(names)}", subject, RELATION, value, total=True)


def _names(context: Context, first: Token) -> tuple[Token, ...]:
    """Return the heads of the listed names, none unless all of them are names and an "and" closes the list."""
    sentence = context.sentence
    joined = sentence.children(first, Function.CONJUNCT)
    closed = any(sentence.child(t, Function.COORDINATOR) for t in joined)
    found = (first, *joined)
    named = all(context.mention(t) is not None and t.pos == "PROPN" for t in found)
    return found if closed and named else ()


def _is_partial(context: Context, noun: Token, names: tuple[Token, ...]) -> bool:
    """Whether a word before the list says that there are more, or none of the usual marks announces it."""
    between = context.sentence.tokens[noun.index + 1 : names[0].index]
    return not any(t.text in _MARKS for t in between) or any(t.text.lower() in _PARTIAL for t in between)

"""In which place votes put people: "Ann Lee polled 611 votes, Tom Rusk 604"."""

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.claim import PLACED, Argument, Claim, Mention, Modality
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.sentence import Token
from claimcheck.values.quantity import Quantity

_POLLING = frozenset({"poll", "receive", "get", "win", "take", "secure"})
_EARLIER = frozenset({"against", "last", "in", "previous", "then", "ago", "earlier", "needed", "majority"})


def votes(context: Context) -> Iterator[Claim]:
    """Yield the place of each person of whom one sentence gives the votes, the most votes first."""
    verb = next((t for t in context.sentence.tokens if t.lemma in _POLLING and t.pos == "VERB"), None)
    voting = any(t.lemma in {"vote", "poll"} for t in context.sentence.tokens)
    if verb is None or not voting or context.old or any(t.text.lower() in _EARLIER for t in context.sentence.tokens):
        return
    told = _polled(context)
    counts = sorted({count for _, count in told}, reverse=True)
    if len(told) < 2 or len(counts) != len(told):
        return
    for person, count in told:
        yield _placed(context, verb, person, counts.index(count) + 1)


def _polled(context: Context) -> list[tuple[Mention, Decimal]]:
    """Return the people of the sentence, each with the first number behind the name and before the next."""
    found: list[tuple[Mention, Decimal]] = []
    person: Mention | None = None
    for mention in sorted(context.mentions, key=lambda m: m.span):
        value = mention.value
        if mention.type == "PERSON":
            person = mention
        elif mention.type == "CARDINAL" and isinstance(value, Quantity) and value.number is not None and person is not None:
            found.append((person, value.number))
            person = None
    return found


def _placed(context: Context, verb: Token, person: Mention, place: int) -> Claim:
    token = context.sentence.top(person.span) or verb
    subject = context.argument(token)
    value = Argument(person.span, str(place), "", "ORDINAL", Quantity(Decimal(place), Decimal(place)))
    predicate = Predicate(verb, negated=False, modality=Modality.ASSERTED, past=True)
    return claim(context, predicate, f"{subject.text} {PLACED} {place} by votes", subject, PLACED, value)

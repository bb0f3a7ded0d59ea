"""How old somebody is: "Ann Lee, 46, said", "the 46-year-old painter Ann Lee", "Ann Lee, aged 46"."""

from collections.abc import Iterator

from claimcheck.claim import Argument, Claim, Mention, Modality
from claimcheck.claims.arguments import argument
from claimcheck.claims.bearers import identified
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import modality
from claimcheck.sentence import Function, Token
from claimcheck.values.quantity import Quantity

RELATION = "age"
_OLDEST = 119
_OPENING, _CLOSING = frozenset({",", "("}), frozenset({",", ")", ".", ";"})


def ages(context: Context) -> Iterator[Claim]:
    """Yield a claim for each age that stands with a person."""
    for token in context.sentence.tokens:
        mention = _age(context, token)
        holder = _holder(context, token, mention) if mention is not None else None
        person = argument(context, holder) if holder is not None else None
        if mention is None or person is None or person.type != "PERSON":
            continue
        value = Argument(mention.span, context.document.words(mention.span), "", "AGE", mention.value)
        predicate = Predicate(token, negated=False, modality=_world(context, token), past=False)
        yield claim(context, predicate, f"{RELATION} of {person.text}: {value.text}", person, RELATION, value)


def _world(context: Context, token: Token) -> Modality:
    return modality(token, context.sentence, presupposed=True)


def _age(context: Context, token: Token) -> Mention | None:
    """Return the age that begins with the token: one that says so, or a bare number behind a name, between commas."""
    found = next((m for m in context.mentions if m.span.start == token.span.start and isinstance(m.value, Quantity)), None)
    if found is None or found.type == "AGE":
        return found
    tokens = context.sentence.tokens
    around = tokens[token.index - 1 : token.index + 2] if token.index else ()
    set_off = len(around) == 3 and around[0].text in _OPENING and around[2].text in _CLOSING
    years = found.value.number if isinstance(found.value, Quantity) and not found.value.unit else None
    if found.type != "CARDINAL" or not set_off or not token.text.isdigit() or years is None or not 0 < years <= _OLDEST:
        return None
    return Mention(found.span, "AGE", Quantity(years, years, "year"), "number behind a name")


def _holder(context: Context, token: Token, age: Mention) -> Token | None:
    """Return whose age it is: the name before the comma, or the noun that the age describes."""
    tokens = context.sentence.tokens
    before = tokens[token.index - 2 : token.index] if token.index >= 2 else ()
    if len(before) == 2 and before[1].text in _OPENING and context.mention(before[0], "PERSON"):
        return before[0]
    inside = context.sentence.within(age.span)
    nouns = (context.sentence.head(t) for t in inside if t.function is Function.ADJECTIVE)
    noun = next((t for t in nouns if t is not None and t not in inside), None)
    return next(iter(identified(context, noun, ("PERSON",))), None) if noun is not None else None

"""How long a thing has stood: "the prize was twenty years old", "turns 60", "in its 40th year", "has been going for 25 years"."""

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.claim import Mention
from claimcheck.claims.beginnings import words
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.document import Span
from claimcheck.sentence import Function, Token
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Time

_ROUND = 10  # a length that is no anniversary may be rounded by one part of so many
_LEAST = 5  # years below which a bare number is no age of a thing


def standing(context: Context) -> Iterator[tuple[Mention, Token, Token]]:
    """Yield each number of years with the word that says it and the word for what is so old."""
    for mention in context.mentions:
        if isinstance(mention.value, Quantity) and mention.value.number is not None:
            yield from _aged(context, mention)
            yield from _bare(context, mention)
            yield from _going(context, mention)
            yield from _first_years(context, mention)
    yield from _in_year(context)


def _aged(context: Context, mention: Mention) -> Iterator[tuple[Mention, Token, Token]]:
    """Yield "X is 50 years old", "the 50-year-old X"."""
    top = context.sentence.top(mention.span)
    if top is None or mention.type != "AGE" or mention.rule == "anniversary" or top.lemma == "turn":
        return
    subject = context.sentence.child(top, Function.SUBJECT)
    noun = context.sentence.head(top)
    if subject is not None and context.sentence.child(top, Function.COPULA) is not None:
        yield mention, top, subject
    elif noun is not None and top.function is Function.ADJECTIVE and context.link(noun) is not None:
        yield mention, top, noun


def _bare(context: Context, mention: Mention) -> Iterator[tuple[Mention, Token, Token]]:
    """Yield "X is 60 this year": a number alone as what is said of X."""
    top = context.sentence.top(mention.span)
    value = mention.value
    if top is None or mention.type != "CARDINAL" or not isinstance(value, Quantity) or value.unit or value.number is None:
        return
    tokens = context.sentence.tokens
    after = tokens[top.index + 1 : top.index + 2]
    subject = context.sentence.child(top, Function.SUBJECT)
    copula = context.sentence.child(top, Function.COPULA)
    timed = bool(after) and any(isinstance(m.value, Time) and m.span.contains(after[0].span) for m in context.mentions)
    closed = not after or after[0].text in {".", ",", ";"} or timed
    if subject is not None and copula is not None and closed and value.number >= _LEAST and value.number == int(value.number):
        yield Mention(mention.span, "AGE", Quantity(value.number, value.number, "year"), "number as an age"), top, subject


def _going(context: Context, mention: Mention) -> Iterator[tuple[Mention, Token, Token]]:
    """Yield "X has been going for 25 years", where nothing else limits what X has done so long."""
    sentence = context.sentence
    top = sentence.top(mention.span)
    verb = sentence.head(top) if top is not None else None
    if top is None or verb is None or mention.type != "DURATION" or preposition(top, sentence) != "for":
        return
    auxiliaries = {t.text.lower() for t in sentence.children(verb, Function.AUXILIARY)}
    others = sentence.children(verb, Function.OBJECT, Function.COMPLEMENT, Function.OBLIQUE, Function.ADVERBIAL_CLAUSE)
    subject = sentence.child(verb, Function.SUBJECT)
    alone = all(t is top or context.mention(t, "DATE") for t in others)
    value = mention.value
    if not isinstance(value, Quantity) or not alone or subject is None:
        return
    if verb.lemma in words()["lasting"] and auxiliaries & {"has", "have"}:
        yield Mention(mention.span, mention.type, _rounded(value), mention.rule), verb, subject


def _first_years(context: Context, mention: Mention) -> Iterator[tuple[Mention, Token, Token]]:
    """Yield what is kept as a length: "to celebrate X's first forty years", "to mark 200 years since X was founded"."""
    sentence = context.sentence
    top = sentence.top(mention.span)
    if top is None or mention.type != "DURATION" or top.function is not Function.OBJECT:
        return
    verb = sentence.head(top)
    value = mention.value
    kept = verb is not None and verb.lemma in words()["marking"] and isinstance(value, Quantity) and value.unit == "year"
    if verb is None or not kept:
        return
    owner = sentence.child(top, Function.POSSESSOR)
    founding = next((c for t in (top, verb) for c in sentence.children(t) if _is_since_founding(context, c)), None)
    begun = sentence.child(founding, Function.PASSIVE_SUBJECT, Function.SUBJECT) if founding is not None else None
    thing = owner or begun
    if thing is not None:
        yield mention, top, thing


def _is_since_founding(context: Context, verb: Token) -> bool:
    marks = {t.text.lower() for t in context.sentence.children(verb, Function.MARKER)}
    return "since" in marks and verb.lemma in words()["founded"] | words()["opened"]


def _in_year(context: Context) -> Iterator[tuple[Mention, Token, Token]]:
    """Yield "now in its 40th year": a little less or as many years."""
    for token in context.sentence.tokens:
        owner = context.sentence.child(token, Function.POSSESSOR) if token.lemma == "year" else None
        if owner is None or preposition(token, context.sentence) != "in":
            continue
        for number in context.sentence.children(token, Function.ADJECTIVE):
            found = context.mention(number, "ORDINAL")
            value = found.value if found is not None else None
            if isinstance(value, Quantity) and value.number is not None and value.number > _LEAST and len(number.text) > 1:
                span = Span(number.span.start, token.span.end)
                yield Mention(span, "ORDINAL", Quantity(value.number - 1, value.number, "year"), "running year"), token, owner


def _rounded(value: Quantity) -> Quantity:
    """Return a length that is told in passing with what rounding leaves open."""
    if value.number is None:
        return value
    slack = max(Decimal(1), value.number / _ROUND)
    return Quantity(value.number - slack, value.number + slack, value.unit, exact=False)

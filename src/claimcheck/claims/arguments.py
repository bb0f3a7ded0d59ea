"""The arguments of claims: names, pronouns that stand for nobody told, and the places that a place lies in."""

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.claim import Argument
from claimcheck.claims.bearers import identified
from claimcheck.claims.context import Context
from claimcheck.relation import ObjectKind
from claimcheck.sentence import Token
from claimcheck.values.name import Name

# Pronouns that an argument may be though nothing tells whom they mean, as they are named in a claim.
_PEOPLE = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "i": "I", "me": "I", "my": "I"}
_OTHERS = {"it": "it", "its": "it", "they": "they", "them": "they", "their": "they", "we": "we", "us": "we", "our": "we"}


def arguments(context: Context, tokens: Sequence[Token], types: tuple[str, ...], kind: ObjectKind) -> list[Argument]:
    """Return the arguments that the tokens head; a common noun gives way to whom or what it is said of."""
    found = [_typed(context, t, types, kind) for token in tokens for t in identified(context, token, types)]
    return list({a.span: a for a in found if a is not None}.values())


def _typed(context: Context, token: Token, types: tuple[str, ...], kind: ObjectKind) -> Argument | None:
    """Return the argument; a name that nothing tells the kind of is a person's where the relation asks for one."""
    found = argument(context, token)
    if found is not None and types and kind is ObjectKind.NAME and token.pos == "NOUN" and not found.type:
        return None  # "the airline", "a daughter": nobody knows which
    if found is None or found.type or types != ("PERSON",) or token.pos != "PROPN" or not token.text.istitle():
        return found
    return replace(found, type="PERSON", value=Name(found.text))


def wholes(context: Context, places: Sequence[Token]) -> list[tuple[str, Argument]]:
    """Return the places that each place is said to lie in, with its name: "Kent" and "England" of "Deal, Kent, England"."""
    found = []
    for place in places:
        part = context.argument(place).text
        span = context.mention(place, "GPE", "LOC")
        tokens = [t for t in context.sentence.tokens if span is not None and t.span.start >= span.span.end]
        while len(tokens) > 1 and tokens[0].text in {",", "("} and (whole := context.mention(tokens[1], "GPE", "LOC")):
            found.append((part, context.argument(tokens[1])))
            tokens = [t for t in tokens if t.span.start >= whole.span.end]
        # "Berlin, Rome and Oslo" are no places within each other
        if found and tokens and tokens[0].text.lower() in {"and", "or", "&"}:
            found = [pair for pair in found if pair[0] != part]
    return found


def argument(context: Context, token: Token) -> Argument | None:
    """Return the argument that the token heads; None for a pronoun that stands for nobody and nothing told."""
    if context.link(token) is not None or (token.pos != "PRON" and token.tag != "PRP$"):
        return context.argument(token)
    word = token.text.lower()
    if word in _PEOPLE:
        return Argument(token.span, _PEOPLE[word], "", "PERSON")
    return Argument(token.span, _OTHERS[word]) if word in _OTHERS else None

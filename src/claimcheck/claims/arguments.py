"""The arguments of claims: names, pronouns that stand for nobody told, and the places that a place lies in."""

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.claim import Argument
from claimcheck.claims.bearers import identified
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.relation import ObjectKind, Relation
from claimcheck.sentence import Function, Token
from claimcheck.values.name import Name

_PERSON = ("PERSON",)
_GUESSED = "language pipeline"
# What is only a part of a body: who belongs to it belongs to the body, in some way.
_PARTS = frozenset(
    {"board", "committee", "staff", "faculty", "team", "department", "council", "division", "panel", "cabinet", "delegation"}
)
_HAPPENING = frozenset({"EVENT", "LAW"})
# Pronouns that an argument may be though nothing tells whom they mean, as they are named in a claim.
_PEOPLE = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "i": "I", "me": "I", "my": "I"}
_OTHERS = {"it": "it", "its": "it", "they": "they", "them": "they", "their": "they", "we": "we", "us": "we", "our": "we"}


def arguments(context: Context, tokens: Sequence[Token], relation: Relation, types: tuple[str, ...]) -> list[Argument]:
    """Return the arguments that the tokens head; a common noun gives way to whom or what it is said of."""
    found = [_typed(context, t, relation, types) for token in tokens for t in identified(context, token, types)]
    return list({a.span: a for a in found if a is not None}.values())


def _typed(context: Context, token: Token, relation: Relation, types: tuple[str, ...]) -> Argument | None:
    """Return the argument; a name that little tells the kind of is a person's where the relation asks for one."""
    found = argument(context, token)
    told = relation.kind is ObjectKind.DATE and not _HAPPENING.isdisjoint(types)  # that "the contract" is signed is a claim
    if found is not None and types and token.pos == "NOUN" and not found.type and not told:
        return None  # "the airline", "a daughter": nobody knows which
    if found is None or types != _PERSON or token.pos != "PROPN" or not token.text.istitle():
        return found
    mention = context.mention(token)
    kin = relation.subjects == relation.objects == _PERSON and mention is not None and mention.rule == _GUESSED
    return replace(found, type="PERSON", value=Name(found.text)) if kin or not found.type else found


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


def owners(context: Context, tokens: Sequence[Token]) -> list[tuple[str, Argument]]:
    """Return the body that each board, staff or department belongs to, with that word: "X" of "the board of X"."""
    found = []
    for token in tokens:
        if token.lemma not in _PARTS:
            continue
        sentence = context.sentence
        behind = [t for t in sentence.children(token, Function.MODIFIER) if preposition(t, sentence) in {"of", "at", "for"}]
        behind += [t for inner in behind for t in sentence.children(inner, Function.MODIFIER)]  # "the board of directors of X"
        before = sentence.children(token, Function.POSSESSOR, Function.COMPOUND)
        bodies = [a for t in (*before, *behind) if (a := argument(context, t)) is not None and a.type == "ORG"]
        found += [(token.lemma, body) for body in bodies if not body.span.contains(token.span)]
    return found


def argument(context: Context, token: Token) -> Argument | None:
    """Return the argument that the token heads; None for a pronoun that stands for nobody and nothing told."""
    if context.link(token) is not None or (token.pos != "PRON" and token.tag != "PRP$"):
        return context.argument(token)
    word = token.text.lower()
    if word in _PEOPLE:
        return Argument(token.span, _PEOPLE[word], "", "PERSON")
    return Argument(token.span, _OTHERS[word]) if word in _OTHERS else None

"""Who won and who did not, as nouns tell it: "Falk's victory", "Roth, the runner-up"."""

from collections.abc import Iterator

from claimcheck.claim import LOST, WON, Claim
from claimcheck.claims.bearers import bearers, said_as
from claimcheck.claims.branches import preposition
from claimcheck.claims.contest_words import (
    contest_claims,
    dated_otherwise,
    lexicon,
    limits_of,
    outcome_of,
)
from claimcheck.claims.context import Context
from claimcheck.claims.draft import nominal
from claimcheck.sentence import Function, Token

_SAYING = frozenset({"say", "tell", "add", "admit", "explain"})
_AGAINST = frozenset({"over", "against", "from"})


def told_by_noun(context: Context, noun: Token) -> Iterator[Claim]:
    """Yield what "Falk's victory" and "victory for Falk" say, and "Falk, the winner" and "as runner-up"."""
    sentence = context.sentence
    relation = outcome_of(noun)
    if relation and noun.tag == "NN":
        owner = sentence.children(noun, Function.POSSESSOR)[:1]
        owner = _own(context, noun, owner) if owner else ()
        behind = tuple(t for t in sentence.children(noun, Function.MODIFIER) if preposition(t, sentence) == "for")
        who = owner or behind
        against = _beaten(context, noun)
        if relation == LOST and any(preposition(t, sentence) == "of" for t in sentence.children(noun, Function.MODIFIER)):
            return  # "Falk's defeat of Roth"
        limits = _victory_limits(context, noun, against)
        yield from _noun_said(context, noun, who, relation, against, limits)
        yield from _noun_said(context, noun, against, LOST if relation == WON else WON, who, limits)
    if noun.tag == "NN" and any(
        t.text.lower() == "winning" for t in sentence.children(noun, Function.ADJECTIVE, Function.COMPOUND)
    ):
        yield from _noun_said(
            context, noun, sentence.children(noun, Function.POSSESSOR)[:1], WON, (), dated_otherwise(context, noun)
        )
    title = _title(context, noun)
    if title:
        contest = _contest(context, noun)
        yield from _noun_said(context, noun, _bearer(context, noun), title, contest, _victory_limits(context, noun, contest))


def _own(context: Context, noun: Token, owner: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return whose victory it is: the subject's own in "Marlow celebrated their win"."""
    sentence = context.sentence
    verb = sentence.head(noun)
    if owner[0].pos != "PRON" or context.link(owner[0]) is not None or verb is None or noun.function is not Function.OBJECT:
        return owner
    return sentence.children(verb, Function.SUBJECT)[:1]


def _title(context: Context, noun: Token) -> str:
    """Return what a word says of its bearer: a winner, or a runner-up (in one token or three)."""
    words = lexicon()
    teams = [t for t in context.sentence.children(noun, Function.APPOSITION) if context.argument(t).type in {"ORG", "GPE"}]
    if noun.tag == "NNS" and len(teams) != 1:
        return ""  # "the winners, Harrow Town", but not "the winners, Ann and Eve"
    if noun.lemma in words["winners"] or noun.text.lower() in words["winners"]:
        return WON
    tokens = context.sentence.tokens
    up = tokens[noun.index + 1 : noun.index + 3]
    joined = noun.text.lower() == "runner" and [t.text.lower() for t in up] == ["-", "up"]
    return LOST if joined or noun.text.lower() in words["losers"] else ""


def _bearer(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return who the title is said of; "runner - up" is three words to the parser."""
    sentence = context.sentence
    head = sentence.head(noun)
    top = head if noun.text.lower() == "runner" and head is not None and head.text.lower() == "up" else noun
    return tuple(t for t in (*said_as(top, sentence), *said_as(noun, sentence), *bearers(context, top)) if t not in {top, noun})[
        :1
    ]


def _contest(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return what was won: "holder of the cup", "the cup winner"."""
    sentence = context.sentence
    behind = [t for t in sentence.children(noun, Function.MODIFIER) if preposition(t, sentence) in {"of", "in", "at"}]
    return tuple(behind[:1])


def _beaten(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return over whom: "her victory, by a length, over Roth"."""
    sentence = context.sentence
    below = [t for t in sentence.subtree(noun) if t is not noun and preposition(t, sentence) in _AGAINST]
    return tuple(t for t in below if context.argument(t).type in {"PERSON", "ORG", "GPE"})[:1]


def _noun_said(
    context: Context, noun: Token, who: tuple[Token, ...], relation: str, what: tuple[Token, ...], limits: tuple[str, ...]
) -> Iterator[Claim]:
    yield from contest_claims(context, nominal(context, noun), who, relation, what, limits)


def _victory_limits(context: Context, noun: Token, against: tuple[Token, ...]) -> tuple[str, ...]:
    """Return what makes a victory another than the one that the text reports."""
    sentence = context.sentence
    limits = [*limits_of(context, noun), *dated_otherwise(context, noun)]
    for token in sentence.children(noun, Function.MODIFIER, Function.OBLIQUE):
        place = preposition(token, sentence)
        proper = any(t.pos == "PROPN" for t in sentence.subtree(token))
        if token not in against and place in {"in", "at", "over", "against", "of"} and proper and not against:
            limits.append(f"{place} {context.argument(token).text}")
    verb = next((t for t in sentence.ancestors(noun) if t.pos == "VERB"), None)
    if verb is not None and any(t.text.lower() == "had" for t in sentence.children(verb, Function.AUXILIARY)):
        above = sentence.head(verb)
        if above is None or above.lemma not in _SAYING:
            limits.append("had")
    return tuple(limits)

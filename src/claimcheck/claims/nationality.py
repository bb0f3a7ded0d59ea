"""Of which country somebody is: what a phrase like "the Danish painter Ann Lee" says."""

from collections.abc import Iterator

from claimcheck.claim import Argument, Claim
from claimcheck.claims.arguments import argument
from claimcheck.claims.bearers import bearers
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.cues import Cues
from claimcheck.claims.draft import claim, nominal
from claimcheck.sentence import Function, Token

RELATION = "citizen of"
_BEFORE = (Function.ADJECTIVE, Function.COMPOUND)


def nationalities(context: Context, cues: Cues) -> Iterator[Claim]:
    """Yield a claim for each person with each nation that an adjective gives to the noun said of the person."""
    if RELATION not in cues.relations:
        return
    for noun in context.sentence.tokens:
        if noun.pos not in {"NOUN", "PROPN"} or context.mention(noun, "ORG", "EVENT", "WORK_OF_ART", "GPE") is not None:
            continue
        nations = [n for t in context.sentence.children(noun, *_BEFORE) if (n := _nation(context, t))]
        if nations:
            yield from _claims(context, noun, nations, cues)


def _claims(context: Context, noun: Token, nations: list[Argument], cues: Cues) -> Iterator[Claim]:
    """Yield the claims of one noun: "painter", or the name itself in "the Dane Ann Lee"."""
    named = context.mention(noun, "PERSON") is not None
    for bearer in (noun,) if named else bearers(context, noun):
        person = argument(context, bearer)
        within = preposition(noun, context.sentence) not in {"", "as"} and bearer.index < noun.index
        if person is None or person.type != "PERSON" or within:
            continue  # "was of Danish descent", "ran for the Danish team"
        for nation in nations:
            text = cues.relations[RELATION].said(person.text, nation.text)
            yield claim(context, nominal(context, noun), text, person, RELATION, nation)


def _nation(context: Context, token: Token) -> Argument | None:
    """Return the country of an adjective, if the reference tables know the adjective as a country's."""
    mention, link = context.mention(token, "NORP"), context.link(token)
    if mention is None or link is None or link.referent.key == context.document.words(mention.span).casefold():
        return None
    return context.argument(token)

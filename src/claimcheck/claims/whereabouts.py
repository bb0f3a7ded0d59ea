"""Where a thing stands, as a phrase beside its name tells: "Elm Hall in Ulm", "Elm Hall, the Ulm concert room"."""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from claimcheck.claim import Argument, Claim, Mention, Modality
from claimcheck.claims.arguments import argument
from claimcheck.claims.bearers import bearers
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.cues import Cues
from claimcheck.claims.draft import claim, nominal
from claimcheck.claims.frames import modality
from claimcheck.sentence import Function, Token

RELATION = "located in"
_PLACES = ("GPE", "LOC")
_THINGS = ("FAC", "ORG", "LOC", "PERSON", "PRODUCT")  # a user's table knows names that the pipeline takes for persons
_APPOSED = frozenset({"a", "an", "the"})


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    text = files("claimcheck.claims").joinpath("whereabouts.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def whereabouts(context: Context, cues: Cues) -> Iterator[Claim]:
    """Yield where each named thing that cannot move is told to be."""
    if RELATION not in cues.relations:
        return
    seen: set[tuple[int, int]] = set()
    for thing, place in (*_behind_names(context), *_said_of(context)):
        there = argument(context, place)
        key = (thing.span.start, place.index)
        head = context.sentence.top(thing.span) or place
        unreal = modality(_clause(context, head), context.sentence) in {Modality.POSSIBLE, Modality.HYPOTHETICAL}
        if unreal or there is None or there.type not in _PLACES or there.span.overlaps(thing.span) or key in seen:
            continue
        seen.add(key)
        text = cues.relations[RELATION].said(thing.text, there.text)
        yield claim(context, nominal(context, head), text, thing, RELATION, there)


def _clause(context: Context, token: Token) -> Token:
    """Return the predicate of the clause that the token stands in: "X in Ulm would be absurd" puts it nowhere."""
    sentence = context.sentence
    return next((t for t in sentence.ancestors(token) if t.pos == "VERB" or sentence.child(t, Function.COPULA)), token)


def _behind_names(context: Context) -> Iterator[tuple[Argument, Token]]:
    """Yield a name and the place right behind it: "Elm Hall in Ulm", "Elm Hall, in the town of Ulm,"."""
    for token in context.sentence.tokens:
        thing = _ends_here(context, token) or _described(context, token)
        if thing is None:
            continue
        place = _place_after(context, token.index + 1)
        if place is not None:
            yield thing, place


def _ends_here(context: Context, token: Token) -> Argument | None:
    """Return the thing whose name ends with the token, if it is of a kind that stays where it is."""
    mention = context.mention(token, *_THINGS)
    if mention is None or mention.span.end != token.span.end or not _stays(context, mention, token):
        return None
    return argument(context, token)


def _described(context: Context, token: Token) -> Argument | None:
    """Return the named thing that a description of it stands for: "the viaduct"."""
    link = context.link(token)
    if token.pos != "NOUN" or token.lemma not in _words()["sites"] or link is None:
        return None
    determined = any(t.text.lower() == "the" for t in context.sentence.children(token, Function.DETERMINER))
    return argument(context, token) if determined and not context.sentence.children(token, Function.ADJECTIVE) else None


def _stays(context: Context, mention: Mention, last: Token) -> bool:
    return mention.type == "FAC" or context.document.words(mention.span).split()[-1].lower() in _words()["sites"]


def _place_after(context: Context, index: int) -> Token | None:
    """Return the place that a phrase with "in" names from the token on, behind a comma or not."""
    tokens = context.sentence.tokens
    apart = index < len(tokens) and tokens[index].text == ","
    index += apart
    if index >= len(tokens) or tokens[index].text.lower() != "in":
        return None
    level = _after_level(tokens, index + 1)
    place = tokens[level or index + 1] if (level or index + 1) < len(tokens) else None
    if place is None or not _is_whole(context, place):
        return None
    # "Elm Hall, in Ulm terms": set apart, the place must fill the phrase
    return place if not apart or level or _closes(context, place) else None


def _after_level(tokens: tuple[Token, ...], index: int) -> int | None:
    """Return where the place begins behind "the town of", or None without such words."""
    words = [t.text.lower() for t in tokens[index : index + 3]]
    told = len(words) == 3 and words[0] in {"the", "its"} and words[1] in _words()["levels"] and words[2] == "of"
    return index + 3 if told else None


def _is_whole(context: Context, token: Token) -> bool:
    """Whether a place begins here that is a phrase of its own: not "in Ulm council's hands"."""
    mention = context.mention(token, *_PLACES)
    if mention is None or mention.span.start != token.span.start:
        return False
    inside = context.sentence.within(mention.span)
    top = context.sentence.top(mention.span)
    return top is not None and bool(inside) and top.function not in {Function.COMPOUND, Function.POSSESSOR, Function.ADJECTIVE}


def _closes(context: Context, token: Token) -> bool:
    mention = context.mention(token, *_PLACES)
    after = [t for t in context.sentence.tokens if mention is not None and t.span.start >= mention.span.end][:1]
    return not after or after[0].text in {",", ".", ";", ")"}


def _said_of(context: Context) -> Iterator[tuple[Argument, Token]]:
    """Yield a named thing and the place in what it is called: "the Ulm concert room", "a room in Ulm"."""
    sentence = context.sentence
    for noun in sentence.tokens:
        if noun.pos != "NOUN" or noun.tag != "NN" or noun.lemma not in _words()["sites"]:
            continue
        places = [t for t in sentence.children(noun, Function.COMPOUND) if _stands_before(context, t)]
        places += [t for t in sentence.children(noun, Function.MODIFIER) if preposition(t, sentence) == "in"]
        for bearer in bearers(context, noun) if places else ():
            thing = argument(context, bearer)
            if thing is not None and context.mention(bearer, *_THINGS) is not None:
                yield from ((thing, place) for place in places)


def _stands_before(context: Context, token: Token) -> bool:
    """Whether a place stands first in the phrase, as in "the Ulm concert room"."""
    mention = context.mention(token, "GPE")
    tokens = context.sentence.tokens
    joined = tokens[token.index + 1].text == "-"
    begins = token.index > 0 and tokens[token.index - 1].text.lower() in _APPOSED
    return mention is not None and not joined and begins

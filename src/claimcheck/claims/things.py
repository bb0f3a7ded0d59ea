"""Which thing an act happens to, under all the keys by which a text may tell it again."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from functools import lru_cache
from importlib.resources import files

from claimcheck.claim import Modality
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.frames import Frame
from claimcheck.claims.lasting import is_event
from claimcheck.sentence import Function, Token

_AT = frozenset({"", "in", "at", "of"})
_LINKED = (Function.COMPOUND, Function.MODIFIER, Function.POSSESSOR, Function.OBLIQUE)
_LIMITS = (Function.COMPOUND, Function.POSSESSOR)
_APART = frozenset({"second", "third", "another", "other", "new", "first", "next", "a", "an", "more", "rest"})
_STEADY = frozenset({"begin", "complete", "close", "leave"})
_OPENING = frozenset({"open", "start", "begin"})


@lru_cache(maxsize=1)
def words() -> dict[str, dict[str, frozenset[str]]]:
    """Return the data on acts that happen once."""
    data = tomllib.loads(files("claimcheck.claims").joinpath("phases.toml").read_text(encoding="utf-8"))
    return {kind: {key: frozenset(value) for key, value in table.items()} for kind, table in data.items()}


def words_of(kind: str, key: str) -> frozenset[str]:
    """Return a list of the data."""
    return words()[kind][key]


def plain_nouns(contexts: Sequence[Context]) -> Collection[str]:
    """Return the nouns that name one thing all through the text, with the article alone or with one name before it."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    several = set()
    for context in contexts:
        for token in context.sentence.tokens:
            if token.pos != "NOUN":
                continue
            around = context.sentence.children(token)
            many = token.tag == "NNS" and token.lemma != token.text.lower()
            if many or any(t.text.lower() in _APART - {"a", "an"} for t in around):
                several.add(token.lemma)
            for t in around:
                if t.function in _LIMITS or (t.function is Function.MODIFIER and t.pos == "PROPN"):
                    names[token.lemma][t.lemma.lower()] += 1
            names[token.lemma][""] += 1
    return {noun for noun, told in names.items() if len(told) <= 2 and noun not in several}


def act_keys(context: Context, frame: Frame, kind: str, thing: Token, plain: Collection[str]) -> tuple[str, ...]:
    """Return the keys of the act with the thing that it happens to, none if it is not sure which that is."""
    if kind == "begin" and is_event(thing):
        return ()  # a fair opens every day
    daily = kind == "leave" and thing.lemma in words()["words"]["vehicles"]
    if daily or (kind not in _STEADY and _is_told_more(context, frame, thing)):
        return ()
    people = words()["words"]["people"]
    keys = [*thing_keys(context, thing), *_name_keys(context, thing), *_plain_key(context, frame, kind, thing, plain)]
    link = context.link(thing)
    if kind in people and link is not None and link.referent.type == "PERSON":
        keys.append(link.referent.key)
    if kind == "close":
        keys.extend(_place_keys(context, thing))
    if kind in words()["words"]["placed"]:
        left = _left(context, frame)
        return tuple(f"{kind} {k} {left}" for k in keys) if left else ()
    return tuple(f"{kind} {k}" for k in keys)


def _is_told_more(context: Context, frame: Frame, thing: Token) -> bool:
    """Whether more is told of the thing or the act than who, what and when: "the report on the fire", "retire as director"."""
    sentence = context.sentence
    more = [t for t in sentence.children(thing, Function.MODIFIER) if preposition(t, sentence) not in {"of", ""}]
    around = [t for place, t in frame.obliques if place in {"to", "as", "in", "for"} and not context.mention(t, "DATE")]
    return bool(more or (around and frame.modality is not Modality.ASSERTED))


def _name_keys(context: Context, thing: Token) -> tuple[str, ...]:
    """Return the name behind a noun: "the bulk carrier Ardent"."""
    named = [t for t in context.sentence.children(thing, Function.APPOSITION, Function.COMPOUND) if t.index > thing.index]
    links = [context.link(t) for t in named if t.pos == "PROPN"]
    return tuple(k.referent.key for k in links if k is not None and k.referent.type not in {"PERSON", "GPE"})


def _left(context: Context, frame: Frame) -> str:
    """Return the place that is left: "left Ely", "moved out of Ely"."""
    named = [t for t in frame.object if t.pos == "PROPN"]
    out = [t for place, t in frame.obliques if place in {"from", "out", "out of", "of"} and t.pos == "PROPN"]
    below = [t for t in context.sentence.subtree(frame.head, Function.CLAUSE_MODIFIER, Function.CONJUNCT) if t.pos == "PROPN"]
    of = [t for t in below if preposition(t, context.sentence) in {"out", "out of", "of", "from"}]
    return next((t.lemma.lower() for t in (*named, *out, *of) if not context.mention(t, "DATE", "PERSON")), "")


def _place_keys(context: Context, thing: Token) -> tuple[str, ...]:
    """Return the place that stands for what lies there: "the depot at Ely", "Ely will send out its last parcel"."""
    if thing.pos == "PROPN" and not context.mention(thing, "PERSON", "ORG"):
        return (f"place {thing.lemma.lower()}",)
    at = [t for t in context.sentence.children(thing, Function.MODIFIER, Function.OBLIQUE) if t.pos == "PROPN"]
    return tuple(f"place {t.lemma.lower()}" for t in at if preposition(t, context.sentence) in {"in", "at"})


def _plain_key(context: Context, frame: Frame, kind: str, thing: Token, plain: Collection[str]) -> tuple[str, ...]:
    """Return the key of a noun that the text has for one thing only."""
    around = context.sentence.children(thing, Function.DETERMINER)
    new = thing.pos != "NOUN" or thing.lemma not in plain or any(t.text.lower() not in {"the", "this", "that"} for t in around)
    daily = kind == "begin" and frame.lemma in _OPENING and not frame.object
    return () if new or daily or is_event(thing) else (thing.lemma,)


def thing_keys(context: Context, thing: Token) -> tuple[str, ...]:
    """Return the ways to tell which thing it is: its link, and its words ("office rotterdam" for "an office in Rotterdam")."""
    link = context.link(thing)
    linked = (
        link is not None and link.referent.type not in {"GPE", "PERSON"} and bool(link.referent.type or "@" in link.referent.key)
    )
    if thing.pos not in {"NOUN", "PROPN"}:
        return (link.referent.key,) if link is not None and linked else ()
    below = [c for c in context.sentence.children(thing, *_LINKED) if preposition(c, context.sentence) in _AT]
    inside = [word for c in (*below, *_right_behind(context, thing)) for word in _head_words(context, c)]
    words = (" ".join(sorted({thing.lemma, *inside})),) if inside and thing.pos == "NOUN" else ()
    return (*((link.referent.key,) if link is not None and linked else ()), *words)


def _right_behind(context: Context, thing: Token) -> tuple[Token, ...]:
    """Return the name in "opened a warehouse in Kassel", which the parser hangs on the verb."""
    following = context.sentence.tokens[thing.index + 1 : thing.index + 3]
    named = len(following) == 2 and following[0].text.lower() in {"in", "at"} and following[1].pos == "PROPN"
    return (following[1],) if named else ()


def _head_words(context: Context, child: Token) -> tuple[str, ...]:
    """Return the lower-case words of a modifier that is a name or a noun before the thing."""
    if child.pos != "PROPN" and child.function is not Function.COMPOUND:
        return ()
    return tuple(
        t.lemma.lower()
        for t in context.sentence.subtree(child, Function.CASE, Function.CLAUSE_MODIFIER, Function.APPOSITION)
        if t.pos in {"PROPN", "NOUN"}
    )

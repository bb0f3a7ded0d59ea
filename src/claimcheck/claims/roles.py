"""Roles: nouns that verbs and conjunctions say of somebody, as "served as mayor" and "is chairman and mayor"."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from claimcheck.claims.branches import preposition
from claimcheck.claims.frames import Frame, frame_of
from claimcheck.sentence import Function, Sentence, Token

_COMPLEMENTS = frozenset({Function.OBJECT, Function.COMPLEMENT})


@lru_cache(maxsize=1)
def _verbs() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files("claimcheck.claims").joinpath("roles.toml").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in data.items()}


def role_verb(noun: Token, sentence: Sentence) -> Token | None:
    """Return the verb that puts somebody into the role that the noun names, or None."""
    verb = sentence.head(noun)
    verbs = _verbs()
    if verb is not None and verb.lemma in verbs["posts"] and preposition(noun, sentence) in {"of", "as"}:
        holder = sentence.head(verb)  # "held the post of mayor"
        return holder if holder is not None and holder.lemma in verbs["holding"] and verb.function is Function.OBJECT else None
    if verb is None or verb.pos not in {"VERB", "AUX"}:
        return None
    if preposition(noun, sentence) == "as":
        return verb if verb.lemma in verbs["with_as"] | verbs["given"] else None
    if noun.function in _COMPLEMENTS and verb.lemma in verbs["bare"]:
        return verb
    if noun.function in _COMPLEMENTS and verb.lemma in verbs["given"] and len(_placed(noun, verb, sentence)) > 0:
        return verb
    return None


def placed(noun: Token, verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Return who is put into the role."""
    frame = frame_of(verb, sentence)
    if verb.lemma in _verbs()["holding"]:
        return frame.subject
    given = _placed(noun, verb, sentence)
    passive = frame.object and noun not in frame.object
    return given or (frame.object if passive else frame.subject)


def _placed(noun: Token, verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Return whom the verb gives the role."""
    if verb.lemma not in _verbs()["given"]:
        return ()
    frame: Frame = frame_of(verb, sentence)
    indirect = sentence.children(verb, Function.INDIRECT_OBJECT)
    return tuple(t for t in (*indirect, *frame.object) if t is not noun)


def first_of(noun: Token, sentence: Sentence) -> Token:
    """Return the role that comes first where several are joined: "chairman" of "chairman and mayor"."""
    head = sentence.head(noun)
    joined = noun.function is Function.CONJUNCT and head is not None and head.pos == "NOUN" and not head.entity
    return head if joined and head is not None else noun

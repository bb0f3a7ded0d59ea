"""What a figure tells of a thing: its length, its price, how many seats it has; the prize or the audience that it is itself."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.frames import subject_of
from claimcheck.figure import Quality
from claimcheck.sentence import Function, Sentence, Token
from claimcheck.values.name import fold
from claimcheck.values.units import conversion

_ROWS = tomllib.loads(files(__package__).joinpath("qualities.toml").read_text(encoding="utf-8"))
_SUMS = frozenset(_ROWS["sum"]["money"]), frozenset(_ROWS["sum"]["count"])
_LIGHT, _BUILDING = frozenset(_ROWS["words"]["light"]), frozenset(_ROWS["words"]["building"])
_DEFINITE = frozenset({"the", "its", "their", "his", "her", "this", "whose", "that"})
_TELLING = (Function.COMPOUND, Function.ADJECTIVE, Function.POSSESSOR, Function.MODIFIER, Function.NUMBER)
_THINGS = frozenset({"NOUN", "PROPN"})
_BEFORE = (Function.COMPOUND, Function.ADJECTIVE, Function.NUMBER)
_INSIDE = (Function.ADJECTIVE, Function.CLAUSE_MODIFIER)


@dataclass(frozen=True, slots=True)
class _Row:
    """The words that make a figure one of a quality."""

    name: str
    units: frozenset[str]
    adjectives: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]
    counted: frozenset[str]
    things: frozenset[str]


@lru_cache(maxsize=1)
def _rows() -> tuple[_Row, ...]:
    keys = ("units", "adjectives", "nouns", "verbs", "counted", "things")
    return tuple(_Row(name, *(frozenset(row.get(key, ())) for key in keys)) for name, row in _ROWS["quality"].items())


def quality(context: Context, head: Token, unit: str, kind: str) -> Quality | None:
    """Return the quality that a figure gives of a thing, if the words beside it say which and of what."""
    measured = "money" if kind == "MONEY" else unit
    for name, bearer in (*_own(context, head, measured), *_of_things(context.sentence, head, measured)):
        found = _resolved(context.sentence, bearer)
        if found is not None:
            return _quality(context, name, found, head)
    return None


def _own(context: Context, head: Token, unit: str) -> Iterator[tuple[str, Token]]:
    """Yield what is a sum or a number itself: "a prize of £500", "the prize is £500", "the audience of 300"."""
    sentence = context.sentence
    sums = _SUMS[0] if unit == "money" else _SUMS[1] if not unit else frozenset()
    above = sentence.head(head)
    if not unit and head.lemma in sums:
        yield head.lemma, head
    if above is not None and above.lemma in sums and preposition(head, sentence) in {"of", "for"}:
        yield above.lemma, above
    told = head if sentence.child(head, Function.COPULA) else above if above is not None and above.lemma == "worth" else None
    for subject in subject_of(told, sentence) if told is not None else ():
        if subject.lemma in sums:
            yield subject.lemma, subject


def _of_things(sentence: Sentence, head: Token, unit: str) -> Iterator[tuple[str, Token]]:
    """Yield the quality and the thing whose it is."""
    above = sentence.head(head)
    for row in _rows():
        if not any(unit == u or (u and unit and unit != "money" and u != "money" and conversion(unit, u)) for u in row.units):
            continue
        if row.counted and head.lemma not in row.counted:
            continue
        if row.counted and not (above is not None and above.lemma in row.verbs | row.nouns):
            yield from ((row.name, t) for t in _possessors(sentence, head) if head.lemma != "people")
        if above is None:
            continue
        if above.lemma in row.things and head.function in _BEFORE:
            yield row.name, above
        if above.lemma in row.adjectives:
            yield from ((row.name, t) for t in _subjects(sentence, above))
        if above.lemma in row.verbs and above.pos == "VERB" and not _is_for_more(sentence, above):
            yield from ((row.name, t) for t in subject_of(above, sentence))
        if above.lemma in row.nouns and preposition(head, sentence) == "of":
            yield from ((row.name, t) for t in (*_possessors(sentence, above), *_havers(sentence, above)) if t is not head)
        if sentence.child(head, Function.COPULA):
            told = (s for s in subject_of(head, sentence) if s.lemma in row.nouns)
            yield from ((row.name, t) for s in told for t in _possessors(sentence, s))


def _is_for_more(sentence: Sentence, verb: Token) -> bool:
    """Whether the cost is that of something done to the thing: "cost £2 million to repair"."""
    return any(t.pos == "VERB" and t.tag == "VB" and t.lemma not in _BUILDING for t in sentence.children(verb))


def _subjects(sentence: Sentence, adjective: Token) -> tuple[Token, ...]:
    """Return what is so long: the subject of "is long" or "stands high", the noun of "a pier 200 metres long"."""
    head = sentence.head(adjective)
    which = [t for t in sentence.children(adjective, Function.SUBJECT) if t.tag in {"WDT", "WP"}]
    if which:
        return (which[0],)
    if adjective.function in _INSIDE and head is not None and head.pos in _THINGS:
        return (head,)
    return subject_of(adjective, sentence) or (
        subject_of(head, sentence) if head is not None and head.lemma in {"stand", "rise", "measure", "be"} else ()
    )


def _possessors(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    own = [t for t in sentence.children(noun, Function.POSSESSOR) if t.pos in _THINGS]
    behind = [t for t in sentence.children(noun, Function.MODIFIER) if preposition(t, sentence) == "of" and t.pos in _THINGS]
    return tuple(own or behind)


def _havers(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """Return what "has a depth of …", or stands before "with a depth of …"."""
    head = sentence.head(noun)
    if head is None:
        return ()
    if head.lemma in {"have", "reach"} and noun.function is Function.OBJECT:
        return subject_of(head, sentence)
    return (head,) if preposition(noun, sentence) == "with" and head.pos in _THINGS else ()


def _resolved(sentence: Sentence, token: Token) -> Token | None:
    """Return the noun that a relative pronoun stands for: the one before its comma."""
    if token.tag not in {"WDT", "WP"}:
        return token if token.pos in _THINGS else None
    before = [t for t in sentence.tokens[max(0, token.index - 2) : token.index] if t.text != ","]
    return before[-1] if before and before[-1].pos in _THINGS else None


def _tense(sentence: Sentence, head: Token, bearer: Token) -> str:
    """Return "past" or "present" where the verb that gives the quality tells, "" where the quality is told by the way."""
    above = sentence.head(head)
    places = [head, *([above] if above is not None and above is not bearer else [])]
    told = [t for p in places for t in (*sentence.children(p, Function.COPULA), p) if t.tag in {"VBD", "VBZ", "VBP"}]
    up = sentence.head(above) if above is not None and above.pos == "ADJ" else None
    told = told or [t for t in (up,) if t is not None and t.tag in {"VBD", "VBZ", "VBP"}]
    return ("past" if told[0].tag == "VBD" else "present") if told and bearer is not above else ""


def _quality(context: Context, name: str, bearer: Token, head: Token) -> Quality:
    sentence = context.sentence
    within = (t for t in sentence.children(bearer, *_TELLING) if head not in sentence.subtree(t))
    inside = [t for c in within for t in sentence.subtree(c)]
    words = {fold(t.text) for t in inside if t.pos in _THINGS | {"ADJ", "NUM"} and t.tag not in {"CD"} and t.text.isalpha()}
    determiners = {t.text.lower() for t in sentence.children(bearer, Function.DETERMINER, Function.POSSESSOR)}
    named = bearer.pos == "PROPN" or any(t.pos == "NOUN" for t in sentence.children(bearer, Function.POSSESSOR))
    link = context.link(bearer)
    return Quality(
        name,
        bearer.lemma.lower(),
        frozenset(words - _LIGHT),
        link.referent.key if link is not None else "",
        bool(determiners & _DEFINITE) or named,
        bearer.tag in {"NN", "NNP"},
        _tense(sentence, head, bearer),
    )

"""Where something happened: "they found the van in Ulm", "the garage in Ulm where the van turned up"."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from claimcheck.claim import HAPPENED, OCCASION, Argument, Claim
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import Frame, modality
from claimcheck.document import Span
from claimcheck.sentence import Function, Token

_OF_OTHERS = frozenset({Function.POSSESSOR, Function.COMPOUND})
# Words before "where" that may tell which place it was.
_REACH = 14
_PLACES = ("GPE", "LOC", "FAC")
_NAMED = frozenset({*_PLACES, "PERSON", "ORG", "EVENT", "PRODUCT", "WORK_OF_ART"})


@lru_cache(maxsize=1)
def _events() -> tuple[Mapping[str, str], Mapping[str, str], frozenset[str], frozenset[str]]:
    """Return kinds of events and of things, each by its words, then sites and prepositions of place."""
    read = tomllib.loads(files("claimcheck.claims").joinpath("scenes.toml").read_text(encoding="utf-8"))
    events, things = ({word: kind[0] for kind in read[key] for word in kind} for key in ("events", "things"))
    return events, things, frozenset(read["sites"]), frozenset(read["places"])


@lru_cache(maxsize=1)
def _lists() -> Mapping[str, frozenset[str]]:
    read = tomllib.loads(files("claimcheck.claims").joinpath("scenes.toml").read_text(encoding="utf-8"))
    return {key: frozenset(read[key]) for key in ("recurring", "occasions", "happening")}


def scenes(context: Context, framed: tuple[Frame, ...]) -> Iterator[Claim]:
    """Yield one claim for each thing or person that took part in an event whose place the sentence tells.

    The object is the place: its value none, its `referent` the keys of the places named in it, joined by "+".
    """
    for frame in framed:
        occasion = _occasion(context, frame)
        event = OCCASION if occasion is not None else _event(context, frame)
        place = _presupposed(context, frame) if event else None
        taken = place is not None
        place = place or (_told(context, frame) if event else None)
        if place is None:
            continue
        for token in dict.fromkeys((*frame.subject, *frame.object)):
            subject = context.argument(token)
            if occasion is not None and token is not occasion:
                continue
            key = (
                _called(context, token)
                if occasion is not None
                else subject.referent
                if subject.type in _NAMED
                else _events()[1].get(token.lemma, token.lemma)
            )
            if not key or (token.pos == "PRON" and not subject.type):
                continue
            who = Argument(subject.span, subject.text, key, subject.type, None, event)
            world = modality(frame.head, context.sentence, presupposed=True) if taken else frame.modality
            predicate = Predicate(frame.head, frame.negated, world, frame.past, presupposed=taken)
            text = f"{subject.text} {event} at {place.text}"
            limits = ("told of another time",) if context.old and event in _lists()["recurring"] else ()
            time = context.clause_date(frame.head)
            yield claim(context, predicate, text, who, HAPPENED, place, time=time, restriction=limits)


def _occasion(context: Context, frame: Frame) -> Token | None:
    """Return the noun that itself is what happens: "the concert" of "the concert was held", told with "the"."""
    words = _lists()
    if frame.lemma not in words["happening"]:
        return None
    for token in (*frame.object, *frame.subject):
        marks = {t.text.lower() for t in context.sentence.children(token, Function.DETERMINER)}
        if token.lemma in words["occasions"] and token.tag == "NN" and marks & {"the", "this"}:
            return token
    return None


def _called(context: Context, noun: Token) -> str:
    """Return what an occasion is called: "concert opening"; another modifier makes it another."""
    told = context.sentence.children(
        noun, Function.ADJECTIVE, Function.COMPOUND, Function.NUMBER, Function.POSSESSOR, Function.MODIFIER
    )
    return " ".join([noun.lemma, *sorted(t.lemma for t in told)])


def _event(context: Context, frame: Frame) -> str:
    """Return the kind of event that the verb tells of, "" for none of those known."""
    events = _events()[0]
    behind = context.sentence.tokens[frame.head.index + 1 : frame.head.index + 4]
    for length in (3, 2, 1):
        if kind := events.get(" ".join([frame.lemma, *(t.text.lower() for t in behind[:length])])):
            return kind
    return events.get(frame.lemma, "")


def _presupposed(context: Context, frame: Frame) -> Argument | None:
    """Return the place before "where"."""
    tokens = context.sentence.tokens
    where = next((t for t in context.sentence.children(frame.head, Function.ADVERB) if t.text.lower() == "where"), None)
    if where is None or where.index == 0 or where.index > frame.head.index:
        return None
    first = where.index
    while first > max(0, where.index - _REACH) and tokens[first - 1].pos not in {"VERB", "AUX", "PRON", "SCONJ"}:
        first -= 1
    return _place(context, tokens[first : where.index])


def _told(context: Context, frame: Frame) -> Argument | None:
    """Return the place in or at which the clause says that something happened."""
    sentence = context.sentence
    places = _events()[3]
    own = [t for how, t in frame.obliques if how in places]
    before = [t for t in sentence.tokens if t.index < frame.head.index and preposition(t, sentence) in places]
    for found in (own, before):  # "searched a garage in Ulm and found the van"
        words = {w for t in found for w in sentence.subtree(t, Function.CLAUSE_MODIFIER)}
        if place := _place(context, tuple(sorted(words, key=lambda t: t.index))):
            return place
    return None


def _place(context: Context, tokens: tuple[Token, ...]) -> Argument | None:
    """Return the places that the words name, or else the site that they tell of."""
    named = list(
        dict.fromkeys(
            a.referent
            for t in tokens
            if t.pos == "PROPN" and t.function not in _OF_OTHERS and (a := context.argument(t)).type in _PLACES
        )
    )
    sites = [t.lemma for t in tokens if t.lemma in _events()[2] and t.pos == "NOUN" and not _inside(context, t)]
    if not named and not sites:
        return None
    top = next(t for t in tokens if t.lemma in sites or (t.pos == "PROPN" and context.argument(t).referent in named))
    first = context.sentence.subtree(top)[0]
    while named and (head := context.sentence.head(top)) is not None and head in tokens and head.pos in {"NOUN", "PROPN"}:
        top, first = head, min(first, context.sentence.subtree(head)[0], key=lambda t: t.index)
    span = Span(max(tokens[0], first, key=lambda t: t.index).span.start, tokens[-1].span.end)
    return Argument(span, context.document.words(span), "+".join(named or sites[-1:]), "GPE" if named else "", None)


def _inside(context: Context, token: Token) -> bool:
    """Whether a word only tells which other place is meant: "the station car park", "behind the church"."""
    return token.function is Function.COMPOUND or (
        token.function is Function.MODIFIER
        and preposition(token, context.sentence) in {"behind", "near", "beside", "opposite", "by"}
    )

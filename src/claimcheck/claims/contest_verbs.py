"""Who won and who did not, as verbs tell it: "Roth beat Falk", "the title went to Roth", "Roth came second"."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.claim import LOST, WON, Claim
from claimcheck.claims.branches import RELATIVE, preposition
from claimcheck.claims.contest_words import (
    contest_claims,
    dated_otherwise,
    is_contest,
    lexicon,
    limits_of,
    one_of_several,
    ordinal_of,
    outcome_of,
    prize_limits,
    ranked,
)
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate
from claimcheck.claims.frames import Frame
from claimcheck.sentence import Function, Sentence, Token

_INSIDE = frozenset(
    {Function.ADJECTIVE, Function.COMPOUND, Function.MODIFIER, Function.NUMBER, Function.DETERMINER, Function.CONJUNCT}
)


def told_by_verb(context: Context, frame: Frame) -> Iterator[Claim]:
    """Yield what the verb tells, by the first way of telling it that fits."""
    particles = "".join(f" {t.lemma}" for t in context.sentence.children(frame.head, Function.PARTICLE))
    told = _Told(context, frame, frame.lemma + particles, _whom(context, frame), _around(context, frame))
    if len(told.doers) < 2:
        yield from next((found for way in (_duels, _prizes, _places, _lifted) if (found := tuple(way(told)))), ())


@dataclass(frozen=True, slots=True)
class _Told:
    """A verb with its particles, who acts, and what makes it tell of another contest."""

    context: Context
    frame: Frame
    lemma: str
    doers: tuple[Token, ...]
    limits: tuple[str, ...]

    def said(self, who: tuple[Token, ...], relation: str, what: tuple[Token, ...] = (), *limits: str) -> Iterator[Claim]:
        predicate = Predicate(self.frame.head, self.frame.negated, self.frame.modality, self.frame.past)
        return contest_claims(self.context, predicate, who, relation, what, (*self.limits, *limits))


def _duels(told: _Told) -> Iterator[Claim]:
    """Yield "Roth beat Falk", "Falk lost to Roth", "Roth won", "Roth was elected"."""
    words, done = lexicon(), told.frame.object
    if told.lemma in words["beat"] and len(done) == 1:
        yield from told.said(told.doers, WON, done)
        yield from told.said(done, LOST, told.doers)
    elif told.lemma in words["win"] and is_contest(told.context, done):
        yield from told.said(told.doers, WON, done, *prize_limits(told.context, done))
    elif told.lemma in words["lose"] and is_contest(told.context, done):
        whom = tuple(t for place, t in told.frame.obliques if place == "to")
        yield from told.said(told.doers, LOST, whom, *prize_limits(told.context, done), *one_of_several(told.context, done))
    elif told.lemma in words["chosen"] and len(done) == 1:
        yield from told.said(done, WON)


def _prizes(told: _Told) -> Iterator[Claim]:
    """Yield "Roth took the title", "the jury gave the title to Roth", "the title went to Roth"."""
    words, done = lexicon(), told.frame.object
    prized = [t for t in done if t.lemma in words["prizes"]]
    if prized and ordinal_of(told.context, done[0]) is None and told.lemma in words["take"]:
        yield from told.said(told.doers, WON, done, *prize_limits(told.context, done))
    elif len(prized) == 1 and ordinal_of(told.context, done[0]) is None and told.lemma in words["giving"]:
        yield from told.said(_given(told.context, told.frame), WON, done, *prize_limits(told.context, done))
    elif (
        told.lemma == "go"
        and told.doers
        and told.doers[0].lemma in words["prizes"]
        and not ordinal_of(told.context, told.doers[0])
    ):
        yield from told.said(_given(told.context, told.frame), WON, told.doers, *prize_limits(told.context, told.doers))


def _places(told: _Told) -> Iterator[Claim]:
    """Yield "Roth came second", "Roth took third place", "second place went to Roth", "Roth took silver"."""
    words, context, frame = lexicon(), told.context, told.frame
    first = (*frame.object, *told.doers)[:1]
    if told.lemma in words["placing"] and (place := _place(context, frame)) is not None:
        who = (frame.head,) if frame.head.pos == "PROPN" else told.doers
    elif (
        told.lemma in words["giving"] | words["take"] | {"go"} and first and (place := ordinal_of(context, first[0])) is not None
    ):
        who = told.doers if told.lemma in words["take"] else _given(context, frame)
    elif told.lemma in words["take"] and first and first[0].lemma in words["metals"]:
        who, place = told.doers, words["metals"][first[0].lemma]
    else:
        return
    yield from ranked(context, frame, who, place, told.limits)


def _lifted(told: _Told) -> Iterator[Claim]:
    """Yield "the victory lifts Roth to fourth"."""
    done = told.frame.object
    relation = outcome_of(told.doers[0]) if told.doers and len(done) == 1 and told.lemma in lexicon()["lifting"] else ""
    if relation and not limits_of(told.context, told.doers[0], "a", "an"):
        yield from told.said(done, relation, (), *dated_otherwise(told.context, told.doers[0]))


def _given(context: Context, frame: Frame) -> tuple[Token, ...]:
    """Return to whom something is given."""
    indirect = context.sentence.children(frame.head, Function.INDIRECT_OBJECT)
    return tuple(indirect[:1]) or tuple(t for how, t in frame.obliques if how == "to")[:1]


def _whom(context: Context, frame: Frame) -> tuple[Token, ...]:
    """Return who acts: the name before "who" in "Ann Lee, who was third"."""
    above = context.sentence.head(frame.head)
    relative = frame.head.function is Function.CLAUSE_MODIFIER and any(t.text.lower() in RELATIVE for t in frame.subject)
    return (above,) if relative and above is not None else frame.subject


def _place(context: Context, frame: Frame) -> int | None:
    """Return the place in which somebody finished, or None: "came second", "was third", "finished in fourth place"."""
    sentence, places = context.sentence, lexicon()["places"]
    if frame.head.pos == "PROPN" and frame.lemma == "be":  # "Second was Ann Lee"
        told = [t for t in sentence.children(frame.head, Function.ADVERB, Function.SUBJECT) if t.text.lower() in places]
        return places[told[0].text.lower()] if told and told[0].index == 0 and not sentence.children(told[0]) else None
    if frame.head.pos not in {"VERB", "AUX"}:
        alone = frame.head.text.lower() in places and not [t for t in sentence.children(frame.head) if t.function in _INSIDE]
        return places[frame.head.text.lower()] if alone else None
    below = sentence.children(
        frame.head, Function.ADVERB, Function.COMPLEMENT, Function.OBLIQUE, Function.ADJECTIVE, Function.OBJECT
    )
    for token in below:
        if token.text.lower() in places and not preposition(token, sentence):
            inner = [t for t in sentence.children(token) if t.function in _INSIDE]
            return None if inner else int(places[token.text.lower()])
        if (ordinal := ordinal_of(context, token)) is not None and preposition(token, sentence) in {"", "in"}:
            return ordinal
    return None


def _is_of_side(ordinal: Token, sentence: Sentence) -> bool:
    """Whether an ordinal tells which side played: "in the second team's match"."""
    head = sentence.head(ordinal)
    return head is not None and head.lemma in lexicon()["sides"]


def _around(context: Context, frame: Frame) -> tuple[str, ...]:
    """Return what makes the verb tell of another contest: "had beaten", "earlier", "in the first leg"."""
    sentence, words = context.sentence, lexicon()
    found = [
        t.text
        for t in sentence.children(frame.head, Function.ADVERB, Function.OBLIQUE, Function.MARKER)
        if t.lemma in words["elsewhere"]
    ]
    if any(t.text.lower() in {"had", "'d", "’d"} for t in sentence.children(frame.head, Function.AUXILIARY)):
        found.append("had")
    for _, token in frame.obliques:
        below = sentence.subtree(token, Function.CLAUSE_MODIFIER, Function.CONJUNCT, Function.APPOSITION)
        found += [t.text for t in below if t.lemma in words["apart"] or (t.lemma in words["places"] and _is_of_side(t, sentence))]
    return tuple(found)

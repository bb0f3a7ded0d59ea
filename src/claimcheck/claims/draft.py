"""A claim before it gets its number, and what every claim takes from its predicate."""

from dataclasses import dataclass

from claimcheck.claim import Argument, Claim, Modality
from claimcheck.claims.context import Context
from claimcheck.claims.frames import modality
from claimcheck.claims.roles import first_of, role_verb
from claimcheck.claims.worlds import placed
from claimcheck.document import Span
from claimcheck.sentence import Function, Token
from claimcheck.values.date import UNKNOWN_DATE, Date
from claimcheck.values.quantity import Quantity

# Modifiers that do not limit what a noun speaks of.
_NEUTRAL = frozenset({"current", "present", "long-time", "longtime", "new", "own", "same", "famous", "great", "old", "official"})
_LIMITING = (Function.ADJECTIVE, Function.CLAUSE_MODIFIER, Function.COMPOUND, Function.NUMBER)


@dataclass(frozen=True, slots=True)
class Predicate:
    """The word that carries the claim, and the world it stands in."""

    head: Token
    negated: bool
    modality: Modality
    past: bool
    presupposed: bool = False


def claim(
    context: Context,
    predicate: Predicate,
    text: str,
    subject: Argument,
    relation: str,
    object_: Argument,
    *,
    time: Date = UNKNOWN_DATE,
    place: Argument | None = None,
    restriction: tuple[str, ...] = (),
    total: bool = False,
    exhaustive: bool = False,
    open_: bool = False,
) -> Claim:
    """Return the claim, spanning its predicate and both arguments; its id is given later."""
    speaker = context.speaker(predicate.head.span.start)
    if speaker is not None and speaker.span == subject.span and predicate.head.span.start < speaker.span.start:
        speaker = None
    negated, world = placed(
        context,
        predicate.head,
        negated=predicate.negated,
        modality=predicate.modality,
        presupposed=predicate.presupposed,
    )
    if context.headed and isinstance(object_.value, Quantity):
        restriction = (*restriction, "told of another time")
    inside = [s for s in (subject.span, predicate.head.span, object_.span) if context.sentence.span.contains(s)]
    span = Span(min(s.start for s in inside), max(s.end for s in inside))
    return Claim(
        id="",
        span=span,
        text=" ".join(text.split()),
        subject=subject,
        relation=relation,
        object=object_,
        time=time,
        place=place,
        restriction=restriction,
        total=total,
        exhaustive=exhaustive,
        negated=negated,
        modality=world,
        past=predicate.past,
        attributed_to=speaker,
        open=open_,
        presupposed=predicate.presupposed,
    )


def restrictions(context: Context, noun: Token, *spared: Token, functions: tuple[Function, ...] = _LIMITING) -> tuple[str, ...]:
    """Return the modifiers that limit what a noun speaks of: "former", "deputy", "in the ward"."""
    sentence = context.sentence
    found = []
    for token in sentence.children(noun, *functions):
        named = functions is _LIMITING and context.mention(token, "GPE", "NORP", "ORG", "PERSON", "EVENT", "FAC")
        if token in spared or token.text.lower() in _NEUTRAL or named:
            continue
        words = sentence.subtree(token)
        if token.function is Function.CLAUSE_MODIFIER and words[0].text == ",":
            continue  # a clause behind a comma tells more, it does not limit
        found.append(context.words(words))
    return tuple(found)


def nominal(context: Context, noun: Token) -> Predicate:
    """Return a noun as the carrier of a claim: it stands in the world of the verb that governs it."""
    sentence = context.sentence
    governed = next((t for t in sentence.ancestors(noun) if t.pos in {"VERB", "AUX"}), None)
    deniers = (noun, governed) if governed is not None else (noun,)
    negated = any(sentence.children(t, Function.NEGATION) for t in deniers)
    first = first_of(noun, sentence)
    role = role_verb(first, sentence)
    copula = sentence.child(first, Function.COPULA)
    verb = copula or governed
    past = verb is not None and verb.tag in {"VBD", "VBN"}
    if copula is None and role is not None:
        told = any(t.tag == "VBD" for t in sentence.ancestors(role))
        return Predicate(noun, negated, modality(role, sentence), past or told or role.tag == "VBG")
    world = modality(noun, sentence, presupposed=True)
    return Predicate(noun, negated, world, past, presupposed=copula is None)

"""Claims of the relations data, made of what a cue has matched."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from claimcheck.claim import UNNAMED, Argument, Claim, Mention
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import is_bidding, preposition, says_other
from claimcheck.relation import ObjectKind, Relation
from claimcheck.sentence import Function, Token
from claimcheck.values.date import Date, Time
from claimcheck.values.quantity import Quantity

NAMED = ("GPE", "NORP", "ORG", "EVENT", "FAC", "LOC", "PERSON", "LAW", "WORK_OF_ART", "PRODUCT")


@dataclass(frozen=True, slots=True)
class Match:
    """The tokens that a cue found for subject and object, or the mention that is the object's value.

    `unnamed` is the noun whose subject the sentence leaves out.
    """

    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    value: Mention | None = None
    unnamed: Token | None = None


def claims_of(
    context: Context,
    predicate: Predicate,
    relation: Relation,
    match: Match,
    restrictions: tuple[str, ...],
    place: Argument | None = None,
) -> Iterator[Claim]:
    """Yield a claim for each subject with each object, where both are what the relation asks for."""
    subjects = [context.argument(t) for t in match.subjects if t.pos != "PRON" or context.link(t)]
    if match.unnamed is not None:
        subjects = [Argument(match.unnamed.span, UNNAMED)]
    if match.value is not None:
        objects = [_valued(context, match.value)]
        subjects = [s for s in subjects if not s.span.overlaps(match.value.span)]
    else:
        objects = [context.argument(t) for t in match.objects if t.pos != "PRON" or context.link(t)]
    arguments = (*match.subjects, *match.objects)
    restrictions = (*restrictions, *(n.text for t in arguments for n in context.sentence.children(t, Function.NEGATION)))
    named = [t for t in match.subjects if context.mention(t, *NAMED)]
    restrictions = (*restrictions, *(word for t in named for word in _told_apart(context, t, relation)))
    if relation.subjects == ("EVENT",):
        restrictions = (*restrictions, *_of_a_vote(context, predicate.head))
    for subject, object_ in product(subjects, objects):
        if _fits(subject, relation.subjects) and _is_kind(object_, relation) and subject.span != object_.span:
            text = relation.said(subject.text, object_.text)
            head = predicate.head
            # The date of the clause is not that of an office told of in passing.
            time = (
                context.clause_date(head)
                if predicate.presupposed and (relation.fixed or relation.occasion)
                else context.own_date(head)
            )
            yield claim(
                context, predicate, text, subject, relation.name, object_, time=time, place=place, restriction=restrictions
            )


def _told_apart(context: Context, name: Token, relation: Relation) -> tuple[str, ...]:
    """Return what tells a named thing from another of the name: "the new …", "… in Bilbao", "… of shirts"."""
    sentence = context.sentence
    inside = context.mention(name, *NAMED)
    outside = [t for t in sentence.children(name) if inside is None or not inside.span.contains(t.span)]
    before = [t.text for t in outside if t.function in {Function.ADJECTIVE, Function.COMPOUND}]
    places = {"of"} if relation.subjects == ("EVENT",) else {"of", "in", "at", "on"}
    behind = [t for t in outside if t.function is Function.MODIFIER and preposition(t, sentence) in places]
    phrases = (context.phrase(t)[1] for t in behind if not context.mention(t, "DATE"))
    return (*says_other(before, name=True), *phrases)


def _of_a_vote(context: Context, head: Token) -> tuple[str, ...]:
    """Return the words by which the clause may tell of the vote for a host, long before the event."""
    verb = next((t for t in (head, *context.sentence.ancestors(head)) if t.pos in {"VERB", "AUX"}), head)
    clause = context.sentence.subtree(verb, Function.CONJUNCT, Function.COMPLEMENT, Function.CLAUSE_MODIFIER)
    return tuple(t.text for t in clause if is_bidding(t))


def _valued(context: Context, mention: Mention) -> Argument:
    return Argument(mention.span, context.document.words(mention.span), "", mention.type, mention.value)


def _fits(argument: Argument, types: tuple[str, ...]) -> bool:
    """Whether an argument may stand there; a common noun may, since its type is not known."""
    kind = "GPE" if argument.type == "NORP" else argument.type
    if types == ("EVENT",) and not kind:
        return False  # "the headquarters are in Paris" is no event held there
    return not types or not kind or kind in types or (kind == "LOC" and "GPE" in types)


def _is_kind(argument: Argument, relation: Relation) -> bool:
    if relation.kind is ObjectKind.DATE:
        return isinstance(argument.value, Time) and argument.value.date != Date(None, None)
    if relation.kind is ObjectKind.QUANTITY:
        return isinstance(argument.value, Quantity)
    return bool(argument.type) and _fits(argument, relation.objects)

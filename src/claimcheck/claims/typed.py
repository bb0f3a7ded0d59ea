"""Claims of the relations data, made of what a cue has matched."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from claimcheck.claim import UNNAMED, Argument, Claim, Mention
from claimcheck.claims.arguments import arguments, owners, wholes
from claimcheck.claims.bearers import NAMED
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import is_bidding, says_other
from claimcheck.relation import ObjectKind, Relation
from claimcheck.sentence import Function, Token
from claimcheck.values.date import Date
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Time

_NOUNS = frozenset({"NOUN", "PROPN"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_HOUSED = frozenset({"ORG", "FAC"})


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
    subjects = arguments(context, match.subjects, relation, relation.subjects)
    if match.unnamed is not None:
        subjects = [Argument(match.unnamed.span, UNNAMED)]
    if match.value is not None:
        objects = [_valued(context, match.value)]
        subjects = [s for s in subjects if not s.span.overlaps(match.value.span)]
    else:
        objects = arguments(context, match.objects, relation, relation.objects)
    named = (*match.subjects, *match.objects)
    restrictions = (*restrictions, *(n.text for t in named for n in context.sentence.children(t, Function.NEGATION)))
    told = [t for t in match.subjects if context.mention(t, *NAMED)]
    restrictions = (*restrictions, *(word for t in told for word in _told_apart(context, t, relation)))
    if relation.subjects == ("EVENT",):
        restrictions = (*restrictions, *_of_a_vote(context, predicate.head))
    for pair, restricted in _pairs(context, relation, match, subjects, objects, restrictions):
        if not _may_hold(pair, relation) or _is_title(context, predicate, relation, match, pair):
            continue
        subject, object_ = pair
        head = predicate.head
        # The date of the clause is not that of an office told of in passing.
        own = not (predicate.presupposed and (relation.fixed or relation.occasion))
        time = context.own_date(head) if own else context.clause_date(head)
        text = relation.said(subject.text, object_.text)
        yield claim(context, predicate, text, subject, relation.name, object_, time=time, place=place, restriction=restricted)


def _pairs(
    context: Context,
    relation: Relation,
    match: Match,
    subjects: Sequence[Argument],
    objects: Sequence[Argument],
    restrictions: tuple[str, ...],
) -> Iterator[tuple[tuple[Argument, Argument], tuple[str, ...]]]:
    """Yield each subject with each object, and with the wholes of a place; a whole says less than the place itself."""
    yield from ((pair, restrictions) for pair in product(subjects, objects))
    if relation.inverse == relation.name:  # it holds both ways
        yield from ((pair, restrictions) for pair in product(objects, subjects))
    if relation.objects and set(relation.objects) <= _PLACES:
        for subject, (part, whole) in product(subjects, wholes(context, match.objects)):
            yield (subject, whole), (*restrictions, f"as the whole of {part}")
    for subject, (part, whole) in product(subjects, owners(context, match.objects)):
        yield (subject, whole), (*restrictions, f"by its {part}")
    for (part, whole), object_ in product(owners(context, match.subjects), objects):
        yield (whole, object_), (*restrictions, f"by its {part}")


def _may_hold(pair: tuple[Argument, Argument], relation: Relation) -> bool:
    """Whether both are what the relation asks for, and not one and the same."""
    subject, object_ = pair
    same = subject.text == object_.text or subject.span == object_.span or "" != subject.referent == object_.referent
    return not same and _fits(subject, relation.subjects) and _is_kind(object_, relation)


def _is_title(context: Context, predicate: Predicate, relation: Relation, match: Match, pair: tuple[Argument, Argument]) -> bool:
    """Whether an argument is the title itself, taken for a name: "President" of "Senior Vice President"."""
    head = predicate.head
    if head.pos not in _NOUNS or relation.kind is not ObjectKind.NAME or match.unnamed is not None or head in match.subjects:
        return False
    return any(argument.span.contains(head.span) for argument in pair)


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
    if types in {("EVENT",), ("PERSON",)} and not kind:
        return False
    housed = kind in _HOUSED and not _HOUSED.isdisjoint(types)  # a museum is its building, and who runs it
    return not types or not kind or kind in types or housed or (kind == "LOC" and "GPE" in types)


def _is_kind(argument: Argument, relation: Relation) -> bool:
    if relation.kind is ObjectKind.DATE:
        return isinstance(argument.value, Time) and argument.value.date != Date(None, None)
    if relation.kind is ObjectKind.QUANTITY:
        value = argument.value
        return isinstance(value, Quantity) and (not relation.unit or value.in_unit(relation.unit) is not None)
    return bool(argument.type) and _fits(argument, relation.objects) and _is_named(argument, relation)


def _is_named(argument: Argument, relation: Relation) -> bool:
    return not relation.named or not set(argument.text.casefold().split()).isdisjoint(relation.named)

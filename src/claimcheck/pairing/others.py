"""Claims of one document against each other: the same thing dated, counted or placed in time twice."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import combinations

from claimcheck.claim import Claim, Modality
from claimcheck.evidence import Comparison
from claimcheck.pairing.editions import year_of
from claimcheck.pairing.reasons import not_comparable
from claimcheck.relation import ObjectKind, Relation
from claimcheck.values.date import Date
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Time
from claimcheck.verdict import Verdict

COUNT = "number of"
DONE = "done and to come"

# A document that says one thing this often is a table; its pairs would only repeat each other.
_MOST = 40
# Years between two dates beyond which a name is more likely to be that of two things.
_ONE_THING = 30
# The same for a person's full name: father and son are further apart.
_ONE_LIFE = 12
_LIVES = frozenset({"born on", "died on"})
# What holds rather than happens may go on.
_STATES = frozenset({"be", "have", "become", "remain", "stay", "live", "work", "run"})


def compare(claims: Sequence[Claim], relations: Mapping[str, Relation]) -> Iterator[Comparison]:
    """Yield each pair of claims of the document that cannot both hold as they stand."""
    yield from _pairs(claims, lambda c: _dated(c, relations), _dates_differ)
    yield from _pairs(claims, lambda c: _measured(c, relations), _quantities_differ)
    yield from _pairs(claims, _done, _done_and_to_come)


def _pairs(
    claims: Sequence[Claim],
    key: Callable[[Claim], Hashable],
    differ: Callable[[Claim, Claim], Comparison | None],
) -> Iterator[Comparison]:
    groups: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        group = key(claim)
        if group is not None:
            groups.setdefault(group, []).append(claim)
    for group_claims in groups.values():
        for one, other in combinations(group_claims[:_MOST], 2):
            comparison = differ(one, other) if not one.span.overlaps(other.span) else None
            if comparison is not None:
                yield comparison


def _same_voice(one: Claim, other: Claim) -> bool:
    """Whether both are the author's own, or one speaker's."""
    if one.attributed_to is None or other.attributed_to is None:
        return one.attributed_to is other.attributed_to
    return one.attributed_to.referent == other.attributed_to.referent != ""


def _plain(claim: Claim) -> bool:
    return not not_comparable(claim) and not claim.negated and claim.modality is Modality.ASSERTED


def _dated(claim: Claim, relations: Mapping[str, Relation]) -> Hashable:
    """Return whom and what the date is given for, if it can be given only once."""
    relation = relations.get(claim.relation)
    if relation is None or relation.kind is not ObjectKind.DATE or not (relation.fixed and relation.functional):
        return None
    recurring = (relation.recurs or claim.subject.type == "EVENT") and year_of(claim.subject.text) is None
    if not _plain(claim) or not claim.subject.referent or not claim.subject.type or recurring:
        return None
    if claim.subject.type == "PERSON" and (" " not in claim.subject.referent or claim.relation not in _LIVES):
        return None  # two people may bear one name
    return (claim.subject.referent, claim.relation)


def _dates_differ(one: Claim, other: Claim) -> Comparison | None:
    mine, theirs = one.object.value, other.object.value
    if not (isinstance(mine, Time) and isinstance(theirs, Time)) or not _same_voice(one, other):
        return None
    if mine.approximate or theirs.approximate or mine.date.overlaps(theirs.date) or not (mine.date.known and theirs.date.known):
        return None
    if _are_far_apart(mine.date, theirs.date, _ONE_LIFE if one.subject.type == "PERSON" else _ONE_THING):
        return None
    return _refuted(other, one, (f"{one.object.text}: {mine.date}", f"{other.object.text}: {theirs.date}"))


def _are_far_apart(one: Date, other: Date, most: int) -> bool:
    """Whether two things of one name are likelier than one: a bridge is rebuilt, a treaty has a namesake."""
    ends = (one.earliest, one.latest, other.earliest, other.latest)
    years = [end.year for end in ends if end is not None]
    return len(years) < len(ends) or max(years) - min(years) > most


def _measured(claim: Claim, relations: Mapping[str, Relation]) -> Hashable:
    """Return what is counted or measured."""
    if not _plain(claim) or not isinstance(claim.object.value, Quantity) or not claim.subject.referent:
        return None
    if claim.relation == COUNT:
        # One word ("boats") is too little to be sure that the same things are meant.
        return (COUNT, claim.subject.referent) if " " in claim.subject.referent else None
    relation = relations.get(claim.relation)
    if relation is None or relation.kind is not ObjectKind.QUANTITY or not relation.functional or not claim.subject.type:
        return None
    return (claim.relation, claim.subject.referent)


def _quantities_differ(one: Claim, other: Claim) -> Comparison | None:
    mine, theirs = one.object.value, other.object.value
    if not (isinstance(mine, Quantity) and isinstance(theirs, Quantity)) or not _same_voice(one, other):
        return None
    if mine.unit != theirs.unit or mine.overlaps(theirs) or not one.time.overlaps(other.time) or one.past != other.past:
        return None
    if one.relation == COUNT and not (one.total and other.total and (one.exhaustive or other.exhaustive)):
        return None
    return _refuted(other, one, (f"{one.object.text}: {mine}", f"{other.object.text}: {theirs}"))


def _done(claim: Claim) -> Hashable:
    """Return who does what to whom, in one word each, for claims that tell an act as done or as to come."""
    if claim.negated or claim.restriction or not claim.subject.referent or not claim.object.referent:
        return None
    if not claim.open or claim.relation in _STATES:
        return None
    if claim.modality not in {Modality.ASSERTED, Modality.FUTURE}:
        return None
    return (claim.subject.represents or claim.subject.referent, claim.relation, claim.object.referent)


def _done_and_to_come(one: Claim, other: Claim) -> Comparison | None:
    done = [c for c in (one, other) if c.modality is Modality.ASSERTED and c.past]
    to_come = [c for c in (one, other) if c.modality is Modality.FUTURE]
    if len(done) != 1 or len(to_come) != 1:
        return None
    steps = (f"done: {done[0].text}", f"to come: {to_come[0].text}")
    return Comparison(to_come[0], done[0], Verdict.NOT_ENOUGH_INFO, DONE, reason="told as done and as to come", derivation=steps)


def _refuted(claim: Claim, evidence: Claim, steps: tuple[str, ...]) -> Comparison:
    return Comparison(claim, evidence, Verdict.REFUTED, "values", derivation=steps)

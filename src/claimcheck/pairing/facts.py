"""Claims of the relations data against the reference tables."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from claimcheck.claim import UNNAMED, Claim, Modality
from claimcheck.document import Publication
from claimcheck.evidence import Comparison, Fact, Reference, Series
from claimcheck.pairing.editions import dated_readings, nearest, no_edition, readings
from claimcheck.pairing.judging import MOST, Judged, judge
from claimcheck.pairing.reasons import NOT_IN_REFERENCE, not_comparable, unknown
from claimcheck.relation import ObjectKind, Relation
from claimcheck.values.date import Date
from claimcheck.values.name import Name
from claimcheck.values.time import Time
from claimcheck.verdict import Verdict

PLACES = frozenset({"GPE", "LOC", "FAC"})
# Relations of a thing to a place where it may be said to be.
WHEREABOUTS = ("located in", "hosted by", "headquartered in")
ELSEWHERE = "the tables give that place beside the one that is compared"
_LIKELY = 0.5  # the score of a comparison that is no certain one
_NEAR = 3  # years by which the accounts of a beginning may differ


def compare(
    claim: Claim, reference: Reference, relations: Mapping[str, Relation], publication: Publication
) -> Iterator[Comparison]:
    """Yield how the claim stands: supported in one reading of its subject, or refuted in all of them."""
    relation = relations.get(claim.relation)
    reason = not_comparable(claim)
    if reason or relation is None:
        yield unknown(claim, reason or NOT_IN_REFERENCE)
        return
    if claim.modality is Modality.FUTURE and not relation.fixed:
        yield unknown(claim, "it is told of a time to come")
        return
    judged = list(_by_reading(claim, relation, reference, publication))
    supported = next((j for j in judged if j.verdict is Verdict.SUPPORTED), None)
    if supported is not None and claim.negated:
        yield unknown(claim, "the text denies it, in some way")
    elif supported is not None:
        yield Comparison(claim, supported.facts[0], Verdict.SUPPORTED, "table", derivation=supported.steps)
    elif judged and all(j.verdict is Verdict.REFUTED for j in judged):
        if claim.negated:
            yield unknown(claim, "the text denies it, and the tables name another")
            return
        steps = tuple(step for j in judged for step in j.steps)
        best = min(j.rank for j in judged)
        score = _LIKELY if any(j.likely for j in judged) else 1.0
        for fact in [f for j in judged if j.rank == best for f in j.facts][:MOST]:
            told = next((j.reason for j in judged if j.reason), "")
            yield Comparison(claim, fact, Verdict.REFUTED, "table", score, told, steps)
    else:
        yield unknown(claim, next((j.reason for j in judged if j.reason), NOT_IN_REFERENCE))


def _by_reading(claim: Claim, relation: Relation, reference: Reference, publication: Publication) -> Iterator[Judged]:
    """Yield how the claim stands for each thing that its subject may be.

    A subject that is an edition is looked up in every series that its words may name.
    """
    if claim.subject.text == UNNAMED:
        yield from _by_office(claim, relation, reference, publication)
        return
    series = readings(claim, reference) or dated_readings(claim, reference)
    for one, year in series:
        edition = one.edition(year)
        if edition is not None:
            facts = [f for f in reference.about(edition.text, relation.name) if f.subject.text == edition.text]
            yield judge(claim, facts, relation, reference, publication)
        elif one.covers(year):
            elsewhere = _elsewhere(claim, one, reference)
            yield Judged(
                Verdict.REFUTED, elsewhere or nearest(one, year, reference), (no_edition(one, year),), rank=0 if elsewhere else 2
            )
        else:
            yield Judged(Verdict.NOT_ENOUGH_INFO, reason="the tables do not cover that year")
    if not series:
        for entity in reference.entities(claim.subject.text):
            told = reference.about(entity.text, relation.name)
            if told or not relation.kin:
                judged = judge(claim, told, relation, reference, publication)
            else:
                judged = _by_kin(claim, entity, relation, reference, publication)
            yield Judged(Verdict.NOT_ENOUGH_INFO, reason=ELSEWHERE) if _is_beside(claim, judged, entity, reference) else judged


def _is_beside(claim: Claim, judged: Judged, entity: Name, reference: Reference) -> bool:
    """Whether a place that a row does not give as such is one that the row gives in another way: the town of its venue."""
    if judged.verdict is not Verdict.REFUTED or claim.object.type not in PLACES:
        return False
    around = [f for name in WHEREABOUTS for f in reference.about(entity.text, name) if not f.source.builtin]
    return any(isinstance(f.object, Name) and reference.same(claim.object.text, f.object.text) for f in around)


def _by_kin(claim: Claim, entity: Name, relation: Relation, reference: Reference, publication: Publication) -> Judged:
    """Judge a claim by what the user's tables tell of the entity in a relation near to its own, if in one only.

    A beginning may be counted from some other act, so dates must lie years apart.  A measure that does not
    say of what it is differs only from all measures that the tables give.
    """
    measured = relation.kind is ObjectKind.QUANTITY
    found = [f for name in relation.kin for f in reference.about(entity.text, name) if measured or not f.source.builtin]
    if measured:
        return judge(claim, found, relation, reference, publication)
    if len({(f.source.table, f.source.column) for f in found}) != 1:
        return Judged(Verdict.NOT_ENOUGH_INFO, reason=NOT_IN_REFERENCE)
    value = claim.object.value
    dates = [f.object for f in found if isinstance(f.object, Date)]
    if isinstance(value, Time) and any(date.overlaps(_years_around(value.date)) for date in dates):
        return Judged(Verdict.NOT_ENOUGH_INFO, reason=NOT_IN_REFERENCE)
    judged = judge(claim, found, replace(relation, functional=True), reference, publication)
    return replace(judged, likely=True)


def _years_around(date: Date) -> Date:
    days = 366 * _NEAR
    return Date(date.earliest and date.earliest.plus(-days), date.latest and date.latest.plus(days))


def _by_office(claim: Claim, relation: Relation, reference: Reference, publication: Publication) -> Iterator[Judged]:
    """Yield how the claim stands for the one body in which the user's tables know the person in that office.

    The built-in tables are no help there: the world has many presidents.
    """
    held = [f for f in reference.naming(claim.object.text, relation.name) if not f.source.builtin]
    bodies = {fact.subject.text for fact in held}
    if len(bodies) == 1:
        yield judge(claim, reference.about(held[0].subject.text, relation.name), relation, reference, publication)


def _elsewhere(claim: Claim, series: Series, reference: Reference) -> tuple[Fact, ...]:
    """Return the editions of the series for which the tables do give the claim's object."""
    names = {name.text for _, name in series.editions}
    found = reference.naming(claim.object.text, claim.relation)
    return tuple(fact for fact in found if fact.subject.text in names)[-2:]

"""Claims of the relations data against the reference tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.claim import UNNAMED, Claim, Modality
from claimcheck.document import Publication
from claimcheck.evidence import Comparison, Fact, Reference, Series
from claimcheck.pairing.editions import nearest, no_edition, readings
from claimcheck.pairing.names import agrees, excludes, is_same
from claimcheck.pairing.reasons import NO_DATE, NOT_IN_REFERENCE, UNKNOWN_TIME, not_comparable, unknown
from claimcheck.relation import Relation
from claimcheck.values.date import UNKNOWN_DATE, Date
from claimcheck.values.name import Name
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Time
from claimcheck.verdict import Verdict

# More rows than this tell a reader nothing new.
_MOST = 4
_JULIAN = 1923  # the last year in which a country still wrote dates of the Julian calendar
_MARCH_YEARS = 1752
_MEASURED = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class _Judged:
    """How the claim stands in one reading of its subject; facts of a lower `rank` tell the reader more."""

    verdict: Verdict
    facts: tuple[Fact, ...] = ()
    steps: tuple[str, ...] = ()
    reason: str = ""
    rank: int = 1


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
        for fact in [f for j in judged if j.rank == best for f in j.facts][:_MOST]:
            told = next((j.reason for j in judged if j.reason), "")
            yield Comparison(claim, fact, Verdict.REFUTED, "table", reason=told, derivation=steps)
    else:
        yield unknown(claim, next((j.reason for j in judged if j.reason), NOT_IN_REFERENCE))


def _by_reading(claim: Claim, relation: Relation, reference: Reference, publication: Publication) -> Iterator[_Judged]:
    """Yield how the claim stands for each thing that its subject may be.

    A subject that is an edition is looked up in every series that its words may name.
    """
    if claim.subject.text == UNNAMED:
        yield from _by_office(claim, relation, reference, publication)
        return
    series = readings(claim, reference)
    for one, year in series:
        edition = one.edition(year)
        if edition is not None:
            facts = [f for f in reference.about(edition.text, relation.name) if f.subject.text == edition.text]
            yield _judge(claim, facts, relation, reference, publication)
        elif one.covers(year):
            elsewhere = _elsewhere(claim, one, reference)
            yield _Judged(
                Verdict.REFUTED, elsewhere or nearest(one, year, reference), (no_edition(one, year),), rank=0 if elsewhere else 2
            )
        else:
            yield _Judged(Verdict.NOT_ENOUGH_INFO, reason="the tables do not cover that year")
    if not series:
        for entity in reference.entities(claim.subject.text):
            yield _judge(claim, reference.about(entity.text, relation.name), relation, reference, publication)


def _by_office(claim: Claim, relation: Relation, reference: Reference, publication: Publication) -> Iterator[_Judged]:
    """Yield how the claim stands for the one body in which the user's tables know the person in that office.

    The built-in tables are no help there: the world has many presidents.
    """
    held = [f for f in reference.naming(claim.object.text, relation.name) if not f.source.builtin]
    bodies = {fact.subject.text for fact in held}
    if len(bodies) == 1:
        yield _judge(claim, reference.about(held[0].subject.text, relation.name), relation, reference, publication)


def _elsewhere(claim: Claim, series: Series, reference: Reference) -> tuple[Fact, ...]:
    """Return the editions of the series for which the tables do give the claim's object."""
    names = {name.text for _, name in series.editions}
    found = reference.naming(claim.object.text, claim.relation)
    return tuple(fact for fact in found if fact.subject.text in names)[-2:]


def _judge(claim: Claim, facts: Sequence[Fact], relation: Relation, reference: Reference, publication: Publication) -> _Judged:
    if not facts:
        return _Judged(Verdict.NOT_ENOUGH_INFO, reason=NOT_IN_REFERENCE)
    value = claim.object.value
    if isinstance(value, Time):
        return _judge_date(value, facts, relation)
    if isinstance(value, Quantity):
        return _judge_quantity(claim, value, facts, relation)
    return _judge_name(claim, facts, relation, reference, publication)


def _judge_date(value: Time, facts: Sequence[Fact], relation: Relation) -> _Judged:
    dates = [f for f in facts if isinstance(f.object, Date)]
    agreeing = [f for f in dates if isinstance(f.object, Date) and _may_be_day(f.object, value.date)]
    steps = tuple(f"{f.source}: {f.object}; the text: {value.date}" for f in dates)
    if agreeing:
        return _Judged(Verdict.SUPPORTED, tuple(agreeing), steps)
    if dates and relation.functional and not value.approximate and value.date.known:
        return _Judged(Verdict.REFUTED, tuple(dates), steps)
    return _Judged(Verdict.NOT_ENOUGH_INFO, reason="the text gives the date only roughly")


def _may_be_day(fact: Date, told: Date) -> bool:
    """Whether the two may be one day; before the last countries left it, one of them may be of the Julian calendar."""
    if fact.overlaps(told):
        return True
    if fact.day is None or told.day is None or fact.day.year > _JULIAN:
        return False
    days = [told.day]
    if told.day.month <= 3 and max(fact.day.year, told.day.year) <= _MARCH_YEARS:  # the English year of then began in March
        days.append(told.day.months_later(12))
    return any(abs(fact.day.until(day)) <= 15 for day in days)


def _judge_quantity(claim: Claim, value: Quantity, facts: Sequence[Fact], relation: Relation) -> _Judged:
    numbers = [f for f in facts if isinstance(f.object, Quantity) and value.in_unit(f.object.unit) is not None]
    numbers = [f for f in numbers if f.valid == UNKNOWN_DATE or f.valid.overlaps(claim.time) or not f.valid.known]
    steps = tuple(f"{f.source}: {f.object}; the text: {value}" for f in numbers)
    agreeing = [f for f in numbers if _may_be(value, f)]
    if agreeing:
        return _Judged(Verdict.SUPPORTED, tuple(agreeing), steps)
    if numbers and relation.functional and (claim.presupposed or not claim.past):
        return _Judged(Verdict.REFUTED, tuple(numbers), steps)
    return _Judged(Verdict.NOT_ENOUGH_INFO, reason=UNKNOWN_TIME if numbers else "the units differ")


def _may_be(value: Quantity, fact: Fact) -> bool:
    """Whether a number may be that of the fact.

    A measure in a built-in table may have been taken in another way (to the roof, to the
    tip, by another survey), so there only what is far off differs.
    """
    if not isinstance(fact.object, Quantity):
        return False
    converted = value.in_unit(fact.object.unit)
    if converted is None:
        return False
    if fact.source.builtin and fact.object.unit:
        converted = converted.widened(_MEASURED)
    return converted.overlaps(fact.object)


def _judge_name(
    claim: Claim, facts: Sequence[Fact], relation: Relation, reference: Reference, publication: Publication
) -> _Judged:
    facts = [f for f in facts if isinstance(f.object, Name)]
    time = _time(claim, relation, publication)
    holding = [f for f in facts if time is None or f.valid.overlaps(time)]
    agreeing = [f for f in holding if agrees(claim.object, f, reference)]
    if agreeing and relation.spread and not any(is_same(claim.object, f, reference) for f in agreeing):
        return _Judged(Verdict.NOT_ENOUGH_INFO, reason=f"{claim.object.text} may be one of several places")
    if agreeing:
        if time is None and not relation.fixed and any(f.valid != UNKNOWN_DATE for f in agreeing):
            return _Judged(Verdict.NOT_ENOUGH_INFO, reason=UNKNOWN_TIME)
        return _Judged(Verdict.SUPPORTED, tuple(agreeing), (f"{agreeing[0].source}: {agreeing[0].text}",))
    if not relation.functional:
        return _judge_listed(claim, facts, time, relation, reference)
    timeless = all(f.valid == UNKNOWN_DATE for f in facts)  # a table without dates tells how things are
    never = not any(agrees(claim.object, f, reference) for f in facts) and "PERSON" not in relation.objects
    if not relation.fixed and not (time is None and (timeless or never) and _is_present(claim)):
        if time is None:
            return _Judged(Verdict.NOT_ENOUGH_INFO, reason=UNKNOWN_TIME if publication.known else NO_DATE)
        if timeless and claim.time.known and not claim.time.overlaps(publication.date):
            return _Judged(Verdict.NOT_ENOUGH_INFO, reason=UNKNOWN_TIME)
    certain = [f for f in holding if _certainly_holds(f, time) and excludes(claim.object, f, relation, reference)]
    if not holding or len(certain) < len(holding):
        return _Judged(Verdict.NOT_ENOUGH_INFO, reason=f"{claim.object.text} is not in the reference tables")
    ended = [f for f in facts if f not in holding and agrees(claim.object, f, reference)]
    told = (*ended, *certain)
    if timeless:
        objects = ", ".join(f.object.text for f in told if isinstance(f.object, Name))
        step = f"{told[0].source}: {relation.said(told[0].subject.text, objects)}"
        return _Judged(Verdict.REFUTED, told, (step,))
    return _Judged(Verdict.REFUTED, told, tuple(_step(f, time) for f in told[:_MOST]))


def _judge_listed(claim: Claim, facts: Sequence[Fact], time: Date | None, relation: Relation, reference: Reference) -> _Judged:
    """Judge a claim of a relation with many objects: refuted if its object's time is over, or if it is in no complete list."""
    listed = facts[0].subject.text if facts else claim.subject.text
    known = reference.entities(claim.object.text) or (claim.object.type == "PERSON" and " " in claim.object.text)
    # Who writes a row of a table of their own writes down all the architects, founders, authors there are.
    own = relation.fixed and bool(facts) and not any(f.source.builtin for f in facts)
    complete = own or reference.complete(listed, relation.name)
    if (time is None and not relation.fixed) or not complete or not known:
        return _Judged(Verdict.NOT_ENOUGH_INFO, reason=NOT_IN_REFERENCE)
    once = [f for f in facts if agrees(claim.object, f, reference)]
    if any(time is None or f.valid.overlaps(time) for f in once):
        return _Judged(Verdict.NOT_ENOUGH_INFO, reason=UNKNOWN_TIME)
    if once:
        return _Judged(Verdict.REFUTED, tuple(once), tuple(_step(f, time) for f in once[:_MOST]))
    absent = f"{facts[0].source.table} is complete and has no {claim.text}"
    return _Judged(Verdict.REFUTED, tuple(facts[:1]), (absent,), reason=absent)


def _step(fact: Fact, time: Date | None) -> str:
    valid = f", {fact.valid}" if fact.valid != UNKNOWN_DATE else ""
    when = f"; the text speaks of {time}" if time is not None and valid else ""
    return f"{fact.source}: {fact.text}{valid}{when}"


def _time(claim: Claim, relation: Relation, publication: Publication) -> Date | None:
    """Return the days for which the claim is made, or None if that is not certain.

    What never changes needs no time.  A claim without a date of its own speaks of the
    time of publication if it is told in the present or taken for granted.
    """
    if relation.fixed:
        return None
    if claim.time.known:
        return claim.time
    return publication.date if publication.known and _is_present(claim) else None


def _is_present(claim: Claim) -> bool:
    """Whether the claim, without a date of its own, is told in the present or taken for granted."""
    return not claim.time.known and (claim.presupposed or not claim.past)


def _certainly_holds(fact: Fact, time: Date | None) -> bool:
    return time is None or time.within(fact.valid)

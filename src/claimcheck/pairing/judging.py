"""How a claim stands to the rows that tell of its subject and relation: dates, quantities and names."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.claim import Claim
from claimcheck.document import Publication
from claimcheck.evidence import Fact, Reference
from claimcheck.pairing.names import agrees, excludes, is_same
from claimcheck.pairing.reasons import NO_DATE, NOT_IN_REFERENCE, UNKNOWN_TIME
from claimcheck.relation import Relation
from claimcheck.values.date import UNKNOWN_DATE, Date
from claimcheck.values.name import Name
from claimcheck.values.quantity import Quantity
from claimcheck.values.rounding import rounded
from claimcheck.values.time import Time
from claimcheck.verdict import Verdict

OUTDATED = "the table tells of earlier days only"
# More rows than this tell a reader nothing new.
MOST = 4
_JULIAN = 1923  # the last year in which a country still wrote dates of the Julian calendar
_MARCH_YEARS = 1752


@dataclass(frozen=True, slots=True)
class Judged:
    """How the claim stands in one reading of its subject; facts of a lower `rank` tell the reader more."""

    verdict: Verdict
    facts: tuple[Fact, ...] = ()
    steps: tuple[str, ...] = ()
    reason: str = ""
    rank: int = 1
    likely: bool = False


def judge(claim: Claim, facts: Sequence[Fact], relation: Relation, reference: Reference, publication: Publication) -> Judged:
    """Return how the claim stands to the facts, all of one subject and one relation."""
    if not facts:
        return Judged(Verdict.NOT_ENOUGH_INFO, reason=NOT_IN_REFERENCE)
    value = claim.object.value
    if isinstance(value, Time):
        return _judge_date(value, facts, relation)
    if isinstance(value, Quantity):
        return _judge_quantity(claim, value, facts, relation)
    return _judge_name(claim, facts, relation, reference, publication)


def _judge_date(value: Time, facts: Sequence[Fact], relation: Relation) -> Judged:
    dates = [f for f in facts if isinstance(f.object, Date)]
    agreeing = [f for f in dates if isinstance(f.object, Date) and _may_be_day(f.object, value.date)]
    steps = tuple(f"{f.source}: {f.object}; the text: {value.date}" for f in dates)
    if agreeing:
        return Judged(Verdict.SUPPORTED, tuple(agreeing), steps)
    if dates and relation.functional and not value.approximate and value.date.known:
        return Judged(Verdict.REFUTED, tuple(dates), steps)
    return Judged(Verdict.NOT_ENOUGH_INFO, reason="the text gives the date only roughly")


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


def _judge_quantity(claim: Claim, value: Quantity, facts: Sequence[Fact], relation: Relation) -> Judged:
    numbers = [f for f in facts if isinstance(f.object, Quantity) and value.in_unit(f.object.unit) is not None]
    numbers = [f for f in numbers if f.valid == UNKNOWN_DATE or f.valid.overlaps(claim.time) or not f.valid.known]
    steps = tuple(f"{f.source}: {f.object}; the text: {value}" for f in numbers)
    agreeing = [f for f in numbers if _may_be(value, f)]
    if agreeing:
        return Judged(Verdict.SUPPORTED, tuple(agreeing), steps)
    if numbers and relation.functional and (claim.presupposed or not claim.past):
        return Judged(Verdict.REFUTED, tuple(numbers), steps)
    return Judged(Verdict.NOT_ENOUGH_INFO, reason=UNKNOWN_TIME if numbers else "the units differ")


def _may_be(value: Quantity, fact: Fact) -> bool:
    """Whether a number may be that of the fact.

    Copy rounds what it converts, and what it takes from memory; how far accounts may differ in
    earnest, each table says by its tolerance.
    """
    if not isinstance(fact.object, Quantity):
        return False
    told, given = value, fact.object
    if value.unit != given.unit:  # whoever converted has rounded to the last digit
        told, given = rounded(value), rounded(given)
    elif fact.source.builtin and given.unit:
        told = rounded(value)
    converted = told.in_unit(given.unit)
    if converted is None:
        return False
    return converted.overlaps(given)


def _judge_name(
    claim: Claim, facts: Sequence[Fact], relation: Relation, reference: Reference, publication: Publication
) -> Judged:
    facts = [f for f in facts if isinstance(f.object, Name)]
    time = _time(claim, relation, publication)
    holding = [f for f in facts if time is None or f.valid.overlaps(time)]
    agreeing = [f for f in holding if agrees(claim.object, f, reference)]
    if agreeing and relation.spread and not any(is_same(claim.object, f, reference) for f in agreeing):
        return Judged(Verdict.NOT_ENOUGH_INFO, reason=f"{claim.object.text} may be one of several places")
    if agreeing:
        if time is None and not relation.fixed and any(f.valid != UNKNOWN_DATE for f in agreeing):
            return Judged(Verdict.NOT_ENOUGH_INFO, reason=UNKNOWN_TIME)
        return Judged(Verdict.SUPPORTED, tuple(agreeing), (f"{agreeing[0].source}: {agreeing[0].text}",))
    if not relation.functional:
        return _judge_listed(claim, facts, time, relation, reference)
    timeless = all(f.valid == UNKNOWN_DATE for f in facts)  # a table without dates tells how things are
    never = not any(agrees(claim.object, f, reference) for f in facts) and "PERSON" not in relation.objects
    if not relation.fixed and not (time is None and (timeless or never) and _is_present(claim)):
        if time is None:
            return Judged(Verdict.NOT_ENOUGH_INFO, reason=UNKNOWN_TIME if publication.known else NO_DATE)
        if timeless and claim.time.known and not claim.time.overlaps(publication.date):
            return Judged(Verdict.NOT_ENOUGH_INFO, reason=UNKNOWN_TIME)
    certain = [f for f in holding if _certainly_holds(f, time) and excludes(claim.object, f, relation, reference)]
    if not holding or len(certain) < len(holding):
        return Judged(Verdict.NOT_ENOUGH_INFO, reason=f"{claim.object.text} is not in the reference tables")
    ended = [f for f in facts if f not in holding and agrees(claim.object, f, reference)]
    told = (*ended, *certain)
    if timeless:
        objects = ", ".join(f.object.text for f in told if isinstance(f.object, Name))
        step = f"{told[0].source}: {relation.said(told[0].subject.text, objects)}"
        return Judged(Verdict.REFUTED, told, (step,))
    return Judged(Verdict.REFUTED, told, tuple(_step(f, time) for f in told[:MOST]))


def _judge_listed(claim: Claim, facts: Sequence[Fact], time: Date | None, relation: Relation, reference: Reference) -> Judged:
    """Judge a claim of a relation with many objects: refuted if its object's time is over, or if it is in no complete list."""
    listed = facts[0].subject.text if facts else claim.subject.text
    known = reference.entities(claim.object.text) or (claim.object.type == "PERSON" and " " in claim.object.text)
    # Who writes a row of a table of their own writes down all the architects, founders, authors there are.
    own = relation.fixed and bool(facts) and not any(f.source.builtin for f in facts)
    complete = own or reference.complete(listed, relation.name)
    if not complete and known and _is_peer(claim, facts, relation, reference):
        return Judged(Verdict.REFUTED, tuple(facts), tuple(_step(f, time) for f in facts[:MOST]))
    if (time is None and not relation.fixed) or not complete or not known:
        return Judged(Verdict.NOT_ENOUGH_INFO, reason=NOT_IN_REFERENCE)
    once = [f for f in facts if agrees(claim.object, f, reference)]
    if any(time is None or f.valid.overlaps(time) for f in once):
        return Judged(Verdict.NOT_ENOUGH_INFO, reason=UNKNOWN_TIME)
    if once:
        return Judged(Verdict.REFUTED, tuple(once), tuple(_step(f, time) for f in once[:MOST]))
    if _is_later(time, facts):
        return Judged(Verdict.NOT_ENOUGH_INFO, reason=OUTDATED)
    if own and not reference.complete(listed, relation.name):
        return Judged(Verdict.REFUTED, tuple(facts), tuple(_step(f, time) for f in facts[:MOST]))
    absent = f"{facts[0].source.table} is complete and has no {claim.text}"
    return Judged(Verdict.REFUTED, tuple(facts[:1]), (absent,), reason=absent)


def _is_later(time: Date | None, facts: Sequence[Fact]) -> bool:
    """Whether the claim is of days after the last for which the table speaks."""
    known = [f.valid.latest for f in facts]
    ends = [day for day in known if day is not None]
    return time is not None and time.latest is not None and len(ends) == len(known) and time.latest > max(ends)


def _is_peer(claim: Claim, facts: Sequence[Fact], relation: Relation, reference: Reference) -> bool:
    """Whether a table of the user's has the object in the same column for another row, so that it is one of the kind.

    A town of the column "town" is another town; a place of no row may lie in the one that is given.
    """
    columns = {(f.source.table, f.source.column) for f in facts if not f.source.builtin}
    others = reference.naming(claim.object.text, relation.name)
    peers = any((f.source.table, f.source.column) in columns for f in others)
    return peers and not any(agrees(claim.object, f, reference) for f in facts)


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

"""The arithmetic of anniversaries: a first date and a number of years against the time of the text."""

import math
from collections.abc import Iterator, Mapping, Sequence

from claimcheck.claim import Claim, Modality
from claimcheck.document import Publication
from claimcheck.evidence import Comparison, Fact, Reference
from claimcheck.pairing.reasons import NO_DATE, NOT_IN_REFERENCE, UNKNOWN_TIME, not_comparable, unknown
from claimcheck.relation import ObjectKind, Relation
from claimcheck.values.date import Date, Granularity
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Time
from claimcheck.verdict import Verdict

RELATION = "anniversary"

# What an anniversary is counted from, where only the text's own dates are at hand.
_ORIGINS = frozenset(
    {"founded on", "opened on", "signed on", "launched on", "independent since", "first issued on", "going since"}
)

# An opening may have been a second beginning: an anniversary of more years than this beyond it speaks of the first.
_EARLIER = 10

# An anniversary that is spoken of near its day is spoken of within this many days of it.
_NEAR = 366


def with_facts(
    claim: Claim, reference: Reference, relations: Mapping[str, Relation], publication: Publication
) -> Iterator[Comparison]:
    """Yield how the claim stands against all dates that the tables give for its subject."""
    reason = not_comparable(claim) or _undated(claim, publication)
    if reason:
        yield unknown(claim, reason)
        return
    firsts = [r.name for r in relations.values() if r.kind is ObjectKind.DATE and r.fixed]
    readings = [
        [f for relation in firsts for f in reference.about(entity.text, relation) if isinstance(f.object, Date)]
        for entity in reference.entities(claim.subject.text)
    ]
    facts = [fact for reading in readings for fact in reading]
    if not facts:
        yield unknown(claim, NOT_IN_REFERENCE)
        return
    time = _time(claim, publication)
    fitting = [f for f in facts if isinstance(f.object, Date) and _fits(claim, f.object, time)]
    if fitting:
        yield _compared(claim, fitting[0], fitting[0].object, Verdict.SUPPORTED, publication)
    elif all(readings):
        yield from (_compared(claim, fact, fact.object, Verdict.REFUTED, publication) for fact in facts)
    else:
        yield unknown(claim, NOT_IN_REFERENCE)


def with_claims(claims: Sequence[Claim], publication: Publication) -> Iterator[Comparison]:
    """Yield how each anniversary stands against the first dates that the text itself gives for its subject."""
    firsts: dict[str, list[Claim]] = {}
    for claim in claims:
        value = claim.object.value
        usable = not claim.open and not claim.negated and claim.modality is Modality.ASSERTED and not claim.restriction
        origin = claim.relation in _ORIGINS and claim.subject.type != "PERSON"
        if (
            usable
            and origin
            and isinstance(value, Time)
            and value.date.known
            and (not value.approximate or value.granularity is Granularity.SEASON)
            and claim.subject.referent
        ):
            firsts.setdefault(claim.subject.referent, []).append(claim)
    for claim in claims:
        dated = firsts.get(claim.subject.referent, []) if claim.relation == RELATION else []
        if not dated or not_comparable(claim) or _undated(claim, publication):
            continue
        time = _time(claim, publication)
        fitting = [c for c in dated if isinstance(c.object.value, Time) and _fits(claim, c.object.value.date, time)]
        earlier = [c for c in dated if c.relation == "opened on" and _speaks_of_before(claim, c, time)]
        if not fitting and not earlier:
            for other in dated:
                first = other.object.value.date if isinstance(other.object.value, Time) else None
                yield _compared(claim, other, first, Verdict.REFUTED, publication, method="values")


def _speaks_of_before(claim: Claim, opening: Claim, time: Date) -> bool:
    """Whether the anniversary may be that of a beginning long before the opening."""
    value = opening.object.value
    if not isinstance(value, Time) or value.date.earliest is None or time.latest is None:
        return True
    return _years(claim) > time.latest.year - value.date.earliest.year + _EARLIER


def _undated(claim: Claim, publication: Publication) -> str:
    if not isinstance(claim.object.value, Quantity) or claim.object.value.low is None or claim.negated:
        return "no number of years is given"
    if claim.time.known:
        return ""
    return "" if publication.known else NO_DATE


def _time(claim: Claim, publication: Publication) -> Date:
    """Return the days in which the anniversary may fall: those that are given, or those around publication."""
    if claim.time.known:
        year = claim.time.year
        if claim.time.earliest is not None and claim.time.earliest.year == 1:
            return Date(claim.time.earliest, claim.time.latest and claim.time.latest.plus(_NEAR))
        return claim.time if year is None else Date.of_year(year)
    date = publication.date
    return Date(date.earliest and date.earliest.plus(-_NEAR), date.latest and date.latest.plus(_NEAR))


def _years(claim: Claim) -> int:
    """Return the number of years, the least of several."""
    value = claim.object.value
    return int(value.low) if isinstance(value, Quantity) and value.low is not None else 0


def _most(claim: Claim) -> int:
    value = claim.object.value
    return math.ceil(value.high) if isinstance(value, Quantity) and value.high is not None else _years(claim)


def _fits(claim: Claim, first: Date, time: Date) -> bool:
    least, most = _anniversary(first, _years(claim)), _anniversary(first, _most(claim))
    return least is None or most is None or Date(least.earliest, most.latest).overlaps(time)


def _anniversary(first: Date, years: int) -> Date | None:
    """Return the same days that many years on (29 February counts as the 28th), or None if they are unknown."""
    if first.earliest is None or first.latest is None:
        return None
    return Date(first.earliest.months_later(12 * years), first.latest.months_later(12 * years))


def _compared(
    claim: Claim,
    evidence: Claim | Fact,
    first: object,
    verdict: Verdict,
    publication: Publication,
    method: str = "table",
) -> Comparison:
    if not isinstance(first, Date):
        return unknown(claim, UNKNOWN_TIME)
    return Comparison(claim, evidence, verdict, method, derivation=_steps(claim, evidence, first, publication))


def _steps(claim: Claim, evidence: Claim | Fact, first: Date, publication: Publication) -> tuple[str, ...]:
    years = _years(claim)
    then = _anniversary(first, years)
    time = claim.time if claim.time.known else publication.date
    reason = f" ({publication.reason})" if publication.reason and not claim.time.known else ""
    past = claim.time.known and time.earliest is not None and time.earliest.year == 1
    spoken = f"a time up to {time.latest}" if past else f"{time}{reason}"
    steps = [f"{evidence.text}", f"{first} + {years} years = {then}", f"the text speaks of {spoken}"]
    if first.year is not None and time.year is not None:
        steps.append(f"{time.year} - {first.year} = {time.year - first.year} years")
    return tuple(steps)

"""The first and last days of terms of office against those of the reference tables."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from claimcheck.claim import OFFICE_FROM, OFFICE_UNTIL, Claim, Modality
from claimcheck.evidence import Comparison, Fact, Reference
from claimcheck.pairing.reasons import NOT_IN_REFERENCE, not_comparable, unknown
from claimcheck.relation import ObjectKind, Relation
from claimcheck.values.date import Date, Day, month_length
from claimcheck.values.name import fold
from claimcheck.values.time import Time
from claimcheck.verdict import Verdict

RELATIONS = frozenset({OFFICE_FROM, OFFICE_UNTIL})
# Days by which the accounts of a beginning may differ: chosen, sworn in, first day at the desk.
_SLACK = 100
_JOINED = 45  # days between two terms that copy tells of as one


def compare(claim: Claim, reference: Reference, relations: Mapping[str, Relation]) -> Iterator[Comparison]:
    """Yield how the told end of a term stands to the terms that the tables give the person in that office."""
    reason = not_comparable(claim)
    value = claim.object.value
    if reason or not isinstance(value, Time) or not value.date.known or claim.modality is not Modality.ASSERTED or claim.negated:
        yield unknown(claim, reason or "it is denied, or told of a time to come")
        return
    facts = _terms(claim, reference, relations)
    ends = [(fact, end) for fact in facts if (end := _end(fact, claim.relation)) is not None]
    steps = tuple(f"{fact.source}: {fact.text}; the text: {claim.object.text}" for fact, _ in ends)
    agreeing = [fact for fact, end in ends if _widened(end).overlaps(value.date)]
    if agreeing:
        yield Comparison(claim, agreeing[0], Verdict.SUPPORTED, "table", derivation=steps)
    elif not ends or len(ends) < len(facts):
        yield unknown(claim, NOT_IN_REFERENCE)
    elif value.approximate or not _is_certain(claim, value.date, facts):
        yield unknown(claim, "the person may have led it in another way at that time")
    else:
        for fact, _ in ends[:2]:
            yield Comparison(claim, fact, Verdict.REFUTED, "table", derivation=steps)


def _terms(claim: Claim, reference: Reference, relations: Mapping[str, Relation]) -> list[Fact]:
    """Return the rows that have the person in that office, of that body; of any office where only a verb tells of it."""
    office = claim.subject.represents
    names = [office] if office else [r.name for r in relations.values() if _is_office(r)]
    held = [f for name in names for f in reference.naming(claim.subject.text, name)]
    if claim.place is not None:
        body = claim.place.text
        return [f for f in held if reference.same(body, f.subject.text) or _is_short_for(body, f)]
    # The world has many presidents, but few who share a full name with one that a table knows.
    sure = [f for f in held if not f.source.builtin or (office and " " in claim.subject.text)]
    return sure if len({f.subject.text for f in sure}) == 1 else []


def _is_short_for(body: str, fact: Fact) -> bool:
    """Whether a description may be of a user's own body: "the islands" of "Elm Islands", for one who holds an office there."""
    words = set(fold(body).split())
    return body.startswith("the ") and not fact.source.builtin and words < set(fold(fact.subject.text).split())


def _is_office(relation: Relation) -> bool:
    persons = not relation.objects or "PERSON" in relation.objects
    return relation.kind is ObjectKind.NAME and relation.functional and not relation.fixed and persons


def _end(fact: Fact, relation: str) -> Date | None:
    """Return the days on which the term began or ended: a year where the row gives the first or the last of one."""
    day = fact.valid.earliest if relation == OFFICE_FROM else fact.valid.latest
    if day is None:
        return None
    if (day.month, day.day) == ((1, 1) if relation == OFFICE_FROM else (12, 31)):
        return Date.of_year(day.year)
    edge = 1 if relation == OFFICE_FROM else month_length(day.year, day.month)
    return Date.of_month(day.year, day.month) if day.day == edge else Date.of_day(day)


def _widened(date: Date) -> Date:
    return Date(date.earliest and date.earliest.plus(-_SLACK), date.latest and date.latest.plus(_SLACK))


def _is_certain(claim: Claim, told: Date, facts: Sequence[Fact]) -> bool:
    """Whether the told day cannot be an end of the person's time there, a verb's "led" or a part of a longer time."""
    if claim.relation == OFFICE_FROM and not _before_all(told, facts):
        return bool(claim.subject.represents) and not _is_inside(told, facts)
    return True


def _before_all(told: Date, facts: Sequence[Fact]) -> bool:
    starts = [f.valid.earliest for f in facts if f.valid.earliest is not None]
    return told.latest is not None and all(told.latest < start for start in starts)


def _is_inside(told: Date, facts: Sequence[Fact]) -> bool:
    """Whether it lies between two terms that follow each other, when the second may be counted anew."""
    ordered = sorted(facts, key=_first)
    return any(
        one.valid.latest is not None and abs(one.valid.latest.until(_first(two))) <= _JOINED and told.overlaps(two.valid)
        for one, two in pairwise(ordered)
    )


def _first(fact: Fact) -> Day:
    return fact.valid.earliest or Day(1, 1, 1)

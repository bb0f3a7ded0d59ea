"""One event with two dates: beginnings of one thing, and incidents that a text dates twice."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.claim import Claim, Modality
from claimcheck.evidence import Comparison
from claimcheck.values.date import Granularity
from claimcheck.values.time import Time
from claimcheck.verdict import Verdict

METHOD = "one event"

_COURTS = frozenset({"court", "jury", "inquest", "tribunal", "hearing"})  # where what is told is not in dispute
_ANY = "any"
_ISSUED = "first issued on"
_FIRSTS = ("founded on", "opened on", "launched on", _ISSUED)
_LASTING = frozenset({"ORG", "FAC", "PRODUCT"})
_MOST = 30
_ONE_THING = 30  # years
_LONGEST = 5 * 366  # days between two events of a kind that are likelier two
_LASTS = 2  # days that an incident may last


def compare(claims: Sequence[Claim]) -> Iterator[Comparison]:
    """Yield each pair of dates that are given for one event."""
    yield from _beginnings([c for c in claims if c.relation in _FIRSTS and _is_plain(c)])
    more = {c.subject.referent for c in claims if c.relation == "several"}
    yield from _incidents([c for c in claims if c.relation == "incident on" and _is_plain(c)], more)


def _is_plain(claim: Claim) -> bool:
    whole = not claim.negated and not claim.restriction and not claim.open and claim.modality is Modality.ASSERTED
    speaker = claim.attributed_to
    told = speaker is None or (
        speaker.type != "PERSON" and speaker.text.casefold().split()[-1:] and speaker.text.casefold().split()[-1] in _COURTS
    )
    return whole and bool(told) and bool(claim.subject.referent)


def _beginnings(claims: Sequence[Claim]) -> Iterator[Comparison]:
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.subject.referent].append(claim)
    for told in groups.values():
        issued = any(c.relation == _ISSUED for c in told)
        for one, other in combinations(told[:_MOST], 2):
            papers = issued and {one.relation, other.relation} <= {_ISSUED, "founded on", "launched on"}
            same = (one.relation == other.relation and _lasts(one)) or papers
            if same and not one.span.overlaps(other.span) and not _elsewhere(one, other) and _clash(one, other):
                yield _refuted(other, one)


def _lasts(claim: Claim) -> bool:
    """Whether what began is a thing that begins but once, not a fair or a season."""
    return claim.subject.type in _LASTING or (
        not claim.subject.type and (claim.relation == "founded on" or claim.subject.represents == "lasting")
    )


def _elsewhere(one: Claim, other: Claim) -> bool:
    """Whether the two may be two beginnings, in two places."""
    return one.place is not None and other.place is not None and one.place.text.casefold() != other.place.text.casefold()


def _clash(one: Claim, other: Claim) -> bool:
    """Whether two dates share no day and lie close enough for one thing."""
    mine, theirs = one.object.value, other.object.value
    if not isinstance(mine, Time) or not isinstance(theirs, Time) or mine.date.overlaps(theirs.date):
        return False
    loose = [t for t in (mine, theirs) if (t.approximate and t.granularity is not Granularity.SEASON) or t.written.year is None]
    years = [t.date.earliest.year for t in (mine, theirs) if t.date.earliest is not None]
    return not loose and len(years) == 2 and abs(years[0] - years[1]) <= _ONE_THING


def _incidents(claims: Sequence[Claim], more: set[str]) -> Iterator[Comparison]:
    """Yield two dates of one kind of event that differ in the day, the month or the year alone."""
    days = {c.object.value.date.day for c in claims if isinstance(c.object.value, Time)}
    for one, other in combinations(claims[:_MOST], 2):
        kinds = {one.subject.referent, other.subject.referent}
        same = len(kinds - {_ANY}) <= 1 and not kinds & more
        if same and len(days) == 2 and (one.total or other.total) and _nearly_same(one, other):
            yield _refuted(other, one)


def _nearly_same(one: Claim, other: Claim) -> bool:
    mine, theirs = one.object.value, other.object.value
    if not isinstance(mine, Time) or not isinstance(theirs, Time) or mine.date.day is None or theirs.date.day is None:
        return False
    fields = zip(mine.date.day, theirs.date.day, strict=True)
    return sum(a != b for a, b in fields) == 1 and _LASTS < abs(mine.date.day.until(theirs.date.day)) < _LONGEST


def _refuted(claim: Claim, evidence: Claim) -> Comparison:
    steps = tuple(f"{c.text}: {c.object.value.date}" for c in (evidence, claim) if isinstance(c.object.value, Time))
    return Comparison(claim, evidence, Verdict.REFUTED, METHOD, derivation=steps)

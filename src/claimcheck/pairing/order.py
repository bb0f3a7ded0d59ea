"""Two dated events against the distance or the order that the text gives between them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.claim import Claim, Modality
from claimcheck.evidence import Comparison
from claimcheck.values.date import Date
from claimcheck.values.relative import Shift, shifted
from claimcheck.values.time import Time
from claimcheck.verdict import Verdict

METHOD = "order"
_SLACK = 732  # days by which a number of years may be rounded
DISTANCE, COUNTED_FROM, DATED = "so long after", "counted from", "dated"
EARLIER, LATER = "comes first", "comes second"


def compare(claims: Sequence[Claim]) -> Iterator[Comparison]:
    """Yield each distance, and each date, that the other date excludes."""
    groups: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        if claim.relation in {DISTANCE, COUNTED_FROM, DATED, EARLIER, LATER} and claim.modality is Modality.ASSERTED:
            groups[claim.subject.referent][claim.relation] = claim
    for told in groups.values():
        if {DISTANCE, COUNTED_FROM, DATED} <= told.keys():
            yield from _distance(told[DISTANCE], told[COUNTED_FROM], told[DATED])
        elif {EARLIER, LATER} <= told.keys():
            yield from _order(told[EARLIER], told[LATER])


def _distance(length: Claim, start: Claim, end: Claim) -> Iterator[Comparison]:
    value, first, last = length.object.value, _date(start), _date(end)
    if not isinstance(value, Time) or first is None or last is None:
        return
    due = _due(value, first)
    if due is None or due.overlaps(last):
        return
    steps = (f"{start.object.text} and {length.object.text}: {due}", f"the text gives {end.object.text}")
    for evidence in (start, end):
        yield Comparison(length, evidence, Verdict.REFUTED, METHOD, derivation=steps)


def _due(value: Time, first: Date) -> Date | None:
    """Return the days so long after the first date, with the tolerance of speech."""
    slack = min(value.slack, _SLACK)
    if not isinstance(value.relative, Shift):
        return _widened(value.readings[0], slack) if len(value.readings) == 1 else None
    if first.earliest is None or first.latest is None:
        return None
    earliest, latest = (shifted(day, value.relative.count, value.relative.unit) for day in (first.earliest, first.latest))
    return Date(earliest.plus(-slack), latest.plus(slack))


def _widened(date: Date, slack: int) -> Date | None:
    if date.earliest is None or date.latest is None:
        return None
    return Date(date.earliest.plus(-slack), date.latest.plus(slack))


def _order(first: Claim, second: Claim) -> Iterator[Comparison]:
    mine, theirs = _date(first), _date(second)
    if mine is not None and theirs is not None and theirs.precedes(mine):
        steps = (f"first: {first.object.text}", f"then: {second.object.text}", f"{theirs} comes before {mine}")
        yield Comparison(second, first, Verdict.REFUTED, METHOD, derivation=steps)


def _date(claim: Claim) -> Date | None:
    value = claim.object.value
    exact = isinstance(value, Time) and value.date.known and not (value.approximate and value.written.month is not None)
    return value.date if isinstance(value, Time) and exact else None

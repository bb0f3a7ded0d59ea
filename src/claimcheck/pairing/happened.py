"""One event with two dates, of which either may be told in part: "last Friday", "the autumn of 1974", "31 October"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.claim import Claim, Modality
from claimcheck.evidence import Comparison
from claimcheck.values.date import Date, Day
from claimcheck.values.time import Time
from claimcheck.verdict import Verdict

METHOD = "one event"
HAPPENED_ON, DEADLINE = "happened on", "may be sent until"

_MOST = 20
_CLOSE, _CLOSEST = 12 * 366, 2  # days that two dates of one event may lie apart: at most, at least
_YEAR, _ANY_YEAR = 365, 2001
_SEASON = re.compile(r"\b(spring|summer|autumn|fall|winter)\s+of\s+(\d{4})\b", re.IGNORECASE)
_SEASONS = {"spring": (2, 6), "summer": (5, 9), "autumn": (8, 12), "fall": (8, 12)}


def compare(claims: Sequence[Claim]) -> Iterator[Comparison]:
    """Yield two dates of one event of a kind, where the text tells of only one such event."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    several = {c.subject.referent for c in claims if c.relation == "several"}
    for claim in claims:
        if (
            claim.relation in {HAPPENED_ON, DEADLINE}
            and claim.subject.referent not in several
            and not claim.negated
            and claim.modality in _REAL
        ):
            groups[claim.relation, claim.subject.referent].append(claim)
    for (relation, _), told in groups.items():
        if relation == DEADLINE:
            yield from _limits(told)
        else:
            yield from _events(told)


_REAL = frozenset({Modality.ASSERTED, Modality.FUTURE})


def _events(told: Sequence[Claim]) -> Iterator[Comparison]:
    things = {c.subject.represents for c in told} - {""}
    places = {c.place.text for c in told if c.place is not None}
    if len(things) > 1 or len(places) > 1:
        return
    new = [c for c in told[:_MOST] if not c.total]
    if any(_clash(one, other, _CLOSE) for one, other in combinations(new, 2)):
        return  # there were two
    for one, other in combinations(told[:_MOST], 2):
        if (
            (one.total or other.total)
            and (one.modality is other.modality or (one.total and other.total))
            and one.attributed_to is None
            and other.attributed_to is None
            and _clash(one, other, _reach(one, other, things))
        ):
            yield _refuted(other, one)
            return


def _reach(one: Claim, other: Claim, things: set[str]) -> int:
    """Return how far two dates may lie apart; two nouns with dates of two years are likelier two events."""
    return _YEAR if one.total and other.total else _CLOSE if things else _CLOSE // 4


def _limits(told: Sequence[Claim]) -> Iterator[Comparison]:
    values = {c.object.value for c in told}
    for one, other in combinations(told[:_MOST], 2):
        if len(values) <= 2 and one.attributed_to is None and other.attributed_to is None and _clash(one, other, _CLOSE // 12):
            yield _refuted(other, one)
            return


def _clash(one: Claim, other: Claim, most: int) -> bool:
    """Whether no day that one may mean is one that the other may, though the nearest two are near enough."""
    mine, theirs = _days(one), _days(other)
    if not mine or not theirs or one.span.overlaps(other.span):
        return False
    loose = _is_of_any_year(mine) or _is_of_any_year(theirs)
    apart = min((_within_year if loose else _distance)(m, t) for m in mine for t in theirs)
    return _CLOSEST <= apart <= most


def _within_year(one: Date, other: Date) -> int:
    """Return how many days two days lie apart in any year."""
    if one.day is None or other.day is None:
        return 0
    apart = abs(Day(_ANY_YEAR, *_of_year(one.day)).until(Day(_ANY_YEAR, *_of_year(other.day))))
    return min(apart, _YEAR - apart)


def _of_year(day: Day) -> tuple[int, int]:
    return day.month, min(day.day, 28) if day.month == 2 else day.day


def _distance(one: Date, other: Date) -> int:
    """Return the days between two dates, 0 if they share one, and too many where an end is not known."""
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return 0
    return max(0, one.latest.until(other.earliest), other.latest.until(one.earliest))


def _days(claim: Claim) -> tuple[Date, ...]:
    """Return the days that may be meant, one for each year in question if the year is not told."""
    value = claim.object.value
    season = _SEASON.search(claim.object.text)
    if season is not None:
        months = _SEASONS.get(season.group(1).lower())
        year = int(season.group(2))
        return (Date(Day(year, months[0], 1), Day.last_of(year, months[1])),) if months is not None else ()
    if not isinstance(value, Time):
        return ()
    first, last = value.date.earliest, value.date.latest
    if value.written.year is None and first is not None and last is not None and first.until(last) > _YEAR:
        return (Date.of_day(last), Date.of_day(first))  # the same day of other years
    return value.readings[:_MOST] if len(value.readings) > 1 or not value.date.known else (value.date,)


def _is_of_any_year(days: Sequence[Date]) -> bool:
    return len({d.earliest.year for d in days if d.earliest is not None}) > 1 and all(d.day is not None for d in days)


def _refuted(claim: Claim, evidence: Claim) -> Comparison:
    steps = tuple(f"{c.text}: {_days(c)[0]}" for c in (evidence, claim))
    return Comparison(claim, evidence, Verdict.REFUTED, METHOD, derivation=steps)

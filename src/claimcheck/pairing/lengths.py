"""How long something is said to last against the dates between which it ran."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.claim import Claim, Modality
from claimcheck.document import Publication
from claimcheck.evidence import Comparison
from claimcheck.values.date import Date, Day
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Period, Time
from claimcheck.verdict import Verdict

METHOD = "lengths"
LASTED, RAN, BEGAN, ENDED = "lasted", "ran over", "began on", "ended at"
HAS_LASTED, TAKEN_UP = "has lasted", "taken up on"

_MOST = 60  # claims about one thing
_ANY_YEAR = 2001  # for days whose year is not written
_LONGEST = 400  # days between a beginning and an end that may belong together
_WEEKS = 4  # days by which a length in weeks may be rounded
_MONTH = Decimal("0.6")  # of a month, by which a length in months may be rounded
_YEAR = Decimal("0.6")


def compare(claims: Sequence[Claim], publication: Publication) -> Iterator[Comparison]:
    """Yield each length that the dates of what lasted exclude, with each claim that gives one of the dates."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.relation in {LASTED, RAN, BEGAN, ENDED} and not claim.negated and claim.modality in _REAL:
            groups[claim.subject.referent].append(claim)
    for told in (group[:_MOST] for group in groups.values()):
        lasted = [c for c in told if c.relation == LASTED]
        for length in lasted:
            yield from _against(length, told)
        yield from _twice(lasted)
    yield from _tenures(claims, publication)


def _tenures(claims: Sequence[Claim], publication: Publication) -> Iterator[Comparison]:
    """Yield how long something has been held with the date on which it was taken up, if only one is told."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.relation in {HAS_LASTED, TAKEN_UP} and not claim.negated and claim.modality is Modality.ASSERTED:
            groups[claim.subject.referent].append(claim)
    for told in groups.values():
        since = [c for c in told if c.relation == TAKEN_UP]
        for held in (c for c in told if c.relation == HAS_LASTED):
            if len(since) == 1 and _is_same_thing(held, since[0]) and _same_voice(held, since[0]):
                yield from _held(held, since[0], publication)


def _is_same_thing(one: Claim, other: Claim) -> bool:
    """Whether both may be about one thing; a word for it is the same, or left out."""
    mine, theirs = one.subject.represents, other.subject.represents
    return not mine or not theirs or mine == theirs


def _held(held: Claim, since: Claim, publication: Publication) -> Iterator[Comparison]:
    value, start = held.object.value, since.object.value
    if not isinstance(value, Quantity) or not isinstance(start, Time) or not publication.known:
        return
    if not start.date.known or publication.date.precedes(start.date) or _fits(value, "", start.date, publication.date):
        return
    steps = (_step(start.date, publication.date), f"the text gives {held.object.text}")
    yield Comparison(held, since, Verdict.REFUTED, METHOD, derivation=steps)


def _twice(lasted: Sequence[Claim]) -> Iterator[Comparison]:
    """Yield two lengths of one event, if the text gives only these two and tells of only one."""
    values = list(dict.fromkeys(c.object.value for c in lasted))
    if len(values) != 2 or not all(c.exhaustive and not c.restriction for c in lasted):
        return
    one = next(c for c in lasted if c.object.value == values[0])
    other = next(c for c in lasted if c.object.value == values[1])
    mine, theirs = one.object.value, other.object.value
    same = isinstance(mine, Quantity) and isinstance(theirs, Quantity) and mine.unit == theirs.unit == "day"
    if (
        same
        and _same_voice(one, other)
        and isinstance(mine, Quantity)
        and isinstance(theirs, Quantity)
        and _differ(mine, theirs, f"{one.object.text} {other.object.text}")
    ):
        steps = (f"{one.text}: {mine}", f"{other.text}: {theirs}")
        yield Comparison(other, one, Verdict.REFUTED, METHOD, derivation=steps)


def _differ(one: Quantity, other: Quantity, text: str) -> bool:
    """Whether two lengths differ by more than the way of counting."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    return max(one.low - other.high, other.low - one.high) > (_WEEKS if "week" in text.lower() else 1)


_REAL = frozenset({Modality.ASSERTED, Modality.FUTURE})


def _against(length: Claim, told: Sequence[Claim]) -> Iterator[Comparison]:
    value = length.object.value
    ends, evidence = _ends_of(told)
    alone = {c.object.value for c in told if c.relation == LASTED} == {value} and not any(c.restriction for c in told)
    if ends is None or not isinstance(value, Quantity) or not alone or any(not _same_voice(length, c) for c in evidence):
        return
    start, end = ends
    shortened = value if length.total else Quantity(value.low, None, value.unit)  # a trial may be adjourned
    if _fits(shortened, length.object.text.lower(), start, end):
        return
    steps = (_step(start, end), f"the text gives {length.object.text}")
    for claim in evidence:
        yield Comparison(length, claim, Verdict.REFUTED, METHOD, derivation=steps)


def _same_voice(one: Claim, other: Claim) -> bool:
    mine, theirs = one.attributed_to, other.attributed_to
    return mine is theirs or (mine is not None and theirs is not None and mine.referent == theirs.referent != "")


def _ends_of(told: Sequence[Claim]) -> tuple[tuple[Date, Date] | None, tuple[Claim, ...]]:
    """Return the first and the last day, and the claims that give them; nothing unless all that is told agrees."""
    ran = [c for c in told if c.relation == RAN]
    if ran:
        value = ran[0].object.value
        return (
            (_dated(value.start, value.end), (ran[0],))
            if isinstance(value, Period) and len({c.object.value for c in ran}) == 1
            else (None, ())
        )
    began, ended = (_narrowest([c for c in told if c.relation == r]) for r in (BEGAN, ENDED))
    if not began or not ended:
        return None, ()
    first, last = began[0].object.value, ended[0].object.value
    if not isinstance(first, Time) or not isinstance(last, Time):
        return None, ()
    ends = _dated(first, last)
    if ends is None or _is_too_long(*ends):
        return None, ()
    return ends, (began[0], ended[0])


def _narrowest(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of the most exact date, none if two dates share no day."""
    dates = {c.object.value for c in claims}
    if len(dates) < 2:
        return list(claims)
    known = [c for c in claims if isinstance(c.object.value, Time) and c.object.value.date.day is not None]
    exact = {c.object.value for c in known}
    one = next(iter(exact), None)
    agreed = all(isinstance(d, Time) and isinstance(one, Time) and d.date.overlaps(one.date) for d in dates)
    return known if len(exact) == 1 and agreed else []


def _is_too_long(start: Date, end: Date) -> bool:
    """Whether two days lie too far apart for one stay; months and years are told of longer things."""
    return start.day is not None and end.day is not None and start.day.until(end.day) > _LONGEST


def _dated(first: Time, last: Time) -> tuple[Date, Date] | None:
    """Return both ends; days without a year are taken in any, since only their distance counts."""
    if (first.approximate and first.written.year is not None) or (last.approximate and last.written.year is not None):
        return None
    if first.date.day is not None and last.date.day is not None and not last.date.precedes(first.date):
        return (first.date, last.date)
    if first.written.year is None and last.written.year is None:
        start, end = _in_any_year(first, _ANY_YEAR), _in_any_year(last, _ANY_YEAR)
        if start is not None and end is not None and end.precedes(start):
            end = _in_any_year(last, _ANY_YEAR + 1)
        return (start, end) if start is not None and end is not None else None
    if not first.date.known or not last.date.known or first.written.year is None or last.written.year is None:
        return None
    return (first.date, last.date) if not last.date.precedes(first.date) else None


def _in_any_year(time: Time, year: int) -> Date | None:
    written = time.written
    if written.month is None or not written.possible:
        return None
    if written.day is None:
        return Date.of_month(year, written.month)
    return Date.of_day(Day(year, written.month, min(written.day, 28 if written.month == 2 else written.day)))


def _fits(length: Quantity, text: str, start: Date, end: Date) -> bool:
    """Return whether the length may be that of the stretch, with either way of counting and the rounding of speech."""
    if start.earliest is None or start.latest is None or end.earliest is None or end.latest is None:
        return True
    shortest, longest = Decimal(start.latest.until(end.earliest)), Decimal(start.earliest.until(end.latest) + 1)
    low = length.low if length.low is not None else Decimal(0)
    high = length.high if length.high is not None else Decimal(10**9)
    if length.unit == "day":
        slack = _WEEKS if "week" in text or "fortnight" in text else 0
        return low <= longest + slack and high >= shortest - slack
    if length.unit == "month":
        return low <= longest / 28 + _MONTH and high >= shortest / 31 - _MONTH
    calendar = Decimal(end.latest.year - start.earliest.year + 1)
    return low <= max(longest / 365 + _YEAR, calendar) and high >= shortest / 366 - _YEAR


def _step(start: Date, end: Date) -> str:
    """Return how many days or years lie between the two."""
    if start.earliest is None or end.latest is None or start.latest is None or end.earliest is None:
        return f"from {start} to {end}"
    if start.day is not None and end.day is not None:
        days = start.earliest.until(end.latest)
        return f"{start} to {end}: {days} nights, {days + 1} days counting both"
    months = (end.latest.year - start.earliest.year) * 12 + end.latest.month - start.earliest.month
    return f"{start} to {end}: about {months} months" if months < 24 else f"{start} to {end}: about {months // 12} years"

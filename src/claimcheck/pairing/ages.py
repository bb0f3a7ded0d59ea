"""Ages of one person against the dates of birth and death and against each other, by the births that they allow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimcheck.claim import Claim, Modality
from claimcheck.document import Publication
from claimcheck.evidence import Comparison
from claimcheck.values.date import Date
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Time
from claimcheck.verdict import Verdict

METHOD = "ages"
LATER = "named in the next sentence"
AGE, AT_DEATH, BORN, DIED = "age", "age at death", "born on", "died on"

# Days before and after publication in which an age that a text gives may have held.
_BEFORE, _AFTER = 60, 14
# Two ages of one name this far apart are likelier those of two people.
_TWO_PEOPLE = 15
_MOST = 30


@dataclass(frozen=True, slots=True)
class _Birth:
    """A claim, the births that it allows (one of several), and the step that leads there."""

    claim: Claim
    dates: tuple[Date, ...]
    step: str

    def excludes(self, other: "_Birth") -> bool:
        """Return whether no birth fits both."""
        return not any(mine.overlaps(theirs) for mine in self.dates for theirs in other.dates)


def compare(claims: Sequence[Claim], publication: Publication) -> Iterator[Comparison]:
    """Yield, for each claim that does not fit what else is told of a person's years, its comparison with each of the others."""
    people: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.relation in {AGE, AT_DEATH, BORN, DIED} and claim.subject.type == "PERSON" and _is_plain(claim):
            people.setdefault(claim.subject.referent, []).append(claim)
    for told in people.values():
        if any(set(c.restriction) - {LATER} for c in told):
            continue  # "his father Tom Abel": two people of one name
        died = next((c for c in told if c.relation == DIED), None)
        births = [b for c in told[:_MOST] if (b := _birth(c, died, publication)) is not None]
        yield from _odd(births)


def _is_plain(claim: Claim) -> bool:
    return bool(claim.subject.referent) and not claim.negated and claim.modality is Modality.ASSERTED


def _birth(claim: Claim, died: Claim | None, publication: Publication) -> _Birth | None:
    """Return the births that a claim allows; None if it says nothing of them."""
    value = claim.object.value
    if claim.relation == BORN and isinstance(value, Time):
        exact = value.date.known and not value.approximate
        return _Birth(claim, (value.date,), f"{claim.text}: {value.date}") if exact else None
    if claim.relation == DIED or not isinstance(value, Quantity) or value.number is None or value.unit != "year":
        return None
    times = _times(claim, died, publication)
    years = int(value.number)
    dates = tuple(_allowed(time, years) for time in times)
    steps = " or ".join(f"{years} in {time}: born {allowed}" for time, allowed in zip(times, dates, strict=True))
    return _Birth(claim, dates, f"{claim.text}, {steps}") if dates else None


def _times(claim: Claim, died: Claim | None, publication: Publication) -> tuple[Date, ...]:
    """Return the days, one of several, on which the age may have held."""
    death = died.object.value.date if died is not None and isinstance(died.object.value, Time) else None
    about = publication.date
    known = publication.known and about.earliest is not None and about.latest is not None
    if claim.relation == AT_DEATH:
        if claim.time.known:
            return (claim.time,)
        if death is not None and death.known:
            return (death,)
        return ()
    found = [claim.time] if claim.time.known else []
    if not found or claim.presupposed:
        if known and about.earliest is not None and about.latest is not None:
            found.append(Date(about.earliest.plus(-_BEFORE), about.latest.plus(_AFTER)))
        elif not claim.time.known or claim.presupposed:
            return ()
        if death is not None and death.known:
            found.append(death)
    return tuple(found)


def _allowed(time: Date, years: int) -> Date:
    """Return the births of whoever is of that age on some day of the time, either side of the birthday."""
    if time.earliest is None or time.latest is None:
        return time
    return Date(time.earliest.months_later(-12 * (years + 1)), time.latest.months_later(-12 * years))


def _odd(births: list[_Birth]) -> Iterator[Comparison]:
    """Yield the comparisons of each claim that fits the fewest of the others, until all fit."""
    clashes = [
        (a, b)
        for a, b in combinations(births, 2)
        if a.excludes(b) and not _both_born(a, b) and _same_voice(a.claim, b.claim) and not _two(a, b)
    ]
    while clashes:
        counts = {id(b): sum(b in pair for pair in clashes) for pair in clashes for b in pair}
        involved = [b for b in births if id(b) in counts]
        odd = max(involved, key=lambda b: (counts[id(b)], b.claim.relation != BORN, b.claim.span))
        for one, other in [pair for pair in clashes if odd in pair]:
            against = other if one is odd else one
            steps = (against.step, odd.step)
            yield Comparison(odd.claim, against.claim, Verdict.REFUTED, METHOD, derivation=steps)
        clashes = [pair for pair in clashes if odd not in pair]


def _both_born(one: _Birth, other: _Birth) -> bool:
    """Whether both are dates of birth, which tell of no age."""
    return one.claim.relation == other.claim.relation == BORN


def _two(one: _Birth, other: _Birth) -> bool:
    """Whether two bare ages may be those of two people: they lie far apart, or one is of somebody who is named only later."""
    if any(b.claim.restriction for b in (one, other)) and any(
        b.claim.presupposed and not b.claim.restriction for b in (one, other)
    ):
        return True
    values = [b.claim.object.value for b in (one, other)]
    if any(b.claim.relation == BORN or not b.claim.presupposed for b in (one, other)):
        return False
    if all(b.claim.object.text.isdigit() for b in (one, other)):
        return True  # bare numbers behind a name may be scores
    numbers = [v.number for v in values if isinstance(v, Quantity) and v.number is not None]
    return len(numbers) == 2 and abs(numbers[0] - numbers[1]) > _TWO_PEOPLE


def _same_voice(one: Claim, other: Claim) -> bool:
    if one.attributed_to is None or other.attributed_to is None:
        return one.attributed_to is other.attributed_to
    return one.attributed_to.referent == other.attributed_to.referent != ""

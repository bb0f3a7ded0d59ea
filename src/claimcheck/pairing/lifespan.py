"""Births, deaths and acts of one person against each other: nobody acts before birth or after death."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.claim import Claim, Modality
from claimcheck.evidence import Comparison
from claimcheck.values.date import Date
from claimcheck.values.time import Time
from claimcheck.verdict import Verdict

METHOD = "lifespan"
BORN, DIED, ALIVE, DEAD = "born on", "died on", "alive on", "dead by"

_PRONOUN = 3  # letters
_OLDEST = 110 * 366  # days beyond which a name is likelier that of two people


def compare(claims: Sequence[Claim]) -> Iterator[Comparison]:
    """Yield each birth after a death, each act after a death, and each act before a birth."""
    people: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.relation in {BORN, DIED, ALIVE, DEAD} and claim.subject.type == "PERSON" and _is_plain(claim):
            people[claim.subject.referent].append(claim)
    often = Counter(c.subject.referent for c in claims if c.subject.type == "PERSON")
    for key, told in people.items():
        main = often[key] == max(often.values())  # else "he" may be whom the text is about
        yield from _of_person([c for c in told if main or c.relation != ALIVE or len(c.subject.span) > _PRONOUN])


def _is_plain(claim: Claim) -> bool:
    own = claim.attributed_to is None and not claim.restriction and claim.modality is Modality.ASSERTED
    return own and not claim.negated and bool(claim.subject.referent)


def _of_person(told: Sequence[Claim]) -> Iterator[Comparison]:
    births = [c for c in told if c.relation == BORN]
    deaths = [c for c in told if c.relation in {DIED, DEAD}]
    acts = [c for c in told if c.relation == ALIVE]
    for birth in births[:2]:
        yield from _before(deaths[:2], birth)
        yield from _before(acts[:20], birth)
    died = [c for c in deaths if c.relation == DIED] or deaths
    for death in died[:1]:
        yield from (c for act in acts[:20] for c in _before([death], act))


def _before(earlier: Sequence[Claim], later: Claim) -> Iterator[Comparison]:
    """Yield each claim that is dated before what it must come after; `later` is what must come first, if it does not."""
    for claim in earlier:
        mine, theirs = _date(claim), _date(later)
        if mine is None or theirs is None or not mine.precedes(theirs) or _are_far_apart(mine, theirs):
            continue
        steps = (f"{claim.text}: {mine}", f"{later.text}: {theirs}", f"{mine} comes before {theirs}")
        yield Comparison(later, claim, Verdict.REFUTED, METHOD, derivation=steps)


def _date(claim: Claim) -> Date | None:
    value = claim.object.value
    return value.date if isinstance(value, Time) and value.date.known else None


def _are_far_apart(one: Date, other: Date) -> bool:
    if one.latest is None or other.earliest is None:
        return True
    return one.latest.until(other.earliest) > _OLDEST

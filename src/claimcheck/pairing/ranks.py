"""The most of its kind, told of two things, or of one in two places."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.claim import SUPERLATIVE, Claim, Modality
from claimcheck.evidence import Comparison
from claimcheck.values.name import fold
from claimcheck.verdict import Verdict

_MOST = 8


def compare(claims: Sequence[Claim]) -> Iterator[Comparison]:
    """Yield each pair of things in one place of one ranking, and of places of one thing, refuted or with the reason why not."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.relation == SUPERLATIVE:
            groups.setdefault(claim.subject.referent, []).append(claim)
    for told in groups.values():
        for one, other in combinations(told[:_MOST], 2):
            if _clash(one, other):
                reason = _reason(one, other)
                verdict = Verdict.NOT_ENOUGH_INFO if reason else Verdict.REFUTED
                yield Comparison(other, one, verdict, reason=reason, derivation=(one.text, other.text))


def _clash(one: Claim, other: Claim) -> bool:
    """Whether the place is the same and the things are two, or the other way round."""
    place = one.subject.represents == other.subject.represents
    thing = one.object.referent == other.object.referent
    mine, theirs = set(fold(one.object.text).split()), set(fold(other.object.text).split())
    return place != thing and (thing or not (mine <= theirs or theirs <= mine))


def _reason(one: Claim, other: Claim) -> str:
    """Return why both may hold, or ""."""
    if one.negated or other.negated or one.modality is not Modality.ASSERTED or other.modality is not Modality.ASSERTED:
        return "one of the two is denied, to come or only possible"
    if one.past != other.past or not one.time.overlaps(other.time) or one.time.known != other.time.known:
        return "they may be told of two times"
    voices = {c.attributed_to.referent if c.attributed_to is not None else None for c in (one, other)}
    return "two voices say so" if len(voices) > 1 else ""

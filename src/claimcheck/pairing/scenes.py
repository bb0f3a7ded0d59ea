"""Events that the text places twice, against each other."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.claim import HAPPENED, OCCASION, Claim, Modality
from claimcheck.evidence import Comparison, Reference
from claimcheck.values.name import fold
from claimcheck.verdict import Verdict

_MOST = 12


def compare(claims: Sequence[Claim], reference: Reference) -> Iterator[Comparison]:
    """Yield each pair of places for one event, refuted or with the reason why both may be right.

    One of the two must take the place for granted ("the garage where …"), or it is a birth, which happens once.
    """
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.relation == HAPPENED:
            groups.setdefault((claim.subject.represents, claim.subject.referent), []).append(claim)
    near = _together(claims)
    for told in groups.values():
        for one, other in combinations(told[:_MOST], 2):
            once = one.presupposed or other.presupposed or one.subject.represents in {"bear", OCCASION}
            if once and _differ(one, other) and not one.span.overlaps(other.span):
                reason = _reason(one, other, near, reference)
                verdict = Verdict.NOT_ENOUGH_INFO if reason else Verdict.REFUTED
                yield Comparison(other, one, verdict, reason=reason, derivation=(one.text, other.text))


def _keys(claim: Claim) -> frozenset[str]:
    return frozenset(claim.object.referent.split("+"))


def _differ(one: Claim, other: Claim) -> bool:
    """Whether the two are places of one kind, named or not, that have nothing in common."""
    return one.object.type == other.object.type and not _keys(one) & _keys(other)


def _together(claims: Sequence[Claim]) -> set[frozenset[str]]:
    """Return the pairs of places that the text names in one breath, so that one may lie in the other."""
    found: set[frozenset[str]] = set()
    for claim in claims:
        if claim.relation == HAPPENED:
            found.update(frozenset(pair) for pair in combinations(sorted(_keys(claim)), 2))
        elif claim.subject.type and claim.object.type:
            found.add(frozenset((claim.subject.referent, claim.object.referent)))
    return found


def _reason(one: Claim, other: Claim, near: set[frozenset[str]], reference: Reference) -> str:
    """Return why both places may be right, or ""."""
    limits = (*one.restriction, *other.restriction)
    if limits:
        return f"it is limited: {', '.join(limits)}"
    real = {Modality.ASSERTED, Modality.FUTURE} if one.subject.represents == OCCASION else {Modality.ASSERTED}
    if one.negated or other.negated or {one.modality, other.modality} - real:
        return "one of the two is denied, to come or only possible"
    if not one.time.overlaps(other.time):
        return "they are told of two times"
    voices = {c.attributed_to.referent for c in (one, other) if c.attributed_to is not None}
    if len(voices) > 1:
        return "two voices say so"
    pairs = [(mine, theirs) for mine in _keys(one) for theirs in _keys(other)]
    if any(frozenset(pair) in near for pair in pairs):
        return "one place may lie in the other"
    if one.object.type and any(_nested(mine, theirs, reference) for mine, theirs in pairs):
        return "one place may lie in the other"
    if fold(one.object.text) in fold(other.object.text) or fold(other.object.text) in fold(one.object.text):
        return "one place may lie in the other"
    return ""


def _nested(one: str, other: str, reference: Reference) -> bool:
    known = [bool(reference.entities(name)) for name in (one, other)]
    if any(known) and not all(known):
        return True  # a town that no table has may well lie in a country that one has
    return reference.part_of(one, other) or reference.part_of(other, one)

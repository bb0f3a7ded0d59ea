"""What the text tells as done against what it denies, and verbs that exclude each other."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.claim import DID, Claim, Modality
from claimcheck.evidence import Comparison
from claimcheck.lexicon import Lexicon
from claimcheck.verdict import Verdict

# Of what a text tells more often than this, it tells a history.
_MOST = 20


def compare(claims: Sequence[Claim], lexicon: Lexicon) -> Iterator[Comparison]:
    """Yield each pair of deeds of which one excludes the other, refuted or with the reason why both may hold."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.relation == DID:
            groups.setdefault(claim.subject.referent, []).append(claim)
    for told in groups.values():
        for one, other in combinations(told[:_MOST], 2):
            if _exclude(one, other, lexicon) and not one.span.overlaps(other.span):
                reason = _reason(one, other)
                verdict = Verdict.NOT_ENOUGH_INFO if reason else Verdict.REFUTED
                yield Comparison(other, one, verdict, reason=reason, derivation=(one.text, other.text))


def _exclude(one: Claim, other: Claim, lexicon: Lexicon) -> bool:
    mine, theirs = one.subject.represents, other.subject.represents
    if mine == theirs:
        return one.negated != other.negated
    return not one.negated and not other.negated and lexicon.excludes(mine, theirs)


def _reason(one: Claim, other: Claim) -> str:
    """Return why both may hold, or ""."""
    limits = tuple(dict.fromkeys((*one.restriction, *other.restriction)))
    if limits:
        return f"it is limited: {', '.join(limits)}"
    if one.modality is not Modality.ASSERTED or other.modality is not Modality.ASSERTED:
        return "one of the two is to come or only possible"
    if one.object.referent != other.object.referent:
        return "the text does not say that one and the same did it"
    if not one.time.overlaps(other.time) or one.time.known != other.time.known:
        return "they may be told of two times"
    voices = {c.attributed_to.referent if c.attributed_to is not None else None for c in (one, other)}
    return "two voices say so" if len(voices) > 1 or "" in voices else ""

"""How each claim ended, and the counts of it: what was checked and what could not be."""

from collections import Counter
from collections.abc import Mapping

from claimcheck.analysis import Analysis
from claimcheck.checked import Coverage
from claimcheck.claim import Claim
from claimcheck.evidence import Comparison
from claimcheck.pairing.reasons import HYPOTHETICAL, NOT_IN_REFERENCE, POSSIBLE
from claimcheck.verdict import Verdict

_ORDER = (Verdict.REFUTED, Verdict.SUPPORTED, Verdict.NOT_ENOUGH_INFO)


def outcomes(analysis: Analysis) -> Mapping[str, Comparison]:
    """Return the comparison that counts for each claim, by its id: a refutation before support before none.

    A claim that another claim refutes is refuted by it as much as the other way round.
    """
    found: dict[str, Comparison] = {}
    for comparison in analysis.comparisons:
        for claim in (comparison.claim, comparison.evidence):
            if isinstance(claim, Claim):
                known = found.get(claim.id)
                if known is None or _ORDER.index(comparison.verdict) < _ORDER.index(known.verdict):
                    found[claim.id] = comparison
    return found


def coverage(analysis: Analysis) -> Coverage:
    """Return the counts of sentences and claims, and of how the claims ended."""
    ended = outcomes(analysis)
    counts = Counter(_word(ended.get(claim.id)) for claim in analysis.claims)
    return Coverage(
        sentences=len(analysis.sentences),
        claims=len(analysis.claims),
        supported=counts["supported"],
        refuted=counts["refuted"],
        not_in_reference=counts["not_in_reference"],
        not_comparable=counts["not_comparable"],
        not_checkable=counts["not_checkable"],
    )


def _word(comparison: Comparison | None) -> str:
    if comparison is None:
        return "not_comparable"
    if comparison.verdict is not Verdict.NOT_ENOUGH_INFO:
        return comparison.verdict.value
    if comparison.reason in {POSSIBLE, HYPOTHETICAL}:
        return "not_checkable"
    return "not_in_reference" if NOT_IN_REFERENCE in comparison.reason else "not_comparable"

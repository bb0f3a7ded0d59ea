"""Two dated events that lie otherwise than the words between them say.

"Twelve years later, in 2012" is held against the date told before it, "two years after
retiring in 2008" against the date of what came after, and "before" and "after" against the
dates of the two clauses that they join.  Distances are taken with the tolerance of speech;
where more than one date may be counted from, nothing is reported.

Flagged:
    The mill opened in 1903. [Twelve years later], in 1951, it burned down.
    She stood down in 2016, [two years after] joining the board in 2004.
    He sold the boat in 1999 before moving to Malta in [1991].

Accepted:
    The mill opened in 1903. Twelve years later, in 1915, it burned down.
    She stood down in 2016, two years after joining the board in 2014.
    He sold the boat in 1991 before moving to Malta in 1999.
    The mill opened in 1903 and was sold in 1939. Twelve years later, in 1951, it burned down.

Known misses:
    Distances between events of different paragraphs.
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.claim import Claim
from claimcheck.evidence import Comparison
from claimcheck.finding import Conflict, Note, Severity
from claimcheck.rule import rule
from claimcheck.verdict import Verdict


@rule(Severity.WARNING, page=__doc__)
def order_mismatch(analysis: Analysis) -> Iterator[Conflict]:
    """Report each distance and order that the dates exclude."""
    refuted: dict[str, list[Comparison]] = {}
    for comparison in analysis.comparisons:
        if comparison.verdict is Verdict.REFUTED and comparison.method == "order":
            refuted.setdefault(comparison.claim.id, []).append(comparison)
    for comparisons in refuted.values():
        claim = comparisons[0].claim
        dates = [c.evidence for c in comparisons if isinstance(c.evidence, Claim)]
        yield Conflict(
            claim.object.span,
            f"the text gives {claim.object.text}, but the dates {' and '.join(d.object.text for d in dates)}"
            if len(dates) > 1
            else f"the text has {claim.object.text} come after {dates[0].object.text}",
            label=claim.object.text,
            notes=tuple(Note(d.object.span, "the date") for d in dates),
            claims=(claim.id, *(d.id for d in dates)),
            derivation=comparisons[0].derivation,
            speaker=claim.attributed_to,
        )

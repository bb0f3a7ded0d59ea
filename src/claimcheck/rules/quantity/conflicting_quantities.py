"""One thing counted or measured twice, with two results.

Both numbers must be said to be all there are ("the twelve boats", "all 14 boats"), or
be a measure of something known by name, for the same time and in the same unit; nothing
may limit one of them.  Hedged and rounded numbers stand for all they may mean.

Flagged:
    All 12 fishing boats came home. The crews of the [nine fishing boats] were tired.

Accepted:
    All 12 fishing boats came home. The crews of the twelve fishing boats were tired.
    All 12 fishing boats came home. Nine fishing boats were painted in May.
    All 12 fishing boats came home. The nine older fishing boats were sold.

Known misses:
    Things counted with one word, such as "boats", and most words for people.
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.claim import Claim
from claimcheck.finding import Conflict, Note, Severity
from claimcheck.rule import rule
from claimcheck.values.date import Date, Written
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Time
from claimcheck.verdict import Verdict


@rule(Severity.WARNING, page=__doc__)
def conflicting_quantities(analysis: Analysis) -> Iterator[Conflict]:
    """Report each pair of numbers that two claims give for the same thing."""
    for comparison in analysis.comparisons:
        claim, other = comparison.claim, comparison.evidence
        refuted = comparison.verdict is Verdict.REFUTED and isinstance(other, Claim)
        if refuted and isinstance(other, Claim):
            mine, theirs = _dates(analysis, claim), _dates(analysis, other)
            if mine and theirs and mine != theirs:
                continue  # "was 5,120 in 2001 … was 6,040 in 2021"
        if refuted and isinstance(claim.object.value, Quantity) and isinstance(other, Claim) and claim.relation != "anniversary":
            yield Conflict(
                claim.span,
                f"the text gives {claim.object.text} here and {other.object.text} elsewhere for {claim.subject.text}",
                label=claim.text,
                notes=(Note(other.span, other.text),),
                claims=(claim.id, other.id),
                derivation=comparison.derivation,
                speaker=claim.attributed_to,
            )


def _dates(analysis: Analysis, claim: Claim) -> frozenset[tuple[Date, Written]]:
    """Return the days that the claim's sentence names, by which what it counts may differ from the same at another time."""
    sentence = analysis.sentence_at(claim.span.start)
    times = (m for m in analysis.mentions if isinstance(m.value, Time) and sentence and sentence.span.contains(m.span))
    return frozenset((m.value.date, m.value.written) for m in times if isinstance(m.value, Time))

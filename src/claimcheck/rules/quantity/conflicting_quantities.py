"""One thing counted or measured twice, with two results.

One number at least must be said to be all there are ("all 14 boats", "not one of the 14") and the
other be told with the same owner or act; or be a measure of one thing ("the pier", "the prize of
£500") in the same tense; or both be tolls of one kind, one of them taken for known ("the 37 hurt"),
or sums for one thing; or one be a headline's that the text has nowhere.  Nothing may limit one of
them.  Hedged and rounded numbers stand for all they may mean.

Flagged:
    All 12 fishing boats came home. The crews of the [nine fishing boats] were tired.

Accepted:
    All 12 fishing boats came home. The crews of the twelve fishing boats were tired.
    All 12 fishing boats came home. Nine fishing boats were painted in May.
    All 12 fishing boats came home. The nine older fishing boats were sold.

Known misses:
    "About 120 people, the whole workforce": what is hedged, and people told by what they do.
    One number is more than twice the other; the two are of different voices.
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.claim import PLACED, Claim
from claimcheck.document import Span
from claimcheck.figure import Sort
from claimcheck.finding import Conflict, Note, Severity
from claimcheck.rule import rule
from claimcheck.values.date import Date, Written
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Time
from claimcheck.verdict import Verdict


@rule(Severity.WARNING, page=__doc__)
def conflicting_quantities(analysis: Analysis) -> Iterator[Conflict]:
    """Report each pair of numbers that the text gives for the same thing, once."""
    seen: list[Span] = []
    for conflict in (*_claimed(analysis), *_told(analysis)):
        if not any(span.overlaps(conflict.span) for span in seen):
            seen.append(conflict.span)
            yield conflict


def _claimed(analysis: Analysis) -> Iterator[Conflict]:
    """Yield each pair of numbers that two claims give for the same thing."""
    for comparison in analysis.comparisons:
        claim, other = comparison.claim, comparison.evidence
        refuted = comparison.verdict is Verdict.REFUTED and comparison.method == "values" and isinstance(other, Claim)
        if refuted and isinstance(other, Claim):
            mine, theirs = _dates(analysis, claim), _dates(analysis, other)
            if mine and theirs and mine != theirs:
                continue  # "was 5,120 in 2001 … was 6,040 in 2021"
        counted = isinstance(claim.object.value, Quantity) and claim.relation not in {"anniversary", PLACED}
        if refuted and counted and isinstance(other, Claim):
            yield Conflict(
                claim.span,
                f"the text gives {claim.object.text} here and {other.object.text} elsewhere for {claim.subject.text}",
                label=claim.text,
                notes=(Note(other.span, other.text),),
                claims=(claim.id, other.id),
                derivation=comparison.derivation,
                speaker=claim.attributed_to,
            )


def _told(analysis: Analysis) -> Iterator[Conflict]:
    """Yield what the text counts, or values, twice."""
    for reckoning in analysis.reckonings:
        if reckoning.sort is Sort.COUNT and reckoning.verdict is Verdict.REFUTED:
            yield reckoning.conflict


def _dates(analysis: Analysis, claim: Claim) -> frozenset[tuple[Date, Written]]:
    """Return the days that the claim's sentence names, by which what it counts may differ from the same at another time."""
    sentence = analysis.sentence_at(claim.span.start)
    times = (m for m in analysis.mentions if isinstance(m.value, Time) and sentence and sentence.span.contains(m.span))
    return frozenset((m.value.date, m.value.written) for m in times if isinstance(m.value, Time))

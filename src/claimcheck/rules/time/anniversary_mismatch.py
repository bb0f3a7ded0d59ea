"""An anniversary that does not fall when the text has it.

The first date comes from a reference table or from the text itself; the number of
years is added, and the day that results must lie in the year that the text speaks of:
the one it names, or within a year of its publication.  If the subject has several
first dates (signed, in force, opened), one that fits is enough.  How old a thing is, how long it
has been going and its running year are held against its beginning in the same way.  Without a date of the
text nothing is reported.

Flagged:
    Founded in 1961, Amnesty International celebrated its [30th anniversary] in 2001.
    NATO marked its [80th anniversary] in 2019.

Accepted:
    NATO marked its 70th anniversary in 2019.
    Founded in 1961, Amnesty International celebrated its 40th anniversary in 2001.
    The treaty's 50th anniversary was a quiet affair.

Known misses:
    Anniversaries of an event that has no name, such as "of that last train", and of what was opened by somebody at a place
    that only another sentence names.
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.claim import Claim
from claimcheck.evidence import Comparison, Fact
from claimcheck.finding import Conflict, Note, Severity
from claimcheck.rule import rule
from claimcheck.verdict import Verdict


@rule(Severity.ERROR, page=__doc__)
def anniversary_mismatch(analysis: Analysis) -> Iterator[Conflict]:
    """Report each anniversary that no first date fits, with all that were tried."""
    refuted: dict[str, list[Comparison]] = {}
    for comparison in analysis.comparisons:
        if comparison.claim.relation == "anniversary" and comparison.verdict is Verdict.REFUTED:
            refuted.setdefault(comparison.claim.id, []).append(comparison)
    supported = {c.claim.id for c in analysis.comparisons if c.claim.relation == "anniversary" and c.verdict is Verdict.SUPPORTED}
    seen = set()
    for identifier, comparisons in refuted.items():
        span = comparisons[0].claim.object.span
        if identifier not in supported and span not in seen:
            seen.add(span)
            yield _conflict(comparisons)


def _conflict(comparisons: list[Comparison]) -> Conflict:
    claim = comparisons[0].claim
    facts = tuple(c.evidence for c in comparisons if isinstance(c.evidence, Fact))
    told = [c.evidence for c in comparisons if isinstance(c.evidence, Claim)]
    first = comparisons[0]
    return Conflict(
        claim.object.span,
        f"the text gives the {claim.object.text} of {claim.subject.text}; {first.derivation[0]}: {first.derivation[1]}",
        label="the anniversary",
        notes=tuple(Note(c.span, f"the first date: {c.text}") for c in told),
        claims=(claim.id, *(c.id for c in told)),
        evidence=facts,
        derivation=tuple(dict.fromkeys(step for c in comparisons for step in c.derivation)),
        speaker=claim.attributed_to,
        method="table" if facts else "values",
    )

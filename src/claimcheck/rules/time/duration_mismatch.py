"""A length that does not fit the dates between which it ran.

The dates stand with the length ("a five-day stay, from 13 to 24 March"), are taken up by it
("during those four years"), or are those of the beginning and end of the one event of that
kind, whatever it is called ("strike", "stoppage").  Two lengths of one event are held against
each other, and how long somebody has owned, run or worked at a thing against when that began.
Days may be counted with or without the last, nights are as good as days, weeks, months
and years are rounded, calendar years counted whole; parts, rates, working days, and what is
agreed for a length are let pass.

Flagged:
    The choir gave [ten-day] workshops in Lund, from 3 to 6 May.
    The pilot ran from June 2015 to June 2017. During those [five years] sales doubled.

Accepted:
    The choir gave three-day workshops in Lund, from 3 to 6 May.
    The choir gave four-day workshops in Lund, from 3 to 6 May.
    The pilot ran from June 2015 to June 2017. During those two years sales doubled.
    She worked two days a week from 3 to 28 May.
    He was given a six-year sentence, from 2001 to 2004 in solitary confinement.

Known misses:
    Hours between two times of day; events that only a metaphor names; "it" for what is held.
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.claim import Claim
from claimcheck.evidence import Comparison
from claimcheck.finding import Conflict, Note, Severity
from claimcheck.rule import rule
from claimcheck.verdict import Verdict


@rule(Severity.WARNING, page=__doc__)
def duration_mismatch(analysis: Analysis) -> Iterator[Conflict]:
    """Report each length with the dates that exclude it."""
    refuted: dict[str, list[Comparison]] = {}
    for comparison in analysis.comparisons:
        if comparison.verdict is Verdict.REFUTED and comparison.method == "lengths":
            refuted.setdefault(comparison.claim.id, []).append(comparison)
    for comparisons in refuted.values():
        claim = comparisons[0].claim
        dates = [c.evidence for c in comparisons if isinstance(c.evidence, Claim)]
        given = " and ".join(d.object.text for d in dates)
        twice = any(d.relation == "lasted" for d in dates)
        against = f"elsewhere {given}" if twice else f"for the dates {given}: {comparisons[0].derivation[0]}"
        yield Conflict(
            claim.object.span,
            f"the text gives {claim.object.text}, and {against}",
            label="the length",
            notes=tuple(Note(d.object.span, d.text if twice or len(dates) > 1 else "the dates") for d in dates),
            claims=(claim.id, *(d.id for d in dates)),
            derivation=comparisons[0].derivation,
            speaker=claim.attributed_to,
        )

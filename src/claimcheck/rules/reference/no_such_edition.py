"""An edition of a recurring event that never took place.

The year and the name are looked up in every series that the name may mean, and only
if each of them is complete for that year and has no such edition is it reported.
Editions that were cancelled are editions.  What is denied, wished, feared or stands
under a condition is let pass.

Flagged:
    She won silver at the [2016 Winter Olympics].
    Japan's hosting of the [2012 FIFA World Cup] was a success.
    France won [Euro 2014] in Lisbon.

Accepted:
    She won silver at the 2018 Winter Olympics.
    There was no 2016 Winter Olympics.
    The town dreams of hosting the 2041 Summer Olympics.
    The 1940 Summer Olympics were cancelled.

Known misses:
    Editions told apart by number or host only, such as "the Madrid Games".
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.evidence import Comparison, Fact
from claimcheck.finding import Conflict, Severity
from claimcheck.rule import rule
from claimcheck.verdict import Verdict

_RELATION = "edition of"


@rule(Severity.ERROR, page=__doc__)
def no_such_edition(analysis: Analysis) -> Iterator[Conflict]:
    """Report each mention of an edition that no reading of its name knows."""
    refuted: dict[str, list[Comparison]] = {}
    for comparison in analysis.comparisons:
        if comparison.claim.relation == _RELATION and comparison.verdict is Verdict.REFUTED:
            refuted.setdefault(comparison.claim.id, []).append(comparison)
    for comparisons in refuted.values():
        claim = comparisons[0].claim
        about = tuple(c.id for c in analysis.claims if c.subject.span == claim.subject.span)
        facts = tuple(c.evidence for c in comparisons if isinstance(c.evidence, Fact))
        first = {fact.subject: fact for fact in reversed(facts)}  # one fact tells each neighbouring edition
        told = "; ".join(f"{fact.source} gives {fact.text}" for fact in reversed(first.values()))
        yield Conflict(
            claim.subject.span,
            f"the text gives {claim.subject.text}, of which the tables know no edition; {told}",
            label="no such edition",
            claims=about,
            evidence=facts,
            derivation=comparisons[0].derivation,
            speaker=claim.attributed_to,
            method="table",
        )

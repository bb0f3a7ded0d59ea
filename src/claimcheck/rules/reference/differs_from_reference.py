"""A claim that differs from the reference tables.

The subject must be known by name, the relation must allow one object at a time, and
the table's row must hold for the time that is spoken of; the tables must know the
object as something else.  Places that may lie in one another, and names that may be
short forms of each other, are let pass, as is everything limited, wished or denied.
If a name has several readings, the claim must differ from the tables in all of them.

Flagged:
    [Canberra is the capital of New Zealand].
    The [2012 Summer Olympics were held in Berlin].

Accepted:
    Canberra is the capital of Australia.
    The 2012 Summer Olympics were held in London.
    Berlin hoped to host the 2012 Summer Olympics.
    Sydney is the commercial capital of Australia.

Known misses:
    Relations with many objects, such as founders or members.
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.evidence import Comparison, Fact
from claimcheck.finding import Conflict, Severity
from claimcheck.rule import rule
from claimcheck.verdict import Verdict

_OWN_RULES = frozenset({"edition of", "anniversary"})

# Who came second is told with who won, so one finding is enough for both.
_TOLD_WITH = {"runner-up": "won by"}


@rule(Severity.ERROR, page=__doc__)
def differs_from_reference(analysis: Analysis) -> Iterator[Conflict]:
    """Report each claim that a table refutes, one finding for what is said of one subject in one place."""
    refuted = [c for c in analysis.comparisons if c.verdict is Verdict.REFUTED and isinstance(c.evidence, Fact)]
    never_held = {c.claim.subject.span for c in refuted if c.claim.relation == "edition of"}
    groups: dict[tuple[object, str], list[Comparison]] = {}
    for comparison in refuted:
        claim = comparison.claim
        if claim.relation not in _OWN_RULES and claim.subject.span not in never_held:
            groups.setdefault((claim.subject.span, _TOLD_WITH.get(claim.relation, claim.relation)), []).append(comparison)
    for comparisons in groups.values():
        yield _conflict(comparisons)


def _conflict(comparisons: list[Comparison]) -> Conflict:
    claim = comparisons[0].claim
    facts = tuple(dict.fromkeys(c.evidence for c in comparisons if isinstance(c.evidence, Fact)))
    told = comparisons[0].reason or "; ".join(f"{fact.source} gives {fact.text}" for fact in facts[:2])
    return Conflict(
        claim.span,
        f"the text gives {claim.text}; {told}",
        label=f"{claim.relation} {claim.object.text}",
        claims=tuple(dict.fromkeys(c.claim.id for c in comparisons)),
        evidence=facts,
        derivation=tuple(dict.fromkeys(step for c in comparisons for step in c.derivation)),
        speaker=claim.attributed_to,
        method="table",
        likely=any(c.score < 1 for c in comparisons),
    )

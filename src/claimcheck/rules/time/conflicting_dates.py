"""One thing that can happen once, with two dates.

Founding, opening, birth, death and other things that happen once to somebody or
something known by name: two dates that share no day are reported, unless one of them
is approximate, limited, denied, or comes from another speaker.  So are two dates of an event
without a name ("switched on last Friday", "the switching-on on 31 October"), where the text
tells of only one of the kind, and two days until which the same may be sent.

Flagged:
    The Northwind Museum was founded in 1958. The [Northwind Museum was founded in 1963].

Accepted:
    The Northwind Museum was founded in 1958. The Northwind Museum was founded in March 1958.
    The Northwind Museum was founded in 1958. The Southwind Museum was founded in 1963.

Known misses:
    Events that the text tells twice in words of two kinds ("a drum overheated", "the fire").
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.claim import Claim
from claimcheck.finding import Conflict, Note, Severity
from claimcheck.rule import rule
from claimcheck.values.time import Time
from claimcheck.verdict import Verdict


@rule(Severity.WARNING, page=__doc__)
def conflicting_dates(analysis: Analysis) -> Iterator[Conflict]:
    """Report each pair of dates that two claims give for the same thing."""
    seen = set()
    for comparison in analysis.comparisons:
        claim, other = comparison.claim, comparison.evidence
        refuted = (
            comparison.verdict is Verdict.REFUTED and comparison.method in {"values", "one event"} and isinstance(other, Claim)
        )
        if refuted and isinstance(other, Claim) and isinstance(claim.object.value, Time) and isinstance(other.object.value, Time):
            dates = frozenset({claim.object.span, other.object.span})
            if dates in seen:
                continue
            seen.add(dates)
            yield Conflict(
                claim.span,
                f"the text gives {claim.text}, and elsewhere {other.text}",
                label=claim.text,
                notes=(Note(other.span, other.text),),
                claims=(claim.id, other.id),
                derivation=comparison.derivation,
                speaker=claim.attributed_to,
            )

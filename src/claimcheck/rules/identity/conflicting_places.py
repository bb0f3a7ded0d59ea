"""One event told of two places.

A birth with two birthplaces, or an event of which the text takes one place for granted ("the
garage in Ulm where the van turned up") and tells another elsewhere ("found the van in Bonn").
Places that may lie in each other, other times, other voices, plans and denials are let pass.

Flagged:
    The stolen van was found in a garage in Larkham on Friday. [The barn in Oxbury where the van turned] up is empty.

Accepted:
    The stolen van was found in a garage in Larkham on Friday. The garage in Larkham where the van turned up is empty.
    The stolen van was found in a garage in Larkham on Friday. The barn in Oxbury where the owner lives is empty.
    The stolen van may have been found in Larkham. The barn in Oxbury where the van turned up is empty.

Known misses:
    Two plain statements of place, and things that two different words name.
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.claim import HAPPENED
from claimcheck.finding import Conflict, Severity, two_sided
from claimcheck.rule import rule


@rule(Severity.WARNING, page=__doc__)
def conflicting_places(analysis: Analysis) -> Iterator[Conflict]:
    """Report each pair of places that two claims give for one event."""
    for claim, other, comparison in analysis.clashes():
        if claim.relation == HAPPENED:
            message = f"the text gives {claim.object.text} here, and {other.object.text} elsewhere, as the place"
            labels = (f"place: {c.object.text}" for c in (claim, other))
            yield two_sided(claim, other, message, comparison.derivation, *labels)

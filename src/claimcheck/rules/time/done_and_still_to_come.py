"""One act told as done in one place and as still to come in another.

The same doer (or the country that a person stands for), the same verb and the same
object; one side in the past, the other in the future.  An act can be done more than
once, so this is only worth a look.

Flagged:
    The mayor thanked Norway for Norway's support for the treaty. [Norway will support the treaty], she said.

Accepted:
    The mayor thanked Norway for Norway's support for the treaty. Sweden will support the treaty, she said.
    Norway supported the treaty. Norway would support the treaty if asked.

Known misses:
    Acts told of another thing than before ("the taps will be opened" of a network in use).
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.claim import Claim
from claimcheck.finding import Conflict, Note, Severity
from claimcheck.rule import rule

# By one verb, which may be done more than once; by what happens to a thing but once.
_REPEATABLE, _ONCE = "done and to come", "phases"


@rule(Severity.WARNING, page=__doc__)
def done_and_still_to_come(analysis: Analysis) -> Iterator[Conflict]:
    """Report each act that is both done and to come, once for each place where it is to come."""
    seen = set()
    for comparison in analysis.comparisons:
        claim, other = comparison.claim, comparison.evidence
        if comparison.method in {_REPEATABLE, _ONCE} and isinstance(other, Claim) and claim.span not in seen:
            seen.add(claim.span)
            yield Conflict(
                claim.span,
                f"the text tells this as still to come, and elsewhere as done: {other.text}",
                label=f"to come: {claim.text}",
                notes=(Note(other.span, f"done: {other.text}"),),
                claims=(claim.id, other.id),
                derivation=comparison.derivation,
                speaker=claim.attributed_to if comparison.method == _REPEATABLE else None,
                likely=comparison.method == _REPEATABLE,
            )

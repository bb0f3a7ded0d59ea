"""A contest that somebody both won and lost, or a prize that two have won.

Who beat whom, who took the title or came second, whose victory it was and who is holder or
runner-up: two such claims about the contest of the text are held against each other.  Results
of another year, round, match or award, plans, denials and what two voices say are let pass.

Flagged:
    Ines Roth beat Mette Falk on Sunday to take the title. [Falk's victory] earns her a start in Oslo.

Accepted:
    Ines Roth beat Mette Falk on Sunday to take the title. Falk's victory last year earned her a start in Oslo.
    Ines Roth beat Mette Falk on Sunday to take the title. Roth's victory earns her a start in Oslo.
    Ines Roth beat Mette Falk in the final. Falk had beaten Roth in the heats.

Known misses:
    Winners and losers that only a description names, and places in a table.
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.claim import LOST, PLACED, WON, Claim
from claimcheck.document import Span
from claimcheck.finding import Conflict, Severity, two_sided
from claimcheck.rule import rule


@rule(Severity.WARNING, page=__doc__)
def conflicting_winners(analysis: Analysis) -> Iterator[Conflict]:
    """Report each pair of results that cannot both be those of one contest, the place that contradicts once."""
    seen: set[Span] = set()
    for claim, other, comparison in analysis.clashes():
        if claim.relation in {WON, LOST, PLACED} and claim.span not in seen:
            seen.add(claim.span)
            message = f"the text tells here that {_told(claim)}, and elsewhere that {_told(other)}"
            yield two_sided(claim, other, message, comparison.derivation)


def _told(claim: Claim) -> str:
    return f"{claim.subject.text} {claim.relation}" + (f" {claim.object.text}" if claim.relation == PLACED else "")

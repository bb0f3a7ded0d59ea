"""One post that one person at a time holds, given to two people.

Mayors, chief executives, coroners, head coaches and other posts of the roles data: two people
who share no name are reported, unless one of them held it before, holds it for another body,
is deputy, acting or still to come, or the text tells how it changed hands.

Flagged:
    Dana Ruiz, the mayor of Portree, cut the ribbon on Friday. The crowd cheered when [Tom Adeyemi, the mayor] of Portree, spoke.

Accepted:
    Dana Ruiz, the mayor of Portree, cut the ribbon on Friday. Tom Adeyemi, the mayor of Kintyre, spoke next.
    Dana Ruiz, the mayor of Portree, cut the ribbon on Friday. Tom Adeyemi, a former mayor of Portree, spoke next.
    Dana Ruiz, the mayor of Portree, cut the ribbon on Friday. Tom Adeyemi, the deputy mayor of Portree, spoke next.

Known misses:
    Posts that several people may hold, such as directors and ministers.
    Two people who share a surname.
"""

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.analysis import Analysis
from claimcheck.claim import POST
from claimcheck.finding import Conflict, Severity, two_sided
from claimcheck.rule import rule


@rule(Severity.WARNING, page=__doc__)
def conflicting_holders(analysis: Analysis) -> Iterator[Conflict]:
    """Report each post that two claims give to two people."""
    for claim, other, comparison in analysis.clashes():
        if claim.relation == POST:
            message = f"the text gives {claim.object.text} as {claim.subject.text} here, and {other.object.text} elsewhere"
            labels = (f"{c.subject.text}: {c.object.text}" for c in (claim, other))
            # Who holds a post is no opinion, whoever says so.
            yield replace(two_sided(claim, other, message, comparison.derivation, *labels), speaker=None)

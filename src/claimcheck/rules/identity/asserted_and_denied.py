"""One deed told as done and denied, or two deeds that exclude each other.

The same verb with and without "not", or two verbs that are antonyms in the lexicon (approve and
reject, acquit and convict), said of one thing by one doer, in the past, in one voice, with no
other date: then both cannot hold.  Anything beside the verb that may set the two apart (another
day, "again", "at first", "in part", a condition, a manner) is let pass.

Flagged:
    The council approved the bypass. Nobody spoke against it. [The council rejected the bypass].

Accepted:
    The council approved the bypass on Monday. The council rejected the bypass in 2019.
    The council approved the bypass on Monday. The mayor rejected the bypass on Monday.
    The council approved the bypass on Monday. The council rejected the tunnel on Monday.
    The council at first rejected the bypass. The council approved the bypass.

Known misses:
    Outcomes that nouns tell ("with consent in hand"), and things that two words name.
    Anything that is told with a circumstance.
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.claim import DID
from claimcheck.finding import Conflict, Severity, two_sided
from claimcheck.rule import rule


@rule(Severity.WARNING, page=__doc__)
def asserted_and_denied(analysis: Analysis) -> Iterator[Conflict]:
    """Report each pair of deeds that exclude each other."""
    words = analysis.document.words
    for claim, other, comparison in analysis.clashes():
        if claim.relation == DID:
            message = f"the text tells here {words(claim.span)}, and elsewhere {words(other.span)}"
            yield two_sided(claim, other, message, comparison.derivation)

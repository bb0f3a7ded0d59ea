"""One place in a ranking given to two things, or two places to one.

"The highest peak in the park" is one: two names that share no word are reported, and so is a
thing that is the largest of its kind here and the second-largest there.  Other times, other
fields, other voices, denials and "one of the largest" are let pass.

Flagged:
    Bergen is the second-largest city in Norway. [Bergen, the largest city] in Norway, is wet.

Accepted:
    Bergen is the second-largest city in Norway. Oslo is the largest city in Norway.
    Bergen was the largest city in Norway. Oslo is the largest city in Norway.
    Bergen is one of the largest cities in Norway. Oslo is the largest city in Norway.

Known misses:
    Rankings whose field the text leaves out, and things without a name.
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.claim import SUPERLATIVE
from claimcheck.finding import Conflict, Severity, two_sided
from claimcheck.rule import rule


@rule(Severity.WARNING, page=__doc__)
def conflicting_ranks(analysis: Analysis) -> Iterator[Conflict]:
    """Report each pair of places that cannot both be taken."""
    for claim, other, comparison in analysis.clashes():
        if claim.relation == SUPERLATIVE:
            yield two_sided(claim, other, f"the text gives {claim.text} here, and {other.text} elsewhere", comparison.derivation)

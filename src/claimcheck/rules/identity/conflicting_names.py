"""Something that holds one at a time, with two names.

A state has one capital and one currency; the relations of your own configuration that are
functional hold one object at a time as well.  Two claims that give one subject two names that
share no word are reported, unless one is denied, limited, planned or told of the past, they come from
two voices, the text names more than two, or one place lies in the other.

Flagged:
    Strelsau, the capital of Ruritania, is calm. The minister flew to [Zenda, the capital of Ruritania].

Accepted:
    Strelsau, the capital of Ruritania, is calm. The minister left the capital of Ruritania, Strelsau.
    Strelsau, the capital of Ruritania, is calm. The minister flew to Zenda, the old capital of Ruritania.
    Strelsau is the capital of Ruritania. Zenda was the capital of Ruritania.

Known misses:
    A capital of which another word tells, as "rules from".
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.finding import Conflict, Severity, two_sided
from claimcheck.rule import rule

_METHOD = "one at a time"


@rule(Severity.WARNING, page=__doc__)
def conflicting_names(analysis: Analysis) -> Iterator[Conflict]:
    """Report each pair of names that the text gives one thing for a relation that holds one at a time."""
    for claim, other, comparison in analysis.clashes():
        if comparison.method == _METHOD:
            yield two_sided(claim, other, f"the text gives {claim.text}, and elsewhere {other.text}", comparison.derivation)

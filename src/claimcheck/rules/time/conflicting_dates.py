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
from claimcheck.finding import Conflict, Severity, two_sided
from claimcheck.rule import rule
from claimcheck.values.time import Time


@rule(Severity.WARNING, page=__doc__)
def conflicting_dates(analysis: Analysis) -> Iterator[Conflict]:
    """Report each pair of dates that two claims give for the same thing."""
    seen = set()
    for claim, other, comparison in analysis.clashes():
        dated = isinstance(claim.object.value, Time) and isinstance(other.object.value, Time)
        dates = frozenset({claim.object.span, other.object.span})
        if dated and comparison.method in {"values", "one event"} and dates not in seen:
            seen.add(dates)
            yield two_sided(claim, other, f"the text gives {claim.text}, and elsewhere {other.text}", comparison.derivation)

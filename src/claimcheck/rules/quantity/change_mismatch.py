"""A change that is not the one between the two numbers beside it.

Per cent, points, times, fractions, plain differences and words of direction are held against the
numbers before and after.  All numbers stand for what they may have been rounded from; per cent of
percentages may be points; adjusted and yearly rates, and what is denied, are let pass.

Flagged:
    Membership rose from 500 to 650, an increase of [45 per cent].
    The flock has [doubled] in a year, from 120 sheep to 190.
    The number of thefts [fell] from 40 to 60.
    The wood covered 8.0 hectares in 1990. By last year it had shrunk to 6.0 hectares, a loss of [40 percent].

Accepted:
    Membership rose from 500 to 650, an increase of 30 per cent.
    Support rose from 40 per cent to 50 per cent, a gain of 10 per cent.
    Sales grew by 3 per cent in real terms, from £100m to £110m.
    The flock nearly doubled, from 120 sheep to 230.

Known misses:
    The two numbers in sentences that do not follow each other, or whose things are named otherwise.
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.figure import Sort
from claimcheck.finding import Conflict, Severity
from claimcheck.rule import rule
from claimcheck.verdict import Verdict


@rule(Severity.ERROR, page=__doc__)
def change_mismatch(analysis: Analysis) -> Iterator[Conflict]:
    """Report each stated change that its two numbers refute."""
    for reckoning in analysis.reckonings:
        if reckoning.sort is Sort.CHANGE and reckoning.verdict is Verdict.REFUTED:
            yield reckoning.conflict

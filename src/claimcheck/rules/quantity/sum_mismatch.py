"""A whole that its parts do not add up to.

The parts must cover the whole by the text's own word: a list behind the whole or before "a total
of", "the other" or "the rest", "made up of", as many parts as the whole is said to be shared among,
or a "combined" figure that no two or more of those before it make.  So must what so many things at
so much each come to.  All numbers stand for what they may have been rounded from.

Flagged:
    The estate has [90] homes: 40 houses, 32 flats and 12 bungalows.
    Ann Frost polled 900 votes and Bill Hay 700. In all, [1,800] votes were cast for the two candidates.
    Of the [12] boats, seven sank and the other four were saved.
    The park has 20 turbines, each rated 3 MW, a total of [80 MW].

Accepted:
    The estate has 90 homes: 40 houses, 32 flats and 18 bungalows.
    The estate has 90 homes, including 40 houses and 32 flats.
    Of the 12 boats, seven sank and four were saved.
    Ann Frost polled 900 votes and Bill Hay 700. In all, 1,600 votes were cast for the two candidates.

Known misses:
    Parts that the text does not call all of the whole, though they are more than it.
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.figure import Sort
from claimcheck.finding import Conflict, Severity
from claimcheck.rule import rule
from claimcheck.verdict import Verdict


@rule(Severity.ERROR, page=__doc__)
def sum_mismatch(analysis: Analysis) -> Iterator[Conflict]:
    """Report each whole that its parts refute."""
    for reckoning in analysis.reckonings:
        if reckoning.sort is Sort.SUM and reckoning.verdict is Verdict.REFUTED:
            yield reckoning.conflict

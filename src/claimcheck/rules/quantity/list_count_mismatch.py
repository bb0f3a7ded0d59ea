"""A count that announces a list of another length.

The list stands behind a comma, a colon, a dash or in brackets, ends with "and", and names what is
counted.  It is reported only if every reading disagrees: a place may say where the name before it
lies, a description who somebody is, and "and" may belong to a name.

Flagged:
    The referee sent off [three players], Adam Kerr and Lewis Bright.
    The line crosses [three countries]: Norway, Sweden, Finland and Estonia.
    It won [two prizes]: best script, best score and best sound.

Accepted:
    The referee sent off three players, Adam Kerr, Lewis Bright and Tom Odell.
    It won four prizes, including best script and best score.
    She has lived in three cities: Paris, France, Rome, Italy, and Berlin, Germany.
    After two meetings, France, Spain and Italy agreed.
    Two of the five owners, Ann Frost and Bill Hay, voted against.

Known misses:
    Lists in sentences of their own, and places, each of which may lie in the one before it.
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.figure import Sort
from claimcheck.finding import Conflict, Severity
from claimcheck.rule import rule
from claimcheck.verdict import Verdict


@rule(Severity.ERROR, page=__doc__)
def list_count_mismatch(analysis: Analysis) -> Iterator[Conflict]:
    """Report each announced count that its list refutes."""
    for reckoning in analysis.reckonings:
        if reckoning.sort is Sort.LIST and reckoning.verdict is Verdict.REFUTED:
            yield reckoning.conflict

"""An age that does not fit when the person was born, or how old the same person is elsewhere in the text.

Each age allows a birth within one year: that of the day on which it held, less the age,
on either side of the birthday.  It held on the date told with it, at the death, or else
at about the time of publication.  Two ages, or an age and a date of birth, that allow no common
birth are reported, at the claim that fits the fewest of the others.  Ages that are
about, of a time that is not told, or from another speaker are let pass.

Flagged:
    (Published 2021-03-11) Olga Brand was born on 12 June 1938 in Kiel. Olga Brand died on 3 March 2021, [aged 79].
    (Published 2022-05-02) Tom Rees, [41], left for Spain. Rees was born in 1990.

Accepted:
    (Published 2021-03-11) Olga Brand was born on 12 June 1938 in Kiel. Olga Brand died on 3 March 2021, aged 82.
    (Published 2022-05-02) Tom Rees, 31, left for Spain. Rees was born in 1990.
    (Published 2022-05-02) Tom Rees, 32, left for Spain. Rees was born in 1990.
    (Published 2022-05-02) Tom Rees, 32, left for Spain. Rees was 19 when he won the cup in May 2009.

Known misses:
    Ages of people who are not named, decades ("in her eighties"), and ages at an event that another sentence dates.
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.claim import Claim
from claimcheck.evidence import Comparison
from claimcheck.finding import Conflict, Note, Severity
from claimcheck.rule import rule
from claimcheck.verdict import Verdict


@rule(Severity.ERROR, page=__doc__)
def age_mismatch(analysis: Analysis) -> Iterator[Conflict]:
    """Report each claim of a person's years that others of the same person exclude, with all of these."""
    refuted: dict[str, list[Comparison]] = {}
    for comparison in analysis.comparisons:
        claim, other = comparison.claim, comparison.evidence
        if comparison.verdict is Verdict.REFUTED and comparison.method == "ages" and isinstance(other, Claim):
            refuted.setdefault(claim.id, []).append(comparison)
    for comparisons in refuted.values():
        yield _conflict(comparisons)


def _conflict(comparisons: list[Comparison]) -> Conflict:
    claim = comparisons[0].claim
    others = [c.evidence for c in comparisons if isinstance(c.evidence, Claim)]
    return Conflict(
        claim.object.span,
        f"the text gives {claim.text}, and elsewhere {others[0].text}",
        label=claim.text,
        notes=tuple(Note(c.span, c.text) for c in others),
        claims=(claim.id, *(c.id for c in others)),
        derivation=tuple(dict.fromkeys(step for c in comparisons for step in c.derivation)),
        speaker=claim.attributed_to,
    )

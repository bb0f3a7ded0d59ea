"""A birth after a death, or an act of a person before the birth or after the death.

The dates of birth and death are held against each other and against the days on which the
text has the same person do what only the living do.  Names with a space, or pronouns that
surely stand for one, are taken for one person; what others say, works, statues and what is
told as posthumous are let pass.

Flagged:
    Mara Quint was born in 1931. [Mara Quint died on 3 May 1921].
    Mara Quint died in 1987. [Quint opened the bridge in 1992].

Accepted:
    Mara Quint was born in 1921. Mara Quint died on 3 May 1931.
    Mara Quint died in 1992. Quint opened the bridge in 1987.
    Mara Quint died in 1987. A statue of Quint was unveiled in 1992.
    Mara Quint died in 1987. Quint was honoured in 1992.

Known misses:
    People who speak in an undated sentence after the text has told of their death.
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.claim import Claim
from claimcheck.finding import Conflict, Note, Severity
from claimcheck.rule import rule
from claimcheck.verdict import Verdict


@rule(Severity.WARNING, page=__doc__)
def lifespan_mismatch(analysis: Analysis) -> Iterator[Conflict]:
    """Report each pair of claims that leave a person no life in which both hold, the first pair for each claim."""
    seen = set()
    for comparison in analysis.comparisons:
        claim, other = comparison.claim, comparison.evidence
        refuted = comparison.verdict is Verdict.REFUTED and comparison.method == "lifespan" and isinstance(other, Claim)
        if not refuted or not isinstance(other, Claim) or claim.span in seen or claim.span.overlaps(other.span):
            continue
        seen.add(claim.span)
        late, early = (other, claim) if other.relation == "died on" and claim.relation == "born on" else (claim, other)
        yield Conflict(
            late.span,
            f"the text gives {late.text}, and elsewhere {early.text}",
            label=late.text,
            notes=(Note(early.span, early.text),),
            claims=(late.id, early.id),
            derivation=comparison.derivation,
        )

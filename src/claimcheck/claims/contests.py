"""Who won and who did not: "Roth beat Falk", "Falk's victory", "Roth, the runner-up"."""

from collections.abc import Iterator

from claimcheck.claim import Claim
from claimcheck.claims.contest_nouns import told_by_noun
from claimcheck.claims.contest_verbs import told_by_verb
from claimcheck.claims.context import Context
from claimcheck.claims.frames import Frame


def contests(context: Context, framed: tuple[Frame, ...]) -> Iterator[Claim]:
    """Yield a claim for each thing or person that the sentence says to have won or lost."""
    for frame in framed:
        yield from told_by_verb(context, frame)
    for token in context.sentence.tokens:
        yield from told_by_noun(context, token)

"""What names, pronouns and descriptions stand for, where the link is safe.

Precision first: an unsure link is no link.  Names meet by their variants, a description takes up the one
thing of the text that goes by it, and a pronoun follows a learned ranking where that is sure enough.
"""

from collections.abc import Callable, Sequence

from claimcheck.annotate.coreference.reading import Reading
from claimcheck.annotate.coreference.scoring import load_ranker
from claimcheck.claim import Mention
from claimcheck.discourse import Link
from claimcheck.sentence import Sentence

SAFE = 0.8  # a pronoun's link with this score is right nine times in ten


def link(
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    canonical: Callable[[str], str],
    *,
    threshold: float = SAFE,
) -> tuple[Link, ...]:
    """Return what each name, and each pronoun or description with a safe link, stands for, in text order.

    `canonical` gives the usual name of something that a reference table knows, and any other name back.
    Pronouns are linked from a score of `threshold` on; 0 gives the best guess for each.
    """
    reading = Reading(mentions, canonical, load_ranker().scores, threshold)
    reading.read(sentences)
    return reading.links()

"""What the text's own numbers come to, held against what it gives."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from claimcheck.claim import Mention
from claimcheck.document import Document
from claimcheck.figure import Figure, Reckoning
from claimcheck.pairing.casualties import casualties
from claimcheck.pairing.changes import changes
from claimcheck.pairing.closed import closed
from claimcheck.pairing.counts import counts
from claimcheck.pairing.lists import lists
from claimcheck.pairing.nouns import Nouns
from claimcheck.pairing.shares import shares
from claimcheck.pairing.slots import slots
from claimcheck.pairing.sums import sums
from claimcheck.pairing.totals import totals
from claimcheck.pairing.words import wholes
from claimcheck.sentence import Sentence


def reckon(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    figures: Sequence[Figure],
    named: Mapping[str, frozenset[str]] | None = None,
) -> tuple[Reckoning, ...]:
    """Return every sum, change and count of the text that could be done again.

    `named` are wholes of the user's own, each with the words for its parts, besides those of the data file.
    """
    starts = [m.span.start for m in mentions]
    inside = [mentions[bisect_left(starts, s.span.start) : bisect_left(starts, s.span.end)] for s in sentences]
    slotted = slots(document, sentences, mentions)
    nouns = Nouns({f.mention.span.start: f for f in figures}, {**wholes(), **(named or {})})
    scores = {m.span.end: m for m in mentions if m.type == "SCORE"}
    found = (
        *changes(document, slotted),
        *sums(document, slotted, nouns),
        *shares(document, slotted, nouns, scores),
        *closed(document, slotted, nouns),
        *totals(document, slotted, nouns),
        *counts(document, slotted, figures),
        *casualties(document, slotted, figures),
        *lists(document, tuple(zip(sentences, inside, strict=True))),
    )
    # What two ways of reading come to is told once.
    return tuple({(r.sort, r.verdict, r.conflict.span): r for r in reversed(found)}.values())[::-1]

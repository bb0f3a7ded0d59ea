"""Everything known about one document."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.claim import Claim, Mention
from claimcheck.document import Document
from claimcheck.evidence import Comparison
from claimcheck.figure import Figure, Reckoning
from claimcheck.lexicon import EMPTY, Lexicon
from claimcheck.sentence import Sentence
from claimcheck.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the stages found; rules read this and nothing else."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    figures: tuple[Figure, ...] = ()
    reckonings: tuple[Reckoning, ...] = ()
    lexicon: Lexicon = EMPTY

    def clashes(self) -> Iterator[tuple[Claim, Claim, Comparison]]:
        """Yield each claim that another claim of the text refutes, with that other and how they compare."""
        for comparison in self.comparisons:
            if comparison.verdict is Verdict.REFUTED and isinstance(comparison.evidence, Claim):
                yield comparison.claim, comparison.evidence, comparison

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the offset, or None in furniture and blank lines."""
        place = bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1
        found = self.sentences[place] if place >= 0 else None
        return found if found is not None and offset < found.span.end else None

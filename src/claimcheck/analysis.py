"""Everything known about one document."""

from dataclasses import dataclass

from claimcheck.claim import Claim, Mention
from claimcheck.document import Document
from claimcheck.evidence import Comparison
from claimcheck.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the stages found; rules read this and nothing else."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    comparisons: tuple[Comparison, ...] = ()

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the offset, or None in furniture and blank lines."""
        return next((s for s in self.sentences if s.span.start <= offset < s.span.end), None)

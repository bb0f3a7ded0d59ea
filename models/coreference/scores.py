"""How right the links are: pronouns on GAP, all links on OntoGUM."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from claimcheck.annotate.coreference.pronouns import Rank
from claimcheck.annotate.coreference.reading import Reading
from claimcheck.discourse import Link
from claimcheck.document import Span
from coreference.corpora import Ambiguous, Annotated
from coreference.reading import Read


@dataclass(slots=True)
class Count:
    """Right and wrong decisions."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, *, said: bool, true: bool) -> None:
        """Count one decision."""
        self.right += said and true
        self.wrong += said and not true
        self.missed += true and not said

    @property
    def precision(self) -> float:
        """The share of what was said that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is right that was said."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def links_of(read: Read, rank: Rank, threshold: float) -> tuple[Link, ...]:
    """Return the links of a text."""
    reading = Reading(read.names, lambda name: name, rank, threshold)
    reading.read(read.sentences)
    return reading.links()


def says(links: Sequence[Link], case: Ambiguous) -> tuple[bool, bool]:
    """Return for each of the two names whether the pronoun's link leads to it.

    A name is meant if an expression of the same referent, other than the pronoun, overlaps it.
    """
    keys = {item.referent.key for item in links if item.span == case.pronoun}
    spans = [item.span for item in links if item.referent.key in keys and item.span != case.pronoun]
    a, b = (any(span.overlaps(name) for span in spans) for name in case.names)
    return a, b


def gap_scores(texts: Iterable[Read], rank: Rank, threshold: float = 0.0) -> dict[str, Count]:
    """Return the counts over both names of all cases, and of those with pronouns for men and for women."""
    counts = {"all": Count(), "masculine": Count(), "feminine": Count()}
    for read in texts:
        case = read.example
        assert isinstance(case, Ambiguous)
        said = says(links_of(read, rank, threshold), case)
        for one, true in zip(said, case.right, strict=True):
            for key in ("all", "feminine" if case.feminine else "masculine"):
                counts[key].add(said=one, true=true)
    return counts

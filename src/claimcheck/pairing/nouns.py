"""What the numbers of a text count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.claim import Mention
from claimcheck.figure import Figure
from claimcheck.pairing.sum_words import PERSON, SEXES


@dataclass(frozen=True, slots=True)
class Nouns:
    """What the figures of a document count, and which things are parts of which kind."""

    figures: Mapping[int, Figure]  # by where they start
    wholes: Mapping[str, frozenset[str]]

    def of(self, mention: Mention) -> str:
        """Return the lemma of what a quantity counts, "" where none is named."""
        figure = self.figures.get(mention.span.start)
        return figure.noun if figure is not None else ""

    def covers(self, whole: str, parts: Sequence[str]) -> bool:
        """Whether all the named parts are of one kind, or of kinds that the whole has."""
        named = [p for p in parts if p]
        if not named:
            return True
        if not whole:
            return len(set(named)) == 1 or any(all(p in kinds for p in named) for kinds in self.wholes.values())
        kinds = self.wholes.get(whole, frozenset())
        if set(named) <= SEXES and PERSON.search(whole):
            return True
        return all(p == whole or p in kinds or p.removesuffix("e") in kinds for p in named)

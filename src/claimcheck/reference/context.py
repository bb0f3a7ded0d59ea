"""The library as one document means it: which recurring event a bare "World Cup" may be."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.evidence import Fact
from claimcheck.reference.library import Library
from claimcheck.reference.series import Series
from claimcheck.reference.sports import Sport
from claimcheck.values.name import Name, fold

_USUAL = "football"


@dataclass(frozen=True)
class InContext:
    """A library, and the sports that the document at hand speaks of."""

    library: Library
    sports: tuple[Sport, ...] = ()

    def entities(self, text: str) -> tuple[Name, ...]:
        """Return every entity that goes by the name."""
        return self.library.entities(text)

    def about(self, text: str, relation: str) -> tuple[Fact, ...]:
        """Return the facts that have the named entity as their subject, for one relation."""
        return self.library.about(text, relation)

    def naming(self, text: str, relation: str) -> tuple[Fact, ...]:
        """Return the facts that have the named entity as their object, for one relation."""
        return self.library.naming(text, relation)

    def complete(self, text: str, relation: str) -> bool:
        """Return whether the tables list every object of the entity in the relation."""
        return self.library.complete(text, relation)

    def same(self, one: str, other: str) -> bool:
        """Return whether the two may name one entity."""
        return self.library.same(one, other)

    def part_of(self, part: str, whole: str) -> bool:
        """Return whether the first may lie inside the second."""
        return self.library.part_of(part, whole)

    def series_named(self, text: str) -> tuple[Series, ...]:
        """Return every series that the name may mean in this document.

        A document that speaks of football alone means that; a word of any other sport takes
        no reading away, since football needs no such word.  A sport with a yearly circuit of
        that name adds a series of which no year is covered.
        """
        found = self.library.series_named(text)
        if not found or _among(text, (series.name for series in found)):
            return found  # none, or a full name of its own: "Winter Olympics"
        if {sport.name for sport in self.sports} == {_USUAL}:
            return tuple(series for series in found if series.field == _USUAL) or found
        return found + tuple(_circuit(sport) for sport in self.sports if _among(text, sport.circuits))


def _among(text: str, names: Iterable[str]) -> bool:
    return fold(text) in {fold(name) for name in names}


def _circuit(sport: Sport) -> Series:
    return Series(f"{sport.name} circuit", sport.circuits, sport.name, 1, 0, ())

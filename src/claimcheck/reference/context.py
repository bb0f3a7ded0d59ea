"""The library as one document means it: which recurring event a bare "World Cup" may be."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.evidence import Fact
from claimcheck.reference.library import Library
from claimcheck.reference.series import Series
from claimcheck.reference.sports import Sport
from claimcheck.values.name import Name, fold


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

        Of several, those of the sports that the document speaks of are kept, if there are
        any; a sport with a yearly circuit of that name adds a series of which no year is covered.
        """
        found = self.library.series_named(text)
        circuits = tuple(_circuit(sport) for sport in self.sports if _among(text, sport.circuits))
        here = {sport.name for sport in self.sports}
        meant = tuple(series for series in found if series.field in here)
        if found and _among(text, (series.name for series in found)):
            return found  # a full name of its own: "Winter Olympics"
        return (meant or (() if circuits else found)) + (circuits if found else ())


def _among(text: str, names: Iterable[str]) -> bool:
    return fold(text) in {fold(name) for name in names}


def _circuit(sport: Sport) -> Series:
    return Series(f"{sport.name} circuit", sport.circuits, sport.name, 1, 0, ())

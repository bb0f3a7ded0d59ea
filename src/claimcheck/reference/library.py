"""All the tables of a run, with every fact found by what it is about and by what it names."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from claimcheck.document import Document
from claimcheck.evidence import Fact
from claimcheck.reference.gazetteer import Forms, Gazetteer, written_as
from claimcheck.reference.index.keys import Hashes, key_hash
from claimcheck.reference.index.shelf import Placed, Shelf
from claimcheck.reference.series import Series
from claimcheck.reference.table import Table
from claimcheck.relation import Relation
from claimcheck.values.name import YEAR, Name, fold

if TYPE_CHECKING:
    from claimcheck.reference.context import InContext

_INSIDE = frozenset({"located in", "part of", "continued as"})
_ADJECTIVES = frozenset({"adjective", "demonym"})
_DEEPEST = 6
_KEPT = 1 << 14  # names


@dataclass(frozen=True)
class Library:
    """The tables of a run.  Names are looked up folded: case, accents, punctuation and "the" do not matter.

    A shelf answers for its own tables; here what they tell of one entity is brought together.
    """

    shelves: tuple[Shelf, ...] = ()

    @classmethod
    def of(cls, parts: Iterable[Table | Shelf]) -> "Library":
        """Return the library of the tables and shelves, in that order."""
        shelves: list[Shelf] = []
        for plain, group in groupby(parts, lambda part: isinstance(part, Table)):
            if plain:
                shelves.append(Shelf.of([part for part in group if isinstance(part, Table)]))
            else:
                shelves += (part for part in group if isinstance(part, Shelf))
        return cls(tuple(shelves))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of all shelves; those of a mapped shelf come without their facts."""
        return tuple(table for shelf in self.shelves for table in shelf.tables)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The relations that only the tables know, each once."""
        found = {relation.name: relation for table in reversed(self.tables) for relation in table.relations}
        return tuple(found.values())

    def in_context(self, document: Document) -> "InContext":
        """Return the library as the document means it: its sports decide what a bare "World Cup" may be."""
        from claimcheck.reference.context import InContext
        from claimcheck.reference.sports import sports_in

        prose = " ".join(document[part.span] for part in document.prose())
        return InContext(self, sports_in(prose))

    def entities(self, text: str) -> tuple[Name, ...]:
        """Return every entity that goes by the name, or the countries it is the adjective of.

        There is none for "who", though there is a WHO.
        """
        key = fold(text)
        found = tuple(dict.fromkeys(name for form, name in self._forms(key) if written_as(form, text)))
        return found or self._adjectives(key)

    def canonical(self, text: str) -> str:
        """Return the usual name of the one entity that the text names; any other text as it is."""
        found = self.entities(text)
        return found[0].text if len(found) == 1 else text

    def label(self, names: Sequence[Name]) -> str:
        """Return the OntoNotes label of what the names stand for, "" if the tables do not tell."""
        return next((label for name in names if (label := self._label(fold(name.text)))), "")

    def about(self, text: str, relation: str) -> tuple[Fact, ...]:
        """Return the facts that have the named entity as their subject, for one relation."""
        return tuple(
            fact
            for name in self.entities(text)
            for shelf in self.shelves
            for _, fact in shelf.about(fold(name.text), (relation,))
        )

    def all_about(self, text: str) -> tuple[Fact, ...]:
        """Return all facts that have the named entity as their subject."""
        return tuple(fact for name in self.entities(text) for shelf in self.shelves for _, fact in shelf.about(fold(name.text)))

    def naming(self, text: str, relation: str) -> tuple[Fact, ...]:
        """Return the facts that have the named entity as their object, for one relation."""
        return tuple(
            fact
            for name in self.entities(text)
            for shelf in self.shelves
            for _, fact in self._naming(shelf, fold(name.text), (relation,))
        )

    def complete(self, text: str, relation: str) -> bool:
        """Return whether the tables list every object the named entity has, or had, in the relation.

        So for the members of an organisation, though there are many: a country that is
        not among them was never one.
        """
        found = self.entities(text)
        return bool(found) and all(any(shelf.lists(fold(name.text), relation) for shelf in self.shelves) for name in found)

    def longest_names_in(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[Name, ...]]]:
        """Yield (start, end, entities) of the longest names among the words of a sentence.

        Offsets count words; each match has a capital letter; matches do not overlap.
        """
        return self._gazetteer.longest_in(words)

    def series_named(self, text: str) -> tuple[Series, ...]:
        """Return every series that goes by the name, as "World Cup" does in several sports."""
        return self._series.get(fold(text), ())

    def same(self, one: str, other: str) -> bool:
        """Return whether the two may name one entity."""
        if fold(one) == fold(other):
            return True
        return not set(self.entities(one)).isdisjoint(self.entities(other))

    def part_of(self, place: str, whole: str) -> bool:
        """Return whether the first may lie inside the second, at any time: Beijing in China."""
        wanted = {fold(name.text) for name in self.entities(whole)} or {fold(whole)}
        current = {fold(name.text) for name in self.entities(place)} or {fold(place)}
        seen = set(current)
        for _ in range(_DEEPEST):
            current = {outer for inner in current for outer in self._wholes(inner)} - seen
            if current & wanted:
                return True
            seen |= current
        return False

    def wholes(self, place: str) -> tuple[Name, ...]:
        """Return what the place lies directly in: its city, region, country or continent."""
        found = (outer for name in self.entities(place) for outer in self._wholes(fold(name.text)))
        return tuple(name for key in dict.fromkeys(found) if (name := self._named(key)))

    @cached_property
    def _named(self) -> Callable[[str], Name | None]:
        """The entity by its usual name, folded; the aliases of all shelves together."""
        return lru_cache(_KEPT)(self._read_named)

    def _read_named(self, key: str) -> Name | None:
        found = [placed[1] for shelf in self.shelves if (placed := shelf.named(key))]
        aliases = dict.fromkeys(alias for name in found for alias in name.aliases)
        return Name(found[0].text, tuple(aliases)) if found else None

    @cached_property
    def _forms(self) -> Callable[[str], Forms]:
        """The entities by a name they go by, folded, with the form as the table writes it.

        A name that is only an object ("Peking" as a host) and an alias elsewhere is that other entity.
        """
        return lru_cache(_KEPT)(self._read_forms)

    def _read_forms(self, key: str) -> Forms:
        keys = {entity for shelf in self.shelves for entity in shelf.known_as(key)}
        names = [name for entity in sorted(keys, key=self._order) if (name := self._named(entity))]
        found = [(form, name) for name in names for form in name.aliases if fold(form) == key]
        usual = self._named(key)
        if usual is not None and (not found or self._is_subject(key)):
            found.insert(0, (usual.text, usual))
        return tuple(found)

    def _order(self, key: str) -> tuple[int, int]:
        """Return where the entity first comes up: the shelf, and the place in it."""
        return next(((number, at[0]) for number, shelf in enumerate(self.shelves) if (at := shelf.named(key))), (0, 0))

    def _is_subject(self, key: str) -> bool:
        return any(shelf.is_subject(key) for shelf in self.shelves)

    def _key(self, name: Name) -> str:
        """Return the key of the entity that a table's name stands for."""
        key = fold(name.text)
        if self._is_subject(key):
            return key
        forms = self._forms(key)
        return fold(forms[0][1].text) if len(forms) == 1 else key

    def _naming(self, shelf: Shelf, key: str, relations: Sequence[str]) -> list[Placed]:
        """Return the facts of a shelf whose object is the entity, by whichever name."""
        name = self._named(key)
        written = {key, *(map(fold, name.aliases) if name else ())}
        return [(at, fact) for at, fact in shelf.naming(written, relations) if self._stands_for(fact, key)]

    def _stands_for(self, fact: Fact, key: str) -> bool:
        return isinstance(fact.object, Name) and self._key(fact.object) == key

    @cached_property
    def _wholes(self) -> Callable[[str], tuple[str, ...]]:
        """What a place lies in: as its table says, and a capital in its country."""
        return lru_cache(_KEPT)(self._read_wholes)

    def _read_wholes(self, key: str) -> tuple[str, ...]:
        found: list[tuple[int, int, str]] = []
        for number, shelf in enumerate(self.shelves):
            inside = ((at, fact.object) for at, fact in shelf.about(key, _INSIDE))
            found += ((number, at, self._key(thing)) for at, thing in inside if isinstance(thing, Name))
            seats = self._naming(shelf, key, ("capital",))
            found += ((number, at, self._key(fact.subject)) for at, fact in seats)
        return tuple(dict.fromkeys(outer for *_, outer in sorted(found)))

    @cached_property
    def _series(self) -> dict[str, tuple[Series, ...]]:
        found: dict[str, tuple[Series, ...]] = {}
        for table in self.tables:
            for series in table.series:
                for key in dict.fromkeys(map(fold, (series.name, *series.aliases))):
                    found[key] = (*found.get(key, ()), series)
        return found

    @cached_property
    def _adjectives(self) -> Callable[[str], tuple[Name, ...]]:
        """The countries of an adjective or demonym, of which the plural may be meant."""
        return lru_cache(_KEPT)(self._read_adjectives)

    def _read_adjectives(self, key: str) -> tuple[Name, ...]:
        one = key.removesuffix("s")
        keys = {key} if one == key or one.endswith(("s", "sh", "ch", "ese")) else {key, one}
        facts = (fact for shelf in self.shelves for _, fact in shelf.naming(keys, _ADJECTIVES))
        names = (self._named(fold(fact.subject.text)) for fact in facts)
        return tuple(dict.fromkeys(name for name in names if name))

    def _label(self, key: str) -> str:
        """Return the label of an entity; the first table that tells it wins."""
        told = next((label for shelf in self.shelves if (label := shelf.label(key))), "")
        return told or ("EVENT" if key in self._recurring else "")

    @cached_property
    def _recurring(self) -> frozenset[str]:
        return frozenset(fold(series.name) for table in self.tables for series in table.series)

    @cached_property
    def _editions(self) -> frozenset[str]:
        return frozenset(fold(n.text) for table in self.tables for series in table.series for _, n in series.editions)

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        """The names to be found in text: of things whose label is known, of series, and all of the user's own tables."""
        series = np.sort(np.array([key_hash(key) for key in self._series], np.uint64))
        lengths = {length for shelf in self.shelves for length in shelf.lengths} | {len(key.split()) for key in self._series}

        def among(hashes: Hashes) -> npt.NDArray[np.bool_]:
            found = np.isin(hashes, series)
            for shelf in self.shelves:
                found |= shelf.among(hashes)
            return found

        return Gazetteer(sorted(lengths), among, lru_cache(_KEPT)(self._sought))

    def _sought(self, key: str) -> Forms:
        known = [(form, name) for form, name in self._forms(key) if self._is_sought(form, fold(name.text))]
        for series in self._series.get(key, ()):
            name = Name(series.name, series.aliases)
            known += ((form, name) for form in (series.name, *series.aliases) if fold(form) == key)
        return tuple((form, name) for form, name in known if _is_name(form))

    def _is_sought(self, form: str, key: str) -> bool:
        if not self._label(key) and not any(shelf.is_own(key) for shelf in self.shelves):
            return False
        return not (_has_year(form) and key in self._editions)


def _is_name(form: str) -> bool:
    return len(form) > 1 and any(c.isupper() for c in form)


def _has_year(form: str) -> bool:
    words = form.split()
    return bool(YEAR.match(words[0]) or YEAR.match(words[-1]))

"""A compiled index as the library looks things up in it: names and facts are made when they are asked for."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from claimcheck.evidence import Fact, Source
from claimcheck.reference.index.build import compiled
from claimcheck.reference.index.head import Head, read
from claimcheck.reference.index.keys import Hashes, key_hash
from claimcheck.reference.index.layout import NOWHERE, OPEN, OWN, STORED, SUBJECT, Array, Arrays, damaged, map_index, read_arrays
from claimcheck.reference.index.records import coded_day, thing_of, unpack
from claimcheck.reference.table import Table
from claimcheck.reference.verbalize import verbalize
from claimcheck.relation import Relation
from claimcheck.values.date import Date
from claimcheck.values.name import Name, fold

T = TypeVar("T")
Placed = tuple[int, Fact]
Places = npt.NDArray[np.intp]

_KEPT = 1 << 14


class Shelf:
    """Tables in their compiled form.  Every key is a folded name; facts come with their order in the tables."""

    def __init__(self, arrays: Arrays, name: str, tables: tuple[Table, ...] = ()) -> None:
        """Stand on the arrays.

        Args:
            arrays: the index.
            name: what messages call it.
            tables: the tables it was made from, where they are at hand.

        Raises:
            TableError: the index is damaged.
        """
        self._name = name
        try:
            self._head: Head = read(arrays.head)
        except (ValueError, TypeError) as error:
            raise damaged(name, str(error)) from error
        self.tables = tables or self._head.tables
        self.lengths = self._head.lengths
        self._keys, self._entries, self._facts = (arrays.sections[part] for part in ("keys", "entries", "facts"))
        self._naming, self._aliases = arrays.sections["naming"], arrays.sections["aliases"]
        self._text = memoryview(arrays.sections["text"])  # type: ignore[arg-type]  # an array is a buffer
        self._relation_numbers = {relation.name: number for number, relation in enumerate(self._head.relations)}
        self._entry = lru_cache(_KEPT)(self._find)
        self._fact = lru_cache(_KEPT)(self._read_fact)

    @classmethod
    def of(cls, tables: Sequence[Table], relations: Sequence[Relation] = ()) -> "Shelf":
        """Return the shelf of tables that are in memory."""
        return cls(read_arrays(memoryview(compiled(tables, relations)), "tables"), "tables", tuple(tables))

    @classmethod
    def mapped(cls, path: Path) -> "Shelf":
        """Return the shelf in an index file.

        Raises:
            TableError: the file cannot be read, or is no whole index of this version.
        """
        return cls(map_index(path), path.name)

    def among(self, hashes: Hashes) -> npt.NDArray[np.bool_]:
        """Return which of the hashes are, to all appearance, of a name."""
        if not len(self._keys):
            return np.zeros(len(hashes), np.bool_)
        at = np.searchsorted(self._keys, hashes)
        found: npt.NDArray[np.bool_] = self._keys[np.minimum(at, len(self._keys) - 1)] == hashes
        return found

    def named(self, key: str) -> tuple[int, Name] | None:
        """Return the entity with that usual name, and its place among the entities; None if there is none."""
        entry = self._entry(key)
        return None if entry is None else self._entity(entry, key)

    def is_subject(self, key: str) -> bool:
        """Return whether a row is about the entity."""
        return self._marked(key, SUBJECT)

    def is_own(self, key: str) -> bool:
        """Return whether a table of the user's own tells something of the entity."""
        return self._marked(key, OWN)

    def label(self, key: str) -> str:
        """Return the OntoNotes label of the entity, "" if the tables do not tell."""
        entry = self._entry(key)
        if entry is None or self._entity(entry, key) is None:
            return ""
        return self._item(self._head.labels, int(self._entries["label"][entry]))

    def known_as(self, key: str) -> tuple[str, ...]:
        """Return the usual names, folded, of the entities that may have the other name."""
        entry = self._entry(key)
        if entry is None:
            return ()
        return tuple(fold(self._strings(int(self._entries["name"][at]))[0]) for at in self._slice("alias", self._aliases, entry))

    def about(self, key: str, relations: Collection[str] | None = None) -> list[Placed]:
        """Return the facts that have the entity as their subject, of some relations or of all."""
        entry = self._entry(key)
        if entry is None:
            return []
        start, end = self._range("about", entry, len(self._facts))
        placed = self._placed(np.arange(start, end), relations)
        return [one for one in placed if fold(one[1].subject.text) == key]

    def naming(self, keys: Collection[str], relations: Collection[str]) -> list[Placed]:
        """Return the facts of the relations whose object is written as one of the keys."""
        found: list[Placed] = []
        for key in keys:
            entry = self._entry(key)
            if entry is not None:
                placed = self._placed(self._slice("naming", self._naming, entry), relations)
                found += (one for one in placed if isinstance(one[1].object, Name) and fold(one[1].object.text) == key)
        return sorted(found, key=lambda one: one[0])

    def lists(self, key: str, relation: str) -> bool:
        """Return whether a table that has every object for the relation has one for the entity."""
        complete = [number for number, table in enumerate(self._head.tables) if relation in table.complete]
        entry = self._entry(key) if complete else None
        if entry is None or self._entity(entry, key) is None:
            return False
        start, end = self._range("about", entry, len(self._facts))
        facts = self._facts[start:end]
        return bool(np.isin(facts["table"][facts["relation"] == self._relation_numbers.get(relation, -1)], complete).any())

    def _marked(self, key: str, mark: int) -> bool:
        entry = self._entry(key)
        return entry is not None and bool(self._entries["marks"][entry] & mark) and self._entity(entry, key) is not None

    def _find(self, key: str) -> int | None:
        number = np.uint64(key_hash(key))
        at = int(np.searchsorted(self._keys, number))
        return at if key and at < len(self._keys) and self._keys[at] == number else None

    def _entity(self, entry: int, key: str) -> tuple[int, Name] | None:
        place = int(self._entries["name"][entry])
        if place == NOWHERE:
            return None
        text, *aliases = self._strings(place)
        return (int(self._entries["ordinal"][entry]), Name(text, tuple(aliases))) if fold(text) == key else None

    def _range(self, column: str, entry: int, size: int) -> tuple[int, int]:
        start, end = int(self._entries[column][entry]), int(self._entries[column][entry + 1])
        if not start <= end <= size:
            raise damaged(self._name, "an entry lies outside its array")
        return start, end

    def _slice(self, column: str, array: Array, entry: int) -> Places:
        """Return what a key has in an array, as places in the array of what it points to."""
        start, end = self._range(column, entry, len(array))
        return array[start:end].astype(np.intp)

    def _placed(self, places: Places, relations: Collection[str] | None) -> list[Placed]:
        if len(places) and places.max() >= len(self._facts):
            raise damaged(self._name, "an entry lies outside its array")
        if relations is not None and len(places):
            wanted = [self._relation_numbers[name] for name in relations if name in self._relation_numbers]
            places = places[np.isin(self._facts["relation"][places], wanted)]
        return [self._fact(int(place)) for place in places]

    def _read_fact(self, place: int) -> Placed:
        subject, thing, publisher, first, last, order, row, relation, column, table, kind, telling = self._facts[place].tolist()
        try:
            strings = self._strings(thing)
            told, strings = (strings[-1], strings[:-1]) if telling == STORED else ("", strings)
            object_ = thing_of(kind, strings)
            valid = Date(coded_day(first), coded_day(last))
            text, *aliases = self._strings(subject)
            name = Name(text, tuple(aliases))
        except (ValueError, IndexError) as error:
            raise damaged(self._name, str(error)) from error
        source = Source(
            self._item(self._head.tables, table).name, row, self._item(self._head.columns, column), self._strings(publisher)[0]
        )
        named = self._item(self._head.relations, relation)
        words = object_.text if isinstance(object_, Name) else str(object_)
        said = told or verbalize(name, named, words, Date(valid.earliest, None) if telling == OPEN else valid)
        return order, Fact(name, named.name, object_, valid, source, said)

    def _strings(self, place: int) -> tuple[str, ...]:
        try:
            found = unpack(self._text, place)
        except (ValueError, OverflowError) as error:
            raise damaged(self._name, f"a name or value cannot be read ({error})") from error
        if not found:
            raise damaged(self._name, "a name is missing")
        return found

    def _item(self, items: Sequence[T], number: int) -> T:
        if number >= len(items):
            raise damaged(self._name, "a number stands for nothing")
        return items[number]

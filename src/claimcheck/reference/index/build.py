"""Tables in, an index out: rows are read once, sorted in parts, and never all in memory."""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

import numpy as np

from claimcheck.errors import TableError
from claimcheck.evidence import Fact
from claimcheck.reference.index.head import Head, written
from claimcheck.reference.index.keys import LONGEST, key_hash
from claimcheck.reference.index.layout import AS_IT_STANDS, KINDS, OPEN, OWN, STORED, SUBJECT, encoded, padded
from claimcheck.reference.index.merge import Spills, merged
from claimcheck.reference.index.records import NAME, day_code, pack, thing_strings
from claimcheck.reference.index.spill import Stream
from claimcheck.reference.table import Table
from claimcheck.reference.verbalize import verbalize
from claimcheck.relation import ObjectKind, Relation
from claimcheck.values.date import Date
from claimcheck.values.name import Name, fold

ADJECTIVES = frozenset({"adjective", "demonym"})

_FACT = struct.Struct("<QQQQqqIIIIIBB")
_MENTION = struct.Struct("<QQQB")
_PAIR = struct.Struct("<QQ")
_LABEL = struct.Struct("<QB")
_TOGETHER = 50_000  # records
_REMEMBERED = 500_000  # strings, names
_WARNINGS = 1_000


class Builder:
    """An index in the making.  The same tables in the same order give the same bytes."""

    def __init__(self, relations: Iterable[Relation], *, bits: int = 0) -> None:
        """Begin an index.

        Args:
            relations: those that the facts of the tables may have, beside the tables' own.
            bits: into how many parts, as a power of two, the records are split to be sorted.
        """
        self._relations = {relation.name: relation for relation in relations}
        self._used: dict[str, int] = {}
        self._columns: dict[str, int] = {}
        self._labels: dict[str, int] = {"": 0}
        self._lengths: set[int] = set()
        self._tables: list[Table] = []
        self.facts = 0
        self._mentions = 0
        self._text = Stream()
        self._spills = Spills.empty(bits)
        self._waiting = {kind: bytearray() for kind in ("facts", "mentions", "aliases", "objects", "labels")}
        self._strings: dict[bytes, int] = {}
        self._names: dict[tuple[Name, int], None] = {}
        self._hash = lru_cache(_REMEMBERED)(self._key_hash)

    def add(self, table: Table) -> None:
        """Add a table, or the next rows of the one that was added last, which then has the same name and digest.

        Raises:
            ValueError: a value is farther away than can be told.
        """
        if self._tables and (self._tables[-1].name, self._tables[-1].sha256) == (table.name, table.sha256):
            self._tables[-1] = _longer(self._tables[-1], table)
        else:
            self._tables.append(replace(table, facts=(), names=(), labels=()))
        self._relations = {relation.name: relation for relation in table.relations} | self._relations
        for name in table.names:
            self._mention(name, SUBJECT)
        own = 0 if table.name.startswith("world/") else OWN
        for fact in table.facts:
            self._fact(fact, own)
        for key, label in table.labels:
            if key:
                number = self._labels.setdefault(label, len(self._labels))
                self._put("labels", _LABEL.pack(self._hash(key), min(number, 255)))

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was noticed in the table that was added last."""
        return self._tables[-1].warnings if self._tables else ()

    def _put(self, kind: str, record: bytes) -> None:
        waiting = self._waiting[kind]
        waiting += record
        if len(waiting) >= _TOGETHER * len(record):
            self._flush(kind)

    def _flush(self, kind: str) -> None:
        spill = self._spills.of(kind)
        spill.add(np.frombuffer(bytes(self._waiting[kind]), spill.kind))
        self._waiting[kind].clear()

    def _key_hash(self, key: str) -> int:
        length = key.count(" ") + 1
        if length <= LONGEST:
            self._lengths.add(length)
        return key_hash(key)

    def _stored(self, strings: tuple[str, ...]) -> int:
        """Return where the strings stand in the text; what was written lately is not written again."""
        packed = pack(strings)
        found = self._strings.get(packed)
        if found is None:
            if len(self._strings) >= _REMEMBERED:
                self._strings.clear()
            found = self._strings[packed] = self._text.write(packed)
        return found

    def _mention(self, name: Name, marks: int) -> None:
        """Note that the tables have the entity, once for what they tell of it."""
        if (name, marks) in self._names:
            return
        if len(self._names) >= _REMEMBERED:
            self._names.clear()
        self._names[name, marks] = None
        key = fold(name.text)
        if not key:
            return
        number = self._hash(key)
        self._put("mentions", _MENTION.pack(number, self._mentions, self._stored((name.text, *name.aliases)), marks))
        self._mentions += 1
        for alias in {fold(alias) for alias in name.aliases} - {""}:
            self._put("aliases", _PAIR.pack(self._hash(alias), number))

    def _fact(self, fact: Fact, own: int) -> None:
        subject, thing, source = fact.subject, fact.object, fact.source
        self._mention(subject, SUBJECT | own)
        if isinstance(thing, Name) and fact.relation not in ADJECTIVES:
            self._mention(thing, own)
        relation = self._used.setdefault(fact.relation, len(self._used))
        column = self._columns.setdefault(source.column, len(self._columns))
        telling = self._telling(fact)
        kind, strings = thing_strings(thing)
        at = self._text.write(pack((*strings, fact.text))) if telling == STORED else self._stored(strings)
        number = self._hash(fold(subject.text))
        self._put("facts", _FACT.pack(
            number, self._stored((subject.text, *subject.aliases)), at, self._stored((source.publisher,)),
            day_code(fact.valid.earliest), day_code(fact.valid.latest),
            self.facts, source.row, relation, column, len(self._tables) - 1, kind, telling,
        ))  # fmt: skip
        if kind == NAME and isinstance(thing, Name) and (key := fold(thing.text)):
            self._put("objects", _PAIR.pack(self._hash(key), self.facts))
        self.facts += 1

    def _telling(self, fact: Fact) -> int:
        """Return how the sentence of the fact can be told again."""
        relation = self._relations.get(fact.relation)
        words = fact.object.text if isinstance(fact.object, Name) else str(fact.object)
        if relation is not None:
            if verbalize(fact.subject, relation, words, fact.valid) == fact.text:
                return AS_IT_STANDS
            if verbalize(fact.subject, relation, words, Date(fact.valid.earliest, None)) == fact.text:
                return OPEN
        return STORED

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes of the index; nothing can be added any more.

        Raises:
            TableError: two different names cannot be told apart, or there are too many.
        """
        for kind in self._waiting:
            self._flush(kind)
        arrays = merged(self._spills, self.facts, self._text)
        kept = {name: stream.size // KINDS[name].itemsize for name, stream in arrays.items()}
        relations = (self._relations.get(name) or _bare(name) for name in self._used)
        head = Head(
            tuple(self._tables), tuple(relations), tuple(self._columns), tuple(self._labels), tuple(sorted(self._lengths))
        )
        yield encoded(written(head, self._inputs()), kept)[0]
        for name in KINDS:
            yield from padded(arrays[name].pieces())
            arrays[name].close()

    def _inputs(self) -> str:
        return sha256("\n".join(f"{table.name} {table.sha256}" for table in self._tables).encode()).hexdigest()


def _bare(name: str) -> Relation:
    return Relation(name, ObjectKind.NAME)


def _longer(table: Table, more: Table) -> Table:
    """Return the table with what was noticed in its next rows."""
    relations = {relation.name: relation for relation in (*more.relations, *table.relations)}
    return replace(
        table,
        rows=table.rows + more.rows,
        relations=tuple(relations.values()),
        warnings=(*table.warnings, *more.warnings)[:_WARNINGS],
    )


def compiled(tables: Iterable[Table], relations: Iterable[Relation] = ()) -> bytes:
    """Return the index of tables that are in memory.

    Raises:
        TableError: they cannot be made into one.
    """
    builder = Builder(relations)
    for table in tables:
        try:
            builder.add(table)
        except ValueError as error:
            raise TableError(f"{table.name}: {error}; mend the row, or leave it out") from error
    return b"".join(builder.pieces())

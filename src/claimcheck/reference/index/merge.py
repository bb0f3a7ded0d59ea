"""What all rows say of each name, brought together in the order of the names' hashes."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from claimcheck.errors import TableError
from claimcheck.reference.index.layout import ENTRY, FACT, NOWHERE
from claimcheck.reference.index.records import pack, unpack
from claimcheck.reference.index.spill import Records, Spill, Stream
from claimcheck.values.name import fold

HASHED_FACT = np.dtype([("hash", "<u8"), *((name, FACT[name]) for name in FACT.names or ())])
MENTION = np.dtype([("hash", "<u8"), ("order", "<u8"), ("name", "<u8"), ("marks", "u1")])
ALIAS = np.dtype([("hash", "<u8"), ("entity", "<u8")])
OBJECT = np.dtype([("hash", "<u8"), ("fact", "<u8")])
LABEL = np.dtype([("hash", "<u8"), ("label", "u1")])

_MOST = (1 << 32) - 2
_LONGEST_RECORD = 1 << 16

Numbers = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Spills:
    """The records of all rows, in so many parts."""

    facts: Spill
    mentions: Spill
    aliases: Spill
    objects: Spill
    labels: Spill
    parts: int

    @classmethod
    def empty(cls, bits: int) -> "Spills":
        """Return spills in so many parts, as a power of two."""
        facts, mentions, aliases, objects, labels = (Spill(kind, bits) for kind in (HASHED_FACT, MENTION, ALIAS, OBJECT, LABEL))
        return cls(facts, mentions, aliases, objects, labels, 1 << bits)

    def of(self, kind: str) -> Spill:
        """Return the records of a kind."""
        spill: Spill = getattr(self, kind)
        return spill


def merged(spills: Spills, facts: int, text: Stream) -> dict[str, Stream]:
    """Return the arrays of the index.

    Raises:
        TableError: there are too many facts, or two different names have one hash.
    """
    if facts > _MOST:
        raise TableError(f"the tables have {facts:,} facts, at most {_MOST:,} go into one index; make several")
    arrays = {name: Stream() for name in ("keys", "entries", "facts", "naming", "aliases")}
    keys, place = _sorted(spills, arrays, text, facts)
    for part in range(spills.parts):
        objects, aliases = spills.objects.part(part), np.unique(spills.aliases.part(part))
        arrays["naming"].write(place[objects["fact"].astype(np.intp)].astype("<u4").tobytes())
        arrays["aliases"].write(np.searchsorted(keys, aliases["entity"]).astype("<u4").tobytes())
    for name in ("facts", "mentions", "aliases", "objects", "labels"):
        spills.of(name).close()
    return {**arrays, "text": text}


def _sorted(spills: Spills, arrays: dict[str, Stream], text: Stream, facts: int) -> tuple[Numbers, npt.NDArray[np.uint32]]:
    """Write keys, entries and facts; return the keys, and the place of each fact by the order in which it was read."""
    place = np.zeros(facts, np.uint32)
    totals = np.zeros(3, np.uint64)
    keys: list[Numbers] = []
    for part in range(spills.parts):
        told = spills.facts.part(part)
        entries, own_keys, counts = _entries(spills, part, told, text)
        for column, name in enumerate(("about", "naming", "alias")):
            entries[name] = totals[column] + np.cumsum(counts[column]) - counts[column]
        start = int(totals[0])
        place[told["ordinal"]] = np.arange(start, start + len(told), dtype=np.uint32)
        totals += counts.sum(axis=1, dtype=np.uint64)
        arrays["facts"].write(_without_hash(told).tobytes())
        arrays["entries"].write(entries.tobytes())
        arrays["keys"].write(own_keys.astype("<u8").tobytes())
        keys.append(own_keys)
    last = np.zeros(1, ENTRY)
    last["name"], last["about"], last["naming"], last["alias"] = NOWHERE, *totals
    arrays["entries"].write(last.tobytes())
    return np.concatenate(keys), place


def _without_hash(told: Records) -> Records:
    plain = np.empty(len(told), FACT)
    for name in FACT.names or ():
        plain[name] = told[name]
    return plain


def _entries(spills: Spills, part: int, told: Records, text: Stream) -> tuple[Records, Numbers, Numbers]:
    """Return the entries of a part's keys, the keys, and how many facts, namings and aliases each has."""
    mentions, labels = spills.mentions.part(part), spills.labels.part(part)
    objects, aliases = spills.objects.part(part)["hash"], np.unique(spills.aliases.part(part))["hash"]
    keys: Numbers = np.unique(np.concatenate([told["hash"], mentions["hash"], labels["hash"], objects, aliases]))
    entries = np.zeros(len(keys), ENTRY)
    entries["name"] = NOWHERE
    found, firsts = np.unique(mentions["hash"], return_index=True)
    at = np.searchsorted(keys, found)
    entries["ordinal"][at] = mentions["order"][firsts]
    entries["name"][at] = list(_names(mentions, firsts, text))
    if len(firsts):
        entries["marks"][at] = np.bitwise_or.reduceat(mentions["marks"], firsts)
    labelled, first_labels = np.unique(labels["hash"], return_index=True)
    entries["label"][np.searchsorted(keys, labelled)] = labels["label"][first_labels]
    counts = [np.bincount(np.searchsorted(keys, hashes), minlength=len(keys)) for hashes in (told["hash"], objects, aliases)]
    return entries, keys, np.array(counts, np.uint64)


def _names(mentions: Records, firsts: npt.NDArray[np.intp], text: Stream) -> Iterator[int]:
    """Yield where the names of each entity stand: all its aliases together, which may have to be written."""
    ends = [*firsts[1:], len(mentions)][: len(firsts)]
    places = mentions["name"]
    for start, end in zip(firsts, ends, strict=True):
        distinct = dict.fromkeys(places[start:end].tolist())
        yield next(iter(distinct)) if len(distinct) == 1 else _together(list(distinct), text)


def _together(places: list[int], text: Stream) -> int:
    records = list(dict.fromkeys(_record(place, text) for place in places))
    if len(records) == 1:
        return places[0]
    first = records[0]
    for other in records[1:]:
        if fold(other[0]) != fold(first[0]):
            raise TableError(f"{first[0]!r} and {other[0]!r} cannot be told apart in one index; rename one, or make two indexes")
    aliases = dict.fromkeys(alias for record in records for alias in record[1:])
    return text.write(pack((first[0], *aliases)))


def _record(place: int, text: Stream) -> tuple[str, ...]:
    size = _LONGEST_RECORD
    while True:
        content = text.at(place, size)
        try:
            return unpack(memoryview(content), 0)
        except ValueError:
            if len(content) < size:
                raise
            size *= 16

"""The parts of a compiled index, and the file they stand in.

    a line that says what the file is · the length and the digest of the head · the head, in JSON
    · the arrays, one after the other

Everything is little-endian; nothing in the file is ever executed, and no offset is trusted.
"""

import json
import mmap
import os
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import get_ident
from typing import Any

import numpy as np
import numpy.typing as npt

from claimcheck.errors import TableError

VERSION = 1
MAGIC = b"claimcheck index\n"
_START = struct.Struct("<IQ32s")
_ALIGNED = 64
_LONGEST_HEAD = 256_000_000
_BLOCK = 1 << 20

NOWHERE = (1 << 64) - 1

# A key is a folded name: `name` is where its entity's names stand, if it is the usual name of
# one; the others are the first of its facts, of the facts that name it, of the entities it is
# another name of; they end where those of the next key begin.
ENTRY = np.dtype([
    ("name", "<u8"), ("about", "<u4"), ("naming", "<u4"), ("alias", "<u4"), ("ordinal", "<u4"), ("marks", "u1"), ("label", "u1"),
])  # fmt: skip
FACT = np.dtype([
    ("subject", "<u8"), ("object", "<u8"), ("publisher", "<u8"), ("first", "<i8"), ("last", "<i8"),
    ("ordinal", "<u4"), ("row", "<u4"), ("relation", "<u4"), ("column", "<u4"), ("table", "<u4"),
    ("kind", "u1"), ("telling", "u1"),
])  # fmt: skip
KINDS: dict[str, np.dtype[Any]] = {
    "keys": np.dtype("<u8"),
    "entries": ENTRY,
    "facts": FACT,
    "naming": np.dtype("<u4"),
    "aliases": np.dtype("<u4"),
    "text": np.dtype("u1"),
}
SUBJECT, OWN = 1, 2  # the marks of a key
AS_IT_STANDS, OPEN, STORED = 0, 1, 2  # how a fact's sentence is told: of its values, without its end, or word by word


Array = npt.NDArray[Any]  # of any of the kinds above


@dataclass(frozen=True, slots=True)
class Arrays:
    """The head and the arrays of an index."""

    head: Mapping[str, object]
    sections: Mapping[str, Array]


def is_index(path: Path) -> bool:
    """Return whether the file says of itself that it is an index."""
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except (OSError, ValueError):
        return False


def encoded(head: Mapping[str, object], sizes: Mapping[str, int]) -> tuple[bytes, dict[str, int]]:
    """Return the bytes before the arrays, and where each of them begins."""
    text = json.dumps({**head, "sizes": sizes}, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()
    start = MAGIC + _START.pack(VERSION, len(text), sha256(text).digest()) + text
    return start + bytes(-len(start) % _ALIGNED), _places(len(start) + -len(start) % _ALIGNED, sizes)


def _places(at: int, sizes: Mapping[str, int]) -> dict[str, int]:
    places = {}
    for name, kind in KINDS.items():
        places[name] = at
        at += sizes[name] * kind.itemsize
        at += -at % _ALIGNED
    return {**places, "": at}


def write_index(target: Path, pieces: Iterable[bytes]) -> None:
    """Write the file in one step: it is whole, or not there.

    Raises:
        OSError: it cannot be written.
    """
    partial = target.with_name(f".{target.name}.{os.getpid()}.{get_ident()}.partial")
    try:
        with partial.open("wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def map_index(path: Path) -> Arrays:
    """Return the arrays of an index file, mapped: its pages are read when they are needed, and shared.

    Raises:
        TableError: the file cannot be read, or is no whole index of this version.
    """
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size == 0:
                raise TableError(f"{path.name}: the file is empty, an index was wanted; build it with: claimcheck table build")
            return read_arrays(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)), path.name)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise TableError(f"{path.name}: cannot be read ({reason}); an index was wanted; check the path") from error


def read_arrays(buffer: memoryview, name: str) -> Arrays:
    """Return the arrays that stand in a buffer.

    Raises:
        TableError: it is no whole index of this version.
    """
    head, at = _head(buffer, name)
    sizes = head.get("sizes")
    if not isinstance(sizes, dict) or set(sizes) != set(KINDS) or not all(type(n) is int and n >= 0 for n in sizes.values()):
        raise damaged(name, "its parts are not those of an index")
    places = _places(at, sizes)
    if places[""] != len(buffer):
        raise damaged(name, f"it has {len(buffer):,} bytes, {places['']:,} were wanted")
    if sizes["entries"] != sizes["keys"] + 1:
        raise damaged(name, "its names and their entries are not as many")
    return Arrays(head, {part: np.frombuffer(buffer, kind, sizes[part], places[part]) for part, kind in KINDS.items()})


def _head(buffer: memoryview, name: str) -> tuple[dict[str, object], int]:
    start = len(MAGIC) + _START.size
    if len(buffer) < start or bytes(buffer[: len(MAGIC)]) != MAGIC:
        raise damaged(name, "it does not begin as an index does")
    version, size, digest = _START.unpack_from(buffer, len(MAGIC))
    if version != VERSION:
        raise TableError(
            f"{name}: the index is of version {version}, this program reads version {VERSION};"
            " build it again with: claimcheck table build"
        )
    if size > min(_LONGEST_HEAD, len(buffer) - start):
        raise damaged(name, "its head goes on after the end")
    text = bytes(buffer[start : start + size])
    if sha256(text).digest() != digest:
        raise damaged(name, "its head is not what was written")
    try:
        head = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise damaged(name, "its head cannot be read") from error
    if not isinstance(head, dict):
        raise damaged(name, "its head cannot be read")
    return head, start + size + -(start + size) % _ALIGNED


def damaged(name: str, what: str) -> TableError:
    """Return the error that says what is the matter with an index."""
    return TableError(f"{name}: the index is damaged: {what}; build it again with: claimcheck table build")


def padded(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces of one array, and what fills the last line."""
    size = 0
    for piece in pieces:
        size += len(piece)
        yield piece
    yield bytes(-size % _ALIGNED)

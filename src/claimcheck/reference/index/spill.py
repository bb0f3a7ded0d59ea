"""Records on their way into an index: kept in memory while they are few, then in unnamed files, split by their hash."""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO

import numpy as np
import numpy.typing as npt

Records = npt.NDArray[np.void]

_IN_MEMORY = 16_000_000  # bytes of each stream
_BLOCK = 1 << 20


class Stream:
    """Bytes that are written once, and read from the beginning."""

    def __init__(self, in_memory: int = _IN_MEMORY) -> None:
        self._file: IO[bytes] = SpooledTemporaryFile(in_memory)  # noqa: SIM115  # closed by close()
        self.size = 0

    def write(self, content: bytes | memoryview) -> int:
        """Add the content; return where it begins."""
        at = self.size
        self._file.write(content)
        self.size += len(content)
        return at

    def at(self, place: int, size: int) -> bytes:
        """Return so many bytes from a place, or fewer at the end."""
        self._file.seek(place)
        content = self._file.read(size)
        self._file.seek(0, 2)
        return content

    def pieces(self) -> Iterator[bytes]:
        """Yield everything, a block at a time."""
        for place in range(0, self.size, _BLOCK):
            yield self.at(place, _BLOCK)

    def records(self, kind: np.dtype[np.void]) -> Records:
        """Return everything as records."""
        return np.frombuffer(self.at(0, self.size), kind)

    def close(self) -> None:
        """Let go of the bytes."""
        self._file.close()


class Spill:
    """Records with a field `hash`, in the order they come, split by its highest bits."""

    def __init__(self, kind: np.dtype[np.void], bits: int) -> None:
        self.kind, self._bits = kind, bits
        self._parts = [Stream(_IN_MEMORY >> bits) for _ in range(1 << bits)]

    def add(self, records: Records) -> None:
        """Add the records."""
        if not self._bits:
            self._parts[0].write(records.tobytes())
            return
        part = (records["hash"] >> np.uint64(64 - self._bits)).astype(np.intp)
        order = np.argsort(part, kind="stable")
        ends = np.cumsum(np.bincount(part, minlength=len(self._parts)))
        ordered = records[order]
        for stream, start, end in zip(self._parts, [0, *ends[:-1]], ends, strict=True):
            if end > start:
                stream.write(ordered[start:end].tobytes())

    def part(self, number: int) -> Records:
        """Return the records of a part, by their hash, those of one hash in the order they came."""
        found = self._parts[number].records(self.kind)
        return found[np.argsort(found["hash"], kind="stable")]

    def close(self) -> None:
        """Let go of all records."""
        for part in self._parts:
            part.close()

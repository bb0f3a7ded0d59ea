"""Tables of delimited text: commas, tabs, semicolons or bars, in UTF-8."""

import csv
import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from claimcheck.errors import TableError
from claimcheck.reference.rows import Sheet, build_sheet
from claimcheck.reference.sources.content import read_bytes, unreadable

_MARKS = (",", "\t", ";", "|")
_FIRST = 1 << 16  # characters in which the first line is sought


def read(path: str, _part: str) -> Sheet:
    """Return the table in a file of delimited text; the delimiter is the one that splits its first line most.

    Raises:
        TableError: the file cannot be read, is no UTF-8, or is not split alike in all rows.
    """
    file = Path(path)
    content = read_bytes(file)
    text = decode(content, file.name)
    return build_sheet(file.name, hashlib.sha256(content).hexdigest(), _lines(io.StringIO(text, newline=""), file.name))


def stream(file: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the lines of a file with their cells, never all of them in memory.

    Raises:
        TableError: see `read`.
    """
    line = 0
    try:
        with file.open(encoding="utf-8-sig", newline="") as text:
            for line, cells in _lines(text, file.name):
                yield line, cells
    except UnicodeDecodeError as error:
        raise TableError(
            f"{file.name}:{line + 1}: found a byte that is no UTF-8 there or below; save the table as UTF-8"
        ) from error
    except (OSError, ValueError) as error:
        raise unreadable(file, error) from error


def decode(content: bytes, file: str) -> str:
    """Return the text of UTF-8 bytes.

    Raises:
        TableError: they are in another encoding.
    """
    if (at := content.find(b"\0")) >= 0:
        raise TableError(f"{file}:{_line(content, at)}: found a NUL byte, text was wanted; save the table as CSV in UTF-8")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = _line(content, error.start)
        found = f"0x{content[error.start]:02x}" if error.start < len(content) else "a cut-off character"
        raise TableError(f"{file}:{line}: found byte {found}, UTF-8 was wanted; save the table as UTF-8") from error


def _line(content: bytes, at: int) -> int:
    return content.count(b"\n", 0, at) + 1


def _lines(text: TextIO, file: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    mark = _mark(text.read(_FIRST))
    text.seek(0)
    reader = csv.reader(text, strict=True, delimiter=mark)
    line = 1
    try:
        for cells in reader:
            stripped = tuple(" ".join(cell.split()) for cell in cells)
            if any(stripped):
                yield line, stripped
            line = reader.line_num + 1
    except csv.Error as error:
        raise TableError(
            f"{file}:{line}: cannot be split into cells ({error}); delimited cells were wanted;"
            ' close every quotation mark, and write a mark inside a cell as ""'
        ) from error


def _mark(text: str) -> str:
    """Return the mark that splits the first line into most cells; a comma before the others."""
    first = next((line for line in text.splitlines() if line.strip()), "")

    def parts(mark: str) -> int:
        try:
            return len(next(csv.reader([first], delimiter=mark), []))
        except csv.Error:
            return 0

    return max(_MARKS, key=parts)

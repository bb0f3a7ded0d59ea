"""The rows of a CSV file, checked for shape."""

import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import TableError

LARGEST_FILE = 50_000_000
MOST_ROWS = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, its number (1 is the first below the header) and its line in the file."""

    number: int
    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CSV file: its name, digest, headers and rows."""

    file: str
    sha256: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]

    def column(self, header: str) -> int | None:
        """Return the place of a column, or None."""
        return self.headers.index(header) if header in self.headers else None


def read_sheet(path: Path) -> Sheet:
    """Return the table in a CSV file (UTF-8, comma-separated, a header line).

    Raises:
        TableError: the file cannot be read, or is not a table of that kind.
    """
    content = _bytes(path)
    text = _text(content, path.name)
    lines = _lines(text, path.name)
    first = next(lines, None)
    if first is None:
        raise TableError(f"{path.name}:1: the file is empty; a header line with column names was wanted")
    headers = _headers(first, path.name)
    rows = tuple(_rows(lines, headers, path.name))
    if not rows:
        raise TableError(f"{path.name}:{first.line}: there is only a header; rows below it were wanted; add some")
    return Sheet(path.name, hashlib.sha256(content).hexdigest(), headers, rows)


def _bytes(path: Path) -> bytes:
    try:
        if (size := path.stat().st_size) > LARGEST_FILE:
            raise TableError(f"{path.name}:1: the file has {size:,} bytes, at most {LARGEST_FILE:,} are read; split the table")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise TableError(f"{path.name}: cannot be read ({reason}); a CSV file was wanted; check the path") from error


def _text(content: bytes, file: str) -> str:
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


def _lines(text: str, file: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            stripped = tuple(" ".join(cell.split()) for cell in cells)
            if any(stripped):
                yield Row(0, line, stripped)
            line = reader.line_num + 1
    except csv.Error as error:
        raise TableError(
            f"{file}:{line}: cannot be split into cells ({error}); comma-separated cells were wanted;"
            ' close every quotation mark, and write a mark inside a cell as ""'
        ) from error


def _headers(first: Row, file: str) -> tuple[str, ...]:
    headers = first.cells
    where = f"{file}:{first.line}:"
    if len(headers) == 1 and (mark := next((m for m in ";|" if m in headers[0]), "")):
        raise TableError(f"{where} the header is split by {mark!r}, commas were wanted; save the table with commas")
    if len(headers) == 1:
        raise TableError(
            f"{where} the header has one column, at least two, split by commas, were wanted: what a row is about, and a fact"
        )
    if "" in headers:
        number = headers.index("") + 1
        raise TableError(f"{where} column {number} has no name, a header was wanted; name or remove the column")
    seen: dict[str, str] = {}
    for header in headers:
        if (other := seen.setdefault(header.casefold(), header)) is not header:
            raise TableError(f"{where} the header has {other!r} twice, different names were wanted; rename one of them")
    if all(header.replace(".", "").replace("-", "").isdigit() for header in headers):
        raise TableError(f"{where} the first line holds numbers, a header was wanted; add a line with column names")
    return headers


def _rows(lines: Iterator[Row], headers: tuple[str, ...], file: str) -> Iterator[Row]:
    seen: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(lines, 1):
        where = f"{file}:{row.line}:"
        if number > MOST_ROWS:
            raise TableError(f"{where} the table goes on after {MOST_ROWS:,} rows, no more are read; split the table")
        if len(row.cells) != len(headers):
            few = "few" if len(row.cells) < len(headers) else "many"
            raise TableError(
                f"{where} the row has {len(row.cells)} cells, {len(headers)} were wanted, as in the header;"
                f" too {few}: check for a missing or unquoted comma"
            )
        if (other := seen.setdefault(row.cells, row.line)) != row.line:
            raise TableError(f"{where} the row is the same as line {other}, each row once was wanted; remove one")
        yield Row(number, row.line, row.cells)

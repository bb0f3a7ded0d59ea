"""The rows of a table, checked for shape, whatever it was read from."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.errors import TableError

MOST_ROWS = 1_000_000
_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, its number (1 is the first below the header) and its line in the file."""

    number: int
    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it stands: its name, digest, headers and rows."""

    file: str
    sha256: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]

    def column(self, header: str) -> int | None:
        """Return the place of a column, or None."""
        return self.headers.index(header) if header in self.headers else None


def build_sheet(file: str, sha256: str, lines: Iterable[tuple[int, tuple[str, ...]]]) -> Sheet:
    """Return the table whose header and rows `lines` gives, each with its line (or row) in the source.

    Raises:
        TableError: headers or rows are not those of a table.
    """
    rest = iter(lines)
    first = next(rest, None)
    if first is None:
        raise TableError(f"{file}:1: the file is empty; a header line with column names was wanted")
    line, cells = first
    headers = _headers(line, cells, file)
    rows = tuple(_rows(rest, headers, file))
    if not rows:
        raise TableError(f"{file}:{line}: there is only a header; rows below it were wanted; add some")
    return Sheet(file, sha256, headers, rows)


def _headers(line: int, headers: tuple[str, ...], file: str) -> tuple[str, ...]:
    where = f"{file}:{line}:"
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
    if _is_no_header(headers):
        raise TableError(f"{where} the first line holds numbers, a header was wanted; add a line with column names")
    return headers


def _is_no_header(headers: tuple[str, ...]) -> bool:
    """Whether the first line looks like a row: a number or a date where a name of a column would stand, in most cells."""
    numbers = [h for h in headers if h.replace(".", "").replace("-", "").replace(",", "").isdigit()]
    years = [h for h in numbers if len(h) == 4]  # "school, 2021, 2022" is a header
    return len(numbers) == len(headers) or len(numbers) - len(years) > len(headers) / 2


def _rows(lines: Iterator[tuple[int, tuple[str, ...]]], headers: tuple[str, ...], file: str) -> Iterator[Row]:
    seen: dict[tuple[str, ...], int] = {}
    for number, (line, cells) in enumerate(lines, 1):
        where = f"{file}:{line}:"
        if number > MOST_ROWS:
            raise TableError(
                f"{where} the table goes on after {MOST_ROWS:,} rows, no more are held in memory;"
                " build it once with `claimcheck table build`, or split it"
            )
        if len(cells) != len(headers):
            few = "few" if len(cells) < len(headers) else "many"
            raise TableError(
                f"{where} the row has {len(cells)} cells, {len(headers)} were wanted, as in the header;"
                f" too {few}: check for a missing or unquoted comma"
            )
        for header, cell in zip(headers, cells, strict=True):
            _check_cell(cell, f"{where} column {header!r}:")
        if (other := seen.setdefault(cells, line)) != line:
            raise TableError(f"{where} the row is the same as line {other}, each row once was wanted; remove one")
        yield Row(number, line, cells)


def _check_cell(cell: str, where: str) -> None:
    if cell.isalnum():
        return
    if cell.startswith("=") and len(cell) > 1:
        raise TableError(f"{where} found the formula {_shown(cell)}, a value was wanted; save the table with values")
    if not cell.isprintable() and any(unicodedata.category(c) == "Cc" for c in cell):
        raise TableError(f"{where} found a control character in {_shown(cell)}, text was wanted; remove it")


def _shown(cell: str) -> str:
    return repr(cell if len(cell) <= _LONGEST_SHOWN else cell[: _LONGEST_SHOWN - 1] + "…")

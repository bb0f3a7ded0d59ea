"""Sheets of Excel workbooks."""

import zipfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from claimcheck.errors import TableError
from claimcheck.reference.rows import Sheet, build_sheet
from claimcheck.reference.sources.content import cell, check_size, digest

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_MOST_UNPACKED = 500_000_000


def read(path: str, part: str) -> Sheet:
    """Return a sheet of a workbook: the one that `part` names, or the only one.

    The header is the first row with two cells or more.  Of formulas the stored values count.

    Raises:
        TableError: the file is no workbook, has several sheets and none is named, or a formula without a value.
    """
    file = Path(path)
    check_size(file)
    _check_unpacked(file)
    name = f"{file.name}#{part}" if part else file.name
    with file.open("rb") as stream:  # one of ours, since the library closes its own only when all rows were read
        values, formulas = _opened(stream, file.name, values=True), _opened(stream, file.name, values=False)
        title = _title(values, part, file.name)
        return build_sheet(name, digest(file), _lines(values, formulas, title, name))


def _check_unpacked(file: Path) -> None:
    try:
        with zipfile.ZipFile(file) as packed:
            size = sum(entry.file_size for entry in packed.infolist())
    except (zipfile.BadZipFile, OSError) as error:
        raise TableError(f"{file.name}: cannot be read as an Excel workbook ({error}); save it as .xlsx anew") from error
    if size > _MOST_UNPACKED:
        raise TableError(f"{file.name}: unpacks to {size:,} bytes, at most {_MOST_UNPACKED:,} are read; split the workbook")


def _opened(stream: BinaryIO, file: str, *, values: bool) -> "Workbook":
    from openpyxl import load_workbook

    try:
        return load_workbook(stream, read_only=True, data_only=values)
    except Exception as error:  # whatever a damaged workbook makes the library raise
        raise TableError(f"{file}: cannot be read as an Excel workbook ({error}); save it as .xlsx anew") from error


def _title(book: "Workbook", part: str, file: str) -> str:
    titles = list(book.sheetnames)
    if part and part not in titles:
        raise TableError(f"{file}: no sheet {part!r}; it has {', '.join(titles)}; name one of them after '#'")
    if not part and len(titles) > 1:
        raise TableError(f"{file}: has the sheets {', '.join(titles)}; name one of them: {file}#{titles[0]}")
    return part or titles[0]


def _lines(values: "Workbook", formulas: "Workbook", title: str, file: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    width = 0
    given, written = values[title], formulas[title]
    for sheet in (given, written):
        sheet.reset_dimensions()
    rows = zip_longest(given.iter_rows(values_only=True), written.iter_rows(values_only=True), fillvalue=())
    for line, (row, sources) in enumerate(rows, 1):
        _check_formulas(row, sources, f"{file}:{line}:")
        cells = tuple(cell(value, f"{file}:{line}: column {at}:") for at, value in enumerate(row, 1))
        filled = max((at for at, text in enumerate(cells, 1) if text), default=0)
        if not width and sum(map(bool, cells)) < 2:
            continue  # a title above the table
        width = width or filled
        if filled:
            yield line, (*cells[: max(width, filled)], *[""] * (width - len(cells)))


def _check_formulas(row: tuple[object, ...], sources: tuple[object, ...], where: str) -> None:
    for at, (value, source) in enumerate(zip_longest(row, sources), 1):
        if value is None and isinstance(source, str) and source.startswith("="):
            raise TableError(f"{where} column {at}: the formula has no stored value; open and save the workbook, or paste values")

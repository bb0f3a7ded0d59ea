"""A table of any size, some thousand rows at a time."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from claimcheck.errors import TableError
from claimcheck.reference.opening import Opened, open_sheet
from claimcheck.reference.rows import Row, Sheet, build_sheet
from claimcheck.reference.sources import delimited, parquet, read_sheet, sidecar
from claimcheck.reference.sources.content import digest, unreadable
from claimcheck.reference.table import Table, tell_table
from claimcheck.relation import Relation

_CELLS = 200_000  # at a time
_STREAMED = {
    ".csv": delimited.stream, ".tsv": delimited.stream, ".tab": delimited.stream, ".txt": delimited.stream,
    ".parquet": parquet.stream, ".pq": parquet.stream,
}  # fmt: skip


def table_parts(location: str, relations: tuple[Relation, ...], *, cells: int = _CELLS) -> Iterator[Table]:
    """Yield the table in parts that have its name; the first rows decide how all of it is read.

    Delimited text and Parquet are streamed; of other formats there is one part.

    Raises:
        TableError: the table or its sidecar cannot be used; the message says where and what to do.
    """
    first: Opened | None = None
    for sheet in _sheets(location, cells):
        opened = open_sheet(sheet, sidecar(location), relations, first=first)
        if first is not None and opened.schema.series:
            raise TableError(
                f"{sheet.file}:1: the sidecar speaks of series of editions, which are for tables of at most {cells:,} cells;"
                " take the editions into a table of their own"
            )
        yield tell_table(opened)
        first = replace(opened, about=(), entries=())


def _sheets(location: str, cells: int) -> Iterator[Sheet]:
    path = Path(location)
    streamed = _STREAMED.get(path.suffix.lower()) if path.is_file() else None
    if streamed is None:
        yield read_sheet(location)
        return
    try:
        told = digest(path)
    except OSError as error:
        raise unreadable(path, error) from error
    lines = streamed(path)
    header = list(islice(lines, 1))
    rows = max(cells // max(len(header[0][1]) if header else 1, 1), 2)
    number = 0
    while more := list(islice(lines, rows)):
        sheet = build_sheet(path.name, told, [*header, *more])
        yield Sheet(sheet.file, told, sheet.headers, tuple(Row(row.number + number, row.line, row.cells) for row in sheet.rows))
        number += len(sheet.rows)
    if not number:
        build_sheet(path.name, told, header)  # says what is missing

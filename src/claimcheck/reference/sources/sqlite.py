"""Tables in SQLite files."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from claimcheck.errors import TableError
from claimcheck.reference.rows import Sheet, build_sheet
from claimcheck.reference.sources.content import cell, check_size, digest

_PATIENCE = 2.0  # seconds to wait for somebody else's lock


def read(path: str, part: str) -> Sheet:
    """Return a table of a database file: the one that `part` names, the only one, or what a SELECT in `part` gives.

    Raises:
        TableError: the file is no database, is locked, or has no such table.
    """
    file = Path(path)
    check_size(file)
    name = f"{file.name}#{part}" if part else file.name
    try:
        address = f"file:{quote(str(file.absolute()))}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE)) as base:
            base.execute("PRAGMA trusted_schema=OFF")
            query = part if is_query(part) else f"SELECT * FROM {_quoted(_table(base, part, file.name))}"
            return build_sheet(name, digest(file), _lines(base, query, name))
    except sqlite3.Error as error:
        raise TableError(f"{name}: cannot be read as SQLite ({error}); check the file, or who has locked it") from error


def is_query(part: str) -> bool:
    """Return whether the words after "#" are a query and no table's name."""
    return part.lstrip().lower().startswith(("select ", "with "))


def _table(base: sqlite3.Connection, part: str, file: str) -> str:
    kept = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name"
    names = [row[0] for row in base.execute(kept)]
    if part and part not in names:
        raise TableError(f"{file}: no table {part!r}; it has {', '.join(names) or 'none'}; name one of them after '#'")
    if not part and len(names) != 1:
        shown = ", ".join(names) or "none"
        raise TableError(f"{file}: has the tables {shown}; name one of them, or write a SELECT, after '#'")
    return part or str(names[0])


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _lines(base: sqlite3.Connection, query: str, file: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    found = base.execute(query)
    headers = tuple(" ".join(str(column[0]).split()) for column in found.description)
    yield 1, headers
    for number, row in enumerate(found, 1):
        where = f"{file}: row {number}:"
        yield number + 1, tuple(cell(value, f"{where} column {h!r}:") for h, value in zip(headers, row, strict=True))

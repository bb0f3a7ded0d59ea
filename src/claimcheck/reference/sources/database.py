"""Tables of a database server, by URL: `postgresql://user@host/base#table-or-query`."""

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claimcheck.errors import TableError
from claimcheck.reference.rows import Sheet, build_sheet
from claimcheck.reference.sources.content import cell
from claimcheck.reference.sources.sqlite import is_query

if TYPE_CHECKING:
    import psycopg

_MANY = 5_000
_PATIENCE = 10  # seconds until a server must have answered


def read(url: str, _part: str) -> Sheet:
    """Return the table, or what the query after "#" gives; nothing is written there.

    Raises:
        TableError: the server cannot be reached, refuses, goes away, or the URL is of another kind.
    """
    address, _, part = url.partition("#")
    name = _shown(address, part)
    if not address.startswith(("postgresql://", "postgres://")):
        raise TableError(f"{name}: such a URL is not read; postgresql:// is, and SQLite files by their path")
    if not part:
        raise TableError(f"{name}: no table is named; write its name, or a SELECT, after '#'")
    try:
        import psycopg
    except ImportError as error:
        raise TableError(f"{name}: needs the package psycopg; install claimcheck[postgres]") from error
    try:
        with psycopg.connect(address, connect_timeout=_PATIENCE, options="-c default_transaction_read_only=on") as base:
            rows = list(_lines(base, part, name))
    except psycopg.Error as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise TableError(f"{name}: cannot be read ({reason}); nothing of it was used; check server, table and rights") from error
    told = hashlib.sha256(repr(rows).encode()).hexdigest()
    return build_sheet(name, told, rows)


def _shown(address: str, part: str) -> str:
    """Return the URL without its password and options."""
    try:
        parts = urlsplit(address)
        host = f"{parts.hostname or ''}:{parts.port}" if parts.port else parts.hostname or ""
    except ValueError:
        return "database"
    return f"{parts.scheme}://{host}{parts.path}" + (f"#{part}" if part else "")


def _lines(base: "psycopg.Connection", part: str, name: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    from psycopg import sql

    query = sql.SQL(part) if is_query(part) else sql.SQL("SELECT * FROM {}").format(sql.Identifier(*part.split(".")))
    with base.cursor(name="claimcheck") as rows:
        rows.itersize = _MANY
        rows.execute(query)
        headers: tuple[str, ...] = ()
        for number, row in enumerate(rows, 1):
            if not headers:
                headers = tuple(column.name for column in rows.description or ())
                yield 1, headers
            where = f"{name}: row {number}:"
            yield number + 1, tuple(cell(value, f"{where} column {h!r}:") for h, value in zip(headers, row, strict=True))

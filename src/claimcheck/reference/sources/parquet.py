"""Tables in Parquet files, read by DuckDB."""

from collections.abc import Iterator
from pathlib import Path

from claimcheck.errors import TableError
from claimcheck.reference.rows import Sheet, build_sheet
from claimcheck.reference.sources.content import cell, check_size, digest

_MANY = 10_000


def read(path: str, _part: str) -> Sheet:
    """Return the table in a Parquet file.

    Raises:
        TableError: the file cannot be read, or has columns of structures.
    """
    file = Path(path)
    check_size(file)
    return build_sheet(file.name, digest(file), stream(file))


def stream(file: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the header and the rows of a file, never all of them in memory.

    Raises:
        TableError: see `read`.
    """
    import duckdb

    try:
        with duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"}) as base:
            result = base.execute("SELECT * FROM read_parquet(?)", [str(file)])
            headers = tuple(" ".join(column[0].split()) for column in result.description)
            yield 1, headers
            number = 0
            while rows := result.fetchmany(_MANY):
                for row in rows:
                    number += 1
                    where = f"{file.name}: row {number}:"
                    yield number + 1, tuple(cell(v, f"{where} column {h!r}:") for h, v in zip(headers, row, strict=True))
    except duckdb.Error as error:
        reason = str(error).splitlines()[0].replace(str(file), file.name)
        raise TableError(f"{file.name}: cannot be read as Parquet ({reason}); write the file anew") from error

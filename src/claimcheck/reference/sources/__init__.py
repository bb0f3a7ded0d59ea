"""From a file, or a database by its URL, to a table of text cells: one format per file."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from claimcheck.errors import TableError
from claimcheck.reference.rows import Sheet
from claimcheck.reference.sources.content import check_size

_FORMATS = {
    ".csv": "delimited", ".tsv": "delimited", ".tab": "delimited", ".txt": "delimited",
    ".json": "objects", ".jsonl": "objects", ".ndjson": "objects",
    ".parquet": "parquet", ".pq": "parquet",
    ".xlsx": "excel", ".xlsm": "excel",
    ".db": "sqlite", ".sqlite": "sqlite", ".sqlite3": "sqlite",
}  # fmt: skip
KNOWN = ", ".join(sorted(_FORMATS))


def read_sheet(location: str | Path) -> Sheet:
    """Return the table at a location: a file, `FILE#SHEET-OR-TABLE-OR-QUERY`, or `postgresql://…#TABLE-OR-QUERY`.

    Raises:
        TableError: it cannot be read, or is no table.
    """
    text = str(location)
    if is_url(text):
        return _reader("database")(text, "")
    path, part = split(text)
    kind = _FORMATS.get(Path(path).suffix.lower())
    if kind is None:
        check_size(Path(path))
        raise TableError(f"{Path(path).name}: the format is not known by its name; wanted is one of {KNOWN}, or a database's URL")
    if part and kind in {"delimited", "objects", "parquet"}:
        raise TableError(f"{Path(path).name}: {part!r} after '#' names a part, but such a file has none; leave it out")
    return _reader(kind)(path, part)


def is_url(text: str) -> bool:
    """Return whether the location is a URL; a drive letter is none."""
    scheme, mark, _ = text.partition("://")
    return bool(mark) and len(scheme) > 1 and scheme.replace("+", "").isalnum()


def split(text: str) -> tuple[str, str]:
    """Return the path and the part after "#"; a file whose own name has the sign is a path alone."""
    if "#" not in text or Path(text).exists():
        return text, ""
    path, _, part = text.partition("#")
    return path, part


def sidecar(location: str | Path) -> Path | None:
    """Return where the sidecar of a table stands, or None for a database."""
    text = str(location)
    return None if is_url(text) else Path(split(text)[0]).with_suffix(".toml")


def _reader(kind: str) -> Callable[[str, str], Sheet]:
    read: Callable[[str, str], Sheet] = import_module(f"claimcheck.reference.sources.{kind}").read
    return read

"""The bytes of a file, and values of any kind as the text of a cell."""

import datetime as dt
import hashlib
from decimal import Decimal
from pathlib import Path

from claimcheck.errors import TableError

LARGEST_FILE = 200_000_000
_BLOCK = 1 << 20


def read_bytes(path: Path) -> bytes:
    """Return the content of a file.

    Raises:
        TableError: it is not there, may not be read, or is larger than what is held in memory.
    """
    check_size(path)
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def check_size(path: Path) -> None:
    """Raise a TableError if the file is not there or too large to be held in memory."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise IsADirectoryError(21, "Is a directory")
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    if size > LARGEST_FILE:
        raise TableError(
            f"{path.name}:1: the file has {size:,} bytes, at most {LARGEST_FILE:,} are held in memory;"
            " build it once with `claimcheck table build`, or split it"
        )


def unreadable(path: Path, error: Exception) -> TableError:
    """Return the error that says why a file cannot be read."""
    reason = getattr(error, "strerror", None) or error
    return TableError(f"{path.name}: cannot be read ({reason}); a table was wanted; check the path")


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, read in blocks."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            found.update(block)
    return found.hexdigest()


def cell(value: object, where: str) -> str:
    """Return a value of a typed format as the text of a cell: dates in ISO form, several values split by "|".

    Raises:
        TableError: the value is bytes or a structure.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, float):
        return "" if value != value else _plain(Decimal(repr(value)))  # noqa: PLR0124  # only NaN differs from itself
    if isinstance(value, Decimal):
        return _plain(value)
    if isinstance(value, str | int):
        return " ".join(str(value).split())
    if isinstance(value, list | tuple) and all(isinstance(item, str | int | float) for item in value):
        return "|".join(cell(item, where) for item in value)
    raise TableError(f"{where} found {type(value).__name__}, text, a number or a date was wanted; flatten the table")


def _plain(number: Decimal) -> str:
    if not number.is_finite():
        return str(number)
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"

"""Which files a command line means, and their bytes."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimcheck.checked import Failure
from claimcheck.errors import InputError

TEXT_ENDINGS = frozenset({".txt", ".text", ".md", ".markdown", ".mdown"})
LARGEST = 5_000_000  # bytes


def find_inputs(arguments: Iterable[str]) -> Iterator[Path | None | Failure]:
    """Yield the files that the arguments name, None for standard input, or why one of them gives nothing.

    A folder gives its text and Markdown files, also those below, in the order of their names.
    """
    for argument in arguments:
        path = Path(argument)
        if argument == "-":
            yield None
        elif _is_folder(path):
            found = _documents_below(path)
            yield from found
            if not found:
                yield Failure(argument, f"no documents in this folder; wanted {_wanted()}")
        else:
            yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # such as a name that is too long; opening it will say so
        return False


def _wanted() -> str:
    return ", ".join(sorted(TEXT_ENDINGS))


def _documents_below(folder: Path) -> list[Path]:
    """Return the documents of a folder; hidden ones and links to folders are left out, so no loop can form."""
    found = []
    for place, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(place) / name for name in sorted(files) if _is_document(name)]
    return found


def _is_document(name: str) -> bool:
    return not name.startswith(".") and Path(name).suffix.lower() in TEXT_ENDINGS


def read_bytes(path: Path | None) -> bytes:
    """Return the bytes of a file or of standard input.

    Raises:
        InputError: there is no such file, it cannot be read, or it is too large.
    """
    if path is None:
        data = sys.stdin.buffer.read(LARGEST + 1)
        return _not_too_large(data, "-")
    try:
        with path.open("rb") as file:
            return _not_too_large(file.read(LARGEST + 1), str(path))
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error


def _not_too_large(data: bytes, name: str) -> bytes:
    if len(data) > LARGEST:
        raise InputError(f"{name}: larger than {LARGEST:,} bytes, the most that is checked at once; split the text")
    return data

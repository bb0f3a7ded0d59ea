"""Indexes that are made at first use, and kept in the user's cache folder for the next time."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from claimcheck.errors import TableError
from claimcheck.reference.index.layout import map_index, read_arrays, write_index
from claimcheck.reference.index.shelf import Shelf

_KEPT = 4  # of several installed versions


def cache_folder() -> Path:
    """Return the folder for what can be made again: as the system has it, or CLAIMCHECK_CACHE."""
    if own := os.environ.get("CLAIMCHECK_CACHE"):
        return Path(own)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "claimcheck" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "claimcheck"
    given = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(given) if Path(given).is_absolute() else Path.home() / ".cache") / "claimcheck"


def cached_shelf(name: str, key: str, build: Callable[[], bytes]) -> Shelf:
    """Return the shelf that `build` makes, from the cache if it was made before with the same key.

    Where nothing can be kept, it stands in memory.  Several programs may do this at a time:
    a file of the cache is whole or not there.
    """
    try:
        path = cache_folder() / f"{name}-{key[:32]}.index"
    except RuntimeError:  # there is no home
        path = None
    if path is not None:
        with suppress(TableError):
            return Shelf(map_index(path), name)
    content = build()
    if path is not None:
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_index(path, [content])
            _forget_old(path.parent, name)
    return Shelf(read_arrays(memoryview(content), name), name)


def _forget_old(folder: Path, name: str) -> None:
    files = sorted(folder.glob(f"{name}-*.index"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[_KEPT:]:
        file.unlink(missing_ok=True)

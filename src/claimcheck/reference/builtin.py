"""The tables that come with the program."""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from claimcheck.reference.index.build import compiled
from claimcheck.reference.index.cache import cached_shelf
from claimcheck.reference.index.shelf import Shelf
from claimcheck.reference.table import Table, load_table
from claimcheck.relation import Relation

WORLD = Path(__file__).parent / "world"
_PACKAGE = Path(__file__).parents[1]


@lru_cache(maxsize=2)
def load_builtin(relations: tuple[Relation, ...]) -> tuple[Table, ...]:
    """Return the built-in tables with all their facts; the first call reads them.

    Args:
        relations: the relations that column headers are matched with.

    Raises:
        TableError: a table of the installation is damaged.
    """
    paths = sorted(WORLD.rglob("*.csv"))
    return tuple(load_table(path, relations, _name(path)) for path in paths)


@lru_cache(maxsize=2)
def builtin_shelf(relations: tuple[Relation, ...]) -> Shelf:
    """Return the built-in tables in their compiled form, which is made at first use and kept for later ones.

    Raises:
        TableError: a table of the installation is damaged.
    """
    return cached_shelf("world", _key(relations), lambda: compiled(load_builtin(relations), relations))


def _key(relations: tuple[Relation, ...]) -> str:
    """Return the digest of everything that the compiled form is made from: tables, relations, and the code that reads them."""
    found = sha256(repr(relations).encode())
    for path in _sources():
        content = path.read_bytes()
        found.update(f"{path.relative_to(_PACKAGE)} {len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()


def _sources() -> Iterator[Path]:
    for folder in ("reference", "values"):
        for ending in ("*.py", "*.toml", "*.csv"):
            yield from sorted((_PACKAGE / folder).rglob(ending))


def _name(path: Path) -> str:
    return path.relative_to(WORLD.parent).with_suffix("").as_posix()

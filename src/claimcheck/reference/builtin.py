"""The tables that come with the program."""

from functools import lru_cache
from pathlib import Path

from claimcheck.reference.table import Table, load_table
from claimcheck.relation import Relation

WORLD = Path(__file__).parent / "world"


@lru_cache(maxsize=2)
def load_builtin(relations: tuple[Relation, ...]) -> tuple[Table, ...]:
    """Return the built-in tables; the first call reads them.

    Args:
        relations: the relations that column headers are matched with.

    Raises:
        TableError: a table of the installation is damaged.
    """
    paths = sorted(WORLD.rglob("*.csv"))
    return tuple(load_table(path, relations, _name(path)) for path in paths)


def _name(path: Path) -> str:
    return path.relative_to(WORLD.parent).with_suffix("").as_posix()

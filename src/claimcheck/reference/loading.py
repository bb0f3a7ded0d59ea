"""A table that the user names, in whichever form it comes."""

from pathlib import Path

from claimcheck.reference.index.layout import is_index
from claimcheck.reference.index.shelf import Shelf
from claimcheck.reference.table import Table, load_table
from claimcheck.relation import Relation


def load_reference(location: str | Path, relations: tuple[Relation, ...]) -> Table | Shelf:
    """Return the table at a location, mapped where it was built into an index.

    Raises:
        TableError: it cannot be used; the message says where and what to do.
    """
    return Shelf.mapped(Path(location)) if is_index(Path(location)) else load_table(location, relations)

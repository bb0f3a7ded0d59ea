"""From tables to facts: loading, linking, verbalizing, the built-in world tables."""

from claimcheck.reference.builtin import load_builtin
from claimcheck.reference.library import Library
from claimcheck.reference.series import Series
from claimcheck.reference.table import Table, load_table

__all__ = ["Library", "Series", "Table", "load_builtin", "load_table"]

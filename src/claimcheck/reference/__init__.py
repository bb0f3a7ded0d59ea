"""From tables to facts: loading, linking, verbalizing, the built-in world tables."""

from claimcheck.reference.builtin import builtin_shelf, load_builtin
from claimcheck.reference.library import Library
from claimcheck.reference.loading import load_reference
from claimcheck.reference.series import Series
from claimcheck.reference.table import Table, load_table

__all__ = ["Library", "Series", "Table", "builtin_shelf", "load_builtin", "load_reference", "load_table"]

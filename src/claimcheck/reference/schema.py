"""What a sidecar file says about a table: NAME.toml beside NAME.csv, or [tables.NAME] of facts.toml in its folder.

```toml
publisher = "FIFA"            # who published the facts, where no source column says so
type      = "EVENT"           # the OntoNotes label of what the rows are about
subject   = "edition"         # the column that names what a row is about (default: the first)
aliases   = "aliases"         # a column of other names, separated by "|"
source    = "source"          # a column that names the publisher of the row
start     = "start"           # columns that say from when and until when the row holds
end       = "end"
as_of     = "2025-12-31"      # rows that still hold are known to hold until then
ignore    = ["remarks"]       # columns that are no facts
complete  = ["member"]        # relations of which every object is listed, past ones too
names     = ["{city} {year}"] # further names of each subject, made of its cells

[columns.host_city]           # one table a column; every entry may be left out
relation = "hosted by"        # the relation, by its name
list     = true               # several names: also split at "&", "and" and commas
unit     = "m"
scale    = 1000000            # the cell counts millions
until    = "closing"          # the last day stands in this column: dates become intervals
tolerance = 0.02              # the share by which a number may differ
within   = 0.5                # the amount by which it may differ, in the column's unit

[[series]]                    # the rows are editions of a recurring event
name = "Winter Olympics"      # rows whose `column` says so, or all rows without one
column = "series"
aliases = ["Winter Games"]
field = "multi-sport"
kind = "event"
year = "year"                 # the column with the year by which an edition is called
status = "status"             # a column in which "cancelled" marks editions never held
complete_from = 1924          # no edition in these years is missing
complete_through = 2034
editions = ["{year} {alias}"] # names of each edition; also {number}, {ordinal}, {roman}, {COLUMN}
```
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from claimcheck.errors import TableError

T = TypeVar("T")
_SHARED = "facts.toml"


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """What a sidecar says of one column."""

    relation: str = ""
    list: bool = False
    unit: str = ""
    scale: int = 1
    until: str = ""
    tolerance: float = 0.0
    within: float = 0.0


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """What a sidecar says of a recurring event whose editions are rows."""

    name: str
    column: str = ""
    aliases: tuple[str, ...] = ()
    field: str = ""
    kind: str = "event"
    year: str = "year"
    status: str = ""
    complete_from: int = 1
    complete_through: int = 0
    editions: tuple[str, ...] = ("{year} {alias}",)


@dataclass(frozen=True, slots=True)
class Schema:
    """Everything a sidecar says of its table."""

    publisher: str = ""
    type: str = ""
    subject: str = ""
    aliases: str = ""
    source: str = ""
    start: str = ""
    end: str = ""
    as_of: str = ""
    ignore: tuple[str, ...] = ()
    complete: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    columns: tuple[tuple[str, ColumnPlan], ...] = ()
    series: tuple[SeriesPlan, ...] = ()

    def plan(self, header: str) -> ColumnPlan | None:
        """Return what is said of a column, or None."""
        return next((plan for name, plan in self.columns if name == header), None)

    @property
    def silent(self) -> frozenset[str]:
        """The columns that are no facts of their own."""
        plain = {self.subject, self.aliases, self.source, self.start, self.end, *self.ignore}
        plain |= {plan.until for _, plan in self.columns}
        return frozenset(plain | {s.column for s in self.series} | {s.status for s in self.series} - {""})

    def named(self) -> frozenset[str]:
        """Return every column that the sidecar speaks of."""
        return (self.silent | {name for name, _ in self.columns} | {s.year for s in self.series}) - {""}


def read_schema(path: Path) -> Schema:
    """Return what the sidecar at `path`, or the section of facts.toml in its folder, says; an absent one says nothing.

    Raises:
        TableError: a file is not TOML, both speak of the table, or an entry is unknown or of the wrong type.
    """
    shared = path.with_name(_SHARED)
    own, section = _content(path), _section(_content(shared), path.stem, shared)
    if path.name == _SHARED and "tables" in own:
        own = {}
    if own and section:
        raise TableError(f"{path.name}:1: {_SHARED} has [tables.{path.stem}] too; one place was wanted; remove one of them")
    return _schema(section, shared) if section else _schema(own, path)


def _content(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError, OSError) as error:
        raise TableError(f"{path.name}:1: cannot be read as TOML ({error}); mend or remove the file") from error


def _section(content: dict[str, object], name: str, path: Path) -> dict[str, object]:
    """Return what a file for all tables of a folder says of one; a file without [tables] is the sidecar of "facts"."""
    tables = content.get("tables", {})
    if not isinstance(tables, dict) or ("tables" in content and len(content) > 1):
        raise TableError(f"{path.name}:1: [tables.NAME] and nothing else is wanted beside it; move the rest below one of them")
    section = tables.get(name, {})
    if not isinstance(section, dict):
        raise TableError(f"{path.name}:1: tables.{name} is {section!r}, a table was wanted")
    return dict(section)


def _schema(content: dict[str, object], path: Path) -> Schema:
    columns = content.pop("columns", {})
    series = content.pop("series", [])
    if not isinstance(columns, dict) or not isinstance(series, list):
        raise TableError(f"{path.name}:1: [columns.NAME] and [[series]] are wanted as tables; see the documentation")
    plans = tuple((name, _build(ColumnPlan, plan, f"columns.{name}", path)) for name, plan in columns.items())
    whole = _build(Schema, content, "the top", path)
    listed = tuple(_build(SeriesPlan, plan, f"series {number}", path) for number, plan in enumerate(series, 1))
    return replace(whole, columns=plans, series=listed)


def _build(kind: type[T], content: object, where: str, path: Path) -> T:
    if not isinstance(content, Mapping):
        raise TableError(f"{path.name}:1: {where} is {content!r}, a table was wanted")
    fields: dict[str, object] = {}
    for key, value in content.items():
        fields[key] = _checked(kind, key, value, where, path)
    try:
        return kind(**fields)
    except TypeError as error:
        raise TableError(f"{path.name}:1: {where} lacks an entry ({error}); add it") from error


def _checked(kind: type[T], key: str, value: object, where: str, path: Path) -> object:
    known = getattr(kind, "__dataclass_fields__", {})
    if key not in known or key in {"columns", "series"}:
        raise TableError(f"{path.name}:1: {where} has an unknown entry {key!r}; known are {', '.join(sorted(known))}")
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = tuple(value)
    wanted = type(known[key].default) if key != "name" else str
    if wanted is float and type(value) is int:
        value = float(value)
    if type(value) is not wanted:
        raise TableError(f"{path.name}:1: {key} of {where} is {value!r}, a {wanted.__name__} was wanted")
    return value

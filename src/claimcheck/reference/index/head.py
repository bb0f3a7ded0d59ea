"""What an index says of its tables as a whole: names, relations, recurring events, complete lists."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import TypeVar

from claimcheck.reference.series import Series
from claimcheck.reference.table import Table
from claimcheck.relation import ObjectKind, Relation
from claimcheck.values.name import Name

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Head:
    """The tables without their facts, and what the numbers in the arrays stand for."""

    tables: tuple[Table, ...]
    relations: tuple[Relation, ...]
    columns: tuple[str, ...]
    labels: tuple[str, ...]
    lengths: tuple[int, ...]


def written(head: Head, inputs: str) -> dict[str, object]:
    """Return the head as JSON has it; `inputs` tells what the index was made from."""
    return {
        "inputs": inputs,
        "tables": [_table(table) for table in head.tables],
        "relations": [_relation(relation) for relation in head.relations],
        "columns": list(head.columns),
        "labels": list(head.labels),
        "lengths": list(head.lengths),
    }


def _table(table: Table) -> dict[str, object]:
    return {
        "name": table.name,
        "rows": table.rows,
        "sha256": table.sha256,
        "relations": [_relation(relation) for relation in table.relations],
        "series": [_series(series) for series in table.series],
        "warnings": list(table.warnings),
        "complete": list(table.complete),
    }


def _relation(relation: Relation) -> dict[str, object]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(relation).items()}


def _series(series: Series) -> dict[str, object]:
    flat: dict[str, object] = {field.name: getattr(series, field.name) for field in fields(Series)}
    return {**flat, "editions": [[year, name.text, *name.aliases] for year, name in series.editions]}


def read(content: Mapping[str, object]) -> Head:
    """Return the head that JSON tells.

    Raises:
        ValueError: an entry is missing, or of the wrong type.
    """
    return Head(
        tuple(_table_of(entry) for entry in _list(content, "tables")),
        tuple(_relation_of(entry) for entry in _list(content, "relations")),
        _strings(content, "columns"),
        _strings(content, "labels"),
        _numbers(content, "lengths"),
    )


def _table_of(entry: object) -> Table:
    content = _mapping(entry)
    return Table(
        _string(content, "name"),
        _number(content, "rows"),
        _string(content, "sha256"),
        (),
        (),
        tuple(_relation_of(one) for one in _list(content, "relations")),
        tuple(_series_of(one) for one in _list(content, "series")),
        _strings(content, "warnings"),
        (),
        _strings(content, "complete"),
    )


def _relation_of(entry: object) -> Relation:
    content = _mapping(entry)
    plain = {field.name: field.default for field in fields(Relation)}
    if set(content) - set(plain):
        raise ValueError("a relation has an unknown entry")
    found: dict[str, object] = {"name": _string(content, "name"), "kind": ObjectKind(_string(content, "kind"))}
    for key in set(content) - set(found):
        kept = _strings(content, key) if isinstance(plain[key], tuple) else content[key]
        if type(kept) is not type(plain[key]):
            raise ValueError(f"{key} of a relation is {kept!r}")
        found[key] = kept
    return Relation(**found)  # type: ignore[arg-type]  # checked against the defaults


def _series_of(entry: object) -> Series:
    content = _mapping(entry)
    return Series(
        _string(content, "name"),
        _strings(content, "aliases"),
        _string(content, "field"),
        _number(content, "complete_from"),
        _number(content, "complete_through"),
        tuple(_edition(one) for one in _list(content, "editions")),
        _string(content, "kind"),
        _numbers(content, "cancelled"),
    )


def _edition(entry: object) -> tuple[int, Name]:
    match entry:
        case [int(year), str(text), *aliases] if all(isinstance(alias, str) for alias in aliases):
            return year, Name(text, tuple(map(str, aliases)))
    raise ValueError("an edition is not a year and a name")


def _mapping(entry: object) -> Mapping[str, object]:
    if not isinstance(entry, Mapping):
        raise ValueError("an entry is no table")  # noqa: TRY004  # a fault of the file, not of the program
    return entry


def _list(content: Mapping[str, object], key: str) -> Sequence[object]:
    found = content.get(key)
    if not isinstance(found, list):
        raise ValueError(f"{key} is no list")  # noqa: TRY004
    return found


def _strings(content: Mapping[str, object], key: str) -> tuple[str, ...]:
    found: list[str] = _all_of(str, _list(content, key), key)
    return tuple(found)


def _numbers(content: Mapping[str, object], key: str) -> tuple[int, ...]:
    found: list[int] = _all_of(int, _list(content, key), key)
    return tuple(found)


def _string(content: Mapping[str, object], key: str) -> str:
    return _all_of(str, [content.get(key)], key)[0]


def _number(content: Mapping[str, object], key: str) -> int:
    return _all_of(int, [content.get(key)], key)[0]


def _all_of(kind: type[T], found: Sequence[object], key: str) -> list[T]:
    kept: list[T] = [one for one in found if isinstance(one, kind) and type(one) is kind]  # True is no number
    if len(kept) != len(found):
        raise ValueError(f"{key} holds something that is no {kind.__name__}")
    return kept

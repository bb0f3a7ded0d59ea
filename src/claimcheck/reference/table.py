"""A reference table: its facts, and all that was noticed while reading it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from claimcheck.errors import TableError
from claimcheck.evidence import Fact
from claimcheck.reference.conflicts import Settled, Told, settle
from claimcheck.reference.entries import tell
from claimcheck.reference.labels import kind_of, label_names
from claimcheck.reference.opening import Opened, open_table
from claimcheck.reference.rows import Sheet
from claimcheck.reference.schema import Schema
from claimcheck.reference.series import Series, build_series
from claimcheck.relation import Relation
from claimcheck.values.name import Name


@dataclass(frozen=True, slots=True)
class Table:
    """The facts of one file; `relations` are those that only this table knows, `names` what its rows are about.

    `labels` are pairs of a folded name and its OntoNotes label, where that can be told;
    `complete` are the relations of which every object is listed for each subject that has one.
    """

    name: str
    rows: int
    sha256: str
    facts: tuple[Fact, ...]
    names: tuple[Name, ...] = ()
    relations: tuple[Relation, ...] = ()
    series: tuple[Series, ...] = ()
    warnings: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    complete: tuple[str, ...] = ()


def load_table(path: str | Path, relations: tuple[Relation, ...], name: str = "") -> Table:
    """Return a table, read with the sidecar beside it if there is one.

    Args:
        path: a file or a database's URL, see `sources.read_sheet`; long (subject, relation, object) or a record a row.
        relations: the relations that headers are matched with.
        name: what sources call the table; the file's name if left out.

    Raises:
        TableError: the file or its sidecar cannot be used; the message says where and what to do.
    """
    return tell_table(open_table(path, relations, name))


def tell_table(opened: Opened) -> Table:
    """Return the table that was opened.

    Raises:
        TableError: a cell, or a series of editions, cannot be read.
    """
    sheet, schema, place = opened.sheet, opened.schema, opened.place
    readings = dict(opened.readings)
    told, warnings = tell_all(opened)
    ad_hoc = {r.relation.name: r.relation for r in readings.values() if not r.known}
    known = [reading.relation for reading in readings.values() if reading.known]
    peace = settled(opened, told)
    facts = tuple(item.fact for item in told)
    names = () if opened.long and not schema.subject else opened.about
    stated = schema.type or ("EVENT" if schema.series else "") or kind_of(schema.subject)
    return Table(
        place.table,
        len(sheet.rows),
        sheet.sha256,
        facts,
        names,
        tuple(replace(r, functional=name not in peace.plural) for name, r in ad_hoc.items()),
        tuple(_series(sheet, schema, opened.about)),
        (*warnings, *peace.warnings),
        label_names(facts, [*known, *ad_hoc.values()], names, stated),
        schema.complete,
    )


def settled(opened: Opened, told: list[Told]) -> Settled:
    """Return which of the facts cannot hold together."""
    own = {r.relation.name: r.relation for _, r in opened.readings if not r.known}
    known = [r.relation for _, r in opened.readings if r.known]
    return settle(told, known, list(own.values()), opened.sheet.file)


def tell_all(opened: Opened) -> tuple[list[Told], list[str]]:
    """Return what all cells tell, and a warning for each that should hold a number and does not."""
    readings = dict(opened.readings)
    told: list[Told] = []
    warnings: list[str] = []
    for entry in opened.entries:
        found = list(tell(entry, readings[entry.header], opened.place))
        told += found
        if not found and entry.unread(readings[entry.header]):
            where = f"{opened.place.file}:{entry.line}"
            warnings.append(f"{where}: {entry.header!r} has {entry.text!r}, no number; left out")
    return told, warnings


def _series(sheet: Sheet, schema: Schema, about: tuple[Name, ...]) -> Iterator[Series]:
    cells = [dict(zip(sheet.headers, row.cells, strict=True)) for row in sheet.rows] if schema.series else []
    for plan in schema.series:
        try:
            yield build_series(plan, zip(cells, about, strict=True))
        except ValueError as error:
            raise TableError(f"{sheet.file}:1: {error}; mend the rows or the sidecar") from error

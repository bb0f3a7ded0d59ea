"""A table opened: its cells with what they are about, and how each column is read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from claimcheck.errors import TableError
from claimcheck.reference.cells import is_date, read_name
from claimcheck.reference.entries import Entry, Place, fact_entries, record_entries
from claimcheck.reference.readings import Reading, read_as
from claimcheck.reference.rows import Row, Sheet
from claimcheck.reference.schema import Schema, read_schema
from claimcheck.reference.series import edition_names, fill
from claimcheck.reference.shapes import in_long_form, is_code, subject_column
from claimcheck.reference.sources import read_sheet, sidecar
from claimcheck.relation import Relation
from claimcheck.values.date import Day
from claimcheck.values.name import Name, fold

_FACTS = ("subject", "relation", "object")
_ALIASES = ("aliases", "alias", "also known as", "other names")
_SOURCES = ("source", "sources", "publisher")
_NO_FACTS = (
    "note", "notes", "comment", "comments", "remark", "remarks", "id", "#", "no", "no.", "nr", "key", "url", "link", "wikidata",
)  # fmt: skip
_START = ("start", "valid from", "valid_from", "since", "from", "in office since", "in office from", "start date", "term start")
_END = (
    "end",
    "valid to",
    "valid_to",
    "valid until",
    "valid_until",
    "until",
    "to",
    "in office until",
    "in office to",
    "end date",
    "term end",
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A sheet, what is said of it, what each of its rows is about, and the entries of its cells.

    `readings` are pairs of a header (or a relation cell of a long table) and how its cells are read.
    """

    sheet: Sheet
    schema: Schema
    place: Place
    about: tuple[Name, ...]
    entries: tuple[Entry, ...]
    readings: tuple[tuple[str, Reading], ...]

    @property
    def long(self) -> bool:
        """Whether each row is a fact of its own."""
        return _is_facts(self.sheet)


def open_table(path: str | Path, relations: tuple[Relation, ...], name: str = "") -> Opened:
    """Return a table with its columns understood, see `load_table`.

    Raises:
        TableError: the file or its sidecar cannot be used; the message says where and what to do.
    """
    return open_sheet(read_sheet(path), sidecar(path), relations, name)


def open_sheet(
    sheet: Sheet, beside: Path | None, relations: tuple[Relation, ...], name: str = "", first: Opened | None = None
) -> Opened:
    """Return a sheet with its columns understood.

    Args:
        sheet: the table, or some rows of it.
        beside: where its sidecar would stand.
        relations: the relations that headers are matched with.
        name: what sources call the table; the file's name if left out.
        first: the first rows of the same table, which decide how all are read.

    Raises:
        TableError: the sheet or its sidecar cannot be used.
    """
    sheet = in_long_form(sheet)
    schema = first.schema if first else _completed(read_schema(beside) if beside else Schema(), sheet)
    about = tuple(_about(row, sheet, schema) for row in sheet.rows)
    place = Place(name or sheet.file, sheet.file, schema.publisher, _day(schema.as_of, beside))
    entries = tuple((fact_entries if _is_facts(sheet) else record_entries)(sheet, schema, about))
    known = dict(first.readings) if first else {}
    unknown = tuple(entry for entry in entries if entry.header not in known)
    readings = known | _readings(unknown, schema, relations, strict=_is_facts(sheet))
    return Opened(sheet, schema, place, about, entries, tuple(readings.items()))


def _day(text: str, beside: Path | None) -> Day | None:
    try:
        return Day.parse(text) if text else None
    except ValueError as error:
        raise TableError(
            f"{beside.name if beside else ''}:1: as_of is {text!r}, a day YYYY-MM-DD was wanted; mend it ({error})"
        ) from error


def _is_facts(sheet: Sheet) -> bool:
    return all(column in sheet.headers for column in _FACTS)


def _completed(schema: Schema, sheet: Sheet) -> Schema:
    """Return the schema with what the header alone says; complain of columns that do not fit."""
    missing = sorted(schema.named() - set(sheet.headers) - {"year"})
    if missing:
        raise TableError(
            f"{sheet.file}:1: no column {missing[0]!r}, which the sidecar speaks of; the header has"
            f" {', '.join(sheet.headers)}; rename one of them"
        )
    here = {header.casefold(): header for header in sheet.headers}
    found = [column for column in _FACTS if column in here]
    if len(found) == 2:
        lost = next(column for column in _FACTS if column not in here)
        raise TableError(
            f"{sheet.file}:1: the header has {found[0]!r} and {found[1]!r} but no {lost!r}; a table of facts needs"
            " subject, relation and object; add the column, or rename these two"
        )

    subject = schema.subject or ("" if len(found) == 3 else subject_column(sheet))
    free = {word: header for word, header in here.items() if header != subject}

    def column(named: str, usual: tuple[str, ...]) -> str:
        return named or next((free[word] for word in usual if word in free), "")

    def dated(usual: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(word for word in usual if _is_dated(free.get(word, ""), sheet))

    return replace(
        schema,
        subject=subject,
        aliases=column(schema.aliases, _ALIASES),
        source=column(schema.source, _SOURCES),
        start=column(schema.start, dated(_START)),
        end=column(schema.end, dated(_END)),
        ignore=(*schema.ignore, *(free[word] for word in free if word in _NO_FACTS or _is_key(free[word], schema))),
    )


def _is_key(header: str, schema: Schema) -> bool:
    """Whether the column numbers the rows and the sidecar does not say that it tells something."""
    return is_code(header) and schema.plan(header) is None and header.casefold() not in {"number", "rank", "ref", "row", "code"}


def _is_dated(header: str, sheet: Sheet) -> bool:
    """Whether the column is there and holds nothing that is no date, so that "from" is no place."""
    index = sheet.column(header)
    return index is not None and (_is_facts(sheet) or all(is_date(row.cells[index]) for row in sheet.rows if row.cells[index]))


def _about(row: Row, sheet: Sheet, schema: Schema) -> Name:
    """Return what the row is about, with its aliases: those written, and those made by patterns."""
    cells = dict(zip(sheet.headers, row.cells, strict=True))
    text = cells[schema.subject or "subject"]
    if not text:
        raise TableError(
            f"{sheet.file}:{row.line}: the cell {schema.subject or 'subject'!r} is empty, a name was wanted;"
            " say what the row is about, or remove it"
        )
    aliases = [part.strip() for part in cells.get(schema.aliases, "").split("|")]
    for pattern in schema.names:
        aliases += fill(pattern, cells)
    for plan in schema.series:
        if not plan.column or cells[plan.column] == plan.name:
            aliases += edition_names(plan, cells)
    return read_name(text, tuple(_distinct(text, aliases)) if any(aliases) else ())


def _distinct(text: str, aliases: list[str]) -> Iterator[str]:
    seen = {fold(text), ""}
    for alias in aliases:
        if (key := fold(alias)) not in seen:
            seen.add(key)
            yield alias


def _readings(entries: tuple[Entry, ...], schema: Schema, relations: tuple[Relation, ...], *, strict: bool) -> dict[str, Reading]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.header, []).append(entry)
    return {
        header: read_as(
            header,
            (entry.text for entry in group),
            relations,
            schema.plan(header),
            strict=strict or schema.plan(header) is not None,
            dated=all(entry.text == entry.start for entry in group),
        )
        for header, group in groups.items()
    }

"""A reference table: its facts, and all that was noticed while reading it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from claimcheck.errors import TableError
from claimcheck.evidence import Fact
from claimcheck.reference.cells import is_date, read_name
from claimcheck.reference.conflicts import Told, settle
from claimcheck.reference.entries import Entry, Place, fact_entries, record_entries, tell
from claimcheck.reference.labels import label_names
from claimcheck.reference.readings import Reading, read_as
from claimcheck.reference.rows import Row, Sheet, read_sheet
from claimcheck.reference.schema import Schema, read_schema
from claimcheck.reference.series import Series, build_series, edition_names, fill
from claimcheck.relation import Relation
from claimcheck.values.date import Day
from claimcheck.values.name import Name, fold

_FACTS = ("subject", "relation", "object")
_ALIASES = ("aliases", "alias", "also known as", "other names")
_SOURCES = ("source", "sources", "publisher")
_NO_FACTS = (
    "note", "notes", "comment", "comments", "remark", "remarks", "id", "#", "no", "no.", "nr", "key", "url", "link", "wikidata",
)  # fmt: skip
_NUMBERS = ("#", "id", "key", "no", "no.", "nr", "number", "rank")
_NAMES = ("name", "title")
_START = ("start", "valid from", "valid_from", "since", "from")
_END = ("end", "valid to", "valid_to", "valid until", "valid_until", "until", "to")


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


def load_table(path: Path, relations: tuple[Relation, ...], name: str = "") -> Table:
    """Return the table in a CSV file, read with the sidecar beside it if there is one.

    Args:
        path: the CSV file, with columns subject, relation, object, or with a record a row.
        relations: the relations that headers are matched with.
        name: what sources call the table; the file's name if left out.

    Raises:
        TableError: the file or its sidecar cannot be used; the message says where and what to do.
    """
    sheet = read_sheet(path)
    schema = _completed(read_schema(path.with_suffix(".toml")), sheet)
    about = tuple(_about(row, sheet, schema) for row in sheet.rows)
    place = Place(name or sheet.file, sheet.file, schema.publisher, _day(schema.as_of, path))
    entries = tuple((fact_entries if _is_facts(sheet) else record_entries)(sheet, schema, about))
    readings = _readings(entries, schema, relations, strict=_is_facts(sheet))
    told, warnings = _told(entries, readings, place)
    ad_hoc = {r.relation.name: r.relation for r in readings.values() if not r.known}
    known = [reading.relation for reading in readings.values() if reading.known]
    settled = settle(told, known, list(ad_hoc.values()), sheet.file)
    facts = tuple(item.fact for item in told)
    names = () if _is_facts(sheet) and not schema.subject else about
    stated = schema.type or ("EVENT" if schema.series else "")
    return Table(
        place.table,
        len(sheet.rows),
        sheet.sha256,
        facts,
        names,
        tuple(replace(r, functional=name not in settled.plural) for name, r in ad_hoc.items()),
        tuple(_series(sheet, schema, about)),
        (*warnings, *settled.warnings),
        label_names(facts, [*known, *ad_hoc.values()], names, stated),
        schema.complete,
    )


def _day(text: str, path: Path) -> Day | None:
    try:
        return Day.parse(text) if text else None
    except ValueError as error:
        sidecar = path.with_suffix(".toml").name
        raise TableError(f"{sidecar}:1: as_of is {text!r}, a day YYYY-MM-DD was wanted; mend it ({error})") from error


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

    subject = schema.subject or ("" if len(found) == 3 else _subject(here, sheet))
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
        ignore=(*schema.ignore, *(free[word] for word in _NO_FACTS if word in free)),
    )


def _subject(here: dict[str, str], sheet: Sheet) -> str:
    """Return the column that names what a row is about: the first, or the one of names after a running number."""
    first = sheet.headers[0]
    names = [here[word] for word in _NAMES if word in here]
    return names[0] if first.casefold() in _NUMBERS and names else first


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


def _told(entries: tuple[Entry, ...], readings: dict[str, Reading], place: Place) -> tuple[list[Told], list[str]]:
    told: list[Told] = []
    warnings: list[str] = []
    for entry in entries:
        found = list(tell(entry, readings[entry.header], place))
        told += found
        if not found and entry.unread(readings[entry.header]):
            warnings.append(f"{place.file}:{entry.line}: {entry.header!r} has {entry.text!r}, no number; left out")
    return told, warnings


def _series(sheet: Sheet, schema: Schema, about: tuple[Name, ...]) -> Iterator[Series]:
    cells = [dict(zip(sheet.headers, row.cells, strict=True)) for row in sheet.rows] if schema.series else []
    for plan in schema.series:
        try:
            yield build_series(plan, zip(cells, about, strict=True))
        except ValueError as error:
            raise TableError(f"{sheet.file}:1: {error}; mend the rows or the sidecar") from error

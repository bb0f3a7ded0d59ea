"""From the cells of a table to facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.errors import TableError
from claimcheck.evidence import Fact, Source
from claimcheck.reference.cells import PLACEHOLDERS, read_date, read_name, read_names, read_number
from claimcheck.reference.conflicts import BEGINNING, END, Told
from claimcheck.reference.readings import Reading
from claimcheck.reference.rows import Row, Sheet
from claimcheck.reference.schema import Schema
from claimcheck.reference.verbalize import verbalize
from claimcheck.relation import ObjectKind
from claimcheck.values.date import UNKNOWN_DATE, Date, Day
from claimcheck.values.name import Name
from claimcheck.values.quantity import Quantity

_DATE_WANTED = "a date was wanted; write YYYY, YYYY-MM or YYYY-MM-DD, or leave the cell empty"


@dataclass(frozen=True, slots=True)
class Place:
    """Where facts come from: the table's name, the file for messages, the publisher of rows that name none."""

    table: str
    file: str
    publisher: str
    as_of: Day | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell that says something of the row's subject, as text, with what the row says beside it."""

    row: int
    line: int
    subject: Name
    header: str
    column: str
    text: str
    until: str = ""
    start: str = ""
    end: str = ""
    publisher: str = ""

    def unread(self, reading: Reading) -> bool:
        """Return whether the cell should have held a number and does not."""
        return reading.relation.kind is ObjectKind.QUANTITY and self.text.casefold() not in PLACEHOLDERS


def fact_entries(sheet: Sheet, schema: Schema, about: tuple[Name, ...]) -> Iterator[Entry]:
    """Yield the entry of each row of a table of facts."""
    relation, content = sheet.headers.index("relation"), sheet.headers.index("object")
    start, end, source = (sheet.column(name) for name in (schema.start, schema.end, schema.source))
    for row, subject in zip(sheet.rows, about, strict=True):
        for index, column in ((relation, "relation"), (content, "object")):
            if not row.cells[index]:
                raise TableError(
                    f"{sheet.file}:{row.line}: the cell {column!r} is empty; a fact needs subject, relation and object;"
                    " fill it, or remove the row"
                )
        yield Entry(
            row.number, row.line, subject, row.cells[relation], "object", row.cells[content],
            "", _cell(row, start), _cell(row, end), _cell(row, source),
        )  # fmt: skip


def record_entries(sheet: Sheet, schema: Schema, about: tuple[Name, ...]) -> Iterator[Entry]:
    """Yield an entry for each filled cell of a table of records that is a fact."""
    start, end, source = (sheet.column(name) for name in (schema.start, schema.end, schema.source))
    columns = [(i, h, _until(sheet, schema, h)) for i, h in enumerate(sheet.headers) if h not in schema.silent]
    for row, subject in zip(sheet.rows, about, strict=True):
        for index, header, until in columns:
            if row.cells[index]:
                yield Entry(
                    row.number, row.line, subject, header, header, row.cells[index],
                    _cell(row, until), _cell(row, start), _cell(row, end), _cell(row, source),
                )  # fmt: skip


def _until(sheet: Sheet, schema: Schema, header: str) -> int | None:
    plan = schema.plan(header)
    return sheet.column(plan.until) if plan else None


def _cell(row: Row, index: int | None) -> str:
    return "" if index is None else row.cells[index]


def tell(entry: Entry, reading: Reading, place: Place) -> Iterator[Told]:
    """Yield the facts of an entry: several where the cell lists names, none where it holds a placeholder.

    Raises:
        TableError: a date cannot be read, or the end comes before the start.
    """
    if entry.text.casefold() in PLACEHOLDERS:
        return
    valid, firm = _validity(entry, reading, place)
    source = Source(place.table, entry.row, entry.column, entry.publisher or place.publisher)
    for item in _objects(entry, reading, place.file):
        subject, thing = entry.subject, item
        if reading.inverse:
            subject, thing = (item if isinstance(item, Name) else read_name(entry.text)), entry.subject
        words = thing.text if isinstance(thing, Name) else str(thing)
        text = verbalize(subject, reading.relation, words, valid)
        known = _known(valid, entry, place)
        yield Told(Fact(subject, reading.relation.name, thing, known, source, text), firm, entry.line)


def _known(valid: Date, entry: Entry, place: Place) -> Date:
    """Return the days on which the fact is known to hold: what goes on is known up to the table's own day."""
    if valid.earliest is None or valid.latest is not None or place.as_of is None:
        return valid
    if valid.earliest > place.as_of:
        raise TableError(
            f"{place.file}:{entry.line}: the start, {valid.earliest}, comes after the table's as_of, {place.as_of};"
            " mend one of them"
        )
    return Date(valid.earliest, place.as_of)


def _objects(entry: Entry, reading: Reading, file: str) -> tuple[Name | Quantity | Date, ...]:
    if reading.relation.kind is ObjectKind.NAME or reading.inverse:
        return read_names(entry.text, several=reading.several)
    if reading.relation.kind is ObjectKind.QUANTITY:
        number = read_number(entry.text, reading.unit, reading.scale)
        if number is None:
            return ()
        return (_tolerant(number, reading),)
    first = _wanted_date(entry.text, entry, file)
    if not entry.until:
        return (first,)
    last = _wanted_date(entry.until, entry, file)
    _in_order(first, last, entry, file)
    return (Date(first.earliest, last.latest),)


def _tolerant(number: Quantity, reading: Reading) -> Quantity:
    """Return the number as wide as the sidecar lets it be."""
    if reading.tolerance:
        number = number.widened(Decimal(str(reading.tolerance)))
    if reading.within and number.low is not None and number.high is not None:
        by = Decimal(str(reading.within)).normalize()
        number = Quantity(number.low - by, number.high + by, number.unit, exact=False)
    return number


def _validity(entry: Entry, reading: Reading, place: Place) -> tuple[Date, tuple[Day, Day]]:
    """Return the days on which the fact may hold, and the first and last on which it holds for certain."""
    if reading.header.year is not None and not entry.start and not entry.end:
        year = Date.of_year(reading.header.year)
        return year, (year.earliest or BEGINNING, year.latest or END)
    if not entry.start and not entry.end:
        return UNKNOWN_DATE, (BEGINNING, END)
    start = _wanted_date(entry.start, entry, place.file) if entry.start else UNKNOWN_DATE
    end = _wanted_date(entry.end, entry, place.file) if entry.end else UNKNOWN_DATE
    _in_order(start, end, entry, place.file)
    firm = (start.latest or BEGINNING, end.earliest or END)
    return Date(start.earliest, end.latest), firm


def _wanted_date(text: str, entry: Entry, file: str) -> Date:
    try:
        date = read_date(text)
    except ValueError as error:
        raise TableError(f"{file}:{entry.line}: found {text!r}, which is no day ({error}); {_DATE_WANTED}") from error
    if date is None:
        raise TableError(f"{file}:{entry.line}: found {text!r} for {entry.header!r}; {_DATE_WANTED}")
    return date


def _in_order(start: Date, end: Date, entry: Entry, file: str) -> None:
    if end.precedes(start):
        raise TableError(
            f"{file}:{entry.line}: the end, {end}, comes before the start, {start}; an end on or after it was wanted;"
            " exchange or mend them"
        )

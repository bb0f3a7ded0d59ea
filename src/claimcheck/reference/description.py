"""How a table was understood: its shape, its key, and what each column is taken for."""

from dataclasses import dataclass

from claimcheck.reference.opening import Opened
from claimcheck.reference.readings import Reading

_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column (of a long table: a word of its relation column), what it is, how that was understood, and samples.

    `use` is key, aliases, source, start, end, left out, or relation; of a relation `relation` is its name, `kind`
    name, date or quantity, and `how` says why.
    """

    header: str
    use: str
    filled: int
    samples: tuple[str, ...]
    relation: str = ""
    kind: str = ""
    unit: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """A table as the program understands it."""

    name: str
    shape: str
    key: str
    rows: int
    columns: tuple[Column, ...]

    @property
    def not_understood(self) -> tuple[str, ...]:
        """The columns that no wording of a text is known to speak of."""
        return tuple(c.header for c in self.columns if c.use == "relation" and c.how == "not understood")


def describe(opened: Opened) -> Description:
    """Return how the table is understood."""
    readings = dict(opened.readings)
    headers = tuple(readings) if opened.long else opened.sheet.headers
    columns = tuple(_column(header, readings.get(header), opened) for header in headers)
    key = "subject" if opened.long else opened.schema.subject
    return Description(opened.place.table, "long" if opened.long else "wide", key, len(opened.sheet.rows), columns)


def _column(header: str, reading: Reading | None, opened: Opened) -> Column:
    if opened.long:
        cells = [entry.text for entry in opened.entries if entry.header == header]
    else:
        at = opened.sheet.headers.index(header)
        cells = [row.cells[at] for row in opened.sheet.rows if row.cells[at]]
    samples = tuple(dict.fromkeys(cells))[:_SAMPLES]
    use = _use(header, opened) if not opened.long else ""
    if reading is None or use:
        return Column(header, use or "left out", len(cells), samples)
    relation = reading.relation
    return Column(
        header, "relation", len(cells), samples, relation.name, relation.kind.value, reading.unit, _how(header, reading, opened)
    )


def _use(header: str, opened: Opened) -> str:
    schema = opened.schema
    plain = {schema.subject: "key", schema.aliases: "aliases", schema.source: "source", schema.start: "start", schema.end: "end"}
    if header and header in plain:
        return plain[header]
    return "left out" if header in schema.silent else ""


def _how(header: str, reading: Reading, opened: Opened) -> str:
    plan = opened.schema.plan(header)
    if plan is not None and plan.relation:
        return "the sidecar says so"
    if reading.known:
        same = reading.relation.name == reading.header.words
        return "a known relation" if same else f"another word for {reading.relation.name!r}"
    ways = (*reading.relation.verbs, *reading.relation.nouns)
    return f"by its own words: {', '.join(ways[:_SAMPLES])}" if ways else "not understood"

"""What is amiss in a table, before it accuses anyone: each problem with its row and column."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.evidence import Fact
from claimcheck.finding import Severity
from claimcheck.reference.conflicts import END, Told
from claimcheck.reference.opening import Opened
from claimcheck.reference.table import settled, tell_all
from claimcheck.relation import ObjectKind, Relation
from claimcheck.values.date import UNKNOWN_DATE, Date
from claimcheck.values.name import Name, fold
from claimcheck.values.quantity import Quantity

_ORDERED = (("born on", "died on"), ("founded on", "closed on"), ("opened on", "closed on"), ("started on", "ended on"))
_LATEST = 2200
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing amiss: how bad it is, the line in the file (0 for the whole table), the column, and what to do."""

    severity: Severity
    line: int
    column: str
    message: str


def examine(opened: Opened) -> tuple[Problem, ...]:
    """Return what is amiss, by line.

    Raises:
        TableError: a cell cannot be read at all.
    """
    told, unread = tell_all(opened)
    problems = [
        *_from_warnings((*unread, *settled(opened, told).warnings), opened),
        *_keys(opened),
        *_aliases(opened),
        *_values(told),
        *_orders(told),
        *_terms(opened, told),
        *_missing(opened, told),
    ]
    return tuple(sorted(problems, key=lambda p: (p.line, p.column, p.message)))


def _from_warnings(warnings: tuple[str, ...], opened: Opened) -> Iterator[Problem]:
    for warning in warnings:
        line, _, message = warning.removeprefix(f"{opened.place.file}:").partition(": ")
        yield Problem(Severity.WARNING, int(line), "", message)


def _keys(opened: Opened) -> Iterator[Problem]:
    """Yield rows of a wide table, without terms, that are about a thing that has a row already."""
    if opened.long or opened.schema.start or opened.schema.end:
        return
    seen: dict[str, int] = {}
    for row, name in zip(opened.sheet.rows, opened.about, strict=True):
        if (first := seen.setdefault(fold(name.text), row.line)) != row.line:
            message = f"{name.text!r} has a row already, line {first}; tell them apart, or join them"
            yield Problem(Severity.WARNING, row.line, opened.schema.subject, message)


def _aliases(opened: Opened) -> Iterator[Problem]:
    """Yield aliases that another row bears too, or that no text is searched for."""
    column = opened.schema.aliases
    owners: dict[str, dict[str, None]] = defaultdict(dict)
    for name in opened.about:
        for form in (name.text, *name.aliases):
            owners[fold(form)][fold(name.text)] = None
    for row, name in zip(opened.sheet.rows, opened.about, strict=True):
        for form in name.aliases:
            if len(owners[fold(form)]) > 1:
                message = f"{form!r} is a name of {len(owners[fold(form)])} things, so it decides nothing alone"
                yield Problem(Severity.INFO, row.line, column, message)
            elif not any(c.isupper() for c in form) or len(form) < 2:
                message = f"{form!r} is not found in a text: a name begins with a capital and has two letters or more"
                yield Problem(Severity.WARNING, row.line, column, message)


def _values(told: list[Told]) -> Iterator[Problem]:
    for item in told:
        value = item.fact.object
        found = ""
        if isinstance(value, Quantity):
            found = _amount(value)
        elif isinstance(value, Date) and value.earliest is not None and value.earliest.year > _LATEST:
            found = f"the date {value} is far in the future; check the year"
        if found:
            yield Problem(Severity.ERROR, item.line, item.fact.source.column, found)


def _amount(value: Quantity) -> str:
    if value.low is not None and value.low < 0 and value.unit not in {"°C", "°F"}:
        return f"{value} is below zero; check the sign"
    if value.unit == "%" and value.high is not None and value.high > _WHOLE:
        return f"{value} is more than a whole; check the number, or the unit"
    return ""


def _orders(told: list[Told]) -> Iterator[Problem]:
    """Yield things that end before they begin."""
    dated = {(fold(t.fact.subject.text), t.fact.relation): t for t in told if isinstance(t.fact.object, Date)}
    for (subject, relation), end in dated.items():
        for first in (begin for begin, last in _ORDERED if last == relation):
            start = dated.get((subject, first))
            if start is not None and _precedes(end.fact, start.fact):
                message = f"{end.fact.text!r} comes before {start.fact.text!r}, line {start.line}"
                yield Problem(Severity.ERROR, end.line, end.fact.source.column, message)


def _precedes(one: Fact, other: Fact) -> bool:
    return isinstance(one.object, Date) and isinstance(other.object, Date) and one.object.precedes(other.object)


def _terms(opened: Opened, told: list[Told]) -> Iterator[Problem]:
    """Yield gaps between the terms of those who held one office in turn; overlaps are conflicts of rows."""
    offices = {r.relation.name for _, r in opened.readings if _is_office(r.relation)}
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for item in told:
        if item.fact.relation in offices and item.fact.valid != UNKNOWN_DATE:
            groups[fold(item.fact.subject.text), item.fact.relation].append(item)
    for items in groups.values():
        for before, after in pairwise(sorted(items, key=lambda t: t.firm)):
            ended, began = before.fact.valid.latest, after.fact.valid.earliest
            if ended is None or began is None or before.firm[1] == END or ended.until(began) <= 1:
                continue
            message = f"nobody from {ended} (line {before.line}) to {began}; add who held it, or mend the dates"
            yield Problem(Severity.INFO, after.line, after.fact.source.column, message)


def _is_office(relation: Relation) -> bool:
    return relation.kind is ObjectKind.NAME and relation.functional and not relation.fixed


def _missing(opened: Opened, told: list[Told]) -> Iterator[Problem]:
    """Yield what a table should tell and does not: sources, units of measures, dates of offices."""
    if told and not any(item.fact.source.publisher for item in told):
        yield Problem(Severity.INFO, 0, "", "no row names its source; add a column 'source', or `publisher` in the sidecar")
    for header, reading in opened.readings:
        if reading.relation.unit and not reading.unit:
            message = f"the numbers have no unit; name the column {header}_{reading.relation.unit}, or say it in the sidecar"
            yield Problem(Severity.WARNING, 0, header, message)
        undated = [t for t in told if t.fact.relation == reading.relation.name and t.fact.valid == UNKNOWN_DATE]
        if (
            _is_office(reading.relation)
            and "PERSON" in reading.relation.objects
            and undated
            and isinstance(undated[0].fact.object, Name)
        ):
            message = f"{len(undated)} rows do not say from when and until when; they are taken for today's"
            yield Problem(Severity.INFO, 0, header, message)

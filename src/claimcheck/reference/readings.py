"""Which relation a column header (or a relation cell) means, and how its cells are to be read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from claimcheck.reference.cells import PLACEHOLDERS, is_date, is_number, share
from claimcheck.reference.headers import Header, is_plural, read_header, wordings
from claimcheck.reference.schema import ColumnPlan
from claimcheck.reference.wording import noun_cues, verb_cues
from claimcheck.relation import ObjectKind, Relation

_MEASURES = frozenset({
    "area", "capacity", "cost", "count", "depth", "distance", "elevation", "height", "length", "number", "output", "population",
    "price", "revenue", "size", "speed", "staff", "total", "turnover", "value", "volume", "weight", "width",
})  # fmt: skip
_SAMPLE = 1000
_MOSTLY = 0.8  # of the cells of a column of numbers; the others are left out, and said to be


@dataclass(frozen=True, slots=True)
class Reading:
    """A relation, and how cells become its objects.

    `inverse`: the cell is what the relation starts from, as under "Speaker of".
    `certain`: a cell that does not fit the relation's kind is a fault of the table.
    """

    relation: Relation
    known: bool
    header: Header
    unit: str = ""
    scale: int = 1
    several: bool = False
    inverse: bool = False
    certain: bool = True
    tolerance: float = 0.0
    within: float = 0.0


@lru_cache(maxsize=8)
def vocabulary(relations: tuple[Relation, ...]) -> dict[str, Relation]:
    """Return the relations by every header that means them; an earlier one wins, a name before a column."""
    found: dict[str, Relation] = {}
    for relation in relations:
        found.setdefault(relation.name, relation)
    for relation in relations:
        for column in relation.columns:
            found.setdefault(column.casefold(), relation)
    for relation in relations:
        if relation.inverse:
            found.setdefault(relation.inverse, relation)
    return found


def read_as(
    text: str, cells: Iterable[str], relations: tuple[Relation, ...], plan: ColumnPlan | None, *, strict: bool, dated: bool
) -> Reading:
    """Return how the cells under a header are read.

    `strict` keeps a known relation though no cell fits it; `dated` says that the cells repeat the start of their rows.
    """
    plan = plan or ColumnPlan()
    header = read_header(text)
    words = plan.relation or header.words
    if plan.relation:
        header = Header(plan.relation, year=header.year or _bare_year(text))
    unit, scale = plan.unit or header.unit, plan.scale if plan.scale != 1 else header.scale
    sample = _sample(cells)
    inverse = words.endswith(" of") and words not in {relation.name for relation in relations}
    known = _known(words, unit, relations)
    inverse = inverse or (known is not None and known.name != known.inverse == words)
    if known and (_fits(known.kind, sample) or (strict and known.kind is not ObjectKind.NAME)):
        return Reading(known, True, header, unit, scale, plan.list, inverse, tolerance=plan.tolerance, within=plan.within)
    own = _ad_hoc(text, header, sample, known, dated=dated)
    reading = Reading(own, False, header, unit, scale, plan.list, inverse, tolerance=plan.tolerance, within=plan.within)
    return replace(reading, certain=known is None)


def _bare_year(text: str) -> int | None:
    """Return the year that is all a header says: "2021" among the columns of a table of one measure."""
    return int(text) if re.fullmatch(r"1[0-9]{3}|20[0-9]{2}", text, re.ASCII) else None


def _sample(cells: Iterable[str]) -> list[str]:
    found: list[str] = []
    for cell in cells:
        if cell and cell.casefold() not in PLACEHOLDERS:
            found.append(cell)
            if len(found) == _SAMPLE:
                break
    return found


def _known(words: str, unit: str, relations: tuple[Relation, ...]) -> Relation | None:
    by_header = vocabulary(relations)
    found = next((by_header[form] for form in wordings(words) if form in by_header), None)
    if found and unit and any(noun.startswith("O:") for noun in found.nouns):
        return None  # the relation counts things ("O:seat of S"), so a unit shows that another measure is meant
    return found


def _fits(kind: ObjectKind, cells: list[str]) -> bool:
    dates, numbers = share(cells, is_date), share(cells, is_number)
    if kind is ObjectKind.DATE:
        return dates > 0
    if kind is ObjectKind.QUANTITY:
        return numbers > 0
    return not cells or max(dates, numbers) < 1


def _ad_hoc(text: str, header: Header, cells: list[str], known: Relation | None, *, dated: bool) -> Relation:
    kind = _kind(header, cells, dated=dated)
    name = header.words.removesuffix(" of") or text
    nouns, verbs = noun_cues(name, kind, header.unit), verb_cues(name, kind)
    if known and known.name == name:
        name = f"{name} ({kind.value})"
    return Relation(name, kind, functional=True, columns=(text,), verbs=verbs, nouns=nouns)


def _kind(header: Header, cells: list[str], *, dated: bool) -> ObjectKind:
    dates, numbers = share(cells, is_date) == 1, share(cells, is_number) >= _MOSTLY
    last = header.words.split()[-1] if header.words else ""
    counted = bool(header.unit) or header.scale != 1 or header.year is not None or is_plural(last) or last in _MEASURES
    if dates and (dated or not (numbers and counted)):
        return ObjectKind.DATE
    return ObjectKind.QUANTITY if numbers else ObjectKind.NAME

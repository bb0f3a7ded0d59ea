"""Which shape a table has: long, with a fact a row, or wide, with a thing a row; and which column names the things."""

from dataclasses import replace

from claimcheck.reference.cells import is_date, is_number, share
from claimcheck.reference.rows import Sheet

# Headers of the three columns of a long table, and how they are called here.
LONG = {
    "subject": ("subject", "entity", "item", "thing", "who", "about"),
    "relation": ("relation", "property", "predicate", "attribute", "relationship"),
    "object": ("object", "value", "answer"),
}
_NUMBERS = ("#", "id", "key", "no", "no.", "nr", "number", "rank", "code", "ref", "row")
_CODES = (" id", " no", " no.", " nr", " nr.", " code", " key")
_NAMES = ("name", "title", "full name")
_DISTINCT = 0.95
_FEW = 4


def in_long_form(sheet: Sheet) -> Sheet:
    """Return the sheet with the usual headers for subject, relation and object, if it has all three in some wording."""
    here = {header.casefold(): header for header in sheet.headers}
    found = {name: next((here[word] for word in words if word in here), "") for name, words in LONG.items()}
    if not all(found.values()):
        return sheet
    usual = {header: name for name, header in found.items()}
    return replace(sheet, headers=tuple(usual.get(header, header) for header in sheet.headers))


def subject_column(sheet: Sheet) -> str:
    """Return the column that names what a row is about.

    The one called a name behind a running number; else the first, or where that repeats its
    cells, the first column of words that does not.
    """
    here = {header.casefold(): header for header in sheet.headers}
    first = sheet.headers[0]
    names = [here[word] for word in _NAMES if word in here]
    if is_code(first) and names:
        return names[0]
    if not is_code(first) and not _is_group(sheet):
        return first
    words = [h for at, h in enumerate(sheet.headers) if _is_distinct(sheet, at) and _is_wordy(sheet, at)]
    return next(iter([*names, *words]), first)


def is_code(header: str) -> bool:
    """Return whether a column of that header numbers its rows: "#", "Employee ID", "Registration no."."""
    word = header.casefold()
    return word in _NUMBERS or word.replace("_", " ").endswith(_CODES)


def _is_group(sheet: Sheet) -> bool:
    """Whether the first column puts several rows into each of a few groups, as a league before its clubs does."""
    cells = [row.cells[0] for row in sheet.rows if row.cells[0]]
    dated = any(header.casefold() in {"start", "end", "from", "to", "since", "until"} for header in sheet.headers)
    return len(cells) >= _FEW and 2 * len(set(cells)) < len(cells) and not dated


def _is_distinct(sheet: Sheet, at: int) -> bool:
    cells = [row.cells[at] for row in sheet.rows if row.cells[at]]
    return len(set(cells)) >= _DISTINCT * len(sheet.rows)


def _is_wordy(sheet: Sheet, at: int) -> bool:
    cells = [row.cells[at] for row in sheet.rows if row.cells[at]]
    return max(share(cells, is_date), share(cells, is_number)) < 1 - _DISTINCT

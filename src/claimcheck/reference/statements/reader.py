"""Whether a table supports or refutes a statement that can be looked up in its cells.

The words of the statement are linked to cells.  If one row has them all, each in its own
column, the statement is supported; if one row has all but one, and that one belongs in a
column in which the row has something else, it is refuted.  Nearly every word must be
explained by a cell, a header, the title or common usage; words that ask for counting,
comparing or denying make it no look-up at all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.reference.statements.links import Link, headers_in, link
from claimcheck.reference.statements.view import View
from claimcheck.reference.statements.words import is_number, is_plain, is_reckoning, is_small, stem, words_of
from claimcheck.verdict import Verdict

_UNEXPLAINED = 1  # words that a look-up may leave unexplained, chosen on training statements
_MOST_ROWS = 3

RECKONING = "it asks for more than looking up"
UNEXPLAINED = "some of its words are not explained by the table"
UNLINKED = "too few of its words are in the table"
OTHER_COLUMN = "its words stand in other columns than it says"
NO_ROW = "no row has all that it says, and none can be told to differ"


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a statement stands to a table, with the cells (row, column) that decide, both counted from 0."""

    verdict: Verdict
    cells: tuple[tuple[int, int], ...] = ()
    reason: str = ""


def judge(statement: str, view: View) -> Judgement:
    """Return how the statement stands to the table; cells are those that agree, or the one that differs."""
    words = words_of(statement, spelled=True)
    links = link(view, words)
    reason = _obstacle(view, words, links)
    if reason:
        return Judgement(Verdict.NOT_ENOUGH_INFO, reason=reason)
    rows = _rows_of(links)
    if not rows:
        return _refuted(view, links)
    said = headers_in(view, words, links)
    for row, columns in rows.items():
        if set(said) <= set(columns) and all(not one.meant or c in one.meant for one, c in zip(links, columns, strict=True)):
            return Judgement(Verdict.SUPPORTED, tuple((row, column) for column in columns))
    return Judgement(Verdict.NOT_ENOUGH_INFO, reason=OTHER_COLUMN)


def _obstacle(view: View, words: Sequence[str], links: Sequence[Link]) -> str:
    """Return why the statement is no look-up in this table, or ""."""
    taken = {at for one in links for at in range(one.start, one.end)}
    free = [word for at, word in enumerate(words) if at not in taken]
    if any(map(is_reckoning, free)):
        return RECKONING
    known = view.title.union(*view.headers)
    left = [word for word in free if not (is_small(word) or is_plain(word) or stem(word) in known)]
    if any(map(is_number, left)) or len(left) > _UNEXPLAINED:
        return UNEXPLAINED
    return UNLINKED if len(links) < 2 else ""


def _rows_of(links: Sequence[Link]) -> dict[int, tuple[int, ...]]:
    """Return the rows that have the words of all links, each in a column of its own, with those columns."""
    cells = [one.cells for one in links]
    shared = frozenset.intersection(*(frozenset().union(*found.values()) for found in cells)) if cells else frozenset()
    found = {row: _assigned([[c for c, rows in one.items() if row in rows] for one in cells]) for row in sorted(shared)}
    return {row: columns for row, columns in found.items() if columns is not None}


def _assigned(choices: list[list[int]], used: frozenset[int] = frozenset()) -> tuple[int, ...] | None:
    """Return one column for each choice, none twice, or None."""
    if not choices:
        return ()
    for column in choices[0]:
        rest = _assigned(choices[1:], used | {column}) if column not in used else None
        if rest is not None:
            return (column, *rest)
    return None


def _refuted(view: View, links: Sequence[Link]) -> Judgement:
    """Return the refutation by the rows that have all but one of the links, if it is sure which column differs."""
    found: list[tuple[int, int]] = []
    for at, odd in enumerate(links):
        rest = [one for number, one in enumerate(links) if number != at]
        rows = _rows_of(rest)
        if not rows or not _tells_which(view, rest):
            continue
        column = _column_of(odd, rows.values())
        if column is None or len(rows) > _MOST_ROWS:
            return Judgement(Verdict.NOT_ENOUGH_INFO, reason=NO_ROW)
        found += [(row, column) for row in rows]
    if not found:
        return Judgement(Verdict.NOT_ENOUGH_INFO, reason=NO_ROW)
    return Judgement(Verdict.REFUTED, tuple(found))


def _tells_which(view: View, links: Sequence[Link]) -> bool:
    """Whether the links are enough to find a row by: a name among them, or two values."""
    return len(links) > 1 or any(view.wordy[column] for one in links for column in one.cells)


def _column_of(odd: Link, rows: Iterable[tuple[int, ...]]) -> int | None:
    """Return the one column that the link's words belong to and that no other link has taken."""
    used = {column for columns in rows for column in columns}
    free = [column for column in odd.cells if column not in used and (not odd.meant or column in odd.meant)]
    return free[0] if len(free) == 1 else None

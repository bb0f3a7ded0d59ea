"""Which words of a statement name a cell, and which a header."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.reference.statements.view import View
from claimcheck.reference.statements.words import is_number, is_plain, is_reckoning, is_small, stem

_LONGEST = 9
_NEAR = 5  # words within which a header is the header of a value
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Link:
    """Words `start` to `end` of a statement, the cells that hold them (column, rows), and those of them that are all of it.

    `meant` are the columns whose header stands beside the words.
    """

    start: int
    end: int
    holding: tuple[tuple[int, frozenset[int]], ...]
    filling: tuple[tuple[int, frozenset[int]], ...]
    meant: frozenset[int] = frozenset()

    @property
    def cells(self) -> dict[int, frozenset[int]]:
        """The cells that the words may name: whole cells, and parts of cells where there are no others or the header says so."""
        if not self.filling:
            return dict(self.holding)
        return {column: rows for column, rows in self.holding if column in self.meant} | dict(self.filling)


def link(view: View, words: Sequence[str]) -> tuple[Link, ...]:
    """Return the links of a statement, the longest first where they overlap, in text order."""
    found = [link for start in range(len(words)) for link in _from(view, words, start)]
    found.sort(key=lambda one: (one.start - one.end, -len(one.filling)))
    taken: set[int] = set()
    kept = []
    for one in found:
        inside = range(one.start, one.end)
        if taken.isdisjoint(inside) and _names(view, words, one):
            taken.update(inside)
            kept.append(one)
    return tuple(sorted((_meant(view, words, one) for one in kept), key=lambda one: one.start))


def _from(view: View, words: Sequence[str], start: int) -> list[Link]:
    """Return a link for each stretch of words from `start` on that some cell holds."""
    found = []
    for end in range(start + 1, min(len(words), start + _LONGEST) + 1):
        part = tuple(words[start:end])
        if all(map(is_small, part)):
            continue
        holding = [(column, rows) for column in range(len(view.headers)) if (rows := view.rows_with(column, part))]
        if not holding:
            break
        filling = [(c, full) for c, rows in holding if (full := frozenset(r for r in rows if view.cells[r][c] == part))]
        found.append(Link(start, end, tuple(holding), tuple(filling)))
    return found


def _names(view: View, words: Sequence[str], one: Link) -> bool:
    """Whether the words are enough to name a cell: all of it, several words, or one that is long and tells something."""
    if is_small(words[one.start]) and not one.filling:
        return False
    if one.end - one.start > 1 or one.filling:
        return True
    word = words[one.start]
    if is_number(word):
        return len(word) == 4 and word[:2] in {"17", "18", "19", "20"}  # a year within a date
    heads = any(stem(word) in header for header in view.headers)
    return len(word) >= _SHORT and not (heads or is_plain(word) or is_reckoning(word))


def _meant(view: View, words: Sequence[str], one: Link) -> Link:
    near = [*range(max(0, one.start - _NEAR), one.start), *range(one.end, min(len(words), one.end + _NEAR))]
    said = {stem(words[at]) for at in near}
    meant = frozenset(c for c, _ in one.holding if _is_said(view, c, said))
    return Link(one.start, one.end, one.holding, one.filling, meant)


def _is_said(view: View, column: int, said: set[str]) -> bool:
    header = view.headers[column]
    own = header - view.common
    return bool(header & said) and own <= said and (bool(own) or header <= said)


def headers_in(view: View, words: Sequence[str], links: Sequence[Link]) -> tuple[int, ...]:
    """Return the columns whose whole header stands in words that name no cell; of "away" and "away team" the longer."""
    taken = {at for one in links for at in range(one.start, one.end)}
    free = {stem(word) for at, word in enumerate(words) if at not in taken}
    known = view.common | view.title  # "the ferry", in a table of ferries
    said = [c for c, header in enumerate(view.headers) if header and header <= free and not header <= known]
    return tuple(c for c in said if not any(view.headers[c] < view.headers[other] for other in said))

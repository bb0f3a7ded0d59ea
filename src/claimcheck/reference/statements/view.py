"""A table as statements are read against it: its cells as words, and where each word stands."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.reference.statements.words import is_small, stem, words_of


@dataclass(frozen=True, slots=True)
class View:
    """The headers and rows of a table, as words.

    `places` gives for each column the rows in which a word stands; `common` are words that several headers share.
    """

    title: frozenset[str]
    headers: tuple[frozenset[str], ...]
    cells: tuple[tuple[tuple[str, ...], ...], ...]
    places: tuple[Mapping[str, frozenset[int]], ...]
    common: frozenset[str]
    wordy: tuple[bool, ...]

    @classmethod
    def of(cls, title: str, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> "View":
        """Return the view of a table.  Args: what it is about, its headers, and its rows, all of the headers' length."""
        named = tuple(frozenset(stem(w) for w in words_of(h) if not is_small(w)) for h in headers)
        cells = tuple(tuple(words_of(cell) for cell in row) for row in rows)
        columns = range(len(headers))
        counted = Counter(word for words in named for word in words)
        return cls(
            frozenset(map(stem, words_of(title))),
            named,
            cells,
            tuple(_places(cells, column) for column in columns),
            frozenset(word for word, count in counted.items() if count > 1),
            tuple(_is_wordy([row[column] for row in cells]) for column in columns),
        )

    def rows_with(self, column: int, words: tuple[str, ...]) -> frozenset[int]:
        """Return the rows whose cell in the column has the words, one after another."""
        found: frozenset[int] | None = None
        for word in words:
            here = self.places[column].get(word, frozenset())
            found = here if found is None else found & here
            if not found:
                return frozenset()
        return frozenset(row for row in found or () if _holds(self.cells[row][column], words))


def _places(cells: tuple[tuple[tuple[str, ...], ...], ...], column: int) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(cells):
        for word in row[column]:
            found.setdefault(word, set()).add(number)
    return {word: frozenset(rows) for word, rows in found.items()}


def _is_wordy(cells: list[tuple[str, ...]]) -> bool:
    return 2 * sum(any(word[0].isalpha() for word in cell) for cell in cells) > len(cells)


def _holds(cell: tuple[str, ...], words: tuple[str, ...]) -> bool:
    size = len(words)
    return any(cell[at : at + size] == words for at in range(len(cell) - size + 1))

"""Names of a library found in running text, longest first."""

import re
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from claimcheck.reference.index.keys import Hashes, runs
from claimcheck.values.name import Name, fold

Forms = tuple[tuple[str, Name], ...]

_INITIALISM = re.compile(r"[A-Z]{2,3}|(?:[A-Z]\.){2,3}")


def is_initialism(text: str) -> bool:
    """Return whether the form is letters only copy writes in capitals ("WHO", "U.S."): at most three."""
    return _INITIALISM.fullmatch(text) is not None


def written_as(form: str, text: str) -> bool:
    """Return whether `text`, which folds like `form`, may mean it: "Who" is not "WHO", "Nato" is "NATO"."""
    return not is_initialism(form) or not any(c.islower() for c in text.replace("'s", "").replace("’s", ""))


class Gazetteer:
    """Names by the hashes of their folded words: all runs of the words of a text are looked up together."""

    def __init__(
        self, lengths: Sequence[int], among: Callable[[Hashes], npt.NDArray[np.bool_]], forms: Callable[[str], Forms]
    ) -> None:
        """Make a gazetteer.

        Args:
            lengths: how many words the names have.
            among: which hashes may be those of names.
            forms: the names, as written, with their entities, of a folded name.
        """
        self._lengths, self._among, self._forms = lengths, among, forms

    def longest_in(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[Name, ...]]]:
        """Yield (first word, one past the last, entities) of the longest matches that do not overlap."""
        parts = [(part, index) for index, word in enumerate(words) for part in _folded(word)]
        ends = self._possible([part for part, _ in parts])
        at = 0
        while at < len(parts):
            end, names = self._longest_from(parts, at, ends.get(at, ()), words)
            if names:
                yield parts[at][1], parts[end - 1][1] + 1, names
            at = max(end, at + 1)

    def _possible(self, parts: list[str]) -> dict[int, list[int]]:
        """Return where the runs that begin at each part, and may be names, end; the longest first."""
        hashes, starts, lengths = runs(parts, self._lengths)
        found: dict[int, list[int]] = {}
        here = self._among(hashes)
        for start, length in zip(starts[here][::-1].tolist(), lengths[here][::-1].tolist(), strict=True):
            found.setdefault(start, []).append(start + length)
        return found

    def _longest_from(
        self, parts: list[tuple[str, int]], start: int, ends: Sequence[int], words: Sequence[str]
    ) -> tuple[int, tuple[Name, ...]]:
        if start and parts[start - 1][1] == parts[start][1]:
            return start, ()  # inside a word
        for end in ends:
            inside = end < len(parts) and parts[end][1] == parts[end - 1][1]
            if not inside:
                forms = self._forms(" ".join(part for part, _ in parts[start:end]))
                if names := _meant(forms, words[parts[start][1] : parts[end - 1][1] + 1]):
                    return end, names
        return start, ()


def _folded(word: str) -> list[str]:
    return [] if word in {"'s", "’s", "'", "’"} else fold(word).split()


def _meant(forms: Forms, words: Sequence[str]) -> tuple[Name, ...]:
    if not any(c.isupper() for word in words for c in word):
        return ()
    text = "".join(words)
    return tuple(dict.fromkeys(name for form, name in forms if written_as(form, text)))

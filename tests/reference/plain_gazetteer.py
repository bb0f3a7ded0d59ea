"""Names of a library found in running text, longest first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from claimcheck.values.name import Name, fold

_INITIALISM = re.compile(r"[A-Z]{2,3}|(?:[A-Z]\.){2,3}")


def is_initialism(text: str) -> bool:
    """Return whether the form is letters only copy writes in capitals ("WHO", "U.S."): at most three."""
    return _INITIALISM.fullmatch(text) is not None


def written_as(form: str, text: str) -> bool:
    """Return whether `text`, which folds like `form`, may mean it: "Who" is not "WHO", "Nato" is "NATO"."""
    return not is_initialism(form) or not any(c.islower() for c in text.replace("'s", "").replace("’s", ""))


@dataclass(slots=True)
class _Node:
    next: dict[str, "_Node"] = field(default_factory=dict)
    forms: list[tuple[str, Name]] = field(default_factory=list)


class Gazetteer:
    """A tree of folded words; a look-up is linear in the length of the text."""

    def __init__(self, forms: Iterable[tuple[str, str, Name]]) -> None:
        """Build the tree of triples: folded form, form as written, and the entity."""
        self._root = _Node()
        for folded, form, name in forms:
            node = self._root
            for word in folded.split():
                node = node.next.setdefault(word, _Node())
            node.forms.append((form, name))

    def longest_in(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[Name, ...]]]:
        """Yield (first word, one past the last, entities) of the longest matches that do not overlap."""
        parts = [(part, index) for index, word in enumerate(words) for part in _folded(word)]
        at = 0
        while at < len(parts):
            end, names = self._longest_from(parts, at, words)
            if names:
                yield parts[at][1], parts[end - 1][1] + 1, names
            at = max(end, at + 1)

    def _longest_from(self, parts: list[tuple[str, int]], start: int, words: Sequence[str]) -> tuple[int, tuple[Name, ...]]:
        if start and parts[start - 1][1] == parts[start][1]:
            return start, ()  # inside a word
        node, best = self._root, start
        found: tuple[Name, ...] = ()
        for at in range(start, len(parts)):
            following = node.next.get(parts[at][0])
            if following is None:
                break
            node = following
            inside = at + 1 < len(parts) and parts[at + 1][1] == parts[at][1]
            if node.forms and not inside:
                names = _meant(node, words[parts[start][1] : parts[at][1] + 1])
                best, found = (at + 1, names) if names else (best, found)
        return best, found


def _folded(word: str) -> list[str]:
    return [] if word in {"'s", "’s", "'", "’"} else fold(word).split()


def _meant(node: _Node, words: Sequence[str]) -> tuple[Name, ...]:
    if not any(c.isupper() for word in words for c in word):
        return ()
    text = "".join(words)
    return tuple(dict.fromkeys(name for form, name in node.forms if written_as(form, text)))

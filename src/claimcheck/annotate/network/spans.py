"""Names from scores of each word's place in a name: begins, inside, ends, single, or outside."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

OUTSIDE = "O"
Scores = NDArray[np.float32]


def place_labels(types: Sequence[str]) -> tuple[str, ...]:
    """Return the labels of places in names of some types."""
    return (OUTSIDE, *(f"{place}-{kind}" for kind in types for place in "BIES"))


def place_tags(words: int, names: Sequence[tuple[int, int, str]]) -> list[str]:
    """Return the label of each word, given names as (start, end, type)."""
    tags = [OUTSIDE] * words
    for start, end, kind in names:
        tags[start:end] = [f"I-{kind}"] * (end - start)
        tags[start] = f"B-{kind}"
        tags[end - 1] = f"E-{kind}"
        if end - start == 1:
            tags[start] = f"S-{kind}"
    return tags


@lru_cache(maxsize=4)
def _allowed(labels: tuple[str, ...]) -> Scores:
    """Return 0 where one label may follow another, else a large cost; a last row and column stand for the edges."""
    size = len(labels)
    allowed = np.full((size + 1, size + 1), -1e6, dtype=np.float32)
    for first, before in enumerate((*labels, OUTSIDE)):
        for second, after in enumerate((*labels, OUTSIDE)):
            open_before, goes_on = before[0] in "BI", after[0] in "IE"
            same = before[1:] == after[1:]
            if open_before == goes_on and (same or not goes_on):
                allowed[first, second] = 0
    return allowed


def best_names(scores: Scores, labels: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """Return the names (start, end, type) of the best sequence of labels that fit each other (Viterbi).

    Args:
        scores: (words, labels), log-probabilities.
        labels: as `place_labels` gives them.
    """
    if scores.argmax(1).max(initial=0) == 0:
        return []
    allowed = _allowed(labels)
    step, edge = allowed[:-1, :-1], len(labels)
    best = scores[0] + allowed[edge, :-1]
    back = np.zeros(scores.shape, dtype=np.int64)
    for word in range(1, len(scores)):
        paths = best[:, None] + step
        back[word] = paths.argmax(0)
        best = paths.max(0) + scores[word]
    last = int((best + allowed[:-1, edge]).argmax())
    path = [last]
    for word in range(len(scores) - 1, 0, -1):
        path.append(int(back[word, path[-1]]))
    return _names([labels[place] for place in reversed(path)])


def _names(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    names, start = [], 0
    for place, tag in enumerate(tags):
        if tag[0] in "BS":
            start = place
        if tag[0] in "ES":
            names.append((start, place + 1, tag[2:]))
    return names

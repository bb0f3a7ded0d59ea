"""The best tree over a matrix of head scores (Chu and Liu 1965; Edmonds 1967), with one root."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]
_NEVER = np.float32(-1e9)
_ROOT_COST = np.float32(1e5)  # dearer than any gain, so that the tree has only one root


@dataclass(frozen=True, slots=True)
class _Contraction:
    """A cycle made one node, the last of a smaller graph whose other nodes are `kept`."""

    cycle: Heads
    inside: Heads  # the heads within the cycle
    kept: Heads
    entered: Heads  # per kept node as a head: the node of the cycle that it would take over
    left: Heads  # per kept node as a child: the node of the cycle that would be its head


def best_tree(scores: Scores) -> Heads:
    """Return the head of each word, 0 being the root and i the word i - 1, so that all form one tree.

    Args:
        scores: (words, 1 + words); the score of each head for each word, the root's first.
    """
    words = scores.shape[0]
    full = np.full((words + 1, words + 1), _NEVER, dtype=np.float32)
    full[1:] = scores
    np.fill_diagonal(full, _NEVER)
    greedy = _greedy(full)
    if np.count_nonzero(greedy[1:] == 0) == 1 and not _cycle(greedy):
        return greedy[1:]
    full[1:, 0] -= _ROOT_COST
    return _spanning(full)[1:]


def _greedy(scores: Scores) -> Heads:
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    return heads


def _cycle(heads: Heads) -> list[int]:
    """Return the nodes of a cycle, or none."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for visited in path:
            state[visited] = 2
    return []


def _spanning(scores: Scores) -> Heads:
    """Return the best heads of all nodes but 0: cycles are contracted until there is none, then opened again."""
    contractions: list[_Contraction] = []
    heads = _greedy(scores)
    while cycle := _cycle(heads):
        scores, contraction = _contracted(scores, heads, np.array(sorted(cycle)))
        contractions.append(contraction)
        heads = _greedy(scores)
    for contraction in reversed(contractions):
        heads = _opened(heads, contraction)
    return heads


def _contracted(scores: Scores, heads: Heads, cycle: Heads) -> tuple[Scores, _Contraction]:
    """Return the scores with the cycle as one last node, which is worth what the best way into it gains."""
    kept = np.setdiff1d(np.arange(len(heads)), cycle)
    inside = heads[cycle]
    into = scores[np.ix_(cycle, kept)] - scores[cycle, inside][:, None]  # (cycle, kept)
    out_of = scores[np.ix_(kept, cycle)]  # (kept, cycle)
    size = len(kept)
    smaller = np.full((size + 1, size + 1), _NEVER, dtype=np.float32)
    smaller[:size, :size] = scores[np.ix_(kept, kept)]
    smaller[size, :size] = into.max(0)
    smaller[1:size, size] = out_of.max(1)[1:]  # node 0, the first that is kept, has no head
    return smaller, _Contraction(cycle, inside, kept, into.argmax(0), out_of.argmax(1))


def _opened(heads: Heads, contraction: _Contraction) -> Heads:
    """Return the heads of the larger graph, the cycle broken where its node was entered."""
    cycle, kept = contraction.cycle, contraction.kept
    size = len(kept)
    opened = np.zeros(size + len(cycle), dtype=np.int64)
    opened[cycle] = contraction.inside
    for place in range(1, size):
        head = heads[place]
        opened[kept[place]] = kept[head] if head < size else cycle[contraction.left[place]]
    enters = heads[size]
    opened[cycle[contraction.entered[enters]]] = kept[enters]
    return opened

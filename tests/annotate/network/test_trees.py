"""The best tree is what trying all trees finds."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.annotate.network.trees import best_tree


def _is_tree(heads: tuple[int, ...]) -> bool:
    """Whether one word alone hangs from the root, and all from it."""
    if heads.count(0) != 1:
        return False
    return all(_reaches_root(word, heads) for word in range(1, len(heads) + 1))


def _reaches_root(word: int, heads: tuple[int, ...]) -> bool:
    above = word
    for _ in heads:
        above = heads[above - 1] if above else 0
    return not above


def _worth(heads: tuple[int, ...], scores: np.ndarray) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads)))


@pytest.mark.parametrize("seed", range(60))
def test_no_tree_is_worth_more(seed: int) -> None:
    """Over random scores of up to five words, also where taking each word's best head gives a cycle."""
    rng = np.random.default_rng(seed)
    words = 1 + seed % 5
    scores = rng.normal(size=(words, words + 1)).astype(np.float32)

    found = tuple(map(int, best_tree(scores)))

    others = product(range(words + 1), repeat=words)
    best = max(_worth(o, scores) for o in others if _is_tree(o) and all(h != w for w, h in enumerate(o, 1)))
    assert _is_tree(found)
    assert _worth(found, scores) == pytest.approx(best, abs=1e-4)


@given(st.integers(1, 40), st.integers(0, 2**32 - 1), st.floats(0.001, 1e4))
def test_any_scores_give_a_tree(words: int, seed: int, scale: float) -> None:
    """Whatever their size, and also where all are equal."""
    rng = np.random.default_rng(seed)
    scores = (rng.normal(size=(words, words + 1)) * scale).astype(np.float32)

    assert _is_tree(tuple(map(int, best_tree(scores))))
    assert _is_tree(tuple(map(int, best_tree(np.zeros_like(scores)))))

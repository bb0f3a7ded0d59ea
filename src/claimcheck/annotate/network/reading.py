"""From words to the best reading of them: windows over texts, one batch at a time."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from claimcheck.annotate.network.network import Network, collate
from claimcheck.annotate.network.pieces import BREAK, Word
from claimcheck.annotate.network.spans import best_names
from claimcheck.annotate.network.trees import best_tree

WINDOW_WORDS = 200
WINDOW_PIECES = 400  # the encoder has 512 places
BATCH_PIECES = 4000
LAYERS = ("dep", "tag", "morph", "lemma")

Labels = Mapping[str, Sequence[str]]
Ints = NDArray[np.int64]
Name = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network makes of a text: where sentences start, heads (a root is its own), labels by layer, names."""

    starts: tuple[int, ...]
    heads: Ints
    layers: Mapping[str, Ints]
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of a text that is read at once."""

    text: int
    start: int
    end: int
    pieces: int


@torch.inference_mode()
def read(network: Network, texts: Sequence[Sequence[Word]], labels: Labels) -> list[Reading]:
    """Return a reading of each text.

    A text that is longer than a window is read in several: each begins with the sentence that the
    one before could not see the end of.
    """
    found: list[list[Reading]] = [[] for _ in texts]
    pending = [_window(text, number, 0) for number, text in enumerate(texts) if text]
    while pending:
        following = []
        for batch in _batches(pending):
            readings = _read_batch(network, [texts[w.text][w.start : w.end] for w in batch], labels)
            for window, reading in zip(batch, readings, strict=True):
                text = texts[window.text]
                kept = _finished(reading, window, len(text))
                found[window.text].append(_first(reading, kept))
                if window.start + kept < len(text):
                    following.append(_window(text, window.text, window.start + kept))
        pending = following
    return [_joined(parts) for parts in found]


def _window(text: Sequence[Word], number: int, start: int) -> _Window:
    end, pieces = start, 0
    while end < min(len(text), start + WINDOW_WORDS) and pieces + len(text[end].pieces) <= WINDOW_PIECES:
        pieces += len(text[end].pieces)
        end += 1
    return _Window(number, start, end, pieces)


def _batches(windows: Sequence[_Window]) -> Iterator[list[_Window]]:
    """Yield the windows in batches of like length."""
    batch: list[_Window] = []
    for window in sorted(windows, key=lambda w: (-w.pieces, w.text)):
        if batch and (len(batch) + 1) * batch[0].pieces > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(window)
    yield batch


@cache
def quick_halves() -> bool:
    """Return whether this processor multiplies numbers of half precision (bfloat16) in hardware."""
    capabilities = torch.cpu.get_capabilities() if hasattr(torch.cpu, "get_capabilities") else {}
    return bool(capabilities.get("avx512_bf16") or capabilities.get("amx_bf16"))


def _read_batch(network: Network, texts: Sequence[Sequence[Word]], labels: Labels) -> list[Reading]:
    batch = collate(texts)
    states = network(batch)
    scores = {name: network.scores(name, states, batch) for name in network.tags}
    arcs = network.trees.heads(states).numpy()
    names = torch.log_softmax(scores["name"], -1).numpy()
    starts = (scores["sentence"][..., 1] > scores["sentence"][..., 0]).numpy()
    tables = tuple(labels["name"])
    spans = [tuple(best_names(names[row, : len(text)], tables)) for row, text in enumerate(texts)]
    bounds = [_bounds(text, starts[row, : len(text)], spans[row]) for row, text in enumerate(texts)]
    trees = [_trees(arcs[row, : len(text), : len(text) + 1], bounds[row]) for row, text in enumerate(texts)]
    layers = {name: scores[name].argmax(-1).numpy() for name in LAYERS if name in scores}
    layers["dep"] = _relations(network, states, trees, labels["dep"])
    return [
        Reading(
            tuple(bounds[row][:-1]),
            _own_roots(tree),
            {name: found[row, : len(tree)] for name, found in layers.items()},
            spans[row],
        )
        for row, tree in enumerate(trees)
    ]


def _bounds(text: Sequence[Word], starts: NDArray[np.bool_], names: Sequence[Name]) -> list[int]:
    """Return where sentences begin, and the end; none begins within a name, one begins after every break."""
    inside = {place for start, end, _ in names for place in range(start + 1, end)}
    found = [place for place, word in enumerate(text) if place and (word.gap == BREAK or (starts[place] and place not in inside))]
    return [0, *found, len(text)]


def _trees(scores: NDArray[np.float32], bounds: Sequence[int]) -> Ints:
    """Return the head of each word, 0 for a root and i for the word i - 1, a tree a sentence."""
    heads = np.zeros(len(scores), dtype=np.int64)
    for start, end in pairwise(bounds):
        own = best_tree(scores[start:end, [0, *range(start + 1, end + 1)]])
        heads[start:end] = np.where(own > 0, own + start, 0)
    return heads


def _relations(network: Network, states: Tensor, trees: Sequence[Ints], labels: Sequence[str]) -> Ints:
    """Return the label of each word, the root's label for roots and for them alone."""
    heads = torch.zeros(states.shape[:2], dtype=torch.long)
    for row, tree in enumerate(trees):
        heads[row, : len(tree)] = torch.from_numpy(tree)
    with torch.autocast("cpu", torch.bfloat16) if quick_halves() else nullcontext():
        scores = network.trees.relations(states, heads).float()
    root = labels.index("ROOT")
    scores[..., root] = -torch.inf
    found: Ints = scores.argmax(-1).numpy()
    found[heads.numpy() == 0] = root
    return found


def _own_roots(tree: Ints) -> Ints:
    """Return the heads as places of words, a root being its own head."""
    places = np.arange(len(tree))
    return np.where(tree > 0, tree - 1, places)


def _finished(reading: Reading, window: _Window, length: int) -> int:
    """Return how many words of a window belong to sentences that end in it: all, if it has only one sentence."""
    whole = window.end == length or not reading.starts[-1]
    return window.end - window.start if whole else reading.starts[-1]


def _first(reading: Reading, size: int) -> Reading:
    """Return the reading of the first words, which end with a sentence."""
    starts = tuple(start for start in reading.starts if start < size)
    names = tuple(name for name in reading.names if name[1] <= size)
    return Reading(starts, reading.heads[:size], {key: found[:size] for key, found in reading.layers.items()}, names)


def _joined(parts: Sequence[Reading]) -> Reading:
    """Return the readings of the parts of a text as one."""
    if not parts:
        nothing = np.zeros(0, dtype=np.int64)
        return Reading((), nothing, dict.fromkeys(LAYERS, nothing), ())
    offsets = [0, *accumulate(len(part.heads) for part in parts)][:-1]
    placed = list(zip(parts, offsets, strict=True))
    return Reading(
        tuple(start + offset for part, offset in placed for start in part.starts),
        np.concatenate([part.heads + offset for part, offset in placed]),
        {key: np.concatenate([part.layers[key] for part in parts]) for key in LAYERS},
        tuple((start + offset, end + offset, label) for part, offset in placed for start, end, label in part.names),
    )

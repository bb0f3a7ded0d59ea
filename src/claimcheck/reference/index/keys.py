"""Folded names as 64-bit numbers, so that the names of a text are looked up many at a time."""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]

_FACTOR = 0x9E37_79B9_7F4A_7C15
_MASK = (1 << 64) - 1

LONGEST = 64  # words; no longer name is sought in running text


@lru_cache(maxsize=1 << 18)
def _word_hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def key_hash(key: str) -> int:
    """Return the number of a folded name: of its words, one after the other."""
    number = 0
    for word in key.split(" "):
        number = (number * _FACTOR + _word_hash(word)) & _MASK
    return number


def runs(words: Sequence[str], lengths: Sequence[int]) -> tuple[Hashes, npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return the numbers of all runs of so many folded words, with the first word of each and its length."""
    single = np.fromiter(map(_word_hash, words), np.uint64, len(words))
    wanted = {length for length in lengths if length <= min(len(words), LONGEST)}
    numbers, starts, sizes = [], [], []
    current = single
    for length in range(1, max(wanted, default=0) + 1):
        if length > 1:
            current = current[:-1] * np.uint64(_FACTOR) + single[length - 1 :]
        if length in wanted:
            numbers.append(current)
            starts.append(np.arange(len(current)))
            sizes.append(np.full(len(current), length))
    if not numbers:
        return np.empty(0, np.uint64), np.empty(0, np.intp), np.empty(0, np.intp)
    return np.concatenate(numbers), np.concatenate(starts), np.concatenate(sizes)

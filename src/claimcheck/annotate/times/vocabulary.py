"""The words of time expressions and the named days, as data."""

import tomllib
from importlib.resources import files
from typing import Any

_FOLDER = files("claimcheck.annotate.times")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))


_VOCABULARY = _read("vocabulary.toml")
FEASTS = _read("feasts.toml")
# What each word or phrase is, the words in lower case.
WORDS: dict[str, str] = {word: kind for kind, words in _VOCABULARY["words"].items() for word in words}
KINDS = {word: kind for word, kind in WORDS.items() if " " not in word}
# Minutes ahead of UTC; how many a vague word stands for, at least and at most (0: no bound).
ZONES: dict[str, int] = _VOCABULARY["zones"]
VAGUE: dict[str, list[int]] = _VOCABULARY["vague"]
COMMON = frozenset(_VOCABULARY["common"])
CAPITAL_ONLY = frozenset(_VOCABULARY["capital_only"])
CAPITAL_FEASTS = frozenset(_VOCABULARY["capital_feasts"])
UNCOUNTED = frozenset(_VOCABULARY["uncounted"])
# Classes: what makes an expression, what makes one with a word or number that counts, and what may stand beside one.
SEEDS = frozenset(_VOCABULARY["seed"])
UNITS = frozenset(_VOCABULARY["unit"])
COUNTING = frozenset(_VOCABULARY["counting"])
BESIDE = frozenset(_VOCABULARY["beside"])

"""Lists of words for the comparisons, from the data file."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=1)
def _rows() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def words_of(key: str) -> frozenset[str]:
    """Return a list of words of the data file."""
    return frozenset(_rows()[key])


@lru_cache(maxsize=1)
def wholes() -> Mapping[str, frozenset[str]]:
    """Return the kinds of things that consist of others, each with the words for its parts."""
    return {whole: frozenset(parts) for whole, parts in _rows()["wholes"].items()}


@lru_cache(maxsize=16)
def alternatives(key: str) -> str:
    """Return a list of words of the data file as the alternatives of a pattern, the longest first."""
    return "|".join(sorted((re.escape(word) for word in words_of(key)), key=lambda w: (-len(w), w)))

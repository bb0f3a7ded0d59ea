"""Names by label, taken from the tables of facts, to put in the place of names in training text."""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from pathlib import Path

from .marking import TABLES

WORD = re.compile(r"[\w'’.]+|&|-|:|!")
LONGEST = 6


def name_pools(data: Path) -> dict[str, list[tuple[str, ...]]]:
    """Return for each label the names of its columns, in words."""
    return {
        label: sorted({name for column in columns for name in _names(data, column)}) for label, columns in TABLES["pools"].items()
    }


def _names(data: Path, column: str) -> Iterator[tuple[str, ...]]:
    """Yield the names of a column, given as file, relation and side."""
    file, relation, side = column.split("/")
    with lzma.open(data / "facts" / f"{file}.jsonl.xz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = str(row[side])
            words = tuple(WORD.findall(text))
            plain = "".join(words) == text.replace(" ", "") and 0 < len(words) <= LONGEST
            if row["relation"] == relation and plain and (text[0].isupper() or text[0].isdigit()):
                yield words

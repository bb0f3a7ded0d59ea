"""Which sports a text speaks of, and which of them have a yearly circuit of their own called "World Cup"."""

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("sports.csv")


@dataclass(frozen=True, slots=True)
class Sport:
    """A sport, the words that betray it, and the names its circuits go by."""

    name: str
    cues: re.Pattern[str]
    circuits: tuple[str, ...]


@lru_cache(maxsize=1)
def load_sports() -> tuple[Sport, ...]:
    """Return the sports of the packaged list."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(
        Sport(row["sport"], re.compile(rf"\b(?:{row['cues']})\b", re.IGNORECASE), tuple(filter(None, row["circuits"].split("|"))))
        for row in rows
    )


def sports_in(text: str) -> tuple[Sport, ...]:
    """Return the sports that the text names or uses a word of."""
    return tuple(sport for sport in load_sports() if sport.cues.search(text))

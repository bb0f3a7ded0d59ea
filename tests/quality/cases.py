"""Labelled documents: what is planted in them and where, and what only looks like an error.

A document is a TOML or JSON file: `text`, and where it has them `date`, `tables` (beside it),
`expected` and `traps`.  An expected error has the `kind`, the `rule` (or rules, `a|b`) that should
see it, or both, and its `quote`, or all quotes of its `sides`; a quote stands in the text once.
"""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claimcheck.document import DateSource, Document, Publication, Span
from claimcheck.pipeline import Checker
from claimcheck.read import read_text
from claimcheck.settings import Settings
from claimcheck.values.date import Date, Day


@dataclass(frozen=True, slots=True)
class Expected:
    """A planted error: its kind, the rules of which one should see it, and the places of each side."""

    kind: str
    rules: tuple[str, ...]
    sides: tuple[tuple[Span, ...], ...]
    quote: str


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled document; `tables` are those handed over with it."""

    name: str
    document: Document
    tables: tuple[Path, ...]
    expected: tuple[Expected, ...]
    traps: tuple[Span, ...]

    def checker(self, plain: Checker) -> Checker:
        """Return the checker for it: `plain` unless it has tables of its own.  The language pipeline is loaded once for all."""
        return Checker(Settings(reference=self.tables)) if self.tables else plain


def cases(folder: Path) -> Iterator[Case]:
    """Yield the labelled documents of a folder, by name; none if it is not there."""
    for path in sorted([*folder.glob("*.toml"), *folder.glob("*.json")]):
        yield load(path)


def load(path: Path) -> Case:
    """Return the labelled document of a file of either form."""
    written = path.read_text(encoding="utf-8")
    case: dict[str, Any] = json.loads(written) if path.suffix == ".json" else tomllib.loads(written)
    text = case["text"]
    document = read_text(text, f"{path.stem}.txt")
    if case.get("date"):
        day = Date.of_day(Day.parse(case["date"]))
        document = replace(document, publication=Publication(day, DateSource.GIVEN))
    return Case(
        path.stem,
        document,
        tuple(path.parent / table for table in case.get("tables", ())),
        tuple(_expected(entry, text) for entry in case.get("expected", ())),
        tuple(_place(quote, text) for trap in case.get("traps", ()) for quote in trap["quotes"]),
    )


def _expected(entry: dict[str, Any], text: str) -> Expected:
    sides = [[entry["quote"]]] if "quote" in entry else entry["sides"]
    rules = tuple(entry["rule"].split("|")) if entry.get("rule") else ()
    return Expected(entry.get("kind", ""), rules, tuple(tuple(_place(q, text) for q in side) for side in sides), sides[0][0])


def _place(quote: str, text: str) -> Span:
    if text.count(quote) != 1:
        raise ValueError(f"the quote must stand in the text once: {quote!r}")
    start = text.index(quote)
    return Span(start, start + len(quote))

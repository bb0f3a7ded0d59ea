"""Scores the labelled documents of `tests/cases`: what is found, what is missed, and every false alarm.

A document is a TOML or JSON file: `text`, and where it has them `date`, `tables` (beside it)
and `expected`, each with the `rule` (or rules, `a|b`) and the `quote` at issue, or all quotes
of its `sides`; a quote stands in the text once.  A finding of warning or above that overlaps
no quote is a false alarm; what a document lists as `traps` is for people.
"""

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claimcheck.document import DateSource, Publication, Span
from claimcheck.finding import Finding, Severity
from claimcheck.pipeline import Checker
from claimcheck.read import read_text
from claimcheck.settings import Settings
from claimcheck.values.date import Date, Day

CASES = Path(__file__).parents[1] / "cases"


@dataclass(frozen=True, slots=True)
class Expected:
    """A planted error: the rules of which one should see it, and where it stands."""

    rules: tuple[str, ...]
    spans: tuple[Span, ...]
    quote: str


@dataclass(frozen=True, slots=True)
class Score:
    """How one document came out."""

    name: str
    expected: tuple[Expected, ...]
    found: tuple[Expected, ...]
    false_alarms: tuple[str, ...]

    @property
    def missed(self) -> tuple[Expected, ...]:
        """The planted errors that no finding marks."""
        return tuple(e for e in self.expected if e not in self.found)


def scores(checker: Checker) -> Iterator[Score]:
    """Yield the score of each labelled document, by name."""
    for path in sorted([*CASES.glob("*.toml"), *CASES.glob("*.json")]):
        yield score(path, checker)


def load(path: Path) -> dict[str, Any]:
    """Return what a file of either form says."""
    text = path.read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    return found


def score(path: Path, checker: Checker) -> Score:
    """Return the score of the document in a file; `checker` serves those without tables of their own."""
    case = load(path)
    text = case["text"]
    if case.get("tables"):
        checker = Checker(Settings(reference=tuple(path.parent / table for table in case["tables"])))
    document = read_text(text, f"{path.stem}.txt")
    if case.get("date"):
        day = Date.of_day(Day.parse(case["date"]))
        document = replace(document, publication=Publication(day, DateSource.GIVEN))
    expected = tuple(_expected(entry, text) for entry in case.get("expected", ()))
    findings = [f for f in checker.check(document).findings if f.severity >= Severity.WARNING]
    found = tuple(e for e in expected if any(_sees(f, e) for f in findings))
    alarms = tuple(f"{f.rule}: {f.conflict.message}" for f in findings if not any(_touches(f, e) for e in expected))
    return Score(path.stem, expected, found, alarms)


def _expected(entry: dict[str, Any], text: str) -> Expected:
    quotes = [entry["quote"]] if "quote" in entry else [quote for side in entry["sides"] for quote in side]
    return Expected(tuple(entry["rule"].split("|")), tuple(_place(quote, text) for quote in quotes), quotes[0])


def _place(quote: str, text: str) -> Span:
    if text.count(quote) != 1:
        raise ValueError(f"the quote must stand in the text once: {quote!r}")
    start = text.index(quote)
    return Span(start, start + len(quote))


def _touches(finding: Finding, expected: Expected) -> bool:
    places = [finding.conflict.span, *(note.span for note in finding.conflict.notes)]
    return any(place.overlaps(span) for place in places for span in expected.spans)


def _sees(finding: Finding, expected: Expected) -> bool:
    return finding.rule in expected.rules and _touches(finding, expected)


def by_rule(found: list[Score]) -> dict[str, tuple[int, int]]:
    """Return, for each rule, how many of its planted errors were found, and how many there are."""
    hits = Counter(e.rules[0] for s in found for e in s.found)
    total = Counter(e.rules[0] for s in found for e in s.expected)
    return {rule: (hits[rule], total[rule]) for rule in sorted(total)}


def summary(found: list[Score]) -> str:
    """Return the totals in one line, as README gives them."""
    rules = by_rule(found).values()
    hits, total = sum(h for h, _ in rules), sum(t for _, t in rules)
    alarms = sum(len(s.false_alarms) for s in found)
    clean = [s for s in found if not s.expected]
    quiet = sum(not s.false_alarms for s in clean)
    return f"{hits} of {total} found, {alarms} false alarms, {quiet} of {len(clean)} clean ones quiet"

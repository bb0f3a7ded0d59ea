"""Print how long claims, comparisons and rules take over texts of growing length, annotation apart.

    python tests/bench/rules.py [--words 1000 10000 100000] [--runs 5]

The texts are the labelled documents of `tests/cases` one behind the other, so that names, dates and
numbers repeat as they do in long documents.  Milliseconds are the median of the runs.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from claimcheck import pipeline
from claimcheck.analysis import Analysis
from claimcheck.pipeline import Checker
from claimcheck.read import read_text
from claimcheck.rules import RULES
from claimcheck.settings import Settings

CASES = Path(__file__).parents[1] / "cases"


def main() -> None:
    """Measure each length and print one row."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    checker = Checker(Settings())
    print(f"{'words':>8} {'claims':>7} {'claims ms':>10} {'compare ms':>11} {'reckon ms':>10} {'rules ms':>9}")
    for words in arguments.words:
        print(row(checker, text_of(words), arguments.runs), flush=True)


def text_of(words: int) -> str:
    """Return that many words of the labelled documents, repeated as often as it takes."""
    texts = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(CASES.glob("*.json"))]
    pieces = ["\n\n".join(text.split("\n\n")[1:6]) for text in texts]  # without headlines, and links at the end
    found: list[str] = []
    while sum(len(piece.split()) for piece in found) < words:
        found += pieces
    whole = "\n\n".join(found).split(" ")
    return " ".join(whole[:words])


def row(checker: Checker, text: str, runs: int) -> str:
    """Return the times of one text, each stage as the pipeline calls it."""
    timed: dict[str, list[float]] = {"extract": [], "compare": [], "reckon": [], "rules": []}
    kept: dict[str, Analysis] = {}
    for name in ("extract", "compare", "reckon"):
        _repeat(name, timed, runs)
    try:
        kept["analysis"] = checker.analyze(read_text(text, "long.txt"))
    finally:
        for name in ("extract", "compare", "reckon"):
            setattr(pipeline, name, getattr(pipeline, name).__wrapped__)
    for _ in range(runs):
        start = perf_counter()
        for rule in RULES:
            list(rule.check(kept["analysis"]))
        timed["rules"].append(perf_counter() - start)
    claims = len(kept["analysis"].claims)
    cells = [f"{1000 * median(timed[name]):.1f}" for name in ("extract", "compare", "reckon", "rules")]
    return f"{len(text.split()):>8} {claims:>7} {cells[0]:>10} {cells[1]:>11} {cells[2]:>10} {cells[3]:>9}"


def _repeat(name: str, timed: dict[str, list[float]], runs: int) -> None:
    """Let the pipeline's stage of that name run several times, and note how long each takes."""
    stage: Callable[..., object] = getattr(pipeline, name)

    def run(*arguments: object) -> object:
        result: object = None
        for _ in range(runs):
            start = perf_counter()
            result = stage(*arguments)
            timed[name].append(perf_counter() - start)
        return result

    run.__wrapped__ = stage  # type: ignore[attr-defined]
    setattr(pipeline, name, run)


if __name__ == "__main__":
    main()

"""Prints how the labelled documents come out and what has changed; fails under the floors.

    measure.py [--pin] [--shared FOLDER]

`--pin` writes the run down: the findings into `pinned.json`, better counts into `floors.json`, the figures into README.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from claimcheck.pipeline import Checker
from claimcheck.settings import Settings
from quality import pinned
from quality.gate import SHARED, Line, Score, by_kind, by_rule, scores, summary


def main() -> None:
    """Score, print, pin if asked, and end with 1 under a floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pin", action="store_true", help="write the run down")
    parser.add_argument("--shared", type=Path, default=SHARED, help="further labelled documents")
    arguments = parser.parse_args()
    checker = Checker(Settings())
    found, shared = list(scores(checker)), list(scores(checker, arguments.shared))
    _tell("tests/cases", found)
    if shared:
        _tell("shared", shared)
    for change in pinned.changes(found, pinned.read(pinned.PINNED)):
        print(change)
    if arguments.pin:
        pinned.pin(found, shared)
    sys.exit(int(_fallen(found, shared)))


def _tell(title: str, found: Sequence[Score]) -> None:
    for line in (*_table("rule", by_rule(found)), *_table("kind", by_kind(found)), *_misses(found), *_alarms(found)):
        print(line)
    print(f"{title}: {len(found)} documents: {summary(found)}\n")


def _table(name: str, lines: dict[str, Line]) -> Iterator[str]:
    for key, line in lines.items():
        tail = f", {line.hits} findings hit, {line.alarms} false alarms" if name == "rule" else ""
        yield f"{name}  {key:28} {line.found:3} of {line.planted:3} found{tail}"


def _misses(found: Sequence[Score]) -> Iterator[str]:
    for score in found:
        for outcome in score.outcomes:
            if not outcome.found:
                e = outcome.expected
                yield f"missed  {score.name}: {e.kind or '|'.join(e.rules)}: {' '.join(e.quote.split())}"


def _alarms(found: Sequence[Score]) -> Iterator[str]:
    for score in found:
        yield from (f"alarm   {score.name}: {a.rule}{' (trap)' if a.trap else ''}: {a.message}" for a in score.alarms)


def _fallen(found: Sequence[Score], shared: Sequence[Score]) -> bool:
    floors = pinned.read(pinned.FLOORS)
    problems = pinned.fallen(found, floors.get("cases", {}))
    if shared and floors.get("shared"):
        problems += [f"shared: {problem}" for problem in pinned.fallen(shared, floors["shared"])]
    for problem in problems:
        print(f"fallen  {problem}")
    return bool(problems)


if __name__ == "__main__":
    main()

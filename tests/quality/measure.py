"""Prints how the labelled documents come out; `--raise-floors` writes better results into `floors.json`."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from claimcheck.pipeline import Checker
from claimcheck.settings import Settings
from quality.gate import by_rule, scores, summary

FLOORS = Path(__file__).parent / "floors.json"


def main() -> None:
    """Score, print, and raise the floors if asked."""
    found = list(scores(Checker(Settings())))
    rules = by_rule(found)
    for rule, (hits, total) in rules.items():
        print(f"{rule:24} {hits:3} of {total:3} found")
    alarms = [f"{s.name}: {alarm}" for s in found for alarm in s.false_alarms]
    for score in found:
        for missed in score.missed:
            print(f"missed  {score.name}: {'|'.join(missed.rules)}: {missed.quote}")
    for alarm in alarms:
        print(f"alarm   {alarm}")
    print(f"{len(found)} documents: {summary(found)}")
    if "--raise-floors" in sys.argv:
        floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
        raised = {rule: max(hits, floors.get(rule, 0)) for rule, (hits, _) in rules.items()}
        FLOORS.write_text(json.dumps(raised, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

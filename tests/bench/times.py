"""Print how many time expressions are resolved right, against the gold of Recognizers-Text.

    python tests/bench/times.py --data FOLDER [--misses] [--left-out]

FOLDER holds `DateTimeModel.json`.  Asked are its results of types date, daterange, time, datetime,
duration and set, as far as they are news English (the others are listed with the reason).  Each gold
result is answered by the mention that shares most of its characters.  It is right if its type fits and
its readings are the values of the gold, no more and no less; where the gold has one value and the
mention two readings with that one among them, it is right too, and counted apart.

The gold is American, so dates in numbers are read with the month first.

Conventions of the gold that are carried over: the later end of a range is exclusive, and the end of
"from X to Y" is the first day of Y; "after X" begins behind X unless X is a day; of "early", "mid",
"late" and "end of", whose borders are its own convention, more than half must be common; "few" and
"several" are ranges that hold its number.  What it does not resolve (31 June, a summer, a fiscal
year) is right if nothing is resolved but its kind.  Where it keeps a day and the time beside it apart,
a mention of both answers either.  The negatives are texts without any result.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from bench.timeline import nearest, published, read_document  # noqa: E402  (found only with the path above)
from bench.times_gold import ASKED, Case, Gold, left_out, read_cases  # noqa: E402
from bench.times_match import fits, is_of_type, number_of_readings  # noqa: E402
from claimcheck.claim import Mention  # noqa: E402
from claimcheck.values.time import Time  # noqa: E402

RIGHT, TWO, ONE_OF_TWO, VALUE, TYPE, MISSED = "right", "right, of two", "one of two", "value", "type", "missed"
TIMES = frozenset({"DATE", "TIME", "DURATION", "SET"})


def judge(gold: Gold, mentions: tuple[Mention, ...]) -> tuple[str, Mention | None]:
    """Return how the gold is answered, and by which mention."""
    answers = nearest(gold.span, mentions)
    outcomes = [(verdict(gold, half_of(mention, gold)), mention) for mention in answers]
    order = (RIGHT, TWO, ONE_OF_TWO, VALUE, TYPE)
    return min(outcomes, key=lambda outcome: order.index(outcome[0])) if outcomes else (MISSED, None)


def half_of(mention: Mention, gold: Gold) -> Mention:
    """Return the half of a day with its time that the gold asks for, where it keeps the two apart."""
    value = mention.value
    if not gold.half or not isinstance(value, Time) or value.clock is None:
        return mention
    return replace(mention, value=value.clock if gold.type == "time" else replace(value, clock=None))


def verdict(gold: Gold, mention: Mention) -> str:
    """Return how well the mention answers the gold."""
    if not is_of_type(mention, gold):
        return TYPE
    count = number_of_readings(mention)
    right = [value for value in gold.values if fits(mention, value, gold)]
    if len(right) == len(gold.values) and count == len(gold.values):
        return RIGHT
    if len(gold.values) == 1 and right and count == 2:
        return TWO
    return ONE_OF_TWO if right and len(gold.values) > 1 and count == 1 else VALUE


def shown(case: Case, gold: Gold) -> str:
    """Return the gold in words."""
    values = " | ".join(v.value or f"{v.start}..{v.end}" for v in gold.values)
    return f"[{gold.words}] {gold.type} {values} {gold.values[0].mod}  @{case.day}  in: {case.text[:90]!r}"


def print_table(counts: dict[str, Counter[str]]) -> None:
    """Print a line for each type and one for all."""
    columns = (RIGHT, TWO, ONE_OF_TWO, VALUE, TYPE, MISSED)
    print(f"{'type':12}{'asked':>7}{'left out':>10}" + "".join(f"{name:>15}" for name in columns) + f"{'right %':>9}")
    for name in (*ASKED, "all"):
        row = counts[name] if name in counts else sum(counts.values(), Counter())
        asked = sum(row[c] for c in columns)
        share = 100 * (row[RIGHT] + row[TWO]) / asked if asked else 0
        print(f"{name:12}{asked:7}{row['left out']:10}" + "".join(f"{row[c]:15}" for c in columns) + f"{share:9.1f}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with DateTimeModel.json")
    parser.add_argument("--misses", action="store_true", help="list what is not right")
    parser.add_argument("--left-out", action="store_true", help="list what is not asked, with the reason")
    arguments = parser.parse_args()
    counts: dict[str, Counter[str]] = {name: Counter() for name in ASKED}
    reasons: Counter[str] = Counter()
    silent: list[tuple[Case, list[str]]] = []
    for case in read_cases(arguments.data):
        mentions = tuple(m for m in read_document(case.text, published(case.day), day_first=False) if m.type in TIMES)
        if not case.golds:
            silent.append((case, [case.text[m.span.start : m.span.end] for m in mentions]))
        for gold in case.golds:
            if gold.type not in ASKED:
                continue
            if reason := left_out(case, gold):
                counts[gold.type]["left out"] += 1
                reasons[reason] += 1
                if arguments.left_out:
                    print(f"left out, {reason}: {shown(case, gold)}")
                continue
            outcome, mention = judge(gold, mentions)
            counts[gold.type][outcome] += 1
            if arguments.misses and outcome not in {RIGHT, TWO}:
                ours = f"[{case.text[mention.span.start : mention.span.end]}] {mention.type} {mention.value}" if mention else ""
                print(f"{outcome:12} gold {shown(case, gold)}\n{'':12} ours {ours}")
    print_table(counts)
    print("\nleft out:", *(f"{count:4}  {reason}" for reason, count in reasons.most_common()), sep="\n")
    wrong = [(case, words) for case, words in silent if words]
    print(f"\nnegatives left alone: {len(silent) - len(wrong)} of {len(silent)} ({100 * (1 - len(wrong) / len(silent)):.1f} %)")
    if arguments.misses:
        print(*(f"  {words} in: {case.text[:100]!r}" for case, words in wrong), sep="\n")


if __name__ == "__main__":
    main()

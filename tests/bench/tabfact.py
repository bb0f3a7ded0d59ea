"""How many statements about tables get a verdict, and how many of those are right, on TabFact.

    python tests/bench/tabfact.py FOLDER [--split val|train] [--all] [--misses N]

FOLDER holds TabFact's `data/` and `tokenized_data/`.  Statements of tables that its authors call simple
are taken; with --all, the others too.  Rules and numbers were chosen on training statements alone.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from claimcheck.reference.statements import View, judge
from claimcheck.verdict import Verdict

Statement = tuple[str, str, bool, str]  # table, words, whether it holds, title


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", choices=["val", "train"], default="val")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    simple = set(json.loads((options.folder / "data/simple_ids.json").read_text(encoding="utf-8")))
    told = [s for s in statements(options.folder, options.split) if options.all or s[0] in simple]
    report(options.folder, told, options.misses)


def statements(folder: Path, split: str) -> Iterator[Statement]:
    """Yield the statements of a split."""
    if split == "train":
        for line in (folder / "train_recovered.jsonl").open(encoding="utf-8"):
            entry = json.loads(line)
            yield entry["table"], entry["statement"], str(entry["label"]) == "1", ""
        return
    examples = json.loads((folder / "tokenized_data/val_examples.json").read_text(encoding="utf-8"))
    for table, (texts, labels, title) in examples.items():
        yield from ((table, text, bool(label), title) for text, label in zip(texts, labels, strict=True))


def view(folder: Path, table: str, title: str) -> View:
    """Return the table as statements are read against it."""
    rows = [line.rstrip("\n").split("#") for line in (folder / "data/all_csv" / table).open(encoding="utf-8")]
    return View.of(title, rows[0], [row for row in rows[1:] if len(row) == len(rows[0])])


def report(folder: Path, told: list[Statement], misses: int) -> None:
    """Print accuracy where a verdict is given, and the share that gets one."""
    views: dict[str, View] = {}
    counted: Counter[tuple[Verdict, bool]] = Counter()
    wrong = []
    started = time.perf_counter()
    for table, text, holds, title in told:
        if table not in views:
            views[table] = view(folder, table, title)
        verdict = judge(text, views[table]).verdict
        counted[verdict, holds] += 1
        if verdict is not Verdict.NOT_ENOUGH_INFO and (verdict is Verdict.SUPPORTED) != holds:
            wrong.append((table, verdict.value, text))
    spent = time.perf_counter() - started
    right = counted[Verdict.SUPPORTED, True] + counted[Verdict.REFUTED, False]
    given = sum(n for (verdict, _), n in counted.items() if verdict is not Verdict.NOT_ENOUGH_INFO)
    print(f"{len(told):,} statements, {len(views):,} tables, {1000 * spent / max(len(told), 1):.2f} ms a statement")
    print(f"a verdict for {given / len(told):.1%}, right {right / max(given, 1):.1%}")
    for verdict in (Verdict.SUPPORTED, Verdict.REFUTED):
        said = counted[verdict, True] + counted[verdict, False]
        fits = counted[verdict, verdict is Verdict.SUPPORTED]
        print(f"  {verdict.value}: {said:,}, right {fits / max(said, 1):.1%}")
    for table, said, text in random.Random(0).sample(wrong, min(misses, len(wrong))):
        print(f"  {said}: {text}  [{table}]")


if __name__ == "__main__":
    main()

"""What the last pinned run found, and the floors under which no run may fall."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from quality.gate import Score, Totals, by_kind, by_rule, summary, totals

HERE = Path(__file__).parent
PINNED = HERE / "pinned.json"
FLOORS = HERE / "floors.json"
README = HERE.parents[1] / "README.md"

# Of these counts more is better, of the others less.
_MORE = ("found", "both", "quiet")
_LESS = ("alarms", "traps")

Findings = dict[str, dict[str, str]]
Floors = dict[str, dict[str, int]]


def read(path: Path) -> dict:
    """Return a pinned file, empty if it is not there yet."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def fingerprints(found: Sequence[Score]) -> Findings:
    """Return each document's findings in words, by their ids."""
    return {score.name: dict(score.findings) for score in found}


def changes(found: Sequence[Score], pinned: Findings) -> Iterator[str]:
    """Yield a line for each finding that is new since the pinned run, or gone."""
    for name, now in fingerprints(found).items():
        before = pinned.get(name, {})
        yield from (f"gained  {name}: {now[i]}" for i in now if i not in before)
        yield from (f"lost    {name}: {before[i]}" for i in before if i not in now)
    yield from (f"gone    {name}" for name in pinned if name not in {score.name for score in found})


def floors_of(found: Sequence[Score]) -> Floors:
    """Return the counts of a run that are pinned, in total, by rule and by kind."""
    counts = totals(found)
    return {
        "total": {key: getattr(counts, key) for key in (*_MORE, *_LESS)},
        "rules": {rule: line.found for rule, line in by_rule(found).items() if line.planted},
        "kinds": {kind: line.found for kind, line in by_kind(found).items()},
    }


def fallen(found: Sequence[Score], floors: Floors) -> list[str]:
    """Return a line for each floor that the run falls under, and for what has none."""
    now, problems = floors_of(found), []
    for part, counts in floors.items():
        for key, floor in counts.items():
            count = now[part].get(key, 0)
            if count > floor if part == "total" and key in _LESS else count < floor:
                problems.append(f"{part[:-1] if part != 'total' else part} {key}: {count}, pinned {floor}")
    for part in ("rules", "kinds"):
        problems.extend(f"{part[:-1]} {key}: no floor yet; PIN=1 sets it" for key in now[part] if key not in floors.get(part, {}))
    return problems


def raised(found: Sequence[Score], floors: Floors, known: Sequence[str] = ()) -> Floors:
    """Return the floors with every better count in them; documents not `known` before may bring false alarms of their own."""
    now = floors_of(found)
    if not floors:
        return now
    new = totals([score for score in found if score.name not in known])
    total = {key: max(now["total"][key], floors["total"].get(key, 0)) for key in _MORE}
    total |= {key: min(now["total"][key], floors["total"].get(key, 0) + getattr(new, key)) for key in _LESS}
    best = {p: {k: max(n, floors.get(p, {}).get(k, 0)) for k, n in now[p].items()} for p in ("rules", "kinds")}
    return {"total": total, **best}


def row(found: Sequence[Score]) -> str:
    """Return the row of README's table that gives these figures."""
    counts: Totals = totals(found)
    what = f"{counts.documents} labelled documents written for this project, {counts.clean} of them without an error"
    return f"| {what} | {summary(found)} | `make quality` |"


def pin(found: Sequence[Score], shared: Sequence[Score]) -> None:
    """Write the run down: findings, better floors, and the row of README.  Of documents kept elsewhere only counts are kept."""
    floors, known = read(FLOORS), tuple(read(PINNED))
    kept = {"cases": raised(found, floors.get("cases", {}), known), "shared": floors.get("shared", {})}
    if shared:
        kept["shared"] = raised(shared, floors.get("shared", {}), tuple(score.name for score in shared))
    _write(FLOORS, {part: counts for part, counts in kept.items() if counts})
    _write(PINNED, fingerprints(found))
    text = README.read_text(encoding="utf-8")
    README.write_text(re.sub(r"(?m)^\|.*\| `make quality` \|$", lambda _: row(found), text), encoding="utf-8")


def _write(path: Path, written: dict) -> None:
    path.write_text(json.dumps(written, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")

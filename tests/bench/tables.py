"""Hold the built-in tables against a folder of facts from elsewhere, and list where they differ.

    python -m tests.bench.tables FACTS_FOLDER [TABLE]

The folder holds *.jsonl.xz files, a JSON object a line: subject, relation, object, start,
end, source.  Nothing there is taken to be right: each difference is to be looked at.
"""

import json
import lzma
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.evidence import Fact
from claimcheck.reference import Library, load_builtin
from claimcheck.reference.cells import read_date, read_number
from claimcheck.relation import load_relations
from claimcheck.values.date import Date
from claimcheck.values.name import Name, fold
from claimcheck.values.quantity import Quantity

# Ours to theirs; "<" marks a relation that runs from object to subject there, "when" one whose start and end are meant.
SAME = {
    "hosted by": ["hosted by", "host country", "played in"],
    "held on": ["when hosted by", "when played in"],
    "won by": ["winner"],
    "runner-up": ["runner-up"],
    "founded on": ["founded in", "created in"],
    "headquartered in": ["headquartered in"],
    "capital": ["< capital of"],
    "independent since": ["independent since"],
    "located in": ["continent", "located in"],
    "member": ["< member of"],
    "born on": ["born on"],
    "died on": ["died on", "died in"],
    "born in": ["place of birth"],
    "opened on": ["opened in", "completed in"],
    "height": ["height m"],
    "launched on": ["launched in"],
    "started on": ["started in", "took place in"],
    "ended on": ["ended in"],
    "happened on": ["took place in", "happened on"],
    "signed on": ["created in", "took place in"],
    "president": ["< President of", "< head of state of"],
    "prime minister": ["< Prime Minister of", "< head of government of"],
    "chancellor": ["< Federal Chancellor of", "< head of government of"],
}


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A fact of the folder."""

    object: str
    start: str | None
    end: str | None
    source: str


def read(folder: Path) -> dict[tuple[str, str], list[Elsewhere]]:
    """Return the facts of the folder by relation and folded subject, those marked "<" turned round."""
    turned = {name[2:] for names in SAME.values() for name in names if name.startswith("<")}
    found: dict[tuple[str, str], list[Elsewhere]] = defaultdict(list)
    for path in sorted(folder.glob("*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for row in map(json.loads, file):
                rest = (row["start"], row["end"], row["source"].split(":")[0])
                found[row["relation"], fold(row["subject"])].append(Elsewhere(row["object"], *rest))
                if row["relation"] in turned:
                    found[f"< {row['relation']}", fold(row["object"])].append(Elsewhere(row["subject"], *rest))
    return found


def differences(library: Library, facts: dict[tuple[str, str], list[Elsewhere]]) -> Iterator[tuple[str, str, str]]:
    """Yield (table, "agrees" or "differs", line) for each of our facts that the folder speaks of."""
    for table in library.tables:
        for fact in table.facts:
            for theirs in SAME.get(fact.relation, ()):
                name = theirs.removeprefix("when ")
                told = [e for form in (fact.subject.text, *fact.subject.aliases) for e in facts.get((name, fold(form)), ())]
                if told:
                    agrees = any(_agree(fact, e, theirs, library) for e in told)
                    others = "; ".join(dict.fromkeys(f"{e.object} {e.start or ''}..{e.end or ''} [{e.source}]" for e in told[:8]))
                    yield table.name, "agrees" if agrees else "differs", f"{fact.text}  |  {theirs}: {others}"


def _agree(fact: Fact, told: Elsewhere, theirs: str, library: Library) -> bool:
    if isinstance(fact.object, Date):
        return _agree_on_date(fact.object, told, whole=theirs.startswith("when "))
    if isinstance(fact.object, Quantity):
        number = read_number(told.object, fact.object.unit)
        return number is not None and fact.object.overlaps(number)
    assert isinstance(fact.object, Name)
    places = told.object.split(", ")
    return any(
        library.same(form, place) or library.part_of(form, place) or library.part_of(place, form)
        for place in [told.object, *places]
        for form in (fact.object.text, *fact.object.aliases)
    )


def _agree_on_date(date: Date, told: Elsewhere, *, whole: bool) -> bool:
    texts = [told.start, told.end] if whole else [told.object]
    try:
        days = [day for text in texts if text and (day := read_date(text.removesuffix("-01-01"))) is not None]
    except ValueError:
        return False
    return bool(days) and all(date.overlaps(day) for day in days)


def main(folder: str, only: str = "") -> None:
    """Print the differences, and how many facts of each table could be compared and agree."""
    library = Library.of(load_builtin(load_relations()))
    counts: Counter[tuple[str, str]] = Counter()
    for table, verdict, line in differences(library, read(Path(folder))):
        counts[table, verdict] += 1
        if verdict == "differs" and only in table:
            sys.stdout.write(f"{table}: {line}\n")
    for table in dict.fromkeys(table for table, _ in counts):
        sys.stdout.write(f"{table}: {counts[table, 'agrees']} agree, {counts[table, 'differs']} differ\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

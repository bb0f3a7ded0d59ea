"""How the compiled reference scales: build, size, start, linking and looking up, and what processes share.

    python -m tests.bench.scale [ROWS] [FOLDER]

Makes a table of so many rows (10,000,000 if left out) of invented halls in FOLDER (build/reference,
which is not kept under version control), builds it, and measures.
"""

import csv
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from claimcheck.reference import Library
from claimcheck.reference.index.layout import KINDS, map_index
from claimcheck.reference.index.shelf import Shelf

_ONE = (
    "Al", "Bor", "Cas", "Den", "Ele", "Fal", "Gor", "Hul", "Ise", "Jar", "Kel", "Lun", "Mor", "Nar", "Ost", "Pel", "Rus", "Tam",
)  # fmt: skip
_TWO = ("bridge", "combe", "dale", "field", "gate", "holm", "low", "mere", "ness", "stead", "thorpe", "ton", "wick", "worth")
_KINDS = ("Hall", "Mill", "Tower", "Library", "Theatre", "Museum", "Bridge", "School")
_WORDS = ["the", "a", "of", "in", "was", "opened", "seats", "new", "and", "people", "who", "came", "there", "to", "stands", "for"]
_ROUNDS = 20


def _town(number: int) -> str:
    first, second = divmod(number, len(_TWO))
    return _ONE[first % len(_ONE)] + _ONE[first // len(_ONE) % len(_ONE)].lower() + _TWO[second]


def _hall(number: int) -> str:
    return f"{_town(number % 4_500)} {_KINDS[number // 4_500 % 8]} {number // 36_000 + 1}"


def rows(count: int) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield rows of a long table: two facts of each hall."""
    for number in range(count // 2):
        town, hall = _town(number * 7 % 4_500), _hall(number)
        yield hall, "located in", town, "", "Survey"
        if number % 2:
            yield hall, "opened on", f"{1800 + number % 220}-{number % 12 + 1:02}-{number % 28 + 1:02}", "", "Survey"
        else:
            yield hall, "director", f"{_ONE[number % 18]} {_town(number * 31 % 4_500)}", str(1950 + number % 70), "Register"


def article(count: int, seed: int) -> list[list[str]]:
    """Return a text of 1,000 words, in sentences of 25, of which some are names."""
    chance = random.Random(seed)  # not for secrets
    words: list[str] = []
    while len(words) < 1_000:
        words += chance.choices(_WORDS, k=chance.randint(5, 9))
        words += (
            _hall(chance.randrange(max(count // 2, 1))).split() if chance.random() < 0.7 else [_town(chance.randrange(4_500))]
        )
    return [words[at : at + 25] for at in range(0, 1_000, 25)]


def held_against(library: Library, sentences: list[list[str]]) -> int:
    """Return how many facts the names of a text have: link it, and look everything up."""
    found = 0
    for words in sentences:
        for start, end, names in library.longest_names_in(words):
            text = " ".join(words[start:end])
            library.label(names)
            library.canonical(text)
            found += sum(len(library.about(text, relation)) for relation in ("located in", "opened on", "director"))
    return found


def measure(index: Path, count: int) -> None:
    """Print start, time per document and memory of this process."""
    start = time.perf_counter()
    library = Library.of([Shelf.mapped(index)])
    library.about(_hall(3), "located in")
    began = time.perf_counter() - start
    texts = [article(count, seed) for seed in range(_ROUNDS)]
    start = time.perf_counter()
    found = held_against(library, texts[0])
    first = time.perf_counter() - start
    times = []
    for text in texts[1:]:
        start = time.perf_counter()
        found += held_against(library, text)
        times.append(time.perf_counter() - start)
    memory = _memory()
    middle = sorted(times)[len(times) // 2]
    print(
        f"start {began * 1000:.0f} ms; 1,000 words: first {first * 1000:.1f} ms,"
        f" then {middle * 1000:.1f} ms (median of new texts)"
    )
    print(
        f"  {found / _ROUNDS:.0f} facts a text; RSS {memory['Rss'] / 1024:.0f} MB, PSS {memory['Pss'] / 1024:.0f} MB", flush=True
    )


def _memory() -> dict[str, int]:
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()[1:]
    return {line.split(":")[0]: int(line.split()[1]) for line in lines}


def sizes(index: Path) -> None:
    """Print the bytes a name takes, and those of the values."""
    sections = map_index(index).sections
    entities = int((sections["entries"]["name"][:-1] != (1 << 64) - 1).sum())
    names = sum(len(sections[part]) * KINDS[part].itemsize for part in ("keys", "entries", "aliases"))
    print(
        f"{entities:,} names: {names / entities:.1f} bytes a name for the sorted index; the file: {index.stat().st_size:,} bytes"
    )
    print("  " + ", ".join(f"{part} {len(array) * KINDS[part].itemsize:,}" for part, array in sections.items()))


def main() -> None:
    """Make the table, build it, and measure in two processes at a time."""
    if sys.argv[1:2] == ["measure"]:
        measure(Path(sys.argv[2]), int(sys.argv[3]))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else "build/reference")
    folder.mkdir(parents=True, exist_ok=True)
    table, index = folder / f"halls-{count}.csv", folder / f"halls-{count}.index"
    if not table.exists():
        with table.open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("subject", "relation", "object", "start", "source"))
            writer.writerows(rows(count))
    start = time.perf_counter()
    command = [sys.executable, "-m", "claimcheck", "table", "build", str(table), "-o", str(index)]
    subprocess.run(command, check=True)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"{count:,} rows built in {time.perf_counter() - start:.0f} s, at most {most / 1024:.0f} MB")
    sizes(index)
    both = [subprocess.Popen([sys.executable, "-m", "tests.bench.scale", "measure", str(index), str(count)]) for _ in range(2)]
    for process in both:
        process.wait()


if __name__ == "__main__":
    main()

"""Print how fast dates and quantities are read, beside a searcher that is widely used, and on hostile lines.

    python tests/bench/dates_speed.py [--searcher] [--volume] [--hostile] [--text FILE] [--rounds 5]

With no option all three are run.  The searcher is `dateparser.search.search_dates`, told that the
language is English; both read the same paragraphs of generated articles, in turns, and the ratio is
that of the medians.  Every round has other paragraphs, and both keep what they learned in those before;
beside it stand the ratios for a reader that has learned nothing and for one that has read them once.
Volume is one megabyte of the articles, read paragraph by paragraph as the program does, on one core.
FILE takes the place of the articles, and is repeated to the length that is needed.  What the reader keeps
from one call to the next is cleared before every round of the volume, so that a text that comes again is
read again.  Hostile are lines of one megabyte that repeat a few characters.
"""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from bench.articles import articles  # noqa: E402  (found only with the path above)
from bench.timeline import paragraphs, published  # noqa: E402
from claimcheck.annotate import dates, quantities  # noqa: E402
from claimcheck.annotate.quantities import read_quantities  # noqa: E402
from claimcheck.claim import Mention  # noqa: E402
from claimcheck.document import Span  # noqa: E402

MEGABYTE = 1_000_000
BAR, REACH = 1.5, 10  # MB a second
RATIO_BAR, RATIO_REACH = 100, 1000
HOSTILE_BAR = 2.0  # seconds a megabyte
PUBLISHED = published("2024-05-14")
HOSTILE = (
    *"7, \t\n-–.([\"$£%'٣½", "1,", "1.", "1-", "1 ", "1/", "1:", "12:", "00 ", "0,000,", "1990, ", "1990-", "1st ", "(1931–",
    "and ", "last ", "next ", "one ", "a ", "an ", "the ", "of the ", "in ", "to ", "from ", "from 1 to ", "between 1 and ",
    "May ", "March ", "Mon ", "Monday ", "3 May ", "May 3, ", "the 3rd ", "the first week of ", "BC ", "a.m. ", "UTC+",
    "two hundred and ", "twenty-", "half a ", "million ", "early ", "about ", "more than ", "every ", "two weeks ", "years ",
    "year-", "the day before ", "a year after ",
)  # fmt: skip


def clear() -> None:
    """Let the reader forget what it keeps between calls."""
    dates.clear_caches()
    quantities.clear_caches()


def read_times(text: str, parts: Iterable[tuple[int, int]]) -> list[Mention]:
    """Return the anchored time expressions of the parts."""
    return list(dates.resolve([m for start, end in parts for m in dates.read_dates(text, start, end)], PUBLISHED, text))


def read_numbers(text: str, parts: Iterable[tuple[int, int]], taken: Sequence[Mention]) -> list[Mention]:
    """Return the quantities of the parts that are no part of a time expression."""
    spans = sorted(mention.span for mention in taken)
    starts = [span.start for span in spans]
    found: list[Mention] = []
    for start, end in parts:
        inside: list[Span] = spans[bisect_left(starts, start) : bisect_left(starts, end)]
        found += read_quantities(text, start, end, inside)
    return found


def timed(function: Callable[[], object], tick: Callable[[], float] = perf_counter) -> float:
    """Return the seconds that a call takes."""
    start = tick()
    function()
    return tick() - start


def pieces_of(texts: Iterable[str], characters: int) -> list[list[str]]:
    """Return the paragraphs of the texts in heaps of about so many characters, no paragraph in two of them."""
    heaps: list[list[str]] = [[]]
    for text in texts:
        for start, end in paragraphs(text):
            if sum(map(len, heaps[-1])) >= characters:
                heaps.append([])
            heaps[-1].append(text[start:end])
    return heaps


def beside_searcher(rounds: int, characters: int, texts: Iterable[str]) -> None:
    """Print the ratio of the searcher's time to ours for the same paragraphs, other ones in each round."""
    from dateparser.search import search_dates

    mine, other = [], []
    heaps = pieces_of(texts, characters)[: rounds + 1]
    clear()
    for number, pieces in enumerate(heaps):
        ours = timed(lambda pieces=pieces: [read_times(piece, [(0, len(piece))]) for piece in pieces])
        theirs = timed(lambda pieces=pieces: [search_dates(piece, languages=["en"]) for piece in pieces])
        if number:  # the first is to warm up
            mine.append(ours)
            other.append(theirs)
    again = [timed(lambda pieces=pieces: [read_times(piece, [(0, len(piece))]) for piece in pieces]) for pieces in heaps[1:]]
    fresh = []
    for pieces in heaps[1:]:
        clear()
        fresh.append(timed(lambda pieces=pieces: [read_times(piece, [(0, len(piece))]) for piece in pieces]))
    ratios = sorted(o / m for m, o in zip(mine, other, strict=True))
    print(f"searcher / ours on {len(mine)} heaps of paragraphs, {characters:,} characters each, in turns")
    print(f"  ours {median(mine):.4f} s, searcher {median(other):.3f} s, ratio of medians {median(other) / median(mine):,.1f}")
    print(f"  with nothing learned {median(other) / median(fresh):,.1f}, with all read once {median(other) / median(again):,.1f}")
    bars = f"(bar {RATIO_BAR}, reach {RATIO_REACH:,})"
    print(f"  ratio min {ratios[0]:,.1f}, median {median(ratios):,.1f}, max {ratios[-1]:,.1f}  {bars}")


def volume(rounds: int, text: str) -> None:
    """Print the characters a second of dates, of quantities and of both."""
    text = (text + "\n\n") * (MEGABYTE // (len(text) + 2) + 1)
    text = text[:MEGABYTE]
    plain, parts = text.replace("\n", " "), list(paragraphs(text))
    seconds: dict[str, list[float]] = {"dates": [], "quantities": [], "together": []}
    counts = (0, 0)
    for _ in range(rounds + 1):
        clear()
        start = process_time()
        times = read_times(plain, parts)
        middle = process_time()
        numbers = read_numbers(plain, parts, times)
        end = process_time()
        counts = len(times), len(numbers)
        for name, spent in zip(seconds, (middle - start, end - middle, end - start), strict=True):
            seconds[name].append(spent)
    print(f"{len(text):,} characters, {len(parts):,} paragraphs, {counts[0]:,} times, {counts[1]:,} quantities, {rounds} rounds")
    for name, found in seconds.items():
        speeds = sorted(len(text) / MEGABYTE / s for s in found[1:])
        bars = f"  (bar {BAR}, reach {REACH})" if name == "together" else ""
        print(f"  {name:12} median {median(speeds):6.2f} MB/s, min {speeds[0]:.2f}, max {speeds[-1]:.2f}{bars}")


def hostile(length: int) -> None:
    """Print, for each line that nobody would write, the seconds for one megabyte of it."""
    worst = 0.0
    print(f"{'a megabyte of':22}{'dates s':>9}{'quantities s':>14}")
    for unit in HOSTILE:
        text = (unit * (length // len(unit) + 1))[:length]
        whole = [(0, len(text))]
        clear()
        times: list[Mention] = []
        first = timed(lambda text=text, whole=whole, times=times: times.extend(read_times(text, whole)), process_time)
        second = timed(lambda text=text, whole=whole, times=times: read_numbers(text, whole, times), process_time)
        worst = max(worst, first, second)
        mark = "  SLOW" if max(first, second) > HOSTILE_BAR else ""
        print(f"{unit!r:22}{first:9.2f}{second:14.2f}{mark}", flush=True)
    print(f"worst {worst:.2f} s (bar {HOSTILE_BAR} s)")


def main() -> None:
    """Run what the options ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--searcher", action="store_true", help="beside the searcher only")
    parser.add_argument("--volume", action="store_true", help="characters a second only")
    parser.add_argument("--hostile", action="store_true", help="hostile lines only")
    parser.add_argument("--text", type=Path, help="another text than the articles")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--characters", type=int, default=12_000, help="for the searcher, which is slow")
    parser.add_argument("--length", type=int, default=MEGABYTE, help="of a hostile line")
    arguments = parser.parse_args()
    every = not (arguments.searcher or arguments.volume or arguments.hostile)
    texts = [arguments.text.read_text(encoding="utf-8")] if arguments.text else list(articles(600))
    if arguments.searcher or every:
        beside_searcher(arguments.rounds, arguments.characters, texts)
    if arguments.volume or every:
        volume(arguments.rounds, "\n\n".join(texts))
    if arguments.hostile or every:
        hostile(arguments.length)


if __name__ == "__main__":
    main()

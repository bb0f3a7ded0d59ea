"""Print how many words a second are read to claims, and where the time goes; with --scaling, how it grows with length.

    python tests/bench/speed.py [--runs 5] [--articles 200] [--processor] [--scaling] [--profile]

The articles are generated, the model is warm, one process runs on this machine; figures are medians of the runs.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from bench.articles import articles  # noqa: E402  (found only with the path above)
from claimcheck import pipeline  # noqa: E402
from claimcheck.document import Document  # noqa: E402
from claimcheck.read import read_text  # noqa: E402
from claimcheck.settings import Settings  # noqa: E402
from hostile import HOSTILE  # noqa: E402

BAR, REACH = 2500, 6000  # words a second
LANGUAGE, PARSE = "language pipeline", "sentences from the parse"
STAGES = {
    "read_dates": "dates", "resolve": "dates", "parse": PARSE, "read_names": "names", "_numbers": "quantities",
    "link": "coreference", "attribute": "attribution", "contexts": "claims", "extract": "claims",
    "compare": "pairing and reference", "coverage": "rules and report", "_findings": "rules and report",
}  # fmt: skip
TO_CLAIMS = ("reading", "dates", LANGUAGE, PARSE, "names", "quantities", "coreference", "attribution", "claims")


class Clock:
    """Adds up the seconds of each stage."""

    def __init__(self, tick: Callable[[], float] = perf_counter) -> None:
        """Start at nothing."""
        self.tick = tick
        self.seconds: dict[str, float] = defaultdict(float)

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function with its time added to a stage; what it yields is made at once."""

        def run(*arguments: Any, **options: Any) -> Any:
            start = self.tick()
            result = function(*arguments, **options)
            if hasattr(result, "__next__"):
                result = list(result)
            self.seconds[stage] += self.tick() - start
            return result

        return run


class TimedLanguage:
    """A language pipeline that tells its time."""

    def __init__(self, nlp: Any, clock: Clock) -> None:
        """Wrap the pipeline."""
        self._pipe = clock.timed(LANGUAGE, lambda texts: list(nlp.pipe(texts)))

    def pipe(self, texts: Iterable[str]) -> Any:
        """Return the parsed texts."""
        return self._pipe(texts)


def checker_with(clock: Clock) -> pipeline.Checker:
    """Return a warm checker whose stages add their time to the clock."""
    made = pipeline.Checker(Settings())
    made.check(read_text("Ann Lee opened the hall in Ghent in 1932."))
    made._language = TimedLanguage(made._language, clock)  # type: ignore[assignment]
    for name, stage in STAGES.items():
        setattr(pipeline, name, clock.timed(stage, getattr(pipeline, name)))
    return made


def once(made: pipeline.Checker, clock: Clock, texts: Sequence[str]) -> dict[str, float]:
    """Return the seconds of each stage for all the texts."""
    clock.seconds.clear()
    documents: list[Document] = clock.timed("reading", lambda: [read_text(text) for text in texts])()
    for document in documents:
        made.check(document)
    found = dict(clock.seconds)
    found[PARSE] -= found[LANGUAGE]
    return found


def speed(runs: int, count: int, tick: Callable[[], float]) -> None:
    """Print the stages of the articles and the words a second."""
    texts = list(articles(count))
    words = sum(len(text.split()) for text in texts)
    clock = Clock(tick)
    made = checker_with(clock)
    once(made, clock, texts[:20])
    found = [once(made, clock, texts) for _ in range(runs)]
    stages = {stage: median(run[stage] for run in found) for stage in found[0]}
    whole = median(sum(run[stage] for stage in TO_CLAIMS) for run in found)
    for stage, seconds in sorted(stages.items(), key=lambda item: -item[1]):
        print(f"{stage:28} {seconds:8.3f} s {100 * seconds / sum(stages.values()):5.1f} % {words / seconds:12,.0f} words/s")
    print(f"{'to claims':28} {whole:8.3f} s {words / whole:20,.0f} words/s  (bar {BAR:,}, reach {REACH:,})")
    print(f"{len(texts)} articles, {words:,} words, median of {runs} runs")


def scaling(words: int) -> None:
    """Print, for each hostile text in three lengths, the processor's seconds and the growth; linear is 2.0."""
    made = pipeline.Checker(Settings())
    made.check(read_text("Ann Lee opened the hall in Ghent in 1932."))
    print(f"{'text':28} {'chars':>8} " + " ".join(f"{n:>9}" for n in (words, 2 * words, 4 * words)) + "  growth")
    for name, text in HOSTILE.items():
        seconds = []
        for size in (words, 2 * words, 4 * words):
            document = read_text(text(size))
            start = process_time()
            made.check(document)
            seconds.append(process_time() - start)
        grown = "  ".join(f"{later / earlier:.1f}" for earlier, later in pairwise(seconds))
        print(f"{name:28} {len(text(4 * words)):8} " + " ".join(f"{s:8.2f}s" for s in seconds) + f"  {grown}", flush=True)


def profile(count: int) -> None:
    """Print where the time goes, function by function."""
    made = pipeline.Checker(Settings())
    documents = [read_text(text) for text in articles(count)]
    made.check(documents[0])
    profiler = cProfile.Profile()
    profiler.runcall(lambda: [made.check(document) for document in documents])
    pstats.Stats(profiler).sort_stats("tottime").print_stats(45)


def main() -> None:
    """Run what the options ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--processor", action="store_true", help="count the processor's seconds, for a machine with other work")
    parser.add_argument("--scaling", action="store_true")
    parser.add_argument("--words", type=int, default=1500, help="the least of the three lengths of --scaling")
    parser.add_argument("--profile", action="store_true")
    arguments = parser.parse_args()
    if arguments.scaling:
        scaling(arguments.words)
    elif arguments.profile:
        profile(arguments.articles)
    else:
        speed(arguments.runs, arguments.articles, process_time if arguments.processor else perf_counter)


if __name__ == "__main__":
    main()

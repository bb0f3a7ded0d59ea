"""Print how often the speaker of a quotation is right, on documents written for it.

    python tests/bench/quotations.py [open|measured] [--misses]

Beside each document in quotations/ stands its gold: what is quoted, of which kind, and the
names that the speaker may go by ("?" is a speaker that the text does not name).  `measured`
is set aside for the figure that is reported; `open` is there to develop on.  The extent is
scored apart: a quotation with the right speaker may lack some of its words.  What is said in
somebody's voice and stands in no gold is counted as stray.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.annotate.attribution import attribute
from claimcheck.annotate.attribution.speakers import is_unknown
from claimcheck.annotate.coreference import link
from claimcheck.discourse import Voice, speaker_at
from claimcheck.document import Document, Span
from claimcheck.pipeline import Checker
from claimcheck.read.plain import read_plain
from claimcheck.settings import Settings
from claimcheck.values.name import fold

FOLDER = Path(__file__).with_name("quotations")
UNNAMED = "?"
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "some", "several"})


@dataclass(frozen=True, slots=True)
class Gold:
    """A quotation of a document: where its words stand, and what its speaker may be called."""

    kind: str
    spans: tuple[Span, ...]
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How one quotation was read; `missed` and `added` count letters and digits."""

    gold: Gold
    speaker: str
    right: bool
    letters: int
    missed: int
    added: int


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="?", choices=("open", "measured"), default="measured")
    parser.add_argument("--misses", action="store_true", help="list what is not right")
    arguments = parser.parse_args()
    checker = Checker(Settings())
    scores: list[Score] = []
    strays: list[str] = []
    for path in sorted((FOLDER / arguments.part).glob("*.txt")):
        document = read_plain(path.read_text(encoding="utf-8"), path.name)
        gold, voices = tuple(read_gold(path)), voices_of(document, checker)
        found = [scored(one, document, voices) for one in gold]
        outside = [v for v in voices if not any(v.span.overlaps(span) for one in gold for span in one.spans)]
        strays += [f"{document.words(v.span)} [{v.speaker.referent.text}]" for v in outside]
        scores += found
        if arguments.misses:
            _print_misses(document, found)
    _print_table(scores)
    silent = list(voices_where_none_are(checker))
    print(f"\nvoices where nobody is quoted: {len(strays)} in the documents, {len(silent)} in {len(_silence())} sentences")
    if arguments.misses:
        print(*(f"  {line}" for line in [*strays, *silent]), sep="\n")


def read_gold(path: Path) -> Iterator[Gold]:
    """Yield the quotations that stand beside the document.

    Raises:
        ValueError: the document lacks one of them.
    """
    text = path.read_text(encoding="utf-8")
    for row in tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))["quotation"]:
        starts = [text.index(words) for words in row["words"]]
        spans = tuple(Span(start, start + len(words)) for start, words in zip(starts, row["words"], strict=True))
        yield Gold(row["kind"], spans, tuple(row["speaker"]))


def voices_of(document: Document, checker: Checker) -> tuple[Voice, ...]:
    """Return the voices that are heard in the document."""
    analysis = checker.analyze(document)
    links = link(analysis.sentences, analysis.mentions, checker.library.canonical)
    return attribute(document, analysis.sentences, links)


def voices_where_none_are(checker: Checker) -> Iterator[str]:
    """Yield each voice that is heard in a sentence where nobody is quoted."""
    for line in _silence():
        for voice in voices_of(read_plain(f"{line}\n", "line"), checker):
            yield f"{line} [{voice.speaker.referent.text}]"


def _silence() -> tuple[str, ...]:
    return tuple((FOLDER / "none.txt").read_text(encoding="utf-8").splitlines())


def scored(gold: Gold, document: Document, voices: Sequence[Voice]) -> Score:
    """Return how the quotation was read: its speaker is whoever is heard in most of its letters."""
    wanted = {i for span in gold.spans for i in range(span.start, span.end) if document.text[i].isalnum()}
    heard: dict[str, list[Voice]] = {}
    for i in sorted(wanted):
        voice = speaker_at(voices, i)
        if voice is not None:
            heard.setdefault(_called(voice), []).append(voice)
    speaker = max(heard, key=lambda name: len(heard[name]), default="nobody")
    covered = {i for v in set(heard.get(speaker, ())) for i in range(v.span.start, v.span.end) if document.text[i].isalnum()}
    right = plain(speaker) in {plain(name) for name in gold.speakers}
    return Score(gold, speaker, right, len(wanted), len(wanted - covered), len(covered - wanted))


def _called(voice: Voice) -> str:
    referent = voice.speaker.referent
    return UNNAMED if is_unknown(voice.speaker) else referent.text


def plain(name: str) -> str:
    """Return a speaker's name without case and article."""
    words = fold(name).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def _print_misses(document: Document, scores: Sequence[Score]) -> None:
    for score in scores:
        if not score.right or score.missed + score.added > 0:
            said = " … ".join(document.words(span) for span in score.gold.spans)
            wrong = "" if score.right else f" not {score.gold.speakers[0]}"
            print(f"{document.name} {score.gold.kind}: {said} [{score.speaker}{wrong}; -{score.missed} +{score.added}]")


def _print_table(scores: Sequence[Score]) -> None:
    print(f"{'kind':14}{'quotations':>11}{'speaker right':>15}{'share':>8}{'extent exact':>14}{'letters F':>11}")
    kinds = sorted({s.gold.kind for s in scores})
    for kind in [*kinds, ""]:
        rows = [s for s in scores if kind in {"", s.gold.kind}]
        right = [s for s in rows if s.right]
        exact = sum(not (s.missed or s.added) for s in right)
        hit = sum(s.letters - s.missed for s in right)
        of = 2 * hit + sum(s.missed + s.added for s in right) + 2 * sum(s.letters for s in rows if not s.right)
        share = len(right) / len(rows)
        print(f"{kind or 'all':14}{len(rows):>11}{len(right):>15}{share:>8.3f}{exact:>14}{2 * hit / of if of else 0:>11.3f}")


if __name__ == "__main__":
    sys.exit(main())

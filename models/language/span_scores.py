"""Scores of named entities: whole spans, on two sets that are never trained on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from .marking import Marked, spaces
from .naming import crossner

PLACES = {"GPE": "PLACE", "LOC": "PLACE"}
UNER = {"PER": "PERSON", "LOC": "PLACE", "ORG": "ORG"}
UNER_OURS = {"PERSON": "PERSON", "ORG": "ORG", **PLACES}
POLITICS = {label: label for label in ("PERSON", "ORG", "EVENT", "NORP", "FAC")} | PLACES

Marks = frozenset[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Gold:
    """A text, the character spans of its names, and the spans that are not judged."""

    text: str
    names: Marks
    unknown: tuple[tuple[int, int], ...] = ()


def entity_scores(nlp: Language, data: Path) -> dict[str, float]:
    """Return span F (and by label) on UNER-EWT dev and on CrossNER politics dev."""
    scores: dict[str, float] = {}
    scores |= _scores(nlp, list(_uner(data)), UNER_OURS, "uner_ewt")
    golds = [_gold(marked) for marked in crossner(data, "politics", "dev")]
    scores |= _scores(nlp, golds, POLITICS, "politics")
    return scores


def _scores(nlp: Language, golds: Sequence[Gold], ours: Mapping[str, str], prefix: str) -> dict[str, float]:
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    for gold, doc in zip(golds, nlp.pipe([gold.text for gold in golds]), strict=True):
        marks = _judged(doc, gold, ours)
        right.update(label for _, _, label in marks & gold.names)
        found.update(label for _, _, label in marks)
        wanted.update(label for _, _, label in gold.names)
    rate: Callable[[int, int], float] = lambda part, whole: part / whole if whole else 0.0  # noqa: E731
    scores = {
        f"{prefix}_p": rate(right.total(), found.total()),
        f"{prefix}_r": rate(right.total(), wanted.total()),
        f"{prefix}_f": rate(2 * right.total(), found.total() + wanted.total()),
    }
    for label in sorted(wanted):
        name = f"{prefix}_{label.lower()}_f"
        scores[name] = rate(2 * right[label], found[label] + wanted[label])
    return scores


def _judged(doc: Doc, gold: Gold, ours: Mapping[str, str]) -> Marks:
    """Return the names found, without those of other labels and those that are not judged."""
    return frozenset(
        (entity.start_char, entity.end_char, ours[entity.label_])
        for entity in doc.ents
        if entity.label_ in ours and not any(s < entity.end_char and entity.start_char < e for s, e in gold.unknown)
    )


def _gold(marked: Marked) -> Gold:
    """Return a tokenized sentence as text."""
    text, offsets = "", []
    for word, space in zip(marked.words, spaces(marked.words), strict=True):
        offsets.append((len(text), len(text) + len(word)))
        text += word + (" " if space else "")
    names = frozenset(
        (offsets[n.start][0], offsets[n.end - 1][1], POLITICS[n.label]) for n in marked.names if n.label in POLITICS
    )
    return Gold(text, names, tuple(offsets[i] for i in sorted(marked.unknown)))


def _uner(data: Path) -> Iterator[Gold]:
    """Yield the sentences of UNER-EWT dev, on their original text."""
    path = data / "ner" / "uner_ewt" / "en_ewt-ud-dev.iob2"
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip().split("\n")
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        names: list[tuple[int, int, str]] = []
        end = 0
        for row in (line.split("\t") for line in lines if line and line[0] != "#"):
            start = text.find(row[1], end)
            if start < 0:
                continue
            end = start + len(row[1])
            if row[2][:2] == "I-" and names:
                names[-1] = (names[-1][0], end, names[-1][2])
            elif row[2] != "O":
                names.append((start, end, UNER[row[2][2:]]))
        if text:
            yield Gold(text, frozenset(names))

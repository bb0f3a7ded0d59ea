"""OntoGUM and GAP: from their files to texts with marked expressions."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.document import Span

_SPLIT = re.compile(r"^## (\w+)$|^\s*\* (\w+)\s*$", re.MULTILINE)
_MARK = re.compile(r"\((\d+)\)|\((\d+)|(\d+)\)")
_CLOSING = re.compile(r"[,.;:!?%)\]}’”…]+|n['’]t|['’](?:s|m|d|re|ve|ll|S)?")
_OPENING = frozenset("([{“‘$£€#")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text in paragraphs of `parts`, and the expressions of it that stand for one thing each."""

    name: str
    text: str
    parts: tuple[Span, ...]
    clusters: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A text with a pronoun and two names, and whether the pronoun stands for each of them."""

    name: str
    text: str
    pronoun: Span
    names: tuple[Span, Span]
    right: tuple[bool, bool]

    @property
    def feminine(self) -> bool:
        """Whether the pronoun is one for women."""
        return self.text[self.pronoun.start : self.pronoun.end].lower() in {"she", "her", "hers"}


def read_gap(data: Path, part: str) -> list[Ambiguous]:
    """Return the cases of a part of GAP, "development" or "validation"."""
    path = data / "coref" / "gap" / f"gap-{part}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [_ambiguous(row) for row in rows]


def _ambiguous(row: dict[str, str]) -> Ambiguous:
    pronoun, a, b = (_span(row[name], row[f"{name}-offset"]) for name in ("Pronoun", "A", "B"))
    return Ambiguous(row["ID"], row["Text"], pronoun, (a, b), (row["A-coref"] == "TRUE", row["B-coref"] == "TRUE"))


def _span(text: str, offset: str) -> Span:
    return Span(int(offset), int(offset) + len(text))


def read_ontogum(data: Path, part: str) -> list[Annotated]:
    """Return the documents of a part of OntoGUM's own splits: "dev", "test", or "train".

    Of the last only those whose licence lets anybody use them: the genres that the folder of the treebank has.
    """
    folder, treebank = data / "coref" / "ontogum", data / "parse" / "gum"
    listed: dict[str, list[str]] = {}
    current = ""
    for match in _SPLIT.finditer((folder / "splits.md").read_text(encoding="utf-8")):
        current = match.group(1) or current
        if match.group(2):
            listed.setdefault(current, []).append(match.group(2))
    free = {path.stem for path in treebank.glob("train/*.conllu")}
    elsewhere = {name for key in ("dev", "test", "test2") for name in listed[key]}
    present = sorted(path.stem for path in (folder / "conll").glob("GUM_*.conll"))
    names = [n for n in present if (n in free - elsewhere if part == "train" else n in listed[part])]
    return [_annotated(name, folder / "conll", treebank) for name in names]


def _annotated(name: str, folder: Path, treebank: Path) -> Annotated:
    lines = (folder / f"{name}.conll").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    words = [row[1] for row in rows]
    text, spans, parts = _written(words, _spacing(words, name, treebank))
    clusters: dict[str, list[Span]] = {}
    opened: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        for whole, begun, ended in _MARK.findall(row[-1]):
            if begun:
                opened.setdefault(begun, []).append(index)
            elif whole or opened.get(ended):
                start = index if whole else opened[ended].pop()
                clusters.setdefault(whole or ended, []).append(Span(spans[start].start, spans[index].end))
    return Annotated(name, text, parts, tuple(tuple(sorted(c)) for c in clusters.values() if len(c) > 1))


def _spacing(words: Sequence[str], name: str, treebank: Path) -> list[str]:
    """Return what stands after each word: by the treebank, if it has the document, else by the words themselves."""
    for path in treebank.glob(f"*/{name}.conllu"):
        found = list(_treebank_words(path))
        if len(found) == len(words) and all(word in {kept, ""} for word, (kept, _) in zip(words, found, strict=True)):
            return [after for _, after in found]
    return [_after(word, following) for word, following in zip(words, [*words[1:], ""], strict=True)]


def _treebank_words(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each word with what stands after it: nothing, a space, or the end of a paragraph."""
    pending: tuple[str, str] | None = None
    glued, until, last_glued = False, 0, False
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("# newpar") and not line.startswith("# newpar_block") and pending is not None:
            pending = (pending[0], "\n\n")
        elif len(cells) == 10 and "-" in cells[0]:
            until, last_glued = int(cells[0].split("-")[1]), "SpaceAfter=No" in cells[9]
        elif len(cells) == 10 and cells[0].isdigit():
            if pending is not None:
                yield pending
            number = int(cells[0])
            glued = number < until or "SpaceAfter=No" in cells[9] or (number == until and last_glued)
            until = 0 if number >= until else until
            pending = (cells[1], "" if glued else " ")
    if pending is not None:
        yield pending


def _after(word: str, following: str) -> str:
    return "" if _CLOSING.fullmatch(following) or word in _OPENING else " "


def _written(words: Sequence[str], after: Sequence[str]) -> tuple[str, list[Span], tuple[Span, ...]]:
    """Return the running text, where each word stands in it, and where its paragraphs do."""
    pieces, spans, parts = [], [], []
    length = begun = 0
    for word, space in zip(words, after, strict=True):
        spans.append(Span(length, length + len(word)))
        pieces += [word, space]
        length += len(word) + len(space)
        if "\n" in space:
            parts.append(Span(begun, length - len(space)))
            begun = length
    if begun < length:
        parts.append(Span(begun, length))
    return "".join(pieces), spans, tuple(parts)

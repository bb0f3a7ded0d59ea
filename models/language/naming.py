"""Readers of the data sets with marked names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from .marking import (
    CALENDAR,
    TABLES,
    TITLES,
    Marked,
    Name,
    from_tags,
    partly_labelled,
    relabelled,
    split_hyphens,
    usage,
    with_demonyms,
)
from .treebank import Sentence, Word, gum_files, read_treebank

CROSSNER_TRAIN = {
    "ai": ("train", "dev", "test"),
    "literature": ("train", "dev", "test"),
    "music": ("train", "dev", "test"),
    "science": ("train", "dev", "test"),
    "politics": ("train",),
}
MEANTIME_SENTENCES = 6


def _columns(path: Path, separator: str | None) -> Iterator[Marked]:
    """Yield the sentences of a file with a token and its tag on a line."""
    for block in re.split(r"\n\t?\n", path.read_text(encoding="utf-8")):
        rows = [line.split(separator) for line in block.split("\n") if line.strip()]
        if rows and rows[0][0] != "-DOCSTART-":
            yield from_tags([row[0] for row in rows], [row[-1] for row in rows])


def fewnerd(data: Path) -> list[Marked]:
    """Return the sentences of Few-NERD; they are only partly labelled."""
    folder = data / "ner" / "fewnerd" / "data" / "fewnerd"
    raw = [m for path in sorted(folder.glob("*.txt")) for m in _columns(path, "\t")]
    used, table = usage(raw), TABLES["fewnerd"]
    marked = [with_demonyms(partly_labelled(relabelled(m, table), used)) for m in raw]
    places = known_places(marked)
    return [split_hyphens(m, places) for m in marked]


def known_places(sentences: Sequence[Marked]) -> frozenset[str]:
    """Return the one-word names that are marked as GPE more than once, and as nothing else."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for marked in sentences:
        for name in marked.names:
            found[marked.text(name)][name.label] += 1
    return frozenset(text for text, kinds in found.items() if kinds["GPE"] > 1 and len(kinds) == 1)


def crossner(data: Path, domain: str, part: str) -> list[Marked]:
    """Return the sentences of one part of CrossNER."""
    path = data / "ner" / "crossner" / domain / f"{part}.txt"
    return [with_demonyms(relabelled(m, TABLES["crossner"])) for m in _columns(path, "\t")]


def wikigold(data: Path) -> list[Marked]:
    """Return the sentences of Wikigold; its miscellaneous names are unknown."""
    path = data / "ner" / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
    return [with_demonyms(relabelled(m, TABLES["wikigold"])) for m in _columns(path, " ")]


def wnut17(data: Path) -> list[Marked]:
    """Return the training sentences of WNUT17."""
    path = data / "ner" / "wnut17" / "CONLL-format" / "data" / "train" / "wnut17train.conll"
    return [with_demonyms(relabelled(m, TABLES["wnut17"])) for m in _columns(path, "\t")]


def meantime(data: Path) -> list[Marked]:
    """Return the annotated sentences of MEANTIME, the first ones of each article."""
    folder = data / "ner" / "meantime" / "intra-doc_annotation"
    return [m for path in sorted(folder.glob("*/*.xml")) for m in _article(path)]


def _article(path: Path) -> Iterator[Marked]:
    root = ET.parse(path).getroot()
    kinds = {e.get("m_id"): e.get("ent_type") or "" for e in root.iter("ENTITY")}
    of: dict[str | None, str] = {}
    for relation in root.iter("REFERS_TO"):
        target = relation.find("target")
        kind = kinds.get(target.get("m_id"), "") if target is not None else ""
        of.update({source.get("m_id"): kind for source in relation.iter("source")})
    tokens = list(root.iter("token"))
    places = {token.get("t_id"): place for place, token in enumerate(tokens)}
    taken: list[tuple[int, int, str]] = []
    for mention in root.iter("ENTITY_MENTION"):
        anchors = sorted(places[a.get("t_id")] for a in mention.iter("token_anchor"))
        named = (mention.get("syntactic_type") or "").endswith("NAM")
        if named and anchors:
            taken.append((anchors[0], anchors[-1] + 1, of.get(mention.get("m_id"), "")))
    taken.sort(key=lambda one: one[1] - one[0])
    sentences = [int(token.get("sentence") or 0) for token in tokens]
    words = [token.text or "" for token in tokens]
    for number in range(MEANTIME_SENTENCES):
        if number in sentences:
            start = sentences.index(number)
            end = start + sentences.count(number)
            yield _cut(words[start:end], [(s - start, e - start, k) for s, e, k in taken])


def _cut(words: Sequence[str], taken: Sequence[tuple[int, int, str]]) -> Marked:
    """Return a sentence with the shortest of its overlapping names; other capitals are unknown."""
    names: list[Name] = []
    for start, end, kind in taken:
        inside = 0 <= start < end <= len(words)
        if inside and all(end <= name.start or name.end <= start for name in names):
            article = words[start].lower() in {"the", "a"} and end - start > 1
            names.append(Name(start + article, end, kind))
    marked = Marked(tuple(words), tuple(sorted(names, key=lambda n: n.start)))
    marked = relabelled(marked, TABLES["meantime"])
    return with_demonyms(partly_labelled(marked, usage(())))


def gum(data: Path, genres: Collection[str]) -> list[Marked]:
    """Return the training sentences of some genres of GUM with the named among their mentions."""
    found: list[Marked] = []
    for path in gum_files(data, "train", genres):
        pairs = zip(read_treebank([path]), _mentions(path), strict=True)
        found.extend(_named(sentence, mentions) for sentence, mentions in pairs)
    return found


def ewt(data: Path) -> list[Marked]:
    """Return the training sentences of EWT, which tell only what is no name.

    Its proper nouns are unknown; all other words, capitalised or not, belong to no name.
    """
    path = data / "parse" / "ewt" / "en_ewt-ud-train.conllu"
    found = []
    for sentence in read_treebank([path]):
        proper = {i for i, word in enumerate(sentence.words) if _proper(word)}
        known = {i for i, word in enumerate(sentence.words) if word.form in CALENDAR}
        forms = tuple(word.form for word in sentence.words)
        found.append(with_demonyms(Marked(forms, (), frozenset(proper - known))))
    return found


def _mentions(path: Path) -> Iterator[list[tuple[int, int, str]]]:
    """Yield for each sentence its mentions: first token, end, type."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
        rows = [row for row in rows if row[0].isdigit()]
        if not rows:
            continue
        opened: list[tuple[str, int, str]] = []
        closed: list[tuple[int, int, str]] = []
        for place, row in enumerate(rows):
            fields = [f for f in row[9].split("|") if f.startswith("Entity=")]
            for piece in _pieces(fields[0][7:]) if fields else ():
                if piece[0] == "(":
                    parts = piece.strip("()").split("-")
                    opened.append((parts[0], place, parts[1]))
                if piece[-1] == ")":
                    number = piece.strip("()").split("-")[0]
                    index = max((i for i, o in enumerate(opened) if o[0] == number), default=-1)
                    if index >= 0:
                        _, start, kind = opened.pop(index)
                        closed.append((start, place + 1, kind))
        yield closed


def _pieces(field: str) -> Iterator[str]:
    """Yield the openings and closings of an Entity field."""
    piece = ""
    for letter in field:
        if letter == "(" and piece:
            yield piece
            piece = ""
        piece += letter
        if letter == ")":
            yield piece
            piece = ""
    if piece:
        yield piece


def _named(sentence: Sentence, mentions: Sequence[tuple[int, int, str]]) -> Marked:
    """Return the sentence with the proper name at the head of each mention, longest first."""
    words = sentence.words
    taken: list[Name] = []
    for start, end, kind in sorted(mentions, key=lambda m: m[0] - m[1]):
        head = next((i for i in range(start, end) if not start <= words[i].head < end), -1)
        head = next((i for i in range(start, end) if words[i].head == i), head)
        if head < 0 or not _proper(words[head]):
            continue
        first, last = _name_around(words, start, end, head)
        if all(word.form in TITLES for word in words[first:last]):
            continue
        if all(last <= n.start or n.end <= first for n in taken):
            taken.append(Name(first, last, kind))
    taken.sort(key=lambda n: n.start)
    marked = relabelled(Marked(tuple(w.form for w in words), tuple(taken)), TABLES["gum"])
    covered = {i for n in marked.names for i in range(n.start, n.end)}
    known = {i for i, w in enumerate(words) if w.form in CALENDAR or w.form in TITLES}
    proper = {i for i, w in enumerate(words) if _proper(w)}
    unknown = (marked.unknown | proper) - covered - known
    return with_demonyms(Marked(marked.words, marked.names, unknown))


def _proper(word: Word) -> bool:
    """Return whether a word is tagged as part of a proper name, whatever its part of speech."""
    return word.tag in {"NNP", "NNPS"}


def _name_around(words: Sequence[Word], start: int, end: int, head: int) -> tuple[int, int]:
    """Return the run of proper nouns around a mention's head."""
    first, last = head, head + 1
    while first > start and (_proper(words[first - 1]) or words[first - 1].tag == "HYPH"):
        first -= 1
    while last < end and (_proper(words[last]) or words[last].tag in {"HYPH", "CD"}):
        last += 1
    linked = last + 1 < end and words[last].form == "of" and _proper(words[last + 1])
    if linked and words[last + 1].head == head:
        last += 2
        while last < end and _proper(words[last]):
            last += 1
    titles = [i for i in range(first, head + 1) if words[i].form in TITLES]
    if titles and titles[-1] + 1 < last:
        first = titles[-1] + 1
    return first, last

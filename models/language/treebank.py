"""Universal Dependencies treebanks: from CoNLL-U files to spaCy examples."""

from __future__ import annotations

import random
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

PARAGRAPH_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; ``head`` is a place in the sentence, for the root its own.

    ``name`` is its place in a name, or empty where that is not known.
    """

    form: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    dep: str
    space: bool
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated sentence, and whether a paragraph or a document begins with it."""

    words: tuple[Word, ...]
    opens_paragraph: bool
    opens_document: bool


@dataclass(frozen=True, slots=True)
class Shaping:
    """How training documents are cut and varied."""

    max_sentences: int
    across_paragraphs: float
    typographic: float
    quoted: float


def gum_files(data: Path, part: str, genres: Collection[str] = ()) -> list[Path]:
    """Return the files of a part of GUM, of some genres or of all."""
    paths = sorted((data / "parse" / "gum" / part).glob("GUM_*.conllu"))
    return [path for path in paths if not genres or path.name.split("_")[1] in genres]


def part(data: Path, name: str, genres: Collection[str] = ()) -> list[Sentence]:
    """Return the sentences of EWT and GUM that belong to ``train``, ``dev`` or ``test``.

    Of GUM only the ``genres``, or all where none are given.
    """
    ewt = data / "parse" / "ewt" / f"en_ewt-ud-{name}.conllu"
    return read_treebank([ewt, *gum_files(data, name, genres)])


def pud(data: Path) -> list[Sentence]:
    """Return the sentences of PUD, which is for measuring only."""
    return read_treebank([data / "parse" / "pud" / "en_pud-ud-test.conllu"])


def read_treebank(paths: Sequence[Path]) -> list[Sentence]:
    """Return all sentences of some CoNLL-U files, in order."""
    return [sentence for path in paths for sentence in _read_file(path)]


def _read_file(path: Path) -> Iterator[Sentence]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip().split("\n")
        words = _words([line.split("\t") for line in lines if line and line[0] != "#"])
        if words:
            opens_document = any(line.startswith("# newdoc") for line in lines)
            opens_paragraph = opens_document or any(re.match(r"# newpar( id)?\b(?!_)", line) for line in lines)
            yield Sentence(words, opens_paragraph, opens_document)


def _words(rows: Sequence[Sequence[str]]) -> tuple[Word, ...]:
    """Return the words of a sentence; a multiword token's parts are joined without spaces."""
    glued, ends = set[int](), dict[int, bool]()
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            glued.update(range(first, last))
            ends[last] = "SpaceAfter=No" not in row[9]
    words = []
    for row in rows:
        if not row[0].isdigit():
            continue
        place, head = int(row[0]), int(row[6])
        space = ends.get(place, "SpaceAfter=No" not in row[9]) and place not in glued
        lemma = row[2] if row[2] != "_" or row[1] == "_" else row[1]
        words.append(
            Word(
                form=row[1],
                lemma=lemma,
                pos=row[3],
                tag=row[4],
                morph="" if row[5] == "_" else row[5],
                head=head - 1 if head else place - 1,
                dep=row[7] if head else "ROOT",
                space=space,
            )
        )
    return tuple(words)


def paragraphs(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """Return the sentences grouped by paragraph."""
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence.opens_paragraph or not groups:
            groups.append([])
        groups[-1].append(sentence)
    return groups


def training_groups(sentences: Sequence[Sentence], shaping: Shaping, rng: random.Random) -> list[list[Sentence]]:
    """Return the sentences cut at random into documents, shuffled.

    A document has 1 to ``max_sentences`` sentences and stays within a paragraph, except for the
    share ``across_paragraphs``.
    """
    groups: list[list[Sentence]] = []
    size, across = 0, False
    for sentence in sentences:
        closed = sentence.opens_document or (sentence.opens_paragraph and not across)
        if not groups or closed or len(groups[-1]) >= size:
            groups.append([])
            size = rng.randint(1, shaping.max_sentences)
            across = rng.random() < shaping.across_paragraphs
        groups[-1].append(sentence)
    rng.shuffle(groups)
    return groups


def varied_group(group: Sequence[Sentence], shaping: Shaping, rng: random.Random) -> Sequence[Sentence]:
    """Return a group of sentences with its quotation marks and spelling varied at random."""
    if rng.random() < shaping.quoted:
        group = _quoted(group, rng)
    if rng.random() < shaping.typographic:
        group = [_respelled(sentence, rng) for sentence in group]
    return group


def _quoted(group: Sequence[Sentence], rng: random.Random) -> Sequence[Sentence]:
    """Return the sentences with quotation marks around one to three of them, if none has any."""
    first = rng.randrange(len(group))
    last = min(len(group) - 1, first + rng.randrange(3))
    chosen = group[first : last + 1]
    words = [word for sentence in chosen for word in sentence.words]
    if any(w.tag in {"``", "''"} for w in words) or any(s.words[-1].tag != "." for s in chosen):
        return group
    quoted = list(group)
    quoted[first] = _with_opening(quoted[first])
    quoted[last] = _with_closing(quoted[last])
    return quoted


def _with_opening(sentence: Sentence) -> Sentence:
    words = tuple(replace(word, head=word.head + 1) for word in sentence.words)
    root = next(place for place, word in enumerate(sentence.words) if word.head == place) + 1
    mark = Word('"', '"', "PUNCT", "``", "", root, "punct", space=False, name="O")
    return replace(sentence, words=(mark, *words))


def _with_closing(sentence: Sentence) -> Sentence:
    words = (*sentence.words[:-1], replace(sentence.words[-1], space=False))
    root = next(place for place, word in enumerate(words) if word.head == place)
    mark = Word('"', '"', "PUNCT", "''", "", root, "punct", space=True, name="O")
    return replace(sentence, words=(*words, mark))


def _respelled(sentence: Sentence, rng: random.Random) -> Sentence:
    """Return the sentence with typographic quotation marks, apostrophes and dashes."""
    dash = rng.choice("–—")
    words = []
    for word in sentence.words:
        form = word.form
        if form in {'"', "''", "``"}:
            form = "“" if word.tag == "``" else "”"
        elif form == "'" and word.tag == "``":
            form = "‘"
        elif form in {"-", "--"} and word.pos == "PUNCT" and word.tag != "HYPH":
            form = dash
        else:
            form = form.replace("'", "’")
        words.append(replace(word, form=form))
    return replace(sentence, words=tuple(words))


def example(nlp: Language, group: Sequence[Sentence]) -> Example:
    """Return the gold document beside the same text as the pipeline's tokenizer cuts it."""
    reference = gold_document(nlp, group)
    return Example(nlp.make_doc(reference.text), reference)


def gold_document(nlp: Language, group: Sequence[Sentence]) -> Doc:
    """Return the sentences as one annotated document, a blank line between paragraphs."""
    rows: list[Word] = []
    starts: list[int] = []
    for number, sentence in enumerate(group):
        if number and sentence.opens_paragraph:
            rows[-1] = replace(rows[-1], space=False)
            rows.append(_break(len(rows) - 1))
            starts.append(-1)
        elif number and not rows[-1].space:
            rows[-1] = replace(rows[-1], space=True)
        offset = len(rows)
        rows.extend(replace(word, head=word.head + offset) for word in sentence.words)
        starts.extend([1] + [-1] * (len(sentence.words) - 1))
    rows[-1] = replace(rows[-1], space=False)
    return Doc(
        nlp.vocab,
        words=[w.form for w in rows],
        spaces=[w.space for w in rows],
        tags=[w.tag for w in rows],
        pos=[w.pos for w in rows],
        morphs=[w.morph for w in rows],
        lemmas=[w.lemma for w in rows],
        heads=[w.head for w in rows],
        deps=[w.dep for w in rows],
    )


def _break(head: int) -> Word:
    return Word(PARAGRAPH_BREAK, PARAGRAPH_BREAK, "SPACE", "_SP", "", head, "dep", False)

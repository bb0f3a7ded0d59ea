"""Sentences whose gold parse stands in a file, as the documents of a language pipeline that makes no mistakes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import spacy
from spacy.language import Language
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.vocab import Vocab

Scheme = Literal["ud", "clear"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a pair, with its head and label in each scheme."""

    text: str
    glued: bool
    lemma: str
    pos: str
    tag: str
    entity: str
    ud: tuple[int, str]
    clear: tuple[int, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence with two gold parses."""

    about: str
    words: tuple[Word, ...]
    free: frozenset[str]
    silent: bool

    @property
    def text(self) -> str:
        """The sentence as it is written."""
        return "".join(w.text if w.glued else f" {w.text}" for w in self.words).lstrip()

    def doc(self, vocab: Vocab, scheme: Scheme) -> Doc:
        """Return the sentence as a pipeline of the scheme would parse it."""
        followed = [*self.words[1:], None]
        arcs = [getattr(word, scheme) for word in self.words]
        return Doc(
            vocab,
            words=[w.text for w in self.words],
            spaces=[after is not None and not after.glued for after in followed],
            lemmas=[w.lemma for w in self.words],
            pos=[w.pos for w in self.words],
            tags=[w.tag for w in self.words],
            heads=[head - 1 if head else index for index, (head, _) in enumerate(arcs)],
            deps=["ROOT" if head == 0 else label for head, label in arcs],
            ents=list(_marked(self.words)),
        )


@cache
def pairs() -> tuple[Pair, ...]:
    """Return all pairs of the file."""
    rows = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))["pair"]
    return tuple(
        Pair(row["about"], tuple(map(_word, row["words"].strip().splitlines())), frozenset(row.get("free", ())), "silent" in row)
        for row in rows
    )


def _word(line: str) -> Word:
    text, lemma, pos, tag, entity, *arcs = line.split()
    heads = [(int(head), label) for head, label in zip(arcs[::2], arcs[1::2], strict=True)]
    glued = text.startswith("~")
    text = text.removeprefix("~")
    return Word(text, glued, text.lower() if lemma == "=" else lemma, pos, tag, entity, heads[0], heads[-1])


def _marked(words: tuple[Word, ...]) -> list[str]:
    """Return the entities of the words as B-, I- and O tags; neighbours of one label are one entity."""
    before = ["-", *(w.entity for w in words)]
    return [
        "O" if w.entity == "-" else f"{'I' if w.entity == previous else 'B'}-{w.entity}"
        for w, previous in zip(words, before, strict=False)
    ]


@Language.component("gold_ud", assigns=["token.dep", "doc.ents"])
def gold_ud(doc: Doc) -> Doc:
    """Return the text with its gold parse in Universal Dependencies."""
    return _gold(doc, "ud")


@Language.component("gold_clear", assigns=["token.dep", "doc.ents"])
def gold_clear(doc: Doc) -> Doc:
    """Return the text with its gold parse in CLEAR labels."""
    return _gold(doc, "clear")


def _gold(doc: Doc, scheme: Scheme) -> Doc:
    known = {pair.text: pair for pair in pairs()}
    found = known.get(doc.text)
    if found is not None:
        return found.doc(doc.vocab, scheme)
    return Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        lemmas=[t.text.lower() for t in doc],
        pos=["NOUN" for _ in doc],
        tags=["NN" for _ in doc],
        heads=[0 for _ in doc],
        deps=["ROOT" if t.i == 0 else "dep" for t in doc],
        ents=["O" for _ in doc],
    )


def pipeline(scheme: Scheme) -> Language:
    """Return a pipeline that knows the gold parse of every pair in that scheme."""
    nlp = spacy.blank("en")
    nlp.add_pipe(f"gold_{scheme}")
    return nlp

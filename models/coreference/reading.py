"""Texts of a corpus as the program reads them, kept on disk since parsing takes minutes."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.annotate.names import read_names
from claimcheck.annotate.pipeline import load_language, parse
from claimcheck.claim import Mention
from claimcheck.document import Document, Part, PartKind, Span
from claimcheck.sentence import Sentence
from coreference.corpora import Ambiguous, Annotated


@dataclass(frozen=True, slots=True)
class Read:
    """An example with its sentences and names."""

    example: Annotated | Ambiguous
    sentences: tuple[Sentence, ...]
    names: tuple[Mention, ...]


def read_all(examples: Iterable[Annotated | Ambiguous], kept: Path | None = None) -> list[Read]:
    """Return the examples as read, from the file `kept` if there is one."""
    if kept is not None and kept.is_file():
        found: list[Read] = pickle.loads(kept.read_bytes())
        return found
    made = list(_read(examples))
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(made))
    return made


def _read(examples: Iterable[Annotated | Ambiguous]) -> Iterator[Read]:
    nlp = load_language()
    for example in examples:
        spans = example.parts if isinstance(example, Annotated) else (Span(0, len(example.text)),)
        document = Document(example.text, example.name, tuple(Part(PartKind.BODY, s) for s in spans))
        sentences, entities = parse(document, nlp)
        yield Read(example, sentences, read_names(document, sentences, entities, lambda _: ()))

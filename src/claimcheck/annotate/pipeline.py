"""The spaCy pipeline: from paragraphs to parsed sentences and named entities."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.annotate.functions import normalize
from claimcheck.annotate.lemmas import known_lemma
from claimcheck.document import Document, Part, PartKind, Span
from claimcheck.errors import ModelError
from claimcheck.sentence import Function, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

DEFAULT = "en_claimcheck"
LONGEST_PARAGRAPH = 100_000  # characters; a longer one is parsed in pieces, so that memory stays bounded
LONGEST_SENTENCE = 300  # tokens; a longer one is no prose, and goes on as several, so that time stays near linear
_NEEDED = {"DEP": "parse", "TAG": "tags", "POS": "parts of speech", "LEMMA": "lemmas", "ENT_IOB": "names"}
_ALL_NEEDED = "a parser, a tagger of Penn tags and of universal parts of speech, a lemmatizer and an entity recognizer"
_UNBROKEN = re.compile(r"(\S{199})\S")  # no word is that long, and the time of a tokenizer grows with the square of it
_HALVES = re.compile("[\ud800-\udfff]")
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"})


@dataclass(frozen=True, slots=True)
class Entity:
    """A name that the pipeline found, with its OntoNotes label."""

    span: Span
    label: str


@lru_cache(maxsize=2)
def load_language(name: str = DEFAULT) -> "Language":
    """Return the spaCy pipeline of that name or path (the shipped one by default).

    Raises:
        ModelError: there is none, it is not English, or it lacks something that claims are made of.
    """
    # Threads that spin while they wait take the processor from those they wait for, where other work runs too:
    # four times slower.  Must be set before the library of threads is loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    import spacy  # here, since importing it takes seconds

    try:
        nlp = spacy.load(_shipped() if name == DEFAULT else name)
    except (OSError, ValueError, ImportError, KeyError) as error:
        raise ModelError(f"language pipeline {name!r} cannot be loaded: {_reason(name, error)}") from error
    if nlp.lang not in {"en", "xx"}:
        raise ModelError(f"language pipeline {name!r} is for the language {nlp.lang!r}; wanted an English one")
    lacking = _lacking(nlp)
    if lacking:
        raise ModelError(f"language pipeline {name!r} gives no {' and no '.join(lacking)}; claims need {_ALL_NEEDED}")
    return nlp


def _reason(name: str, error: Exception) -> str:
    """Return why a pipeline cannot be loaded, and what to do: a name that looks like a package's is to be installed."""
    if isinstance(error, OSError) and name.isidentifier():
        return f"it is not installed; try `python -m spacy download {name}`, or give the path of a pipeline's folder"
    return " ".join(str(error).split()) or type(error).__name__


def _lacking(nlp: "Language") -> list[str]:
    """Return what the pipeline leaves out of a plain sentence, whichever of its parts should have given it."""
    doc = nlp("She moved to the coast.")
    return [what for attribute, what in _NEEDED.items() if not doc.has_annotation(attribute)]


def _shipped() -> Path:
    """Return the folder of the shipped pipeline: inside the package, or in the checkout beside it."""
    package = Path(str(files("claimcheck")))
    places = (package / "models" / DEFAULT, package.parents[1] / "models" / DEFAULT)
    for place in places:
        if (place / "meta.json").is_file():
            return place
    raise ModelError(f"the shipped language pipeline {DEFAULT} is missing; looked in {places[0].parent}")


def parse(document: Document, nlp: "Language") -> tuple[tuple[Sentence, ...], tuple[Entity, ...]]:
    """Return the sentences of the document's prose, and the names that the model found in it."""
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    parts = [(part, number) for number, part in enumerate(document.parts) if part.kind is not PartKind.FURNITURE]
    pieces = [(piece, number) for part, number in parts for piece in _pieces(document, part)]
    docs = nlp.pipe(readable(document.plain[part.span.start : part.span.end]) for part, _ in pieces)
    for (part, number), doc in zip(pieces, docs, strict=True):
        sentences.extend(_sentences(doc, part, number))
        entities.extend(_entities(doc, part))
    return tuple(sentences), tuple(entities)


def readable(text: str) -> str:
    """Return the text, of the same length, without what stops a pipeline.

    Halves of surrogate pairs, which none takes, become replacement characters, and one character in two
    hundred of a run without a space becomes a space.
    """
    return _UNBROKEN.sub(r"\1 ", _HALVES.sub("\ufffd", text))


def _pieces(document: Document, part: Part) -> Iterator[Part]:
    """Yield the part, in pieces that end at a space if it is very long."""
    start = part.span.start
    while part.span.end - start > LONGEST_PARAGRAPH:
        cut = document.text.rfind(" ", start + LONGEST_PARAGRAPH // 2, start + LONGEST_PARAGRAPH)
        end = cut + 1 if cut > 0 else start + LONGEST_PARAGRAPH
        yield Part(part.kind, Span(start, end))
        start = end
    yield Part(part.kind, Span(start, part.span.end))


def _sentences(doc: "Doc", part: Part, number: int) -> Iterator[Sentence]:
    for sent in doc.sents:
        whole = [token for token in sent if not token.is_space]
        for start in range(0, len(whole), LONGEST_SENTENCE):
            kept = whole[start : start + LONGEST_SENTENCE]
            tokens = normalize(_tokens(kept, sent, part.span.start), tuple(token.dep_ for token in kept))
            span = Span(tokens[0].span.start, tokens[-1].span.end)
            yield Sentence(span, tokens, part.kind, number)


def _tokens(kept: list, sent: "SpacySpan", offset: int) -> tuple[Token, ...]:  # type: ignore[type-arg]  # spaCy's Token
    indexes = {token.i: index for index, token in enumerate(kept)}
    root = indexes.get(sent.root.i, 0)
    return tuple(
        Token(
            index=index,
            span=Span(offset + token.idx, offset + token.idx + len(token.text)),
            text=token.text,
            lemma=known_lemma(token.text.lower(), token.pos_, (token.lemma_ or token.text).lower()),
            pos=token.pos_,
            tag=token.tag_,
            head=indexes.get(token.head.i, root),
            function=Function.OTHER,
            entity=token.ent_type_ if token.ent_type_ in _NAMES else "",
        )
        for index, token in enumerate(kept)
    )


def _entities(doc: "Doc", part: Part) -> Iterator[Entity]:
    for ent in doc.ents:
        if ent.label_ in _NAMES and ent.text.strip():
            start = part.span.start + ent.start_char
            yield Entity(Span(start, start + len(ent.text)), ent.label_)

"""The components of the pipeline, made and initialized for training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.training import Example

TOK2VEC = "tok2vec"


@dataclass(frozen=True, slots=True)
class Encoder:
    """The sizes of a hash embedding with convolutions over it."""

    width: int
    depth: int
    window: int
    pieces: int
    attributes: tuple[str, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Parser:
    """The sizes of a transition system's feature layer."""

    hidden: int
    pieces: int
    min_action_freq: int
    min_tree_freq: int


def _encoder(sizes: Encoder) -> dict[str, object]:
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": sizes.width,
        "attrs": list(sizes.attributes),
        "rows": list(sizes.rows),
        "include_static_vectors": False,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": sizes.width,
        "depth": sizes.depth,
        "window_size": sizes.window,
        "maxout_pieces": sizes.pieces,
    }
    return {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}


def _listener(sizes: Encoder) -> dict[str, object]:
    return {
        "@architectures": "spacy.Tok2VecListener.v1",
        "width": sizes.width,
        "upstream": TOK2VEC,
    }


def _transitions(kind: str, sizes: Parser, tok2vec: dict[str, object]) -> dict[str, object]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": sizes.hidden,
        "maxout_pieces": sizes.pieces,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def syntax_pipeline(encoder: Encoder, sizes: Parser) -> Language:
    """Return an untrained pipeline of tagger, morphologizer, lemmatizer and parser."""
    nlp = spacy.blank("en")
    nlp.add_pipe(TOK2VEC, config={"model": _encoder(encoder)})
    tagging = {"@architectures": "spacy.Tagger.v2", "tok2vec": _listener(encoder)}
    nlp.add_pipe("tagger", config={"model": tagging})
    nlp.add_pipe("morphologizer", config={"model": tagging})
    lemmas = {"model": tagging, "min_tree_freq": sizes.min_tree_freq, "top_k": 3}
    nlp.add_pipe("trainable_lemmatizer", config=lemmas)
    model = _transitions("parser", sizes, _listener(encoder))
    nlp.add_pipe("parser", config={"model": model, "min_action_freq": sizes.min_action_freq})
    return nlp


def entity_pipeline(encoder: Encoder, sizes: Parser) -> Language:
    """Return an untrained pipeline of an entity recognizer with its own encoder."""
    nlp = spacy.blank("en")
    model = _transitions("ner", sizes, _encoder(encoder))
    nlp.add_pipe("ner", config={"model": model})
    return nlp


def initialize(nlp: Language, examples: Sequence[Example]) -> None:
    """Set up the labels and the weights from examples."""
    nlp.initialize(lambda: examples)

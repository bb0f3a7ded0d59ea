"""The two trained parts put together as one folder that spaCy loads."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import spacy
from spacy.language import Language
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer

from .files import replace_folder

log = logging.getLogger(__name__)

KEPT = ("recipe.toml", "metrics.json", "README.md")


def assemble(syntax: Path, entities: Path, name: str, version: str) -> Language:
    """Return one pipeline of the syntax components and, after them, the entity recognizer."""
    nlp = spacy.load(syntax)
    recognizer = spacy.load(entities)
    nlp.add_pipe("ner", source=recognizer)
    nlp.meta.update(name=name, version=version, license="CC BY-SA 4.0", author="claimcheck")
    nlp.meta["spacy_version"] = ">=3.8.0,<3.9.0"
    nlp.meta["description"] = "English: tags, morphology, lemmas, dependencies, sentences, names."
    return nlp


def write_pipeline(nlp: Language, folder: Path) -> None:
    """Write the pipeline, keeping what else its folder holds; no reader sees half of it."""
    kept = {file: (folder / file).read_bytes() for file in KEPT if (folder / file).exists()}

    def write(fresh: Path) -> None:
        nlp.to_disk(fresh)
        _trim_strings(nlp, fresh)
        for file, content in kept.items():
            (fresh / file).write_bytes(content)

    replace_folder(folder, write)


def _trim_strings(nlp: Language, folder: Path) -> None:
    """Leave in the string table only what the components and the tokenizer's rules name.

    The words of the training texts, which it also holds after training, are of no further use.
    """
    needed = set(_strings(nlp)) | set(spacy.blank("en").vocab.strings)
    kept = sorted(text for text in nlp.vocab.strings if text in needed)
    path = folder / "vocab" / "strings.json"
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _strings(nlp: Language) -> Iterator[str]:
    """Yield every string that a component may set on a token."""
    for name, component in nlp.pipeline:
        yield name
        for label in map(str, getattr(component, "labels", ())):
            features = label.split("|")
            yield from (label, *features, *label.split("||"), label.partition("-")[2])
            yield "|".join(feature for feature in features if not feature.startswith("POS="))
            yield from (piece for feature in features for piece in feature.split("="))
    lemmas = cast("EditTreeLemmatizer", nlp.get_pipe("trainable_lemmatizer"))
    for tree in map(lemmas.trees.__getitem__, range(len(lemmas.trees))):
        yield from (nlp.vocab.strings[tree[key]] for key in ("orig", "subst") if key in tree)

"""The trained network put into a folder that spaCy loads."""

from __future__ import annotations

import json
from pathlib import Path

import spacy
import torch
from spacy.language import Language

from claimcheck.annotate.network.component import FACTORY, Reader
from claimcheck.annotate.network.network import Network, Sizes
from claimcheck.annotate.network.pieces import Cutter

from .files import replace_folder
from .learning import LAST
from .teaching import LABELS, SIZES

KEPT = ("recipe.toml", "metrics.json", "README.md")


def assemble(work: Path, encoder: Path, name: str, version: str) -> Language:
    """Return the pipeline of the last checkpoint in the folder `work`."""
    network = Network(Sizes(**json.loads((work / SIZES).read_text(encoding="utf-8"))))
    network.load_state_dict(torch.load(work / LAST, weights_only=True, map_location="cpu")["network"])
    labels = json.loads((work / LABELS).read_text(encoding="utf-8"))
    nlp = spacy.blank("en")
    reader = nlp.add_pipe(FACTORY, name="reader")
    assert isinstance(reader, Reader)
    reader.set(network, labels, Cutter(encoder / "tokenizer.json"))
    nlp.meta.update(name=name, version=version, license="CC BY-SA 4.0", author="claimcheck")
    nlp.meta["spacy_version"] = ">=3.8.0,<3.9.0"
    nlp.meta["description"] = "English: tags, morphology, lemmas, dependencies, sentences, names."
    return nlp


def write_pipeline(nlp: Language, folder: Path) -> None:
    """Write the pipeline, keeping what else its folder holds; no reader sees half of it."""
    kept = {file: (folder / file).read_bytes() for file in KEPT if (folder / file).exists()}

    def write(fresh: Path) -> None:
        nlp.to_disk(fresh)
        for file, content in kept.items():
            (fresh / file).write_bytes(content)

    replace_folder(folder, write)

"""The whole training of the network, from the recipe and a folder of data sets."""

from __future__ import annotations

import json
import logging
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from claimcheck.annotate.network.network import Network
from claimcheck.annotate.network.pieces import Cutter
from claimcheck.annotate.network.spans import place_labels

from . import naming
from .learning import Schedule, batches, fit
from .marking import Marked
from .pools import name_pools
from .pretrained import sizes_of, take_over
from .samples import Sample, name_samples, recased, tree_sample, tree_samples, treebank
from .treebank import Sentence, Shaping
from .variation import Names, Variation, name_words

log = logging.getLogger(__name__)

TYPES = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW")
LABELS, SIZES = "labels.json", "sizes.json"


def train(recipe: Mapping[str, Any], data: Path, encoder: Path, work: Path) -> None:
    """Train the network, or go on training it; its checkpoints and labels are written to the folder `work`."""
    torch.manual_seed(recipe["seed"])
    rng = random.Random(recipe["seed"])
    work.mkdir(parents=True, exist_ok=True)
    sentences = treebank(data, recipe["treebanks"]["gum_genres"])
    sets = name_sets(data)
    log.info("%d sentences with trees, %s with names", len(sentences), {name: len(found) for name, found in sets.items()})
    labels = label_sets(sentences, recipe["heads"])
    (work / LABELS).write_text(json.dumps(labels, ensure_ascii=False, indent=0), encoding="utf-8")
    schedule = Schedule(**recipe["schedule"])
    counts = {name: len(found) for name, found in labels.items()}
    heads = recipe["heads"]
    network = Network(sizes_of(encoder, heads["arc"], heads["label"], counts), schedule.dropout, schedule.head_dropout)
    take_over(network, encoder)
    (work / SIZES).write_text(json.dumps(asdict(network.sizes)), encoding="utf-8")
    cutter = Cutter(encoder / "tokenizer.json")
    places = {name: {label: place for place, label in enumerate(found)} for name, found in labels.items()}
    streams = [
        batches(_trees(sentences, recipe, rng), schedule.tree_words, cutter, places, schedule, rng),
        batches(_names(sets, data, recipe, rng), schedule.name_words, cutter, places, schedule, rng),
    ]
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    fit(network, streams, schedule, work, device)


def name_sets(data: Path) -> dict[str, list[Marked]]:
    """Return the training sentences of the data sets of names."""
    crossner = [
        marked
        for domain, parts in naming.CROSSNER_TRAIN.items()
        for part in parts
        for marked in naming.crossner(data, domain, part)
    ]
    return {
        "fewnerd": naming.fewnerd(data),
        "crossner": crossner,
        "wikigold": naming.wikigold(data),
        "wnut17": naming.wnut17(data),
        "meantime": naming.meantime(data),
    }


def label_sets(sentences: Sequence[Sentence], heads: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the labels of each head, the rare ones of morphology and lemmas left out."""
    counts: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for name, values in tree_sample([sentence]).layers.items():
            counts.setdefault(name, Counter()).update(values)
    fewest = {"morph": heads["fewest_morph"], "lemma": heads["fewest_lemma"]}
    labels = {name: sorted(v for v, n in found.items() if n >= fewest.get(name, 1)) for name, found in counts.items()}
    return {**labels, "sentence": ["inside", "start"], "name": list(place_labels(TYPES))}


def _trees(sentences: Sequence[Sentence], recipe: Mapping[str, Any], rng: random.Random) -> Iterator[Sample]:
    """Yield texts with trees without end."""
    shaping = Shaping(**recipe["shaping"])
    while True:
        yield from _recased(tree_samples(sentences, shaping, rng), recipe, rng)


def _names(sets: Mapping[str, Sequence[Marked]], data: Path, recipe: Mapping[str, Any], rng: random.Random) -> Iterator[Sample]:
    """Yield texts with names without end."""
    table = recipe["names"]
    names = Names(name_words(marked for found in sets.values() for marked in found), name_pools(data))
    variation = Variation(**table["variation"])
    while True:
        found = name_samples(sets, table["passes"], table["max_sentences"], variation, names, rng)
        yield from _recased(found, recipe, rng)


def _recased(samples: Iterator[Sample], recipe: Mapping[str, Any], rng: random.Random) -> Iterator[Sample]:
    """Yield the texts, a share of them in lower case or capitals."""
    recasing = recipe["recasing"]
    for sample in samples:
        yield recased(sample, recasing["lower"], recasing["upper"], rng)

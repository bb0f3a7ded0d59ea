"""What the network learns from: words and gaps, with what is known of each layer of annotation."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimcheck.annotate.network.lemmas import edit_of
from claimcheck.annotate.network.spans import place_tags

from . import naming
from .marking import Marked, spaces
from .treebank import Sentence, Shaping, part, training_groups, varied_group
from .variation import Names, Variation, varied

UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """A text of one or more sentences.

    `layers` has for each head of the network a label a word, or `UNKNOWN`; `heads` the head of each
    word, 0 for a root and i for the word i - 1, and `sentences` the number of its sentence, both
    empty where the text has no trees.
    """

    forms: tuple[str, ...]
    gaps: tuple[int, ...]
    layers: Mapping[str, tuple[str, ...]]
    heads: tuple[int, ...] = ()
    sentences: tuple[int, ...] = ()


def treebank(data: Path, genres: Sequence[str]) -> list[Sentence]:
    """Return the training sentences of EWT and GUM with what is known of their names."""
    marked = [*naming.ewt(data), *naming.gum(data, genres)]
    return [_with_names(s, m) for s, m in zip(part(data, "train", genres), marked, strict=True)]


def _with_names(sentence: Sentence, marked: Marked) -> Sentence:
    tags = _name_tags(marked)
    words = tuple(replace(word, name=tag) for word, tag in zip(sentence.words, tags, strict=True))
    return replace(sentence, words=words)


def _name_tags(marked: Marked) -> list[str]:
    tags = place_tags(len(marked.words), [(n.start, n.end, n.label) for n in marked.names])
    return [UNKNOWN if place in marked.unknown else tag for place, tag in enumerate(tags)]


def tree_samples(sentences: Sequence[Sentence], shaping: Shaping, rng: random.Random) -> Iterator[Sample]:
    """Yield one pass over the treebanks, cut and spelled at random."""
    for group in training_groups(sentences, shaping, rng):
        yield tree_sample(varied_group(group, shaping, rng))


def tree_sample(group: Sequence[Sentence]) -> Sample:
    """Return some sentences of a treebank as one text."""
    words = [word for sentence in group for word in sentence.words]
    heads: list[int] = []
    starts: list[str] = []
    gaps: list[int] = []
    for number, sentence in enumerate(group):
        offset = len(heads)
        own = enumerate(sentence.words)
        heads += [0 if word.head == place else offset + word.head + 1 for place, word in own]
        starts += ["start", *["inside"] * (len(sentence.words) - 1)]
        gaps.append(2 if number == 0 or sentence.opens_paragraph else 1)
        gaps += [int(word.space) for word in sentence.words[:-1]]
    layers = {
        "tag": tuple(word.tag for word in words),
        "morph": tuple(f"{word.pos}|{word.morph}" for word in words),
        "lemma": tuple(edit_of(word.form, word.lemma) for word in words),
        "dep": tuple(word.dep for word in words),
        "sentence": tuple(starts),
        "name": tuple(word.name for word in words),
    }
    numbers = tuple(number for number, sentence in enumerate(group) for _ in sentence.words)
    return Sample(tuple(word.form for word in words), tuple(gaps), layers, tuple(heads), numbers)


def name_samples(
    sets: Mapping[str, Sequence[Marked]],
    passes: Mapping[str, int],
    most: int,
    variation: Variation,
    names: Names,
    rng: random.Random,
) -> Iterator[Sample]:
    """Yield each data set of names as often as `passes` says, in texts of up to `most` sentences."""
    groups: list[Sequence[Marked]] = []
    for name, sentences in sets.items():
        for _ in range(passes[name]):
            place = 0
            while place < len(sentences):
                size = rng.randint(1, most)
                groups.append(sentences[place : place + size])
                place += size
    rng.shuffle(groups)
    for group in groups:
        yield name_sample(varied(group, variation, names, rng))


def name_sample(group: Sequence[Marked]) -> Sample:
    """Return some sentences with marked names as one text."""
    gaps = [2]
    for marked in group:
        gaps += [int(space) for space in spaces(marked.words)]
        gaps[-1] = 1
    forms = tuple(word for marked in group for word in marked.words)
    tags = tuple(tag for marked in group for tag in _name_tags(marked))
    return Sample(forms, tuple(gaps[:-1]), {"name": tags})


def recased(sample: Sample, lower: float, upper: float, rng: random.Random) -> Sample:
    """Return the text, by chance in lower case or in capitals throughout."""
    chance = rng.random()
    if chance < lower:
        return replace(sample, forms=tuple(form.lower() for form in sample.forms))
    if chance < lower + upper:
        return replace(sample, forms=tuple(form.upper() for form in sample.forms))
    return sample

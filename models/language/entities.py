"""Training of the entity recognizer on data sets with marked names."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from thinc.api import fix_random_seed

from . import naming
from .fitting import Schedule, checkpoint, fit
from .marking import Marked, spaces
from .pipeline import Encoder, Parser, entity_pipeline, initialize
from .pools import name_pools
from .span_scores import entity_scores
from .variation import Names, Variation, name_words, varied

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Mixture:
    """How often each data set is passed, and in what documents."""

    passes: Mapping[str, int]
    max_sentences: int


@dataclass(frozen=True, slots=True)
class EntityRecipe:
    """Everything that decides how the entity recognizer comes out."""

    seed: int
    gum_genres: tuple[str, ...]
    encoder: Encoder
    parser: Parser
    mixture: Mixture
    variation: Variation
    schedule: Schedule


def train_entities(recipe: EntityRecipe, data: Path, work: Path) -> Path:
    """Train the entity recognizer; return the folder of its best checkpoint."""
    fix_random_seed(recipe.seed)
    sets = training_sets(data, recipe.gum_genres)
    for name, sentences in sets.items():
        log.info("entities: %s, %d sentences", name, len(sentences))
    marked = (one for sentences in sets.values() for one in sentences)
    names = Names(name_words(marked), name_pools(data))
    nlp = checkpoint(work / "entities")
    if nlp is None:
        nlp = entity_pipeline(recipe.encoder, recipe.parser)
        first = _pass(nlp, sets, names, recipe, random.Random(recipe.seed))
        initialize(nlp, list(first))
    nlp.config.to_disk(work / "entities.cfg")
    stream = _stream(nlp, sets, names, recipe)
    return fit(nlp, stream, recipe.schedule, _scorer(data), work / "entities")


def training_sets(data: Path, genres: Collection[str]) -> dict[str, list[Marked]]:
    """Return the training sentences of each data set."""
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
        "gum": naming.gum(data, genres),
        "ewt": naming.ewt(data),
    }


def _stream(nlp: Language, sets: Mapping[str, Sequence[Marked]], names: Names, recipe: EntityRecipe) -> Iterator[Example]:
    """Yield training examples without end."""
    rng = random.Random(recipe.seed + 1)
    while True:
        yield from _pass(nlp, sets, names, recipe, rng)


def _pass(
    nlp: Language,
    sets: Mapping[str, Sequence[Marked]],
    names: Names,
    recipe: EntityRecipe,
    rng: random.Random,
) -> Iterator[Example]:
    """Yield each data set as often as the mixture says, cut and spelled at random."""
    groups: list[list[Marked]] = []
    for name, sentences in sets.items():
        for _ in range(recipe.mixture.passes[name]):
            groups.extend(_groups(sentences, recipe.mixture.max_sentences, rng))
    rng.shuffle(groups)
    for group in groups:
        yield example(nlp, varied(group, recipe.variation, names, rng))


def _groups(sentences: Sequence[Marked], most: int, rng: random.Random) -> Iterator[list[Marked]]:
    place = 0
    while place < len(sentences):
        size = rng.randint(1, most)
        yield list(sentences[place : place + size])
        place += size


def example(nlp: Language, group: Sequence[Marked]) -> Example:
    """Return sentences as one example, with what is not known of it left open."""
    words: list[str] = []
    blanks: list[bool] = []
    ranges: list[tuple[int, int, str]] = []
    for marked in group:
        offset = len(words)
        words.extend(marked.words)
        blanks.extend(spaces(marked.words))
        blanks[-1] = True
        ranges.extend((n.start + offset, n.end + offset, n.label) for n in marked.names)
        ranges.extend((i + offset, i + offset + 1, "") for i in marked.unknown)
    reference = Doc(nlp.vocab, words=words, spaces=blanks)
    names = [Span(reference, start, end, label) for start, end, label in ranges if label]
    unknown = [Span(reference, start, end) for start, end, label in ranges if not label]
    reference.set_ents(names, missing=unknown, default="outside")
    return Example(nlp.make_doc(reference.text), reference)


def _scorer(data: Path) -> Callable[[Language], float]:
    """Return the function that a checkpoint is chosen by."""

    def score(nlp: Language) -> float:
        scores = entity_scores(nlp, data)
        log.info("%s", {name: round(100 * value, 2) for name, value in scores.items()})
        return (scores["uner_ewt_f"] + scores["politics_f"]) / 2

    return score

"""Training and scoring of the syntax components on Universal Dependencies."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.training import Example
from thinc.api import fix_random_seed

from .fitting import Schedule, checkpoint, fit
from .pipeline import Encoder, Parser, initialize, syntax_pipeline
from .treebank import (
    Sentence,
    Shaping,
    example,
    gum_files,
    paragraphs,
    read_treebank,
    training_example,
    training_groups,
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SyntaxRecipe:
    """Everything that decides how the syntax components come out."""

    seed: int
    gum_genres: tuple[str, ...]
    encoder: Encoder
    parser: Parser
    shaping: Shaping
    schedule: Schedule
    choice: Mapping[str, float]


def part(data: Path, name: str, genres: Collection[str] = ()) -> list[Sentence]:
    """Return the sentences of EWT and GUM that belong to ``train``, ``dev`` or ``test``.

    Of GUM only the ``genres``, or all where none are given.
    """
    ewt = data / "parse" / "ewt" / f"en_ewt-ud-{name}.conllu"
    return read_treebank([ewt, *gum_files(data, name, genres)])


def pud(data: Path) -> list[Sentence]:
    """Return the sentences of PUD, which is for measuring only."""
    return read_treebank([data / "parse" / "pud" / "en_pud-ud-test.conllu"])


def train_syntax(recipe: SyntaxRecipe, data: Path, work: Path) -> Path:
    """Train the syntax components; return the folder of the best checkpoint."""
    fix_random_seed(recipe.seed)
    train, dev = part(data, "train", recipe.gum_genres), part(data, "dev")
    log.info("syntax: %d training sentences, %d development sentences", len(train), len(dev))
    nlp = checkpoint(work / "syntax")
    if nlp is None:
        nlp = syntax_pipeline(recipe.encoder, recipe.parser)
        first = _epoch(nlp, train, recipe.shaping, random.Random(recipe.seed))
        initialize(nlp, first)
    nlp.config.to_disk(work / "syntax.cfg")
    stream = _stream(nlp, train, recipe)
    return fit(nlp, stream, recipe.schedule, _scorer(dev, recipe.choice), work / "syntax")


def _epoch(nlp: Language, train: list[Sentence], shaping: Shaping, rng: random.Random) -> list[Example]:
    groups = training_groups(train, shaping, rng)
    return [training_example(nlp, group, shaping, rng) for group in groups]


def _stream(nlp: Language, train: list[Sentence], recipe: SyntaxRecipe) -> Iterator[Example]:
    """Yield training examples without end, cut and spelled anew in each pass."""
    rng = random.Random(recipe.seed + 1)
    while True:
        for group in training_groups(train, recipe.shaping, rng):
            yield training_example(nlp, group, recipe.shaping, rng)


def paragraph_examples(nlp: Language, sentences: list[Sentence]) -> list[Example]:
    """Return one example a paragraph, which is how the program feeds the pipeline."""
    return [example(nlp, group) for group in paragraphs(sentences)]


def _scorer(dev: list[Sentence], choice: Mapping[str, float]) -> Callable[[Language], float]:
    """Return the function that a checkpoint is chosen by."""

    def score(nlp: Language) -> float:
        scores = nlp.evaluate(paragraph_examples(nlp, dev), batch_size=64)
        log.info("%s", {name: round(100 * scores[name], 2) for name in choice})
        return sum(weight * float(scores[name]) for name, weight in choice.items())

    return score

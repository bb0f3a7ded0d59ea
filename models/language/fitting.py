"""The training loop: batches by words, a learning rate that rises and falls, checkpoints."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer
from spacy.training import Example
from thinc.api import Optimizer

from .files import replace_folder

log = logging.getLogger(__name__)

CHECKPOINT, BEST, STATE = "last", "best", "state.json"


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to train."""

    steps: int
    batch_words: int
    learn_rate: float
    warmup_steps: int
    final_share: float
    dropout: float
    evaluate_every: int

    def rate(self, step: int) -> float:
        """Return the learning rate at a step: a linear rise, then a linear fall."""
        if step < self.warmup_steps:
            return self.learn_rate * (step + 1) / self.warmup_steps
        left = (self.steps - step) / max(1, self.steps - self.warmup_steps)
        return self.learn_rate * max(self.final_share, left)


def batches(examples: Iterable[Example], words: int) -> Iterator[list[Example]]:
    """Yield the examples in batches of about so many words."""
    batch: list[Example] = []
    size = 0
    for one in examples:
        batch.append(one)
        size += len(one.predicted)
        if size >= words:
            yield batch
            batch, size = [], 0


def fit(
    nlp: Language,
    examples: Iterable[Example],
    schedule: Schedule,
    score: Callable[[Language], float],
    folder: Path,
) -> Path:
    """Train an initialized pipeline and return the folder of its best checkpoint.

    Each evaluation writes a checkpoint; a run that begins with one goes on from its step and
    weights (the optimizer's moments start afresh).
    """
    step, best = _progress(folder)
    optimizer = Optimizer(schedule.learn_rate, L2=0.01, grad_clip=1.0, use_averages=True)
    losses: dict[str, float] = {}
    words, began = 0, time.monotonic()
    for batch in batches(examples, schedule.batch_words):
        if step >= schedule.steps:
            break
        optimizer.learn_rate = schedule.rate(step)
        nlp.update(batch, sgd=optimizer, drop=schedule.dropout, losses=losses)
        words += sum(len(one.predicted) for one in batch)
        step += 1
        if step % schedule.evaluate_every == 0 or step == schedule.steps:
            with nlp.use_params(optimizer.averages):
                result = score(nlp)
                best = _checkpoint(nlp, folder, step, result, best)
            speed = words / (time.monotonic() - began)
            log.info("step %d: score %.4f, best %.4f, %.0f words/s", step, result, best, speed)
            log.info("losses %s", {name: round(loss) for name, loss in losses.items()})
            losses.clear()
    return folder / BEST


def checkpoint(folder: Path) -> Language | None:
    """Return the pipeline as the last checkpoint left it, if there is one.

    A lemmatizer that is read from disk can predict but has forgotten which label each edit tree
    is, and would unlearn everything when trained on.
    """
    if not (folder / STATE).exists():
        return None
    nlp = spacy.load(folder / CHECKPOINT)
    for _, component in nlp.pipeline:
        if isinstance(component, EditTreeLemmatizer):
            component.tree2label.update({tree: label for label, tree in enumerate(component.labels)})
    return nlp


def _progress(folder: Path) -> tuple[int, float]:
    """Return the step of the last checkpoint, if any, and the best score so far."""
    if not (folder / STATE).exists():
        return 0, -1.0
    state = json.loads((folder / STATE).read_text(encoding="utf-8"))
    log.info("going on from step %d", state["step"])
    return int(state["step"]), float(state["best"])


def _checkpoint(nlp: Language, folder: Path, step: int, result: float, best: float) -> float:
    """Write the checkpoint, as the best one too if it is; return the best score."""
    replace_folder(folder / CHECKPOINT, nlp.to_disk)
    if result > best:
        replace_folder(folder / BEST, nlp.to_disk)
    best = max(best, result)
    (folder / STATE).write_text(json.dumps({"step": step, "best": best, "score": result}))
    return best

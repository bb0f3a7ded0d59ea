"""The training loop: losses of all heads on mixed batches, a rate that rises and falls, checkpoints."""

from __future__ import annotations

import json
import logging
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.attention import SDPBackend, sdpa_kernel

from claimcheck.annotate.network.network import Batch, Network, collate
from claimcheck.annotate.network.pieces import MASK, Cutter

from .samples import Sample

log = logging.getLogger(__name__)

LAST, STATE = "last.pt", "state.json"
IGNORED = -100
POOL = 60  # batches whose texts are sorted by length together, so that little is padded
WEIGHTS = {"tag": 0.5, "morph": 0.5, "lemma": 0.5, "sentence": 1.0, "name": 1.5}


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to train; batches are counted in words, the longest text in pieces."""

    steps: int
    tree_words: int
    name_words: int
    encoder_rate: float
    head_rate: float
    warmup_steps: int
    final_share: float
    dropout: float
    head_dropout: float
    masked: float
    longest: int
    save_every: int

    def share(self, step: int) -> float:
        """Return the share of the full rate at a step: a linear rise, then a linear fall."""
        if step < self.warmup_steps:
            return (step + 1) / self.warmup_steps
        left = (self.steps - step) / max(1, self.steps - self.warmup_steps)
        return max(self.final_share, left)


@dataclass(frozen=True, slots=True)
class Gold:
    """The targets of a batch, (texts, words) each: a label a head, heads, and numbers of sentences."""

    layers: Mapping[str, Tensor]
    heads: Tensor
    sentences: Tensor


Labels = Mapping[str, Mapping[str, int]]
Batched = tuple[Batch, Gold]


def batches(
    samples: Iterator[Sample], words: int, cutter: Cutter, labels: Labels, schedule: Schedule, rng: random.Random
) -> Iterator[Batched]:
    """Yield batches of about so many words, of texts of like length."""
    while True:
        pool: list[Sample] = []
        size = 0
        while size < words * POOL:
            sample = next(samples)
            if sum(map(len, cutter.pieces(sample.forms))) <= schedule.longest:
                pool.append(sample)
                size += len(sample.forms)
        pool.sort(key=lambda sample: len(sample.forms))
        cut: list[list[Sample]] = [[]]
        for sample in pool:
            if len(cut[-1]) * len(sample.forms) >= words:
                cut.append([])
            cut[-1].append(sample)
        rng.shuffle(cut)
        for group in cut:
            yield _batch(group, cutter, labels, schedule, rng)


def _batch(group: Sequence[Sample], cutter: Cutter, labels: Labels, schedule: Schedule, rng: random.Random) -> Batched:
    texts = []
    for sample in group:
        words = cutter.words(sample.forms, sample.gaps)
        texts.append([replace(w, pieces=(MASK,)) if rng.random() < schedule.masked else w for w in words])
    most = max(len(text) for text in texts)
    layers = {name: torch.full((len(group), most), IGNORED) for name in labels}
    heads = torch.full((len(group), most), IGNORED)
    sentences = torch.full((len(group), most), -1)
    for row, sample in enumerate(group):
        size = len(sample.forms)
        for name, values in sample.layers.items():
            known = labels[name]
            layers[name][row, :size] = torch.tensor([known.get(value, IGNORED) for value in values])
        if sample.heads:
            heads[row, :size] = torch.tensor(sample.heads)
            sentences[row, :size] = torch.tensor(sample.sentences)
    return collate(texts), Gold(layers, heads, sentences)


def losses(network: Network, batch: Batch, gold: Gold) -> dict[str, Tensor]:
    """Return the loss of each head that has something to learn from the batch."""
    states = network(batch)
    found: dict[str, Tensor] = {}
    for name in network.tags:
        target = gold.layers[name]
        if bool((target != IGNORED).any()):
            found[name] = WEIGHTS[name] * _cross_entropy(network.scores(name, states, batch), target)
    if bool((gold.heads >= 0).any()):
        found["arc"] = _cross_entropy(_within(network.trees.heads(states), gold.sentences), gold.heads)
        relations = network.trees.relations(states, gold.heads.clamp(min=0))
        found["dep"] = _cross_entropy(relations, gold.layers["dep"])
    return found


def _cross_entropy(scores: Tensor, target: Tensor) -> Tensor:
    return functional.cross_entropy(scores.float().flatten(0, 1), target.flatten(), ignore_index=IGNORED)


def _within(scores: Tensor, sentences: Tensor) -> Tensor:
    """Return the scores of heads without those of other sentences' words."""
    same = sentences.unsqueeze(2) == sentences.unsqueeze(1)
    root = torch.ones_like(same[:, :, :1])
    return scores.float().masked_fill(~torch.cat([root, same], 2), -1e4)


def fit(network: Network, streams: Sequence[Iterator[Batched]], schedule: Schedule, folder: Path, device: torch.device) -> None:
    """Train the network, one batch of each stream a step; go on from the last checkpoint if there is one."""
    network.to(device).train()
    optimizer = _optimizer(network, schedule)
    step = _restore(network, optimizer, folder)
    sums: dict[str, float] = {}
    words, began = 0, time.monotonic()
    while step < schedule.steps:
        for group in optimizer.param_groups:
            group["lr"] = group["full"] * schedule.share(step)
        optimizer.zero_grad(set_to_none=True)
        for stream in streams:
            batch, gold = next(stream)
            with torch.autocast(device.type, torch.bfloat16), sdpa_kernel(SDPBackend.MATH):
                found = losses(network, _moved(batch, device), _moved(gold, device))
            sum(found.values(), torch.zeros((), device=device)).backward()  # type: ignore[no-untyped-call]
            words += int(batch.words.sum())
            for name, loss in found.items():
                sums[name] = sums.get(name, 0.0) + float(loss.detach())
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        step += 1
        if step % 100 == 0:
            rate = words / (time.monotonic() - began)
            log.info("step %d: %.0f words/s, %s", step, rate, {name: round(total / 100, 3) for name, total in sums.items()})
            sums = {}
        if step % schedule.save_every == 0 or step == schedule.steps:
            _save(network, optimizer, step, folder)


def _moved(value: Any, device: torch.device) -> Any:
    """Return the tensors of a batch on a device."""
    if isinstance(value, Gold):
        layers = {name: tensor.to(device) for name, tensor in value.layers.items()}
        return Gold(layers, value.heads.to(device), value.sentences.to(device))
    return Batch(*(getattr(value, name).to(device) for name in Batch.__slots__))


def _optimizer(network: Network, schedule: Schedule) -> torch.optim.AdamW:
    network.encoder.pieces.weight.requires_grad_(False)  # words that training never shows keep their place beside those it does
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    own = {id(p) for p in network.encoder.parameters()}
    heads = [p for p in network.parameters() if id(p) not in own]
    groups = [
        {"params": encoder, "full": schedule.encoder_rate, "weight_decay": 0.01},
        {"params": heads, "full": schedule.head_rate, "weight_decay": 0.01},
    ]
    return torch.optim.AdamW(groups, lr=schedule.head_rate, betas=(0.9, 0.98))


def _restore(network: Network, optimizer: torch.optim.AdamW, folder: Path) -> int:
    if not (folder / STATE).exists():
        return 0
    state = torch.load(folder / LAST, weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    step = int(json.loads((folder / STATE).read_text())["step"])
    log.info("going on from step %d", step)
    return step


def _save(network: Network, optimizer: torch.optim.AdamW, step: int, folder: Path) -> None:
    """Write the checkpoint beside the last one, then put it in its place."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.save({"network": network.state_dict(), "optimizer": optimizer.state_dict()}, folder / "next.pt")
    (folder / "next.pt").rename(folder / LAST)
    (folder / STATE).write_text(json.dumps({"step": step}))

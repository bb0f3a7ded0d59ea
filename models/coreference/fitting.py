"""Fitting of the small networks that rank candidates."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from claimcheck.annotate.coreference.scoring import Ranker
from coreference.examples import Choice


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the networks are fitted; see recipe.toml."""

    name: str
    version: str
    rounds: int
    networks: int
    hidden: int
    epochs: int
    batch: int
    rate: float
    decay: float
    dropout: float
    ambiguous: float
    masked: float
    seed: int


def read_recipe(path: Path) -> Recipe:
    """Return the recipe of a file."""
    return Recipe(**tomllib.loads(path.read_text(encoding="utf-8")))


def fit(choices: Sequence[Choice], recipe: Recipe) -> Ranker:
    """Return a ranker that gives the right candidates of the choices the most weight."""
    table = np.concatenate([c.rows for c in choices])
    mean, scale = table.mean(axis=0), 1.0 / np.maximum(table.std(axis=0), 0.05)
    fitted = [_network(choices, mean, scale, recipe, recipe.seed + i) for i in range(recipe.networks)]
    inner, bias, outer = (np.stack(parts) for parts in zip(*fitted, strict=True))
    return Ranker(mean.astype(np.float32), scale.astype(np.float32), inner, bias, outer)


def _network(choices: Sequence[Choice], mean: np.ndarray, scale: np.ndarray, recipe: Recipe, seed: int) -> tuple[np.ndarray, ...]:
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    rows, right, real, weights = _padded(choices, mean, scale)
    inner = torch.nn.Linear(rows.shape[-1], recipe.hidden)
    outer = torch.nn.Linear(recipe.hidden, 1, bias=False)
    drop = torch.nn.Dropout(recipe.dropout)
    parameters = [*inner.parameters(), *outer.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=recipe.rate, weight_decay=recipe.decay)
    steps = recipe.epochs * (len(choices) // recipe.batch + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, recipe.rate * 2, total_steps=steps)
    for _ in range(recipe.epochs):
        shuffled = torch.as_tensor(order.permutation(len(choices)))
        for part in shuffled.split(recipe.batch):
            scores = outer(drop(torch.relu(inner(drop(rows[part]))))).squeeze(-1).masked_fill(~real[part], -1e4)
            chosen = scores.masked_fill(~right[part], -1e4)
            loss = ((scores.logsumexp(-1) - chosen.logsumexp(-1)) * weights[part]).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    with torch.no_grad():
        return inner.weight.T.numpy().copy(), inner.bias[None].numpy().copy(), outer.weight.T.numpy().copy()


def _padded(choices: Sequence[Choice], mean: np.ndarray, scale: np.ndarray) -> tuple[torch.Tensor, ...]:
    longest, width = max(len(c.rows) for c in choices), len(mean)
    rows = np.zeros((len(choices), longest, width), dtype=np.float32)
    right, real = (np.zeros((len(choices), longest), dtype=bool) for _ in range(2))
    for i, choice in enumerate(choices):
        size = len(choice.rows)
        rows[i, :size] = (choice.rows - mean) * scale
        right[i, :size] = choice.right
        real[i, :size] = True
    weights = np.asarray([c.weight for c in choices], dtype=np.float32)
    return tuple(torch.as_tensor(array) for array in (rows, right, real, weights))

"""The pretrained encoder's weights, taken over into ours."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor

from claimcheck.annotate.network.network import Network, Sizes

EMBEDDINGS = {
    "embeddings.word_embeddings.weight": "pieces.weight",
    "embeddings.LayerNorm.weight": "norm.weight",
    "embeddings.LayerNorm.bias": "norm.bias",
}
LAYER = {
    "attention.output.dense": "self_attn.out_proj",
    "attention.output.LayerNorm": "norm1",
    "intermediate.dense": "linear1",
    "output.dense": "linear2",
    "output.LayerNorm": "norm2",
}


def sizes_of(folder: Path, arc: int, label: int, labels: Mapping[str, int]) -> Sizes:
    """Return the sizes that the folder's configuration gives, and those of the heads."""
    config: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return Sizes(
        vocabulary=config["vocab_size"],
        width=config["hidden_size"],
        layers=config["num_hidden_layers"],
        attention_heads=config["num_attention_heads"],
        inner=config["intermediate_size"],
        positions=config["max_position_embeddings"],
        arc=arc,
        label=label,
        labels=dict(labels),
    )


def take_over(network: Network, folder: Path) -> None:
    """Set the encoder to the pretrained weights; case and spaces start without effect."""
    weights = load_file(folder / "model.safetensors")
    encoder = network.encoder
    ours = {**encoder.state_dict(), **dict(_translated(weights, len(encoder.layers.layers)))}
    types = weights["embeddings.token_type_embeddings.weight"][0]
    ours["positions.weight"] = weights["embeddings.position_embeddings.weight"] + types
    ours["cases.weight"] = torch.zeros_like(ours["cases.weight"])
    ours["gaps.weight"] = torch.zeros_like(ours["gaps.weight"])
    encoder.load_state_dict(ours)


def _translated(weights: Mapping[str, Tensor], layers: int) -> Iterator[tuple[str, Tensor]]:
    for theirs, ours in EMBEDDINGS.items():
        yield ours, weights[theirs]
    for number in range(layers):
        before, after = f"encoder.layer.{number}.", f"layers.layers.{number}."
        for kind in ("weight", "bias"):
            parts = [weights[f"{before}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
            yield f"{after}self_attn.in_proj_{kind}", torch.cat(parts)
            for theirs, ours in LAYER.items():
                yield f"{after}{ours}.{kind}", weights[f"{before}{theirs}.{kind}"]

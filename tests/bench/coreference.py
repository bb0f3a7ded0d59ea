"""Print how right the links of pronouns, names and descriptions are, measured on GAP and OntoGUM."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from claimcheck.annotate.coreference.scoring import read_ranker

MODELS = Path(__file__).parents[2] / "models"
sys.path.insert(0, str(MODELS))
sys.path.remove(str(Path(__file__).parent))  # this file has the name of the package

from coreference.scores import all_scores  # noqa: E402  (the training code is no installed package)


def main() -> None:
    """Print all scores as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the unpacked data sets")
    parser.add_argument("--weights", type=Path, default=MODELS / "en_coreference" / "weights.npz")
    parser.add_argument("--test", action="store_true", help="also on OntoGUM's test part")
    arguments = parser.parse_args()
    scores = all_scores(arguments.data, read_ranker(arguments.weights).scores, test=arguments.test)
    sys.stdout.write(json.dumps(scores, indent=2) + "\n")


if __name__ == "__main__":
    main()

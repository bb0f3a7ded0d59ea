"""Print the scores of the language pipeline, measured again from a data folder."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import spacy

MODELS = Path(__file__).parents[2] / "models"
sys.path.insert(0, str(MODELS))

from language.scores import all_scores  # noqa: E402  (the training code is no installed package)


def main() -> None:
    """Print all scores as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the unpacked data sets")
    parser.add_argument("--model", type=Path, default=MODELS / "en_claimcheck")
    arguments = parser.parse_args()
    scores = all_scores(spacy.load(arguments.model), arguments.data)
    sys.stdout.write(json.dumps(scores, indent=2) + "\n")


if __name__ == "__main__":
    main()

"""The card of the ranking."""

from __future__ import annotations

from coreference.fitting import Recipe

_TEXT = """# {name} {version}

Small networks that rank what a pronoun may stand for, by where it stands in sentence and text: roles, distances,
clauses, gender and number, how often and how lately something was spoken of.  They see no words.

Made by `models/train_coreference.py` with the values of `recipe.toml` ({networks} networks with {hidden} hidden units).
Each score is the probability that a candidate is the right one, among all candidates and none of them.

## Learned from

- GAP, development part (Apache-2.0)
- OntoGUM, training part, without its non-commercial genres (annotations CC BY 4.0; texts CC BY, CC BY-SA by genre)

## Figures (per cent)

GAP: a right or wrong for each of two names, with the names found by the program itself; the best guess for each pronoun.
OntoGUM: a link is right if the nearest expression before it with the same referent is marked as the same thing.
Safe links are those that claims are built on.

| on | precision | recall | F |
| --- | --- | --- | --- |
{rows}
"""


def model_card(recipe: Recipe, scores: dict[str, dict[str, float]]) -> str:
    """Return the card in Markdown."""
    rows = "\n".join(f"| {name} | {s['precision']} | {s['recall']} | {s['f']} |" for name, s in scores.items())
    return _TEXT.format(name=recipe.name, version=recipe.version, networks=recipe.networks, hidden=recipe.hidden, rows=rows)

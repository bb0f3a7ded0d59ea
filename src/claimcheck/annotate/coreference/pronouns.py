"""Which of the candidates a pronoun stands for, by the learned ranking."""

from collections.abc import Callable, Sequence

from claimcheck.annotate.coreference.entities import Discourse, Entity
from claimcheck.annotate.coreference.features import Candidate, candidate_features, candidates, pronoun_features
from claimcheck.annotate.coreference.phrases import Phrase

Rank = Callable[[Sequence[Sequence[float]]], list[float]]


def rows(pronoun: Phrase, among: list[Candidate], discourse: Discourse) -> list[list[float]]:
    """Return one row of numbers for each candidate, and a last one for none of them."""
    own = pronoun_features(pronoun)
    made = [[*own, *candidate_features(pronoun, c, among, discourse), 0.0] for c in among]
    width = len(made[0]) - len(own) - 1
    return [*made, [*own, *[0.0] * width, 1.0]]


def resolve(pronoun: Phrase, discourse: Discourse, rank: Rank) -> tuple[Entity, float] | None:
    """Return the best candidate with its score, or None where none is likelier than every other."""
    among = candidates(pronoun, discourse)
    if not among:
        return None
    *scores, nothing = rank(rows(pronoun, among, discourse))
    best = max(range(len(among)), key=lambda i: scores[i])
    return (among[best].entity, scores[best]) if scores[best] >= nothing else None

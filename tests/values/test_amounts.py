"""Scores, multiples and changes as values."""

from decimal import Decimal

from claimcheck.values.amounts import Change, Direction, Multiple, Score
from claimcheck.values.quantity import Quantity


def score(first: int, second: int) -> Score:
    """Return a score of whole numbers."""
    return Score(Quantity.of(first), Quantity.of(second))


def test_a_score_may_be_told_from_either_side() -> None:
    """What one side wins 3–1 the other loses 1–3."""
    assert score(3, 1).agrees(score(1, 3))
    assert score(3, 1).agrees(score(3, 1))
    assert not score(3, 1).agrees(score(3, 2))


def test_in_words() -> None:
    """Each value says what it stands for."""
    change = Change(Direction.UP, Multiple(Quantity.of(3)), Quantity.of(40), None)

    assert str(score(52, 48)) == "52:48"
    assert str(Multiple(Quantity.of(Decimal("0.5")))) == "× 0.5"
    assert str(change) == "up by × 3 from 40"

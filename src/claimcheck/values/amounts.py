"""What is said of two numbers at once: scores and votes, multiples, and changes."""

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.values.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Score:
    """What two sides got, in the order in which the text gives it: "3–1", "52 to 48", and the 3 and 1 of a ratio "3:1"."""

    first: Quantity
    second: Quantity

    def reversed(self) -> "Score":
        """Return the score as the other side tells it."""
        return Score(self.second, self.first)

    def agrees(self, other: "Score") -> bool:
        """Return whether the two may be one result, told from either side."""
        return any(self.first.overlaps(side.first) and self.second.overlaps(side.second) for side in (other, other.reversed()))

    def __str__(self) -> str:
        return f"{self.first}:{self.second}"


@dataclass(frozen=True, slots=True)
class Multiple:
    """By what something is multiplied: 2 for "doubled" and "twice as many", 0.5 for "halved", 3 for "a threefold rise"."""

    factor: Quantity

    def __str__(self) -> str:
        return f"× {self.factor}"


class Direction(StrEnum):
    """Which way something changed."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Change:
    """A change as the text tells it: by how much (a quantity, or a multiple), from what, and to what; None is not said."""

    direction: Direction
    by: Quantity | Multiple | None = None
    before: Quantity | None = None
    after: Quantity | None = None

    def __str__(self) -> str:
        said = [f"{word} {value}" for word, value in (("by", self.by), ("from", self.before), ("to", self.after)) if value]
        return " ".join([self.direction.value, *said])

"""What a claim is held against, and how the comparison ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from claimcheck.claim import Claim
from claimcheck.values.date import Date
from claimcheck.values.name import Name
from claimcheck.values.quantity import Quantity
from claimcheck.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Source:
    """A cell of a reference table: table, row (1 is the first below the header), column, and who published it."""

    table: str
    row: int
    column: str
    publisher: str = ""

    @property
    def builtin(self) -> bool:
        """Whether the table came with the program and is not the user's own."""
        return self.table.startswith("world/")

    def __str__(self) -> str:
        return f"{self.table} row {self.row}"


@dataclass(frozen=True, slots=True)
class Fact:
    """One cell of a reference table: what it says of whom, and when that held."""

    subject: Name
    relation: str
    object: Name | Quantity | Date
    valid: Date
    source: Source
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """One claim against one piece of evidence, and every step in words and numbers.

    `method` is "values", "table" or "nli"; `reason` says why the two could not be compared,
    where that is the verdict, or what the evidence as a whole tells, where one fact does not.
    """

    claim: Claim
    evidence: Claim | Fact | None
    verdict: Verdict
    method: str = "values"
    score: float = 1.0
    reason: str = ""
    derivation: tuple[str, ...] = ()


class Series(Protocol):
    """A recurring event with all its editions over some years."""

    @property
    def name(self) -> str:
        """The usual name."""

    @property
    def field(self) -> str:
        """The sport or other field it belongs to."""

    @property
    def editions(self) -> Sequence[tuple[int, Name]]:
        """The editions, by the year they are called by."""

    def edition(self, year: int) -> Name | None:
        """Return the edition called by that year, or None."""

    def covers(self, year: int) -> bool:
        """Return whether an edition of that year would be listed."""


class Reference(Protocol):
    """What the reference tables of a run answer; names are compared by their folded form."""

    def entities(self, text: str) -> tuple[Name, ...]:
        """Return every entity that goes by the name."""

    def about(self, text: str, relation: str) -> tuple[Fact, ...]:
        """Return the facts that have the named entity as their subject."""

    def naming(self, text: str, relation: str) -> tuple[Fact, ...]:
        """Return the facts that have the named entity as their object."""

    def series_named(self, text: str) -> tuple[Series, ...]:
        """Return every series that goes by the name."""

    def same(self, one: str, other: str) -> bool:
        """Return whether the two may name one entity."""

    def complete(self, text: str, relation: str) -> bool:
        """Return whether every object, past and present, that the named entity has for the relation is listed."""

    def part_of(self, part: str, whole: str) -> bool:
        """Return whether the first may lie inside the second."""

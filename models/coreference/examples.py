"""From texts with marked expressions to tables of candidates, of which the right ones are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from claimcheck.annotate.coreference.entities import Entity
from claimcheck.annotate.coreference.features import Candidate, candidates
from claimcheck.annotate.coreference.phrases import Phrase
from claimcheck.annotate.coreference.pronouns import Rank, rows
from claimcheck.annotate.coreference.reading import Reading
from claimcheck.document import Span
from coreference.corpora import Ambiguous, Annotated
from coreference.reading import Read


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of numbers for each candidate of a pronoun and one for none, and which rows may be right."""

    rows: np.ndarray
    right: np.ndarray
    weight: float


class _Observed(Reading):
    """A reading that notes each pronoun's candidates when it comes to it."""

    def __init__(self, read: Read, rank: Rank) -> None:
        super().__init__(read.names, lambda name: name, rank, 0.0)
        self.met: list[tuple[Phrase, list[Candidate], list[list[float]]]] = []
        self.clusters: dict[int, int] = {}
        self.example = read.example
        self.choices: list[Choice] = []

    def resolved(self, pronoun: Phrase) -> tuple[Entity, float] | None:
        among = candidates(pronoun, self.discourse)
        right = self._right(pronoun, among) if among else None
        if right is not None and any(right):
            weight = 1.0
            table = np.asarray(rows(pronoun, among, self.discourse), dtype=np.float32)
            self.choices.append(Choice(table, np.asarray(right, dtype=bool), weight))
        return super().resolved(pronoun)

    def _right(self, pronoun: Phrase, among: list[Candidate]) -> list[bool] | None:
        if isinstance(self.example, Ambiguous):
            return self._right_of_two(self.example, pronoun, among)
        mine = self.clusters.get(pronoun.order)
        right = [mine is not None and self._of_cluster(c, mine) for c in among]
        return [*right, not any(right)]

    def _of_cluster(self, candidate: Candidate, cluster: int) -> bool:
        if self.clusters.get(candidate.nearest.order) == cluster:
            return True
        known = [self.clusters.get(p.order) for p in candidate.entity.phrases]
        return known.count(cluster) * 2 > len(known)

    def _right_of_two(self, case: Ambiguous, pronoun: Phrase, among: list[Candidate]) -> list[bool] | None:
        if pronoun.span != case.pronoun:
            return None
        named = [[self._bears(c, name) for c in among] for name in case.names]
        if any(case.right):
            right = named[0] if case.right[0] else named[1]
            return [*right, False] if any(right) else None
        return [*(not (a or b) for a, b in zip(*named, strict=True)), True]

    def _bears(self, candidate: Candidate, name: Span) -> bool:
        return any(p.span.overlaps(name) for p in self.named(candidate.entity))


def choices(texts: Iterable[Read], rank: Rank) -> Iterator[Choice]:
    """Yield the choices of all pronouns whose right candidates are known, as `rank` leads up to them."""
    for read in texts:
        reading = _Observed(read, rank)
        if isinstance(read.example, Annotated):
            reading.clusters = gold_clusters(read)
        reading.read(read.sentences)
        yield from reading.choices


def gold_clusters(read: Read) -> dict[int, int]:
    """Return the cluster of each of the program's expressions whose head is that of a marked one."""
    assert isinstance(read.example, Annotated)
    probe = Reading(read.names, lambda name: name, lambda rows: [0.0] * len(rows), 2.0)
    probe.read(read.sentences)
    by_sentence: dict[int, dict[int, int]] = {}
    for number, cluster in enumerate(read.example.clusters):
        for span in cluster:
            place = _place(read, span)
            if place is not None:
                by_sentence.setdefault(place[0], {}).setdefault(place[1], number)
    return {
        p.order: by_sentence[p.number][p.token.index]
        for p in probe.all
        if p.token.index in by_sentence.get(p.number, {})
    }


def _place(read: Read, span: Span) -> tuple[int, int] | None:
    """Return the number of the sentence and the place in it of the head of a marked expression."""
    for number, sentence in enumerate(read.sentences):
        if sentence.span.overlaps(span):
            top = sentence.top(span)
            return (number, top.index) if top is not None else None
    return None

"""From texts with marked expressions to tables of candidates, of which the right ones are known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from claimcheck.annotate.coreference.entities import Entity
from claimcheck.annotate.coreference.features import Candidate, candidates
from claimcheck.annotate.coreference.gender import gender_of_name
from claimcheck.annotate.coreference.phrases import Phrase
from claimcheck.annotate.coreference.pronouns import Rank, rows
from claimcheck.annotate.coreference.reading import Reading
from claimcheck.document import Span
from claimcheck.sentence import Token
from coreference.corpora import Ambiguous, Annotated
from coreference.reading import Read


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of numbers for each candidate of a pronoun and one for none, and which rows may be right."""

    rows: np.ndarray
    right: np.ndarray
    weight: float


def nearest_first(table: Sequence[Sequence[float]]) -> list[float]:
    """Return scores that fall with the place in the list of candidates: the ranking that training begins with."""
    return [*(1.0 / (place + 1) for place in range(len(table) - 1)), 0.0]


class _Observed(Reading):
    """A reading that notes each pronoun's candidates when it comes to it."""

    def __init__(self, read: Read, rank: Rank, weight: float, masking: float) -> None:
        super().__init__(read.names, lambda name: name, rank, 0.0)
        self.met: list[tuple[Phrase, list[Candidate], list[list[float]]]] = []
        self.clusters: dict[int, int] = {}
        self.example = read.example
        self.weight, self.masking = weight, masking
        self.choices: list[Choice] = []

    def resolved(self, pronoun: Phrase) -> tuple[Entity, float] | None:
        among = candidates(pronoun, self.discourse)
        right = self._right(pronoun, among) if among else None
        if right is not None and any(right):
            table = np.asarray(rows(pronoun, among, self.discourse), dtype=np.float32)
            self.choices.append(Choice(table, np.asarray(right, dtype=bool), self.weight))
        return super().resolved(pronoun)

    def take(self, phrase: Phrase) -> None:
        """Note a short name as well, as if a pronoun stood in its place."""
        if self.masking and phrase.kind == "name" and phrase.type == "PERSON" and phrase.token.span == phrase.span:
            self._masked(phrase)
        super().take(phrase)

    def _masked(self, phrase: Phrase) -> None:
        entity = self.entity_of(phrase)
        gender = gender_of_name(entity.referent.text.split()[0]) or "m"
        pronoun = replace(phrase, kind="pronoun", gender=gender, mention=None)
        among = [c for c in candidates(pronoun, self.discourse) if c.nearest.order != phrase.order]
        right = [c.entity is entity for c in among]
        if any(right) and len(among) > 1:
            table = np.asarray(rows(pronoun, among, self.discourse), dtype=np.float32)
            self.choices.append(Choice(table, np.asarray([*right, False], dtype=bool), self.masking))

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


def choices(texts: Iterable[Read], rank: Rank, *, weight: float = 1.0, masking: float = 0.0) -> Iterator[Choice]:
    """Yield the choices of all pronouns whose right candidates are known, as `rank` leads up to them.

    With `masking`, short names that take up an earlier name count as pronouns too, with that weight.
    """
    for read in texts:
        reading = _Observed(read, rank, weight, masking)
        if isinstance(read.example, Annotated):
            reading.clusters = gold_clusters(read)
        reading.read(read.sentences)
        yield from reading.choices


def gold_clusters(read: Read) -> dict[int, int]:
    """Return the cluster of each of the program's expressions, by its order, whose head is that of a marked one."""
    probe = Reading(read.names, lambda name: name, nearest_first, 2.0)
    probe.read(read.sentences)
    heads = {token.span: cluster for token, cluster in heads_of(read)}
    return {p.order: heads[p.token.span] for p in probe.all if p.token.span in heads}


def heads_of(read: Read) -> Iterator[tuple[Token, int]]:
    """Yield the head of each marked expression of a document with the number of its cluster, each head once."""
    assert isinstance(read.example, Annotated)
    starts = [s.span.start for s in read.sentences]
    met: set[Token] = set()
    marked = [(span, number) for number, cluster in enumerate(read.example.clusters) for span in cluster]
    for span, number in sorted(marked, key=lambda item: (len(item[0]), item)):
        sentence = read.sentences[max(0, bisect_right(starts, span.start) - 1)]
        top = sentence.top(span)
        if top is not None and top not in met:
            met.add(top)
            yield top, number

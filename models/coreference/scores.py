"""How right the links are: pronouns on GAP, all links on OntoGUM."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.annotate.coreference import SAFE
from claimcheck.annotate.coreference.phrases import PRONOUNS
from claimcheck.annotate.coreference.pronouns import Rank
from claimcheck.annotate.coreference.reading import Reading
from claimcheck.discourse import Link
from claimcheck.sentence import Token
from coreference.corpora import Ambiguous, read_gap, read_ontogum
from coreference.examples import heads_of
from coreference.reading import Read, read_all


@dataclass(slots=True)
class Count:
    """Right and wrong decisions."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, *, said: bool, true: bool) -> None:
        """Count one decision."""
        self.right += said and true
        self.wrong += said and not true
        self.missed += true and not said

    @property
    def precision(self) -> float:
        """The share of what was said that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is right that was said."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def links_of(read: Read, rank: Rank, threshold: float) -> tuple[Link, ...]:
    """Return the links of a text."""
    reading = Reading(read.names, lambda name: name, rank, threshold)
    reading.read(read.sentences)
    return reading.links()


def says(links: Sequence[Link], case: Ambiguous) -> tuple[bool, bool]:
    """Return for each of the two names whether the pronoun's link leads to it.

    A name is meant if an expression of the same referent, other than the pronoun, overlaps it.
    """
    keys = {item.referent.key for item in links if item.span == case.pronoun}
    spans = [item.span for item in links if item.referent.key in keys and item.span != case.pronoun]
    a, b = (any(span.overlaps(name) for span in spans) for name in case.names)
    return a, b


def gap_scores(texts: Iterable[Read], rank: Rank, threshold: float = 0.0) -> dict[str, Count]:
    """Return the counts over both names of all cases, and of those with pronouns for men and for women."""
    counts = {"all": Count(), "masculine": Count(), "feminine": Count()}
    for read in texts:
        case = read.example
        assert isinstance(case, Ambiguous)
        said = says(links_of(read, rank, threshold), case)
        for one, true in zip(said, case.right, strict=True):
            for key in ("all", "feminine" if case.feminine else "masculine"):
                counts[key].add(said=one, true=true)
    return counts


def ontogum_scores(texts: Iterable[Read], rank: Rank, threshold: float) -> dict[str, Count]:
    """Return the counts of links of pronouns, names and descriptions to something that stands before them.

    A link is right if the nearest expression before it with the same referent is marked as the same thing;
    what is marked and stands before counts as missed where no right link leads there.
    """
    counts = {kind: Count() for kind in ("pronouns", "names", "descriptions")}
    for read in texts:
        marked = dict(heads_of(read))
        met: set[int] = set()
        for token, cluster in sorted(marked.items(), key=lambda item: item[0].span):
            kind = _kind(token)
            if kind and cluster in met:
                counts[kind].missed += 1
            met.add(cluster)
        for token, before in _taken_up(read, links_of(read, rank, threshold)):
            kind = _kind(token)
            if kind:
                right = token in marked and marked.get(before) == marked[token]
                counts[kind].right += right
                counts[kind].missed -= right
                counts[kind].wrong += not right
    return counts


def _kind(token: Token) -> str:
    if token.text.lower() in PRONOUNS:
        return "pronouns"
    return {"PROPN": "names", "NOUN": "descriptions"}.get(token.pos, "")


def _taken_up(read: Read, links: Sequence[Link]) -> Iterator[tuple[Token, Token]]:
    """Yield the heads of each linked expression and of the nearest before it with the same referent."""
    latest: dict[str, Token] = {}
    starts = [s.span.start for s in read.sentences]
    for item in links:
        sentence = read.sentences[max(0, bisect_right(starts, item.span.start) - 1)]
        top = sentence.top(item.span)
        if top is None or item.referent.members:
            continue
        if item.referent.key in latest:
            yield top, latest[item.referent.key]
        latest[item.referent.key] = top


def all_scores(data: Path, rank: Rank, *, test: bool = False) -> dict[str, dict[str, float]]:
    """Return the figures of the card; those of OntoGUM's test part only where asked for."""
    scores: dict[str, dict[str, float]] = {}
    validation = read_all(read_gap(data, "validation"))
    for key, count in gap_scores(validation, rank).items():
        scores[f"GAP validation, {key}"] = _figures(count)
    for part in ("dev", "test") if test else ("dev",):
        texts = read_all(read_ontogum(data, part))
        for name, threshold in (("best guess", 0.0), ("safe links", SAFE)):
            for kind, count in ontogum_scores(texts, rank, threshold).items():
                scores[f"OntoGUM {part}, {name}, {kind}"] = _figures(count)
    return scores


def _figures(count: Count) -> dict[str, float]:
    figures = {"precision": count.precision, "recall": count.recall, "f": count.f}
    return {name: round(100 * figure, 1) for name, figure in figures.items()}

"""Rows of one table that cannot both hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice, pairwise

from claimcheck.evidence import Fact
from claimcheck.relation import Relation
from claimcheck.values.date import Date, Day
from claimcheck.values.name import Name, fold
from claimcheck.values.quantity import Quantity

# What is not said to begin or to end holds from the one to the other: no table tells of days beyond them.
BEGINNING, END = Day(-99_999, 1, 1), Day(99_999, 12, 31)

_MOST = 100


@dataclass(frozen=True, slots=True)
class Told:
    """A fact, the first and last day on which it holds for certain, and its line in the file."""

    fact: Fact
    firm: tuple[Day, Day]
    line: int


@dataclass(frozen=True, slots=True)
class Settled:
    """What was found: warnings for the user, and the relations that plainly have several objects at a time."""

    warnings: tuple[str, ...]
    plural: frozenset[str]


def settle(told: list[Told], known: list[Relation], ad_hoc: list[Relation], file: str) -> Settled:
    """Return which rows give a functional relation two objects at a time.

    A relation that only this table knows is taken to have several objects where most of
    the pairs that could clash do; else, and for known relations, the pair is a warning.
    """
    by_relation: dict[str, list[Told]] = {}
    for item in told:
        by_relation.setdefault(item.fact.relation, []).append(item)
    own = {relation.name for relation in ad_hoc}
    warnings: list[str] = []
    plural = set()
    for name in {relation.name: None for relation in (*known, *ad_hoc) if relation.functional}:
        pairs = list(_pairs(by_relation.get(name, [])))
        clashing = [(a, b) for a, b in pairs if _clash(a, b)]
        if name in own and 2 * len(clashing) > len(pairs):
            plural.add(name)
        else:
            warnings += [_warning(a, b, file) for a, b in islice(clashing, _MOST)]
    return Settled(tuple(warnings), frozenset(plural))


def _pairs(told: list[Told]) -> Iterator[tuple[Told, Told]]:
    def key(item: Told) -> str:
        return fold(item.fact.subject.text)

    for _, group in groupby(sorted(told, key=lambda item: (key(item), item.firm)), key):
        yield from ((a, b) for a, b in pairwise(group) if a.line != b.line)


def _clash(one: Told, other: Told) -> bool:
    since, until = max(one.firm[0], other.firm[0]), min(one.firm[1], other.firm[1])
    return since < until and not _agree(one.fact.object, other.fact.object)


def _agree(one: Name | Quantity | Date, other: Name | Quantity | Date) -> bool:
    if isinstance(one, Name) or isinstance(other, Name):
        return isinstance(one, Name) and isinstance(other, Name) and fold(one.text) == fold(other.text)
    if isinstance(one, Date):
        return isinstance(other, Date) and one.overlaps(other)
    return isinstance(other, Quantity) and one.overlaps(other)


def _warning(one: Told, other: Told, file: str) -> str:
    first, second = sorted((one, other), key=lambda item: item.line)
    return (
        f"{file}:{second.line}: {second.fact.text!r} and line {first.line}, {first.fact.text!r}, hold at the same time;"
        " both are accepted"
    )

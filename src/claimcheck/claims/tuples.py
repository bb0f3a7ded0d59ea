"""The claims of a sentence as tuples in its own words, one for each pair of what "and" joins."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from claimcheck.claims.frames import frames
from claimcheck.claims.granted import acts, appositions
from claimcheck.claims.phrases import Tokens
from claimcheck.claims.propositions import Proposition, clauses
from claimcheck.sentence import Sentence


@dataclass(frozen=True, slots=True)
class ClaimTuple:
    """Predicate, subject, and further arguments, the closest first; `implied` is a verb that the text leaves out.

    The preposition of the closest argument is part of the predicate ("lives in"), that of a later one part of it.
    """

    implied: str
    predicate: Tokens
    arguments: tuple[Tokens, ...]


def tuples(sentence: Sentence) -> Iterator[ClaimTuple]:
    """Yield the tuples of a sentence, clauses first."""
    for proposition in clauses(tuple(frames(sentence)), sentence):
        yield from _spread(proposition)
    for proposition in (*appositions(sentence), *acts(sentence)):
        if not any(t.pos == "PRON" for t in proposition.subject.heads):  # "his" is nobody by itself
            yield from _spread(proposition)


def _spread(proposition: Proposition) -> Iterator[ClaimTuple]:
    first, *others = proposition.rest or (None,)
    predicate = (*proposition.predicate, *(first.case if first is not None else ()))
    later = tuple((*role.case, *role.phrases[0]) for role in others if role is not None)
    for subject, close in product(proposition.subject.phrases, first.phrases if first is not None else ((),)):
        yield ClaimTuple(proposition.implied, predicate, (subject, close, *later))

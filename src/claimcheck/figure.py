"""The quantities of a text with the frames they stand in, and what arithmetic makes of them."""

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.claim import Argument, Mention, Modality
from claimcheck.document import Span
from claimcheck.finding import Conflict
from claimcheck.values.date import UNKNOWN_DATE, Date
from claimcheck.values.quantity import Quantity
from claimcheck.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Quality:
    """What a figure tells of a thing ("length"): its noun with the words that tell which, its key.

    `definite` says that the thing is taken for known, `single` that it is one; `tense` is that of the verb that tells.
    """

    name: str
    noun: str
    words: frozenset[str]
    key: str
    definite: bool
    single: bool
    tense: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of the prose with its frame.

    `noun` is the lemma of what is counted ("" where nothing is named) and `kind` the words between
    number and noun; `measure` is the lemma of the verb that governs it, `owner` the key of whom or
    what it is said of; `about` are the keys of all that this verb, or that of a clause behind the
    number, has to do with, and `verbs` the two.  `limits` are the words that make it one of a part, or of another time;
    `exhaustive` says that the text gives all there are in so many words, `total` that it takes them
    for known ("the 12 boats"), `partial` that there may be more.
    """

    mention: Mention
    value: Quantity
    sentence: int
    span: Span
    noun: str = ""
    kind: tuple[str, ...] = ()
    measure: str = ""
    owner: str = ""
    about: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    limits: tuple[str, ...] = ()
    total: bool = False
    exhaustive: bool = False
    partial: bool = False
    time: Date = UNKNOWN_DATE
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    past: bool = False
    speaker: Argument | None = None
    quality: Quality | None = None


class Sort(StrEnum):
    """What a reckoning does with its figures."""

    CHANGE = "change"
    SUM = "sum"
    LIST = "list"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What follows from some figures of the text, held against what the text gives; `reason` tells why it was let pass."""

    sort: Sort
    verdict: Verdict
    conflict: Conflict
    reason: str = ""

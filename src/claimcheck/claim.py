"""Mentions, and the claims made with them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from claimcheck.document import Span
from claimcheck.values.amounts import Change, Multiple, Score
from claimcheck.values.date import UNKNOWN_DATE, Date
from claimcheck.values.name import Name
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Clock, Period, Recurrence, Time

# The text of an argument that the sentence leaves out: "the Speaker, Ann Lee" does not say of what.
UNNAMED = "(unnamed)"
# The text of an argument that is a pronoun of which it is not known whom or what it means.
PRONOUNS = frozenset({"I", "he", "she", "it", "they", "we"})

Value: TypeAlias = Time | Period | Clock | Recurrence | Quantity | Score | Multiple | Change | Name


@dataclass(frozen=True, slots=True)
class Mention:
    """An expression in the text, its type, its value, and the pattern or model that read it.

    Types are OntoNotes labels (PERSON, GPE, DATE, CARDINAL, MONEY …) and DURATION, AGE, SCORE, MULTIPLE and CHANGE.
    """

    span: Span
    type: str
    value: Value
    rule: str


class Modality(StrEnum):
    """In which world the author places what is said."""

    ASSERTED = "asserted"
    FUTURE = "future"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Argument:
    """One of the things a claim speaks of.

    `text` is what it is called in the canonical sentence (a pronoun gives way to the
    name it stands for); `span` is the expression in the document; `referent` is the key
    under which safe links meet, and "" where the thing could not be identified.
    """

    span: Span
    text: str
    referent: str = ""
    type: str = ""
    value: Value | None = None
    represents: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What the document asserts, with everything that decides whether two claims can clash.

    `relation` is the label of a line of the relations data, or the verb of an open claim, whose
    `object` has no text if the verb has none ("the pier sank").
    `restriction` holds the modifiers that limit what is spoken of ("in the ward", "under 18");
    `total` says that the text gives all there are ("the twelve boats"), `exhaustive` that it
    says so in so many words ("all twelve boats", "a total of 12 boats");
    `open` marks a claim in the text's own words; `presupposed` one that a noun phrase takes for granted.
    """

    id: str
    span: Span
    text: str
    subject: Argument
    relation: str
    object: Argument
    time: Date = UNKNOWN_DATE
    place: Argument | None = None
    restriction: tuple[str, ...] = ()
    total: bool = False
    exhaustive: bool = False
    negated: bool = False
    modality: Modality = Modality.ASSERTED
    past: bool = False
    attributed_to: Argument | None = None
    open: bool = False
    presupposed: bool = False

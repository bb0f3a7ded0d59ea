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
# The relation of a post that one person at a time holds, and the limit of one still to be taken up.
POST = "post"
INCOMING = "incoming"
# The limit of a title before a name that does not say of what it is, and the sign of a body that only a noun tells.
BARE, GENERIC = "a title alone", "~"
# The relations of who won a contest, who did not, and in which place somebody finished.
WON, LOST, PLACED = "won", "lost", "placed"
# The relation of a place in a ranking to what takes it.
SUPERLATIVE = "superlative"
# The relation of where an event took place to who or what took part in it.
HAPPENED = "happened at"
# The kind of event that a noun tells of itself: "the concert", "the crash".
OCCASION = "occasion"
# The relation of what a verb acts on (or who acts, if it acts on nothing) to who does it.
DID = "done by"
# The relation of the date on which a term began to that on which it ended.
TERM = "until"
# The relations of who holds an office (which `represents` names) to the first and to the last day of the term.
OFFICE_FROM, OFFICE_UNTIL = "in office from", "in office until"
# Relations under which a sentence is read once more, beside what it says in its own words, so that it can be
# compared: such a claim is kept only where it meets another.
READ_AGAIN = frozenset(
    {POST, WON, LOST, PLACED, HAPPENED, DID, "done", "to come", "lasted", "ran over", "began on", "ended at", "incident on",
     "alive on", "dead by", "several", "so long after", "counted from", "dated", "comes first", "comes second",
     "going since"}
)  # fmt: skip

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

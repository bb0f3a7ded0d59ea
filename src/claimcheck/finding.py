"""What is reported to the reader."""

from dataclasses import dataclass
from enum import IntEnum

from claimcheck.claim import Argument, Claim
from claimcheck.document import Span
from claimcheck.evidence import Fact


class Severity(IntEnum):
    """How much a finding weighs: certain, likely, or worth a look."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        """The name as users write it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Note:
    """The other place in the text, and what stands there."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A replacement that would settle the conflict, and why it is offered."""

    span: Span
    replacement: str
    why: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """What a rule saw: where, why, and the other places.

    `label` says what the primary span is; `speaker` is whose claim it is, if not the
    author's own; `likely` marks a case that is less certain than its rule's severity.
    """

    span: Span
    message: str
    label: str = ""
    notes: tuple[Note, ...] = ()
    claims: tuple[str, ...] = ()
    evidence: tuple[Fact, ...] = ()
    derivation: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    speaker: Argument | None = None
    method: str = "values"
    score: float = 1.0
    likely: bool = False


def two_sided(claim: Claim, other: Claim, message: str, steps: tuple[str, ...], label: str = "", beside: str = "") -> Conflict:
    """Return the conflict of a claim with another one of the text; the labels are what the two say, if none is given."""
    return Conflict(
        claim.span,
        message,
        label=label or claim.text,
        notes=(Note(other.span, beside or other.text),),
        claims=(claim.id, other.id),
        derivation=steps,
        speaker=claim.attributed_to,
    )


@dataclass(frozen=True, slots=True)
class Finding:
    """A conflict, the rule that saw it, and the severity that the settings give it."""

    id: str
    rule: str
    family: str
    severity: Severity
    conflict: Conflict

"""Whom and what the document speaks of, and who says it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from claimcheck.document import Span


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something that the document speaks of.

    `key` is the same for all safe mentions; `members` are the keys of a pair ("the two
    leaders"); `represents` is the key of the country that a title ties a person to.
    """

    key: str
    text: str
    type: str
    gender: str = ""
    members: tuple[str, ...] = ()
    represents: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An expression and what it stands for."""

    span: Span
    referent: Referent


class Stance(StrEnum):
    """How the speaker, and the author who reports it, stand to what is said."""

    SAID = "said"
    VOUCHED = "vouched"  # "admitted that": the author takes it for true as well
    UNSURE = "unsure"  # "fears that", "did not say that", "it is thought that"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Voice:
    """A stretch of the text and whose words or thoughts it gives; the innermost stretch counts."""

    span: Span
    speaker: Link
    stance: Stance = Stance.SAID


def voices_at(voices: Sequence[Voice], offset: int) -> tuple[Voice, ...]:
    """Return the voices that hold the offset, the innermost first; none where the author speaks."""
    return tuple(sorted((v for v in voices if v.span.start <= offset < v.span.end), key=lambda v: len(v.span)))


def speaker_at(voices: Sequence[Voice], offset: int) -> Voice | None:
    """Return the innermost voice that holds the offset, or None where the author speaks."""
    return next(iter(voices_at(voices, offset)), None)

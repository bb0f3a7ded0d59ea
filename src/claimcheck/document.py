"""The text under check, its parts, and places in it."""

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from claimcheck.values.date import Date

_LINE_END = re.compile(r"\r\n?|\n")
_BREAKS = {ord(c): " " for c in "\n\r\t\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters (code points) of a document's text as given."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, got {self.start}, {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Return whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, offset: int) -> "Span":
        """Return the span moved to the right by `offset` characters."""
        return Span(self.start + offset, self.end + offset)


@dataclass(frozen=True, slots=True)
class Position:
    """A place as a reader counts it: line and column, both from 1."""

    line: int
    column: int


class PartKind(StrEnum):
    """What a part of a document is to its reader."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BODY = "body"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the document (a paragraph or a line) and what it is."""

    kind: PartKind
    span: Span


class DateSource(StrEnum):
    """How the publication date came to be known."""

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Publication:
    """When the document was published, as far as is known, and how that is known."""

    date: Date
    source: DateSource
    reason: str = ""

    @classmethod
    def unknown(cls) -> "Publication":
        """Return the publication of which nothing is known."""
        return cls(Date(None, None), DateSource.UNKNOWN)

    @property
    def known(self) -> bool:
        """Whether anything that depends on the date may be reported."""
        return self.source is not DateSource.UNKNOWN


UNPUBLISHED = Publication.unknown()


@dataclass(frozen=True)
class Document:
    """A text with its parts: `document[span]` is the text, offsets are never those of a copy.

    `markup` are the places of characters that format the text and say nothing (link
    targets, asterisks).  `notes` are remarks of the reader stage for the user, such as "invalid UTF-8 was replaced".
    """

    text: str
    name: str
    parts: tuple[Part, ...] = ()
    publication: Publication = UNPUBLISHED
    notes: tuple[str, ...] = ()
    markup: tuple[Span, ...] = ()

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in _LINE_END.finditer(self.text)))

    @cached_property
    def sha256(self) -> str:
        """The digest of the text in UTF-8 (a lone surrogate is replaced)."""
        return hashlib.sha256(self.text.encode("utf-8", "replace")).hexdigest()

    @cached_property
    def plain(self) -> str:
        """The text as it reads: markup and line breaks as spaces, so that offsets stay what they are."""
        pieces, end = [], 0
        for span in sorted(self.markup):
            if span.start >= end:
                pieces += [self.text[end : span.start], " " * len(span)]
                end = span.end
        return "".join([*pieces, self.text[end:]]).translate(_BREAKS)

    def words(self, span: Span) -> str:
        """Return the words of a span as they read, with one space between."""
        return " ".join(self.plain[span.start : span.end].split())

    def position(self, offset: int) -> Position:
        """Return the line and column (from 1) of a character offset."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def prose(self) -> tuple[Part, ...]:
        """Return the parts that assert something: all but the page furniture."""
        return tuple(part for part in self.parts if part.kind is not PartKind.FURNITURE)

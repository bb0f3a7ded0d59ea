"""Plain text: paragraphs, and what each is to its reader."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.document import DateSource, Document, Part, PartKind, Publication, Span
from claimcheck.read.dateline import PREFIX, published
from claimcheck.read.furniture import Block, classify

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BLANK = re.compile(r"(?>\r\n?|\n)[ \t]*[\r\n]")  # atomic, or CR LF would count twice
_WIDE = re.compile(r"[ \t]{2,}|\t")
_WIDEST = 110  # characters of the longest line that was broken to fit
FRONT = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(.*?)^\1[ \t]*$", re.DOTALL | re.MULTILINE)
_DATED = re.compile(r"^\s*(?:date|published|publishdate|pubdate)\s*[:=]\s*(.+)$", re.IGNORECASE | re.MULTILINE)
_ENDS_SENTENCE = re.compile(r"[.!?:…][\"”’')\]]*\s*\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it; `gap` tells a blank line before it."""

    span: Span
    text: str
    gap: bool


def read_plain(text: str, name: str, notes: tuple[str, ...] = ()) -> Document:
    """Return the document of a plain text."""
    front = FRONT.match(text)
    start = front.end() if front else 0
    blocks = [_block(text, span) for span in paragraphs(text, start)]
    parts = tuple(_with_dateline(classify(blocks), text))
    if front:
        parts = (Part(PartKind.FURNITURE, Span(0, start)), *parts)
    return Document(text, name, parts, publication(front, parts, text), notes)


def publication(front: re.Match[str] | None, parts: tuple[Part, ...], text: str) -> Publication:
    """Return the publication that front matter tells, or else a dateline with a full date; "updated" counts last."""
    dated = _DATED.search(front.group(2)) if front else None
    told = published(dated.group(1), DateSource.METADATA) if dated else Publication.unknown()
    lines = [text[part.span.start : part.span.end] for part in parts if part.kind is PartKind.DATELINE]
    lines.sort(key=lambda line: "updated" in line.lower().split("published")[0])
    found = (published(line, DateSource.DATELINE) for line in lines)
    return next((one for one in (told, *found) if one.known), told)


def _block(text: str, span: Span) -> Block:
    given = text[span.start : span.end]
    items = () if "\n" in given else tuple(_WIDE.split(given))
    return Block(span, " ".join(given.split()), items)


def paragraphs(text: str, start: int = 0) -> Iterator[Span]:
    """Yield the paragraphs from `start` on: lines, or runs of lines that were broken to fit a width."""
    lines = [line for line in _lines(text) if line.span.start >= start]
    width = _width(lines)
    run: list[Line] = []
    for line in lines:
        if run and (line.gap or not _continues(run[-1], line, width)):
            yield Span(run[0].span.start, run[-1].span.end)
            run = []
        run.append(line)
    if run:
        yield Span(run[0].span.start, run[-1].span.end)


def _lines(text: str) -> Iterator[Line]:
    end = 0
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + match.group().index(stripped)
            span = Span(start, start + len(stripped))
            yield Line(span, stripped, gap=end == 0 or bool(_BLANK.search(text, end, start)))
            end = span.end


def _width(lines: list[Line]) -> int:
    """Return the width that the lines were broken to fit, or 0 if a line is a paragraph.

    Where lines are broken, many go on in lower case, and none is much longer than the rest.
    """
    runs = [(above, line) for above, line in pairwise(lines) if not line.gap]
    longest = max((max(len(above.text), len(line.text)) for above, line in runs), default=0)
    going_on = sum(line.text[0].islower() for _, line in runs)
    return longest if 3 * going_on >= len(runs) and 40 <= longest <= _WIDEST else 0


def _continues(above: Line, line: Line, width: int) -> bool:
    """Whether a line was only broken to fit the width: its first word had no room on the one above."""
    if line.text[0].islower() and not _ENDS_SENTENCE.search(above.text):
        return 30 <= len(above.text) <= _WIDEST
    return len(above.text) + 1 + len(line.text.split()[0]) > width > 0


def _with_dateline(kinds: Iterable[tuple[Block, PartKind]], text: str) -> Iterator[Part]:
    """Yield the blocks as parts, with a dateline before the first paragraph of the article split off."""
    first = True
    for block, kind in kinds:
        prefix = PREFIX.match(text, block.span.start, block.span.end) if first and kind is PartKind.BODY else None
        first = first and not (kind is PartKind.BODY and block.is_prose)
        if prefix is None or prefix.end() >= block.span.end:
            yield Part(kind, block.span)
            continue
        head = prefix.group().rstrip(" -–—\t")
        yield Part(PartKind.DATELINE, Span(block.span.start, block.span.start + len(head)))
        yield Part(kind, Span(prefix.end(), block.span.end))

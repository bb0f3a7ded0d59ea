"""Plain text: paragraphs, and what each is to its reader."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.document import DateSource, Document, Part, PartKind, Publication, Span
from claimcheck.read.dateline import PREFIX, published
from claimcheck.read.furniture import Block, classify

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BLANK = re.compile(r"(?>\r\n?|\n)[ \t]*[\r\n]")  # atomic, or CR LF would count twice
_ENDS_SENTENCE = re.compile(r"[.!?:…][\"”’')\]]*\s*\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it; `gap` tells a blank line before it."""

    span: Span
    text: str
    gap: bool


def read_plain(text: str, name: str, notes: tuple[str, ...] = ()) -> Document:
    """Return the document of a plain text."""
    blocks = [Block(span, " ".join(text[span.start : span.end].split())) for span in paragraphs(text)]
    parts = tuple(part for block, kind in classify(blocks) for part in _parts(block, kind, text))
    return Document(text, name, parts, publication(parts, text), notes)


def publication(parts: tuple[Part, ...], text: str) -> Publication:
    """Return the publication that a dateline with a full date tells."""
    for part in parts:
        if part.kind is PartKind.DATELINE:
            found = published(text[part.span.start : part.span.end], DateSource.DATELINE)
            if found.known:
                return found
    return Publication.unknown()


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs: lines, or runs of lines that were broken to fit a width."""
    run: list[Line] = []
    for line in _lines(text):
        if run and (line.gap or not _continues(run[-1], line)):
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


def _continues(above: Line, line: Line) -> bool:
    """Whether a line was only broken to fit a width: the one above is full, and the sentence may go on.

    Lines of one paragraph are of like length; a line that ends a sentence well before the
    width, or one that is much longer than lines are set, is a paragraph of its own.
    """
    if not 45 <= len(above.text) <= 110 or len(line.text) > 110:
        return False
    if _ENDS_SENTENCE.search(above.text):
        return len(above.text) >= 60 and not line.text.isupper() and len(line.text) > 3
    return line.text[0].islower() or line.text[0] in "\"“'‘(£€$0123456789" or line.text[0].isupper()


def _parts(block: Block, kind: PartKind, text: str) -> Iterator[Part]:
    """Yield the block as a part, with a dateline before it split off."""
    prefix = PREFIX.match(text, block.span.start, block.span.end) if kind is PartKind.BODY else None
    if prefix is None or prefix.end() >= block.span.end:
        yield Part(kind, block.span)
        return
    head = prefix.group().rstrip(" -–—\t")
    yield Part(PartKind.DATELINE, Span(block.span.start, block.span.start + len(head)))
    yield Part(kind, Span(prefix.end(), block.span.end))

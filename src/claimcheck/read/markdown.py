"""Markdown: front matter, headings and paragraphs; code, tables and markup characters say nothing."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from claimcheck.document import Document, Part, PartKind, Span
from claimcheck.read.furniture import Block, classify
from claimcheck.read.plain import FRONT, publication

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_SILENT = frozenset({"fence", "code_block", "html_block", "table_open"})
_LEAD = re.compile(r"[ \t]*(?:(?:#{1,6}|[-*+]|\d{1,9}[.)]|>)[ \t]+)*")
# Emphasis, code marks, images and links (only their words stay), comments and tags, marks of a block quote;
# all of bounded length, or a hostile text would take time that grows with its square.
_MARKUP = re.compile(
    r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)|(?<!!)\[(?=[^\]\n]{0,300}\]\()|\]\([^)\n]{0,500}\)|<!--.{0,500}?-->|</?[a-zA-Z][^<>\n]{0,200}>|[*`]+|(?<!\w)_+|_+(?!\w)"
    r"|^[ \t]*(?:>[ \t]?)+",
    re.DOTALL | re.MULTILINE,
)


def read_markdown(text: str, name: str, notes: tuple[str, ...] = ()) -> Document:
    """Return the document of a Markdown text; offsets are those of the source."""
    front = FRONT.match(text)
    start = front.end() if front else 0
    lines = _line_spans(text)
    blocks: list[Block] = []
    silent: list[Part] = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.map is None or token.type not in {"inline", *_SILENT}:
            continue
        span = _span(lines, token)
        inside = bool(silent) and span.start < silent[-1].span.end  # a cell of a table
        if span.start < start or inside or not text[span.start : span.end].strip():
            continue
        if token.type in _SILENT:
            silent.append(Part(PartKind.FURNITURE, span))
        else:
            blocks.append(_block(text, span))
    parts = [Part(PartKind.FURNITURE, Span(0, front.end()))] if front else []
    parts += [Part(kind, block.span) for block, kind in classify(_distinct(blocks))]
    ordered = tuple(sorted([*parts, *silent], key=lambda part: part.span))
    markup = tuple(Span(m.start(), m.end()) for part in ordered for m in _MARKUP.finditer(text, part.span.start, part.span.end))
    return Document(text, name, ordered, publication(front, ordered, text), notes, markup)


def _line_spans(text: str) -> list[Span]:
    spans, start = [], 0
    for line in _LINE.findall(text):
        spans.append(Span(start, start + len(line)))
        start += len(line)
    return spans


def _span(lines: list[Span], token: Token) -> Span:
    first, last = token.map or (0, 1)
    return Span(lines[first].start, lines[min(last, len(lines)) - 1].end)


def _block(text: str, span: Span) -> Block:
    """Return the block of an inline token's lines, without the list or heading marks before it."""
    lead = _LEAD.match(text, span.start, span.end)
    start = lead.end() if lead else span.start
    end = start + len(text[start : span.end].rstrip())
    return Block(Span(start, end), " ".join(_MARKUP.sub(" ", text[start:end]).split()))


def _distinct(blocks: list[Block]) -> list[Block]:
    """Return the blocks that do not overlap an earlier one: the cells of a table row share its line, which tells nothing."""
    return list(_apart(blocks))


def _apart(blocks: list[Block]) -> Iterator[Block]:
    end = 0
    for block in blocks:
        if block.span.start >= end and block.span.start < block.span.end:
            yield block
            end = block.span.end

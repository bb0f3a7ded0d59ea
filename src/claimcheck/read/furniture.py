"""What each paragraph of a page is: headline, dateline, body, or the furniture around the article."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claimcheck.document import PartKind, Span
from claimcheck.read.dateline import DATE_LINE, DATED_HEAD
from claimcheck.values.date import MONTHS, WEEKDAYS

_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\Z")
_SEPARATORS = re.compile(r"\s[|›»•·/>]\s")
_TIMES = "|".join((*WEEKDAYS, *MONTHS))
_NAMED = rf"(?!(?:{_TIMES})\b)[A-Z][\w.'’-]+(?:\s+(?:(?:de|van|von|der|bin|al)\s+)?[A-Z][\w.'’-]*){{1,3}}"
_BYLINE = re.compile(
    rf"(?i:by|written by|words by|story by)\s+(?P<name>{_NAMED}|(?i:(?:a\s+|our\s+)?staff\s+\w+))(?:(?:,|\s+and\s).{{0,60}})?"
)
_CONTACT = re.compile(
    r"\S{1,64}@\S{1,250}\.\S|\+\d[\d ()-]{8,}\d|\b(?i:tel|telephone|phone|call|fax)\b[^\d]{0,3}\+?\d[\d ()-]{4,}\d"
)
_GOES_ON = 50  # words of two or three paragraphs in a row that show that the article goes on
_HEADLINE = 22  # words of the longest headline


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: where it stands, its words, and the items that wide spaces set apart."""

    span: Span
    text: str
    items: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """The number of its words."""
        return len(self.text.split())

    @property
    def ends_sentence(self) -> bool:
        """Whether its last mark is that of a sentence; three dots are those of a teaser."""
        return bool(_SENTENCE_END.search(self.text)) and not self.text.endswith("...")

    @property
    def is_prose(self) -> bool:
        """Whether it reads like a paragraph of an article: some words, and an end of a sentence."""
        return self.words >= 6 and self.ends_sentence


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[str, ...]]:
    data = tomllib.loads(files("claimcheck.read").joinpath("furniture.toml").read_text(encoding="utf-8"))
    return {key: tuple(value) for key, value in data.items()}


def classify(blocks: Sequence[Block]) -> Iterator[tuple[Block, PartKind]]:
    """Yield each block with its kind, in order."""
    inside = ""  # which kind of furniture heading still governs
    prose = headlines = 0
    last = max((i for i, block in enumerate(blocks) if block.is_prose), default=len(blocks) - 1)
    authors = _authors(blocks)
    for index, block in enumerate(blocks):
        heading = _heading(block)
        if inside != "rest" and heading and (prose or heading == "block"):
            inside = heading
        elif inside == "block" and _article_goes_on(blocks, index):
            inside = ""
        kind = PartKind.FURNITURE if inside else _kind(block, prose=prose, headlines=headlines, trailing=index > last)
        if kind is PartKind.BODY and index >= len(blocks) - 3 and _is_author_box(block, authors):
            kind = PartKind.FURNITURE
        prose += kind is PartKind.BODY and block.is_prose
        headlines += kind is PartKind.HEADLINE
        yield block, kind


def _kind(block: Block, *, prose: int, headlines: int, trailing: bool) -> PartKind:
    lower = block.text.lower().replace("’", "'")
    if not prose and (_is_published(lower, block) or DATED_HEAD.fullmatch(block.text)):
        return PartKind.DATELINE
    if _is_furniture(block, lower):
        return PartKind.FURNITURE
    if DATE_LINE.fullmatch(block.text):
        return PartKind.FURNITURE if prose else PartKind.DATELINE
    if not prose and not headlines and block.words <= _HEADLINE and not block.text.endswith("."):
        return PartKind.HEADLINE
    return PartKind.FURNITURE if trailing and prose and block.words <= 6 and not block.ends_sentence else PartKind.BODY


def _heading(block: Block) -> str:
    """Return which kind of list the block is the heading of, or ""."""
    line = block.text.lower().strip(" :–—-*#").replace("’", "'")
    open_ended = any(line.startswith(phrase) for phrase in _phrases()["block_of"])
    if line in _phrases()["block"] or (open_ended and block.words <= 6 and not block.ends_sentence):
        return "block"
    named = line in _phrases()["rest"] or any(line.startswith(p) for p in _phrases()["rest"] if p.endswith(":"))
    return "rest" if named and block.words <= 25 else ""


def _article_goes_on(blocks: Sequence[Block], index: int) -> bool:
    """Whether paragraphs in a row, longer than teasers are, show that a list of other stories has ended."""
    words = 0
    for number, block in enumerate(blocks[index : index + 3]):
        if not block.is_prose or block.words < 8:
            return False
        words += block.words
        if number and words >= _GOES_ON:
            return True
    return False


def _authors(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the names in the bylines."""
    return frozenset(found["name"] for block in blocks if (found := _BYLINE.fullmatch(block.text)))


def _is_author_box(block: Block, authors: frozenset[str]) -> bool:
    """Whether a paragraph at the end tells who the author is."""
    rest = next((block.text[len(name) :].lstrip(" ,").lower() for name in authors if block.text.startswith(name)), "")
    return any(_begins(rest, verb) for verb in _phrases()["author"])


def _is_published(lower: str, block: Block) -> bool:
    begins = any(lower.startswith(phrase) for phrase in _phrases()["published"])
    return begins and block.words <= 16 and any(c.isdigit() for c in block.text)


def _is_furniture(block: Block, plain: str) -> bool:
    if _BYLINE.fullmatch(block.text) and not block.ends_sentence:
        return True
    if plain.strip(" :") in _phrases()["whole"] or _is_menu(block):
        return True
    if block.words <= 25 and any(phrase in plain for phrase in _phrases()["holds"]):
        return True
    begun = plain.startswith(_phrases()["line"])
    begins = [phrase for phrase in _phrases()["line"] if _begins(plain, phrase)] if begun else []
    longest = 40 if any(phrase.endswith(":") for phrase in begins) else 20  # a list of stories may follow a colon
    if begins and (block.words <= 4 or (block.words <= longest and not _is_told(block))):
        return True
    return block.words <= 12 and len(block.text) <= 200 and bool(_CONTACT.search(block.text)) and not block.ends_sentence


def _is_menu(block: Block) -> bool:
    """Whether the line is a row of short items with marks between; a row with numbers is one of a table."""
    items = block.items if len(block.items) > 2 else tuple(filter(None, _SEPARATORS.split(block.text)))
    numbers = sum(any(c.isdigit() for c in item) for item in items)
    return (
        len(items) > 2 and 3 * numbers <= len(items) and all(len(item.split()) <= 4 for item in items) and not block.ends_sentence
    )


def _begins(line: str, phrase: str) -> bool:
    return line.startswith(phrase) and not line[len(phrase) : len(phrase) + 1].isalpha()


def _is_told(block: Block) -> bool:
    """Whether the line is a sentence of the article after all: long, and with a verb's ending mark."""
    return block.words >= 9 and block.ends_sentence

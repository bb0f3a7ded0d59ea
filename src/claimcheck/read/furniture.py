"""What each paragraph of a page is: headline, dateline, body, or the furniture around the article."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claimcheck.document import PartKind, Span
from claimcheck.read.dateline import DATE_LINE

_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\Z")
_SEPARATORS = re.compile(r"\s[|›»•·/>]\s|\s{2,}")
_BYLINE = re.compile(r"(?:by|written by|words by|story by)\s+[A-Z]\S*(?:\s+\S+){0,8}\Z", re.IGNORECASE)
_CONTACT = re.compile(r"\S{1,64}@\S{1,250}\.\S|\+?\d[\d ()-]{8,}\d")
_LONG = 25  # words of a paragraph that shows that the article goes on
_HEADLINE = 22  # words of the longest headline


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: where it stands and its words."""

    span: Span
    text: str

    @property
    def words(self) -> int:
        """The number of its words."""
        return len(self.text.split())

    @property
    def is_prose(self) -> bool:
        """Whether it reads like a paragraph of an article: some words, and an end of a sentence."""
        return self.words >= 6 and bool(_SENTENCE_END.search(self.text))


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[str, ...]]:
    data = tomllib.loads(files("claimcheck.read").joinpath("furniture.toml").read_text(encoding="utf-8"))
    return {key: tuple(value) for key, value in data.items()}


def classify(blocks: Sequence[Block]) -> Iterator[tuple[Block, PartKind]]:
    """Yield each block with its kind, in order."""
    inside = ""  # which kind of furniture heading still governs
    prose = headlines = 0
    last = max((i for i, block in enumerate(blocks) if block.is_prose), default=len(blocks) - 1)
    for index, block in enumerate(blocks):
        heading = _heading(block)
        if inside != "rest" and heading and (prose or heading == "block"):
            inside = heading
        elif inside == "block" and _article_goes_on(blocks, index):
            inside = ""
        kind = PartKind.FURNITURE if inside else _kind(block, prose=prose, headlines=headlines, trailing=index > last)
        prose += kind is PartKind.BODY and block.is_prose
        headlines += kind is PartKind.HEADLINE
        yield block, kind


def _kind(block: Block, *, prose: int, headlines: int, trailing: bool) -> PartKind:
    lower = block.text.lower()
    if _is_published(lower, block) and not prose:
        return PartKind.DATELINE
    if _is_furniture(block, lower):
        return PartKind.FURNITURE
    if DATE_LINE.fullmatch(block.text):
        return PartKind.FURNITURE if prose else PartKind.DATELINE
    if not prose and not headlines and block.words <= _HEADLINE and not block.text.endswith("."):
        return PartKind.HEADLINE
    return PartKind.FURNITURE if trailing and prose and block.words <= 6 and not block.is_prose else PartKind.BODY


def _heading(block: Block) -> str:
    """Return which kind of list the block is the heading of, or ""."""
    line = block.text.lower().strip(" :–—-*#").replace("’", "'")
    if line in _phrases()["block"]:
        return "block"
    named = line in _phrases()["rest"] or any(line.startswith(p) for p in _phrases()["rest"] if p.endswith(":"))
    return "rest" if named and block.words <= 25 else ""


def _article_goes_on(blocks: Sequence[Block], index: int) -> bool:
    """Whether two long paragraphs in a row show that a list of other stories has ended."""
    pair = blocks[index : index + 2]
    return len(pair) == 2 and all(b.is_prose and b.words >= _LONG for b in pair)


def _is_published(lower: str, block: Block) -> bool:
    begins = any(lower.startswith(phrase) for phrase in _phrases()["published"])
    return begins and block.words <= 16 and any(c.isdigit() for c in block.text)


def _is_furniture(block: Block, lower: str) -> bool:
    plain = lower.replace("’", "'")
    if _BYLINE.fullmatch(block.text) and not _SENTENCE_END.search(block.text):
        return True
    if len(_SEPARATORS.findall(block.text)) >= 2 and not _SENTENCE_END.search(block.text):
        return True
    if block.words <= 25 and any(phrase in plain for phrase in _phrases()["holds"]):
        return True
    begins = any(_begins(plain, phrase) for phrase in _phrases()["line"])
    if begins and (block.words <= 4 or (block.words <= 20 and not _is_told(block))):
        return True
    return block.words <= 12 and bool(_CONTACT.search(block.text)) and not _SENTENCE_END.search(block.text)


def _begins(line: str, phrase: str) -> bool:
    return line.startswith(phrase) and not line[len(phrase) : len(phrase) + 1].isalpha()


def _is_told(block: Block) -> bool:
    """Whether the line is a sentence of the article after all: long, and with a verb's ending mark."""
    return block.words >= 9 and bool(_SENTENCE_END.search(block.text))

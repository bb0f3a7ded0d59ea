"""Where in a text quantities may stand: runs of words beside a digit, a sign of money or a number word, found fast."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from claimcheck.annotate.quantities.lexicon import BESIDE, SEEDS, TOKEN, VULGAR
from claimcheck.values.units import CURRENCIES

NEITHER, GLUE, SEED = 0, 1, 2
_PARAGRAPH = re.compile(r"(?:[^\n]+|\n(?![ \t\r\f\v]*\n))+")
_LONGEST = 1000  # characters without a space; more are no prose
_REMEMBERED = 200_000  # words; then the table begins anew
_SIGNS = re.compile(f"[0-9{''.join(map(re.escape, (*CURRENCIES['signs'], *VULGAR)))}]")
_WORD = re.compile(r"[^\W\d_]+")
# Up to six words before the first seed, and what follows it, as bytes of the classes above.
_RUN = re.compile(rb"\x01{0,6}\x02[\x01\x02]{0,80}")


class Place(NamedTuple):
    """A stretch of a text to read, and how the words around it begin: "a" small, "A" capital, "s" a genitive, "" else."""

    start: int
    text: str
    before: str
    after: str


class _Classes(dict[str, int]):
    """The class of each word, found when it is first met."""

    def __missing__(self, chunk: str) -> int:
        if len(self) > _REMEMBERED:
            self.clear()
        found = _class(chunk)
        if len(chunk) < 40:
            self[chunk] = found
        return found


_classes = _Classes()


def forget() -> None:
    """Forget the words met so far."""
    _classes.clear()


def _class(chunk: str) -> int:
    """Return the class of what stands between two spaces."""
    if chunk.isalpha() and chunk.isascii():
        low = chunk.lower()
        return SEED if low in SEEDS else GLUE if low in BESIDE or chunk in BESIDE else NEITHER
    if not chunk:  # between two spaces
        return GLUE
    if len(chunk) > _LONGEST:
        return NEITHER
    if _SIGNS.search(chunk):
        return SEED
    words = _WORD.findall(chunk)
    if any(word.lower() in SEEDS for word in words):
        return SEED
    tokens = TOKEN.findall(chunk)
    return (
        GLUE if tokens and all(token in BESIDE or token.lower() in BESIDE or not token.isalnum() for token in tokens) else NEITHER
    )


def places(text: str) -> Iterator[Place]:
    """Yield the places of a text, in order, none of which touch; a blank line ends a place.

    What a line break or a tab divides, a space divides too.
    """
    if "\n" not in text:
        yield from _in_paragraph(text)
        return
    for paragraph in _PARAGRAPH.finditer(text):
        first = paragraph.start()
        for place in _in_paragraph(paragraph.group().replace("\n", " ")):
            yield Place(first + place.start, *place[1:])


def _in_paragraph(text: str) -> Iterator[Place]:
    if "\t" in text:
        text = text.replace("\t", " ")
    chunks = text.split(" ")
    classes = bytes(map(_classes.__getitem__, chunks))
    if SEED not in classes:
        return
    starts = list(accumulate(map(len, chunks), initial=0))
    for run in _RUN.finditer(classes):
        first, last = run.span()
        start = starts[first] + first
        stretch = text[start : starts[last] + last - 1]
        before = _side(chunks[first - 1], end=True) if first else ""
        yield Place(start, stretch, before, _side(chunks[last], end=False) if last < len(chunks) else "")


def _side(chunk: str, *, end: bool) -> str:
    """Return how a word beside a place begins; nothing if a mark divides it from the place."""
    mark = chunk[-1:] if end else chunk[:1]
    if not mark.isalnum():
        return ""
    if end and chunk[-2:] in {"'s", "’s"}:  # "the club's 190" are not its name, but a film may be called so
        return "s"
    return "A" if chunk[:1].isupper() else "a" if chunk[:1].islower() else ""

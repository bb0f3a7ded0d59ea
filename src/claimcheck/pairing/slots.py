"""The text with its quantities and dates as single characters, so that a pattern can speak of them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.claim import Mention
from claimcheck.document import Document, Span
from claimcheck.sentence import Sentence
from claimcheck.values.amounts import Multiple
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Period, Time

_FIRST, _MOST = 0xE000, 0x1000  # of the private use area
_REST, _DATE = "\uf8ff", "\uf8fe"
FIGURE = r"[\ue000-\uefff]\uf8ff*"
DATE = r"\uf8fe+"
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
# "Down a third", "half as many": a part of what was there before, where nothing behind it is counted.
_PART = re.compile(
    rf"\b(?:(?:an?|one)[ -](?P<part>{'|'.join(_PARTS)})|(?<=\bby )(?P<by>half)|(?<=\bof )(?P<of>half))"
    r"(?=\s*(?:\Z|[.,;:)]|(?:less|more|fewer|lower|higher|cheaper|to|from|in|since|over|on|compared|as|between|within|and)\b))",
    re.IGNORECASE,
)
_SLACK = Decimal("0.005")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Slots:
    """A sentence whose quantities are slots; offsets stay those of the document, less the start of the sentence."""

    span: Span
    text: str
    mentions: tuple[Mention, ...]
    paragraph: int
    number: int

    def figure(self, match: "re.Match[str]", group: str | int) -> Mention:
        """Return the quantity in a group of a match."""
        return self.mentions[ord(match.group(group)[0]) - _FIRST]

    def place(self, mention: Mention) -> Span:
        """Return where a quantity stands in the slotted text."""
        return Span(mention.span.start - self.span.start, mention.span.end - self.span.start)

    def whole(self, start: int, end: int) -> Span:
        """Return a stretch of the slotted text as one of the document."""
        return Span(self.span.start + start, self.span.start + end)


def slots(document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Slots, ...]:
    """Return the sentences with their quantities (and multiples) as slots and their dates blotted out."""
    plain = _PRIVATE.sub(" ", document.plain)
    parts = list(_parts(plain))
    inner = {place for part in parts for place in range(part.span.start, part.span.end)}
    wanted = [m for m in mentions if _is_slot(m) and m.span.start not in inner]
    wanted = sorted([*wanted, *parts], key=lambda m: m.span)
    starts = [m.span.start for m in wanted]
    made = []
    for number, sentence in enumerate(sentences):
        inside = wanted[bisect_left(starts, sentence.span.start) : bisect_right(starts, sentence.span.end)]
        inside = [m for m in inside if sentence.span.contains(m.span)]
        figures = tuple(m for m in inside if isinstance(m.value, Quantity | Multiple))[:_MOST]
        made.append(Slots(sentence.span, _slotted(plain, sentence.span, inside, figures), figures, sentence.paragraph, number))
    return tuple(made)


def _is_slot(mention: Mention) -> bool:
    ranks = mention.type == "ORDINAL" or (isinstance(mention.value, Quantity) and mention.value.unit == "ordinal")
    return not ranks and isinstance(mention.value, Quantity | Multiple | Time | Period)


def _slotted(plain: str, span: Span, inside: Iterable[Mention], figures: Sequence[Mention]) -> str:
    letters = list(plain[span.start : span.end])
    for mention in inside:
        if not isinstance(mention.value, Quantity | Multiple):
            first, last = mention.span.start - span.start, mention.span.end - span.start
            letters[first:last] = _DATE * (last - first)
    for index, mention in enumerate(figures):
        first, last = mention.span.start - span.start, mention.span.end - span.start
        letters[first:last] = chr(_FIRST + index) + _REST * (last - first - 1)
    return "".join(letters)


def _parts(plain: str) -> Iterator[Mention]:
    """Yield the parts of one that are told without what they are of."""
    for match in _PART.finditer(plain):
        share = 1 / Decimal(_PARTS[(match["part"] or match["by"] or match["of"]).lower()])
        yield Mention(Span(*match.span()), "PERCENT", Quantity(share - _SLACK, share + _SLACK, "fraction", exact=False), "part")

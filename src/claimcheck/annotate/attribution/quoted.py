"""Stretches between quotation marks, also those that go on over several paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.document import Document, PartKind, Span

_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"', "‘": "’", "'": "'", "‹": "›"}
_SINGLE = frozenset({"‘", "'"})
_OPENING = frozenset("“„«‹‘")  # can only open
_SOON = 300  # characters
_ENDS = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands between two quotation marks, the marks included, and the number of its paragraph.

    `goes_on` tells that it continues the stretch of the paragraph before, which was left open.
    """

    span: Span
    paragraph: int
    text: str
    goes_on: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words between the marks."""
        return tuple(self.text.split())

    @property
    def ended(self) -> str:
        """The last character between the marks."""
        return self.text[-1:]

    @property
    def is_title(self) -> bool:
        """Whether all longer words are capitalized, as in titles and names, or there is only one word."""
        long = [w for w in self.words if len(w) > 3 or w == self.words[0]]
        return len(self.words) < 2 or all(not w[:1].islower() for w in long)

    @property
    def is_whole(self) -> bool:
        """Whether it begins and ends as a sentence does."""
        return self.text[:1].isupper() and self.ended in _ENDS


def stretches(document: Document) -> tuple[Stretch, ...]:
    """Return the stretches between quotation marks in the document's prose, in text order."""
    found: list[Stretch] = []
    left_open = ""
    for number, part in enumerate(document.parts):
        if part.kind is PartKind.FURNITURE:
            continue
        before, left_open = left_open, ""
        for start, end in _pairs(document.plain, part.span):
            mark = document.plain[start]
            going_on = end < 0 and _opens_next(document, number, mark)
            if end < 0 and not going_on and (mark in _SINGLE or not _may_begin(document.plain[part.span.start : start])):
                continue
            left_open = mark if going_on else ""
            span = Span(start, part.span.end if end < 0 else end + 1)
            inner = document.plain[start + 1 : end if end >= 0 else span.end].strip()
            found.append(Stretch(span, number, inner, before == mark and start == part.span.start))
            if end < 0:
                break
    return tuple(found)


def _opens_next(document: Document, number: int, mark: str) -> bool:
    """Whether the next paragraph opens with the same mark."""
    following = next((p for p in document.parts[number + 1 : number + 4] if p.kind is PartKind.BODY), None)
    return following is not None and document.plain[following.span.start] == mark


def _may_begin(before: str) -> bool:
    """Whether speech may begin behind these words, so that a mark which nothing closes is more than a stray one."""
    return before.rstrip()[-1:] in {"", ",", ".", ":", "!", "?"}


def _pairs(text: str, part: Span) -> Iterator[tuple[int, int]]:
    """Yield the places of the two marks of each outermost stretch of a paragraph, -1 for a second mark that is missing."""
    usable = set(_PAIRS)
    place = part.start
    while place < part.end:
        mark = text[place]
        if mark in usable and _can_open(text, place, part):
            end = next((i for i in range(place + 2, part.end) if text[i] == _PAIRS[mark] and _can_close(text, i, part, mark)), -1)
            yield place, end
            if end < 0:
                usable.discard(mark)  # none that follows can be closed either
            place = max(place, end)
        place += 1


def _can_open(text: str, place: int, part: Span) -> bool:
    """Whether a mark stands where a word begins."""
    if text[place] in _OPENING:
        return True
    before = text[place - 1] if place > part.start else " "
    after = text[place + 1] if place + 1 < part.end else " "
    letter = after.isalpha() or (text[place] not in _SINGLE and not after.isspace() and after not in ",.;:!?)")
    return letter and not before.isalnum() and before not in ".,!?"


def _can_close(text: str, place: int, part: Span, mark: str) -> bool:
    """Whether a mark stands where a word ends."""
    after = text[place + 1] if place + 1 < part.end else " "
    if mark in _OPENING and mark not in _SINGLE:
        return True
    if after.isalnum() or (text[place - 1].isspace() and mark in _SINGLE):
        return False
    if mark in _SINGLE and text[place - 1] == "s" and text[place + 2 : place + 3].islower():
        # "the boys’ tent is wet,’": the mark after a plural is an apostrophe if another one closes soon.
        return not any(end + _PAIRS[mark] in text[place + 1 : place + _SOON] for end in ",.!?")
    return True

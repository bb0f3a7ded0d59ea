"""Two numbers of a text that a change leads from and to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.claim import Mention
from claimcheck.document import Span
from claimcheck.pairing.change_words import (
    BACK,
    CLOSING,
    DATED,
    DIRECTION,
    JOINED,
    LATER,
    MOVED,
    NEXT,
    NO_NOUN,
    PAIRS,
    SPLIT,
    TIMED,
    WORD,
    WORDS,
)
from claimcheck.pairing.growth import Ends
from claimcheck.pairing.slots import DATE, Slots
from claimcheck.values.amounts import Direction
from claimcheck.values.quantity import Quantity

_FAR = Decimal(25)
_LONG = 60  # characters
_NEAR = 25
_LENGTHS = frozenset({"year", "month", "week", "day", "hour", "minute", "decade"})
_NO_ENDS = _LENGTHS | {"%", "fraction", "pp"}
_BESIDE = 40
_PHRASE = re.compile(r"(?: [a-z-]+){1,3}?(?=,| and| in| on| at|;| \uf8fe)")
_BETWEEN = frozenset(WORDS["between"])


@dataclass(frozen=True, slots=True)
class Points:
    """Two numbers that a change leads from and to, and where they stand."""

    before: Mention
    after: Mention
    ends: Ends
    span: Span
    shape: str


def points_in(sentence: Slots) -> Iterator[Points]:
    """Yield the pairs of numbers of a sentence."""
    taken: set[int] = set()
    for shape, pattern in PAIRS:
        for match in pattern.finditer(sentence.text):
            before, after = sentence.figure(match, "before"), sentence.figure(match, "after")
            if before.span.start in taken or after.span.start in taken:
                continue
            ends = _ends(before, after, noun_of(sentence, before), noun_of(sentence, after))
            if ends is None or (shape == "after" and not _is_told(sentence, match)) or _is_split(sentence, match):
                continue
            taken |= {before.span.start, after.span.start}
            yield Points(before, after, ends, Span(match.start(), match.end()), shape)
    if not taken:
        yield from _dated(sentence)


def _is_told(sentence: Slots, match: "re.Match[str]") -> bool:
    """Whether a word of change, or the time of the second, says that one number came after the other."""
    end = match.end("before")
    return WORD.search(sentence.text, 0, end) is not None or DATED.match(sentence.text, end) is not None


def _is_split(sentence: Slots, match: "re.Match[str]") -> bool:
    """Whether both numbers are told of their own parts: "30 for members, against 50 for others"."""
    return all(SPLIT.match(sentence.text, match.end(name)) for name in ("before", "after"))


def _dated(sentence: Slots) -> Iterator[Points]:
    """Yield two numbers of one thing at two times: "80 nests in 2015 and 120 in 2020"."""
    like = [m for m in sentence.mentions if isinstance(m.value, Quantity) and m.value.unit not in _NO_ENDS]
    if len(like) != 2 or not _is_like(*like):
        return
    one, two = (sentence.place(m) for m in like)
    dates = [m.span() for m in re.finditer(DATE, sentence.text) if m.start() < two.end + _NEAR]
    if len(dates) != 2:
        return
    noun, other = (noun_of(sentence, m) for m in like)
    if dates[0][1] > two.start or dates[1][0] < one.end or (other and noun != other) or not _is_plain(sentence, one, two):
        return
    ends = _ends(like[0], like[1], noun, other)
    if ends is not None:
        yield Points(like[0], like[1], ends, Span(min(one.start, dates[0][0]), max(two.end, dates[1][1])), "dated")


def _is_plain(sentence: Slots, one: Span, two: Span) -> bool:
    """Whether nothing new is said between two numbers, and no other thing measured: "sales of 20 in 2015 and profits of 5"."""
    found = _PHRASE.match(sentence.text, one.end)
    start = found.end() if found else one.end
    words = re.findall(r"[a-z'’]+", sentence.text[start : two.start].lower())
    return two.start - start < _LONG and all(w in _BETWEEN for w in words)


def points_across(sentence: Slots, previous: Slots) -> Iterator[Points]:
    """Yield the number of the sentence before and the one that this sentence says it has come to."""
    after = _reached(sentence, previous)
    if after is None:
        return
    olds = [m for m in previous.mentions if _is_like(m, after)]
    news = [m for m in sentence.mentions if _is_like(m, after)]
    if len(olds) != 1 or len(news) != 1:
        return
    ends = _ends(olds[0], after, noun_of(previous, olds[0]), noun_of(sentence, after))
    if ends is not None:
        yield Points(olds[0], after, ends, sentence.place(after), "across")


def _reached(sentence: Slots, previous: Slots) -> Mention | None:
    """Return the number that a sentence says another has come to."""
    moved = list(MOVED.finditer(sentence.text)) if BACK.match(sentence.text) else []
    if not moved and re.search(DATE, previous.text):
        moved = [m for m in [LATER.match(sentence.text)] if m is not None]
    reached = (sentence.figure(m, "after") for m in moved)
    return next((m for m in reached if isinstance(m.value, Quantity)), None)


def points_before(sentence: Slots) -> Iterator[Points]:
    """Yield the two numbers of a sentence that a change told behind them lies between, the smaller first if it is a rise."""
    closing = next((m for m in CLOSING.finditer(sentence.text) if m.start() > 0), None)
    if closing is None or not TIMED.search(sentence.text):
        return
    change = sentence.figure(closing, "by" if closing["by"] else "size")
    found = [m for m in sentence.mentions if m.span.end <= sentence.whole(closing.start(), closing.end()).start]
    found = [m for m in found if isinstance(m.value, Quantity) and m.value.unit not in _LENGTHS]
    if len(found) != 2 or not isinstance(change.value, Quantity) or sentence.place(found[1]).end + _BESIDE < closing.start():
        return
    gap = sentence.text[sentence.place(found[1]).end : closing.start()]
    if not _is_plain(sentence, sentence.place(found[0]), sentence.place(found[1])) or JOINED.search(gap):
        return
    way = DIRECTION[(closing["word"] or closing["way"]).lower()]
    small, large = sorted(found, key=lambda m: m.value.middle if isinstance(m.value, Quantity) else Decimal(0))
    before, after = (small, large) if way is Direction.UP else (large, small)
    ends = _ends(before, after, noun_of(sentence, before), noun_of(sentence, after))
    if ends is not None:
        start = sentence.place(found[0]).start
        yield Points(before, after, ends, Span(start, closing.start()), "across")


def _is_like(one: Mention, other: Mention) -> bool:
    return isinstance(one.value, Quantity) and isinstance(other.value, Quantity) and one.value.unit == other.value.unit


def noun_of(sentence: Slots, mention: Mention) -> str:
    """Return the word behind a number if that may be what it counts."""
    found = NEXT.match(sentence.text, sentence.place(mention).end)
    return found.group(1)[:5] if found and found.group(1) not in NO_NOUN else ""


def _ends(before: Mention, after: Mention, noun: str, other: str) -> Ends | None:
    """Return two numbers as ends of one change if they are of one kind; a unit may be left out once."""
    old, new = before.value, after.value
    if not isinstance(old, Quantity) or not isinstance(new, Quantity) or "ordinal" in {old.unit, new.unit}:
        return None
    if old.unit != new.unit:
        if old.unit and new.unit:
            converted = old.in_unit(new.unit)
            if converted is None:
                return None
            old = converted
        elif old.unit:
            new = Quantity(new.low, new.high, old.unit, new.exact)
        else:
            old = Quantity(old.low, old.high, new.unit, old.exact)
    elif not old.unit and noun and other and noun != other:
        return None
    large, small = sorted((abs(old.middle), abs(new.middle)), reverse=True)
    return None if small and large / small > _FAR else Ends(old, new)

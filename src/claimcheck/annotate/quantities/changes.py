"""Changes told around quantities: "rose 30% to 60", "60, up from 40", "fell by a third", "a threefold rise" → Change."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.annotate.quantities.lexicon import HEDGES, WORDS
from claimcheck.claim import Mention
from claimcheck.document import Span
from claimcheck.values.amounts import Change, Direction, Multiple
from claimcheck.values.quantity import Quantity

_DIRECTIONS = {word: Direction(way) for way, words in WORDS["changes"].items() for word in words}
_REACH = 60  # characters from the word of change to the number
_HEDGE = "|".join(sorted((re.escape(words) for words in HEDGES if words[0].isalpha()), key=len, reverse=True))
# What may stand between the word of change, or a number of it, and the next number.
_ROLE = re.compile(rf"[\s,(]*(?:(?P<role>by|from|to|and|or)\s+)?(?:(?:a|an|the|its|{_HEDGE})\s+)?(?:record\s+)?", re.IGNORECASE)
_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_DIRECTIONS, key=len, reverse=True))})\b(?=(?P<rest>[^.;:!?\n]*)\Z)", re.IGNORECASE)
_NOUN = re.compile(rf"\s+(?:{'|'.join(_DIRECTIONS)})\b", re.IGNORECASE)
_TOGETHER = re.compile(r"[\s,(–—-]{1,3}\Z")


class _Step(NamedTuple):
    role: str
    mention: Mention


def read_changes(text: str, quantities: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the changes that the quantities of a text, in text order, are part of; each spans all that tells it."""
    found: list[Mention] = []
    for index, mention in enumerate(quantities):
        if found and mention.span.start < found[-1].span.end:
            continue
        change = _threefold_rise(text, mention) or _told(text, quantities, index)
        if change is not None and (not found or change.span.start >= found[-1].span.end):
            found.append(change)
    return tuple(found)


def _threefold_rise(text: str, mention: Mention) -> Mention | None:
    if not isinstance(mention.value, Multiple):
        return None
    noun = _NOUN.match(text, mention.span.end)
    if noun is None:
        return None
    value = Change(_DIRECTIONS[noun.group().strip().lower()], mention.value)
    return Mention(Span(mention.span.start, noun.end()), "CHANGE", value, "change")


def _told(text: str, quantities: Sequence[Mention], index: int) -> Mention | None:
    """Return the change whose first number is the mention at an index."""
    before = quantities[index - 1] if index else None
    start = max(quantities[index].span.start - _REACH, before.span.end if before else 0)
    words = [m for m in _WORD.finditer(text[start : quantities[index].span.start]) if _ROLE.fullmatch(m["rest"])]
    if not words:
        return None
    word = words[-1]
    steps = list(_steps(text, quantities, index, start + word.end()))
    ends = {step.role: step.mention.value for step in steps}
    by, low, high = (ends.get(role) for role in ("by", "from", "to"))
    first = start + word.start()
    direction = _DIRECTIONS[word.group().lower()]
    if (
        high is None
        and before is not None
        and word.group().lower() in {"up", "down"}
        and _TOGETHER.fullmatch(text[before.span.end : first])
    ):
        high, first = before.value, before.span.start
    value = Change(
        direction,
        by if isinstance(by, Quantity | Multiple) else None,
        low if isinstance(low, Quantity) else None,
        high if isinstance(high, Quantity) else None,
    )
    return Mention(Span(first, steps[-1].mention.span.end), "CHANGE", value, "change") if steps else None


def _steps(text: str, quantities: Sequence[Mention], index: int, at: int) -> Iterator[_Step]:
    """Yield the numbers that follow one another with "by", "from" and "to", each role once."""
    seen: set[str] = set()
    for mention in quantities[index : index + 3]:
        gap = _ROLE.fullmatch(text, at, mention.span.start) if mention.span.start - at < _REACH else None
        if gap is None or mention.type == "ORDINAL" or (seen and not gap["role"]):
            return
        role = gap["role"].lower() if gap["role"] else "by"
        if role in {"and", "or"} or role in seen:
            return
        seen.add(role)
        yield _Step(role, mention)
        at = mention.span.end

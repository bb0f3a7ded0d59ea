"""Lists of numbers that commas and a last "and" join: the parts of something."""

import re
from collections.abc import Sequence
from itertools import pairwise

from claimcheck.claim import Mention
from claimcheck.pairing.nouns import Nouns
from claimcheck.pairing.slots import FIGURE, Slots
from claimcheck.pairing.sum_words import AND_ONE, BROKEN, GOES_ON, SEPARATOR
from claimcheck.values.quantity import Quantity

_INNER = re.compile(r" (?:with|of|in|at|for|over|under|to|aged|by|from|on)(?: the| a| about| over)? \Z")
_BEHIND = re.compile(r" (?:of them )?(from|in|for|on|by|with) ", re.I)


def run_of(sentence: Slots, text: str) -> tuple[Mention, ...]:
    """Return the figures of a list that commas and a last "and" join, none if it is no such list."""
    found = _outer(text)
    units = [unit_of(sentence.mentions[ord(m.group()[0]) - 0xE000]) for m in found]
    while len(found) > 2 and units[0] != units[1] and len(set(units[1:])) == 1:
        found, units = found[1:], units[1:]
    gaps = [text[a.end() : b.start()] for a, b in pairwise(found)]
    last = next((place for place, gap in enumerate(gaps) if " and " in gap), len(gaps))
    if last + 1 < len(gaps) and not GOES_ON.match(gaps[last + 1]):
        return ()
    gaps, found = gaps[: last + 1], found[: last + 2]
    if (
        not gaps
        or " and " not in gaps[-1]
        or any(len(SEPARATOR.findall(gap)) not in {1, 2} or BROKEN.search(gap) for gap in gaps)
    ):
        return ()
    mentions = tuple(sentence.mentions[ord(m.group()[0]) - 0xE000] for m in found)
    return mentions if is_one_kind(mentions) else ()


def _outer(text: str) -> list["re.Match[str]"]:
    """Return the figures of a list without those that tell of what kind a part is: "30 with two rooms, 12 with three"."""
    found: list[re.Match[str]] = []
    for match in re.finditer(FIGURE, text):
        gap = text[found[-1].end() : match.start()] if found else ""
        if not found or SEPARATOR.search(gap) or not _INNER.search(gap):
            found.append(match)
    return found


def with_one(sentence: Slots, match: "re.Match[str]", nouns: Nouns) -> tuple[tuple[Mention, ...], list[str]]:
    """Return the figures of a list that ends with one thing ("four men and a child"), which counts as one."""
    behind = AND_ONE.match(sentence.text, match.end("run"))
    if behind is None:
        return (), []
    span = sentence.whole(*behind.span("one"))
    one = Mention(span, "CARDINAL", Quantity.of(1), "article")
    parts = (*(sentence.mentions[ord(m.group()[0]) - 0xE000] for m in re.finditer(FIGURE, match["run"])), one)
    return (parts, [*(nouns.of(p) for p in parts[:-1]), behind["noun"].lower()]) if is_one_kind(parts) else ((), [])


def unit_of(mention: Mention) -> str:
    """Return the unit of a figure, "×" for a multiple."""
    return mention.value.unit if isinstance(mention.value, Quantity) else "×"


def is_one_kind(mentions: Sequence[Mention]) -> bool:
    """Whether all figures are of one unit, and of one that can be added."""
    units = {unit_of(m) for m in mentions}
    return len(units) == 1 and not units & {"×", "ordinal", "pp"}


def are_alike(sentence: Slots, parts: Sequence[Mention]) -> bool:
    """Whether the same preposition stands behind each part: "18 from Europe, eight from Africa and five from Asia"."""
    behind = [_BEHIND.match(sentence.text, sentence.place(p).end) for p in parts]
    return len({m.group(1).lower() if m else "" for m in behind}) == 1 and behind[0] is not None

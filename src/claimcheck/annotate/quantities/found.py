"""A quantity found in a place, and how the words around it widen its value."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from claimcheck.annotate.numerals import SMALL
from claimcheck.annotate.quantities.amounts import Amount
from claimcheck.annotate.quantities.lexicon import HEDGES, HEDGES_BEHIND
from claimcheck.annotate.quantities.tokens import Tokens
from claimcheck.values.amounts import Multiple, Score
from claimcheck.values.quantity import Quantity

_LONGEST_HEDGE = 4  # words
_MARGIN = 10  # "about 100" is 90 to 110, "nearly 100" is 90 to 100


class Found(NamedTuple):
    """A quantity with its characters in the place, and the tokens it takes."""

    first: int
    last: int
    type: str
    value: Quantity | Score | Multiple
    rule: str
    start: int
    end: int


def made(t: Tokens, type_: str, value: Quantity | Score | Multiple, rule: str, start: int, end: int) -> Found:
    """Return a quantity that takes the tokens from `start` to `end`."""
    return Found(t.starts[start], t.ends[end - 1], type_, value, rule, start, end)


def quantity(t: Tokens, amount: Amount, unit: str, start: int, end: int) -> Quantity:
    """Return the numbers of an amount, signed and hedged by the words beside the tokens from `start` to `end`."""
    low, high, exact = amount.low, amount.high, amount.exact
    if is_negative(t, start):
        low, high = -high if high is not None else -low, -low
        start -= 1
    return hedged(t, Quantity(low, high, unit, exact), start, end)


def is_negative(t: Tokens, start: int) -> bool:
    """Return whether "minus" or a sign of minus stands before the token."""
    before = t.word(start - 1)
    if before in {"minus", "negative"}:
        return not t.is_number(start - 2)
    if before not in {"-", "−", "–"} or not t.glued(start) or (before == "–" and not _degrees(t, start)):
        return False
    if t.is_number(start - 2):  # "75 -300"
        return False
    return not t.glued(start - 1) or t.word(start - 2) in {"(", "[", "'", '"', "“", "‘"}


def _degrees(t: Tokens, start: int) -> bool:
    return any(t.word(i) in {"°", "celsius", "c", "degrees"} for i in range(start + 1, start + 4))


def hedge(t: Tokens, start: int, end: int) -> str:
    """Return the kind of the longest hedge that ends before a token, else of the one behind, "" for none."""
    words = ""
    kind = ""
    for i in range(start - 1, max(-1, start - 1 - _LONGEST_HEDGE), -1):
        if t.raw[i] == "\1":
            break
        words = f"{t.words[i]} {words}" if words else t.words[i]
        kind = HEDGES.get(words, kind)
    return kind or _hedge_behind(t, end)


def _hedge_behind(t: Tokens, end: int) -> str:
    following = tuple(t.words[end : end + 3])
    for size in range(len(following), 0, -1):
        kind = HEDGES_BEHIND.get(following[:size])
        if (
            kind
            and not (following[0] == "plus" and (t.is_number(end + 1) or t.word(end + 1) in SMALL))
            and (following[0] != "+" or t.glued(end))
        ):
            return kind
    return ""


def hedged(t: Tokens, value: Quantity, start: int, end: int) -> Quantity:
    """Return the numbers that "about", "more than" or "up to" beside the tokens let a quantity stand for."""
    kind = hedge(t, start, end)
    if not kind or value.low is None or value.high is None:
        return value
    if kind in {"above", "least"}:
        return Quantity(value.low, None, value.unit, exact=False)
    if kind in {"below", "most"}:
        return Quantity(None, value.high, value.unit, exact=False)
    margin = max(abs(value.low), abs(value.high)) / _MARGIN
    return Quantity(value.low - margin, value.high + (margin if kind == "about" else 0), value.unit, exact=False)


def past(found: Iterable[Found], end: int) -> int:
    """Return the token behind what was found."""
    return max((one.end for one in found), default=end)


def spread(low: Decimal | None, high: Decimal | None, unit: str) -> Quantity | None:
    """Return the numbers between two ends, None if they are no ends of a range."""
    if low is not None and high is not None and low > high:
        return None
    return Quantity(low, high, unit, exact=False)

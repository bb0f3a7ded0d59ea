"""How far a change that a text states agrees with the two numbers that it lies between."""

from dataclasses import dataclass
from decimal import Decimal

from claimcheck.values.amounts import Direction, Multiple
from claimcheck.values.quantity import Quantity
from claimcheck.values.rounding import narrowed, rounded, written_like

_HUNDRED = Decimal(100)
_SLACK = Decimal(1)  # per cent points that nobody minds where the text gives whole per cent
_FINE = Decimal("0.15")  # the same where it gives decimals
_FRACTION = Decimal("0.12")  # of itself, that "a third" may be off
_FACTOR = (Decimal("0.89"), Decimal("1.2"))  # of itself, that "doubled" may be off
_MORE = Decimal("0.02")


@dataclass(frozen=True, slots=True)
class Ends:
    """The numbers before and after a change."""

    before: Quantity
    after: Quantity

    @property
    def direction(self) -> Direction | None:
        """Which way it went; None where the two may be equal."""
        before, after = narrowed(self.before), narrowed(self.after)
        if before.is_less(after):
            return Direction.UP if before.low is not None and after.high is not None else None
        return Direction.DOWN if after.is_less(before) and after.low is not None and before.high is not None else None

    def ratio(self) -> tuple[Decimal, Decimal] | None:
        """Return the least and the greatest that the second may be of the first; None where that makes no sense."""
        before, after = rounded(self.before, Decimal(0)), rounded(self.after, Decimal(0))
        if before.low is None or before.high is None or after.low is None or after.high is None:
            return None
        if min(before.low, after.low) <= 0:
            return None
        return after.low / before.high, after.high / before.low

    def difference(self) -> Quantity:
        """Return by how much the two differ, whichever is larger."""
        before, after = rounded(self.before, Decimal(0)), rounded(self.after, Decimal(0))
        small, large = (before, after) if self.before.middle <= self.after.middle else (after, before)
        low = None if large.low is None or small.high is None else max(large.low - small.high, Decimal(0))
        high = None if large.high is None or small.low is None else large.high - small.low
        return Quantity(low, high, self.after.unit, exact=False)


def agrees(ends: Ends, stated: Quantity | Multiple) -> bool | None:
    """Return whether a stated change may be that between the ends; None where the two cannot be compared."""
    ratio = ends.ratio()
    if isinstance(stated, Multiple):
        return None if ratio is None else _is_factor(ratio, stated.factor)
    if stated.unit == "pp":
        return ends.difference().overlaps(_loose(stated, ends.after.unit)) if ends.after.unit == "%" else None
    if stated.unit in {"%", "fraction"}:
        if stated.unit == "%" and ends.after.unit == "%" and ends.difference().overlaps(_loose(stated, "%")):
            return True  # "up 4 per cent", said of points
        return None if ratio is None else _is_share(ratio, stated)
    if stated.unit in {ends.after.unit, ""} and ends.after.unit not in {"%", "fraction"}:
        return ends.difference().overlaps(_loose(stated, ends.after.unit))
    return None


def _loose(stated: Quantity, unit: str) -> Quantity:
    plain = rounded(stated)
    return Quantity(plain.low, plain.high, unit, exact=False).widened(_MORE)


def _is_share(ratio: tuple[Decimal, Decimal], stated: Quantity) -> bool:
    """Whether "30 per cent" or "a third" is the change of a ratio."""
    size = (Decimal(1), _HUNDRED)[stated.unit == "%"]
    low, high = ((r - 1) * size for r in ratio)
    least, most = (low, high) if low >= 0 else (max(-high, Decimal(0)), -low)
    plain = stated if stated.unit == "fraction" else rounded(stated)
    wide = _FRACTION * stated.middle if stated.unit == "fraction" else _FINE if _has_decimals(stated) else _SLACK
    return (plain.high is None or least <= plain.high + wide) and (plain.low is None or plain.low - wide <= most)


def _has_decimals(stated: Quantity) -> bool:
    return stated.low is not None and stated.high is not None and 0 < stated.high - stated.low < _SLACK / 2


def _is_factor(ratio: tuple[Decimal, Decimal], factor: Quantity) -> bool:
    """Whether "doubled" may be said of a ratio: of rather less and rather more, unless it is hedged."""
    under, over = _FACTOR
    low = None if factor.low is None else factor.low * (under if factor.low == factor.high else 1 - _MORE)
    high = None if factor.high is None else factor.high * (over if factor.low == factor.high else 1 + _MORE)
    return (low is None or ratio[1] >= low) and (high is None or ratio[0] <= high)


def right_change(ends: Ends, stated: Quantity | Multiple) -> str:
    """Return the change between the ends as the text would give it: "30", "1.7 times", "0.25"."""
    if isinstance(stated, Multiple) or stated.unit == "fraction":
        share = ends.after.middle / ends.before.middle
        return f"{share:.2f} times"
    if stated.unit == "%":
        share = abs(ends.after.middle / ends.before.middle - 1) * _HUNDRED
        return written_like(share, stated.middle if _has_decimals(stated) else Decimal(int(share) | 1))
    return written_like(abs(ends.after.middle - ends.before.middle), stated.middle)

"""A number with a unit, exact or in a range."""

from dataclasses import dataclass
from decimal import Decimal

from claimcheck.values.units import conversion


@dataclass(frozen=True, slots=True)
class Quantity:
    """The numbers from `low` to `high`, inclusive, in `unit`; None is an open end.

    `unit` is "" for a bare number, "%" for per cent, "pp" for percentage points, "fraction" for a
    share of one, an ISO 4217 code for money, a unit symbol ("km", "kg") for measures, "ordinal" for
    ranks.  `exact` says that the text hedges nothing: "1.2 million" is not exact (it stands for 1.15
    to 1.25 million), nor are "about 100" and "more than 40".
    """

    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    exact: bool = True

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.high < self.low:
            raise ValueError(f"a quantity needs low <= high, got {self.low}, {self.high}")

    @classmethod
    def of(cls, number: int | str | Decimal, unit: str = "") -> "Quantity":
        """Return exactly that number."""
        value = Decimal(number)
        return cls(value, value, unit)

    def in_unit(self, unit: str) -> "Quantity | None":
        """Return the same quantity in another unit of its kind, or None if there is no way from one to the other."""
        if unit == self.unit:
            return self
        way = conversion(self.unit, unit)
        if way is None:
            return None
        factor, shift = way
        low = None if self.low is None else self.low * factor + shift
        return Quantity(low, None if self.high is None else self.high * factor + shift, unit, exact=False)

    def widened(self, share: Decimal) -> "Quantity":
        """Return the quantity with both ends moved apart by a share of themselves."""
        low = None if self.low is None else self.low - abs(self.low) * share
        return Quantity(low, None if self.high is None else self.high + abs(self.high) * share, self.unit, exact=False)

    @property
    def number(self) -> Decimal | None:
        """The one number that is meant, or None."""
        return self.low if self.low == self.high else None

    @property
    def middle(self) -> Decimal:
        """The number between the ends, or the one end that is known: what the digits of the text say."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return sum(ends, Decimal(0)) / max(len(ends), 1)

    def overlaps(self, other: "Quantity") -> bool:
        """Return whether the two, of one unit, may be the same number."""
        if self.unit != other.unit:
            return False
        return not self.is_less(other) and not other.is_less(self)

    def is_less(self, other: "Quantity") -> bool:
        """Return whether every number that this may be is less than every one that the other, of the same unit, may be."""
        return self.unit == other.unit and self.high is not None and other.low is not None and self.high < other.low

    def contains(self, other: "Quantity") -> bool:
        """Return whether this may be every number that the other, of the same unit, may be."""
        low = self.low is None or (other.low is not None and self.low <= other.low)
        return self.unit == other.unit and low and (self.high is None or (other.high is not None and other.high <= self.high))

    def __str__(self) -> str:
        ends = [f"{end:,f}" if end is not None else ".." for end in (self.low, self.high)]
        number = ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"
        return f"{number} {self.unit}".strip()

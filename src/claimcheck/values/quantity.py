"""A number with a unit, exact or in a range."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """The numbers from `low` to `high`, inclusive, in `unit`; None is an open end.

    `unit` is "" for a bare number, "%" for per cent, an ISO 4217 code for money, a
    unit symbol ("km", "kg") for measures, "ordinal" for ranks.  `exact` says that the
    text hedges nothing: "1.2 million" is not exact (it stands for 1.15 to 1.25 million),
    nor are "about 100" and "more than 40".
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
        mine, theirs = BASES.get(self.unit), BASES.get(unit)
        if mine is None or theirs is None or mine[0] != theirs[0]:
            return None
        factor, shift = mine[1] / theirs[1], Decimal(0)
        if mine[0] == "°C":
            shift = (mine[1] * -ZEROS[self.unit] + ZEROS[unit] * theirs[1]) / theirs[1]
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

    def overlaps(self, other: "Quantity") -> bool:
        """Return whether the two, of one unit, may be the same number."""
        if self.unit != other.unit:
            return False
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not below and not above

    def __str__(self) -> str:
        ends = [f"{end:,f}" if end is not None else ".." for end in (self.low, self.high)]
        number = ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"
        return f"{number} {self.unit}".strip()


# Currency signs and words (lower case) to ISO 4217 codes; a bare "$" is some dollar.
CURRENCIES = {
    "US$": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "NZ$": "NZD", "$": "$", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR",
    "dollars": "$", "dollar": "$", "pounds": "GBP", "euros": "EUR", "euro": "EUR", "yen": "JPY", "rupees": "INR", "yuan": "CNY",
    "roubles": "RUB", "rubles": "RUB", "francs": "CHF", "kroner": "NOK", "cents": "cent", "pence": "penny",
}  # fmt: skip

# Written units to the symbol that stands for them; "pounds" is money, unless "lb" is written.
UNITS = {
    "km": "km", "kilometres": "km", "kilometers": "km", "kilometre": "km", "kilometer": "km", "miles": "mi", "mile": "mi",
    "metres": "m", "meters": "m", "metre": "m", "meter": "m", "m": "m", "cm": "cm", "centimetres": "cm", "centimeters": "cm",
    "mm": "mm", "millimetres": "mm", "millimeters": "mm", "feet": "ft", "foot": "ft", "ft": "ft", "inches": "in", "inch": "in",
    "yards": "yd", "yard": "yd", "kg": "kg", "kilograms": "kg", "kilos": "kg", "g": "g", "grams": "g", "lb": "lb", "lbs": "lb",
    "tonnes": "t", "tonne": "t", "hectares": "ha", "hectare": "ha", "acres": "acre", "acre": "acre", "litres": "l", "liters": "l",
    "litre": "l", "mph": "mph", "km/h": "km/h", "kph": "km/h", "°C": "°C", "C": "°C", "°F": "°F", "F": "°F", "degrees": "degree",
    "square kilometres": "km²", "square kilometers": "km²", "sq km": "km²", "km²": "km²", "square miles": "sq mi",
    "sq mi": "sq mi", "square metres": "m²", "square meters": "m²", "sq m": "m²", "m²": "m²",
    "square feet": "sq ft", "sq ft": "sq ft", "cubic metres": "m³", "cubic meters": "m³", "m³": "m³", "knots": "knot",
    "MW": "MW", "megawatts": "MW", "GW": "GW", "gigawatts": "GW", "kW": "kW", "kilowatts": "kW",
}  # fmt: skip

# Units of one kind, with their size in a common unit (exact by definition).
BASES = {
    "mm": ("m", Decimal("0.001")), "cm": ("m", Decimal("0.01")), "m": ("m", Decimal(1)), "km": ("m", Decimal(1000)),
    "in": ("m", Decimal("0.0254")), "ft": ("m", Decimal("0.3048")), "yd": ("m", Decimal("0.9144")),
    "mi": ("m", Decimal("1609.344")),
    "g": ("kg", Decimal("0.001")), "kg": ("kg", Decimal(1)), "t": ("kg", Decimal(1000)), "lb": ("kg", Decimal("0.45359237")),
    "ha": ("ha", Decimal(1)), "acre": ("ha", Decimal("0.40468564224")),
    "km²": ("ha", Decimal(100)), "m²": ("ha", Decimal("0.0001")), "sq mi": ("ha", Decimal("258.9988110336")),
    "sq ft": ("ha", Decimal("0.000009290304")), "knot": ("km/h", Decimal("1.852")),
    "l": ("l", Decimal(1)), "m³": ("l", Decimal(1000)), "kW": ("kW", Decimal(1)), "MW": ("kW", Decimal(1000)),
    "GW": ("kW", Decimal(1000000)), "km/h": ("km/h", Decimal(1)), "mph": ("km/h", Decimal("1.609344")),
    "°C": ("°C", Decimal(1)), "°F": ("°C", Decimal(5) / 9),
}  # fmt: skip

# Where the scales of temperature have the freezing point of water.
ZEROS = {"°C": Decimal(0), "°F": Decimal(32)}

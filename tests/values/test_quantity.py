"""Numbers in ranges, and what they are in other units."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.quantity import Quantity
from claimcheck.values.units import CURRENCIES, UNITS

NUMBERS = st.decimals(-(10**9), 10**9, places=2)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Return any quantity without a unit, also one that is open at an end."""
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    return Quantity(draw(st.sampled_from([low, None])), draw(st.sampled_from([high, None])))


@given(quantities(), quantities())
def test_comparison_is_symmetric(one: Quantity, other: Quantity) -> None:
    """Overlap has no direction."""
    assert one.overlaps(other) == other.overlaps(one)


@given(quantities(), quantities(), st.decimals(0, 2, places=2))
def test_widening_keeps_an_overlap(one: Quantity, other: Quantity, share: Decimal) -> None:
    """What may be the same number may be so when it is said less exactly."""
    if one.overlaps(other):
        assert one.widened(share).overlaps(other)


def test_units_do_not_mix() -> None:
    """Five kilometres are no five miles."""
    assert not Quantity.of(5, "km").overlaps(Quantity.of(5, "mi"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("5", "mi"), ("8.04672", "km")),
        (("1", "t"), ("1000", "kg")),
        (("32", "°F"), ("0", "°C")),
        (("100", "°C"), ("212", "°F")),
        (("1", "sq mi"), ("2.589988110336", "km²")),
        (("1", "knot"), ("1.852", "km/h")),
        (("12", "in"), ("1", "ft")),
        (("1", "ha"), ("10000", "m²")),
        (("1", "GWh"), ("1000", "MWh")),
        (("25", "bp"), ("0.25", "pp")),
        (("0", "°C"), ("273.15", "K")),
        (("1", "acre"), ("4046.8564224", "m²")),
        (("1000", "hPa"), ("1", "bar")),
    ],
)
def test_conversion(one: tuple[str, str], other: tuple[str, str]) -> None:
    """Factors are those of the units' definitions."""
    converted = Quantity.of(*one).in_unit(other[1])

    assert converted is not None
    assert converted.number is not None
    assert abs(converted.number - Decimal(other[0])) < Decimal("1e-20")


def test_no_conversion_between_kinds() -> None:
    """A length is no mass."""
    assert Quantity.of(1, "km").in_unit("kg") is None
    assert Quantity.of(1, "people").in_unit("kg") is None
    assert Quantity.of(1, "gal").in_unit("l") is None  # an American or a British one
    assert Quantity.of(1, "USD").in_unit("EUR") is None


def test_no_symbol_means_two_things() -> None:
    """A unit of measure is no currency."""
    assert not set(UNITS) & (set(CURRENCIES["words"]) | set(CURRENCIES["codes"]["all"]))


@given(quantities(), quantities())
def test_less_is_antisymmetric(one: Quantity, other: Quantity) -> None:
    """Of two numbers one at most is certainly less, and neither is where they may be the same."""
    assert not (one.is_less(other) and other.is_less(one))
    assert not (one.overlaps(other) and (one.is_less(other) or other.is_less(one)))


@given(quantities(), quantities())
def test_what_contains_overlaps(one: Quantity, other: Quantity) -> None:
    """A wider quantity may be the narrower one."""
    if one.contains(other):
        assert one.overlaps(other)


@given(NUMBERS, st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)))
def test_conversion_and_back(number: Decimal, unit: str, other: str) -> None:
    """A quantity in another unit and back is the same but for rounding."""
    there = Quantity.of(number, unit).in_unit(other)
    if there is not None:
        back = there.in_unit(unit)
        assert back is not None
        assert back.number is not None
        assert abs(back.number - number) <= abs(number) / 10**15 + Decimal("1e-9")

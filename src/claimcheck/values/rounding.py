"""What a number as written may have been rounded from."""

from decimal import Decimal

from claimcheck.values.quantity import Quantity

_HALF = Decimal("0.5")
_TENTHS = Decimal("0.2")
_WHOLE = Decimal("0.05")  # the most that zeros at the end of a whole number may hide, as a share of it


def rounded(quantity: Quantity, most: Decimal = _WHOLE) -> Quantity:
    """Return all the numbers that, rounded as the text rounds, give the quantity: 17.5 to 18.5 for "18".

    Zeros at the end of a whole number count as rounding, but only up to a share of the number: 11,500
    to 12,500 for "12,000".  What is hedged or has decimals is a range already, and stays what it is.
    """
    number = quantity.number
    return quantity if number is None else _around(number, quantity.unit, most)


def _around(number: Decimal, unit: str, most: Decimal) -> Quantity:
    """Return the numbers around an exact one that it may stand for."""
    exponent = number.normalize().as_tuple().exponent
    assert isinstance(exponent, int)  # no quantity is infinite
    ulp = Decimal(1).scaleb(exponent)
    half = ulp * _HALF if exponent <= 0 else max(min(ulp * _HALF, abs(number) * most), _HALF)
    return Quantity(number - half, number + half, unit, exact=False)


def narrowed(quantity: Quantity) -> Quantity:
    """Return a quantity that is hedged by a tenth to either side as one hedged by half of that."""
    if quantity.low is None or quantity.high is None or quantity.low <= 0:
        return quantity
    middle = (quantity.low + quantity.high) / 2
    if (quantity.high - quantity.low) / middle != _TENTHS:
        return quantity
    return Quantity(middle - middle * _WHOLE, middle + middle * _WHOLE, quantity.unit, exact=False)


def written_like(number: Decimal, given: Decimal) -> str:
    """Return a number with as many digits as another shows: one decimal for "14.5", to the hundred for "12,500"."""
    exponent = given.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    last = max(exponent, -3)  # a third has no last digit
    close = number.quantize(Decimal(1).scaleb(last)) if number else number
    if not close or abs(close - number) > abs(number) * _WHOLE:
        close = number.quantize(Decimal(1) if abs(number) >= 10 else Decimal("0.1"))
    return f"{close:,f}"

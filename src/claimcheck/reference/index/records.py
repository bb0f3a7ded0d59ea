"""Names and values as lists of strings, and those as bytes."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from claimcheck.values.date import Date, Day
from claimcheck.values.name import Name
from claimcheck.values.quantity import Quantity

NAME, QUANTITY, DATE = 0, 1, 2
NO_DAY = -(1 << 63)
_FARTHEST = 1 << 53  # years


def pack(strings: Sequence[str]) -> bytes:
    """Return the strings as bytes: how many, then each with its length."""
    out = bytearray()
    _put(out, len(strings))
    for string in strings:
        encoded = string.encode("utf-8", "surrogatepass")
        _put(out, len(encoded))
        out += encoded
    return bytes(out)


def _put(out: bytearray, number: int) -> None:
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)


def unpack(buffer: memoryview, at: int) -> tuple[str, ...]:
    """Return the strings that stand at a place.

    Raises:
        ValueError: there are none.
    """
    count, at = _take(buffer, at)
    if count > len(buffer) - at:
        raise ValueError("more strings than bytes")
    found = []
    for _ in range(count):
        size, at = _take(buffer, at)
        if size > len(buffer) - at:
            raise ValueError("a string goes on after the end")
        found.append(str(buffer[at : at + size], "utf-8", "surrogatepass"))
        at += size
    return tuple(found)


def _take(buffer: memoryview, at: int) -> tuple[int, int]:
    number = shift = 0
    while 0 <= at < len(buffer) and shift < 63:
        byte = buffer[at]
        number |= (byte & 127) << shift
        at += 1
        if byte < 128:
            return number, at
        shift += 7
    raise ValueError("a number goes on after the end")


def day_code(day: Day | None) -> int:
    """Return the day as one number, in the order of days.

    Raises:
        ValueError: it is farther away than any calendar goes.
    """
    if day is None:
        return NO_DAY
    if abs(day.year) >= _FARTHEST:
        raise ValueError(f"the year {day.year} is out of reach")
    return (day.year << 9) + (day.month << 5) + day.day


def coded_day(code: int) -> Day | None:
    """Return the day of a code.

    Raises:
        ValueError: there is no such day.
    """
    return None if code == NO_DAY else Day.checked(code >> 9, (code >> 5) & 15, code & 31)


def thing_strings(thing: Name | Quantity | Date) -> tuple[int, tuple[str, ...]]:
    """Return what kind of object it is, and the strings that tell it exactly."""
    if isinstance(thing, Name):
        return NAME, (thing.text, *thing.aliases)
    if isinstance(thing, Quantity):
        low, high = ("" if end is None else str(end) for end in (thing.low, thing.high))
        return QUANTITY, (low, high, thing.unit, "exact" if thing.exact else "")
    return DATE, (str(day_code(thing.earliest)), str(day_code(thing.latest)))


def thing_of(kind: int, strings: tuple[str, ...]) -> Name | Quantity | Date:
    """Return the object that the strings tell.

    Raises:
        ValueError: they tell none of that kind.
    """
    try:
        if kind == NAME:
            return Name(strings[0], strings[1:])
        if kind == QUANTITY:
            low, high, unit, exact = strings
            return Quantity(Decimal(low) if low else None, Decimal(high) if high else None, unit, bool(exact))
        if kind == DATE:
            first, last = map(int, strings)
            return Date(coded_day(first), coded_day(last))
    except (IndexError, InvalidOperation) as error:
        raise ValueError("a value cannot be read") from error
    raise ValueError(f"there is no kind {kind}")

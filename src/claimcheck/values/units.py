"""Units of measure and of money: their words, and exact factors between units of one kind."""

import tomllib
from decimal import Decimal, localcontext
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pint

_PRECISE = 40  # digits, more than are kept, so that what is kept is right


def _read(name: str) -> dict[str, Any]:
    """Return a data file of this package."""
    return tomllib.loads((files("claimcheck.values") / name).read_text(encoding="utf-8"))


UNITS: dict[str, dict[str, Any]] = _read("units.toml")
CURRENCIES: dict[str, Any] = _read("currencies.toml")


@lru_cache(maxsize=1)
def _registry() -> "pint.UnitRegistry[Any]":
    import pint  # here, since only texts with two units for one thing need it

    return pint.UnitRegistry(non_int_type=Decimal, cache_folder=None)


@lru_cache(maxsize=1024)
def conversion(unit: str, other: str) -> tuple[Decimal, Decimal] | None:
    """Return factor and shift from one unit to another: x of the one are x * factor + shift of the other; None for no way."""
    mine, theirs = UNITS.get(unit, {}), UNITS.get(other, {})
    if "pint" not in mine or "pint" not in theirs or mine["kind"] != theirs["kind"]:
        return None
    with localcontext() as context:
        context.prec = _PRECISE
        zero, one = (_converted(Decimal(number), mine["pint"], theirs["pint"]) for number in (0, 1))
        factor = one - zero
    return +factor, +zero


def _converted(number: Decimal, unit: str, other: str) -> Decimal:
    """Return a number of one unit in another; temperatures have zeros of their own, all else is a product."""
    registry = _registry()
    if unit.startswith("deg") or other.startswith("deg"):
        return Decimal(registry.Quantity(number, unit).to(other).magnitude)
    size = registry.parse_expression(unit) / registry.parse_expression(other)
    return number * Decimal(getattr(size, "to_base_units", lambda: size)().magnitude if hasattr(size, "magnitude") else size)


@lru_cache(maxsize=1024)
def conversions(unit: str, other: str) -> tuple[tuple[Decimal, Decimal], ...]:
    """Return every factor and shift that may lead from one unit to another, more than one for a gallon; none for no way."""
    mine, theirs = UNITS.get(unit, {}), UNITS.get(other, {})
    if not mine or not theirs or mine["kind"] != theirs["kind"]:
        return ()
    with localcontext() as context:
        context.prec = _PRECISE
        found = []
        for one in _sizes(mine):
            for another in _sizes(theirs):
                zero, first = (_converted(Decimal(number), one, another) for number in (0, 1))
                found.append((+(first - zero), +zero))
    return tuple(found)


def _sizes(row: dict[str, Any]) -> list[str]:
    return [row["pint"]] if "pint" in row else row.get("sizes", [])


def system(unit: str) -> str:
    """Return "metric", "imperial", or "" for a unit of neither."""
    return str(UNITS.get(unit, {}).get("system", ""))

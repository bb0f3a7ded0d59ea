"""Numbers with a unit of the user's own, as quantities of the known unit that it is a multiple of."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from claimcheck.claim import Mention
from claimcheck.document import Span
from claimcheck.lexicon import OwnUnit
from claimcheck.values.quantity import Quantity
from claimcheck.values.units import CURRENCIES

_MONEY = frozenset(CURRENCIES["codes"]["all"])


def with_own_units(mentions: Iterable[Mention], text: str, units: Sequence[OwnUnit]) -> Iterable[Mention]:
    """Return the mentions, each bare number that one of the units stands behind as a quantity with it."""
    units = tuple(units)
    return [_measured(mention, text, _form(units), units) for mention in mentions] if units else mentions


@lru_cache(maxsize=8)
def _form(units: tuple[OwnUnit, ...]) -> Callable[[str, int], re.Match[str] | None]:
    """Return the search for a unit behind a number; each unit is a group of its own."""
    groups = (
        "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(unit.words, key=len, reverse=True)) for unit in units
    )
    return re.compile(rf"[ \u00a0\u202f-]?(?:{'|'.join(f'({group})' for group in groups)})s?\b", re.IGNORECASE).match


def _measured(mention: Mention, text: str, form: Callable[[str, int], re.Match[str] | None], units: Sequence[OwnUnit]) -> Mention:
    value = mention.value
    if mention.type != "CARDINAL" or not isinstance(value, Quantity) or value.unit:
        return mention
    found = form(text, mention.span.end)
    if found is None or found.lastindex is None:
        return mention
    unit = units[found.lastindex - 1]
    low, high = (_times(end, unit.factor) for end in (value.low, value.high))
    kind = "MONEY" if unit.of in _MONEY else "QUANTITY"
    measured = Quantity(low, high, unit.of, exact=False)
    return replace(mention, span=Span(mention.span.start, found.end()), type=kind, value=measured, rule="own unit")


def _times(end: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if end is None else end * factor

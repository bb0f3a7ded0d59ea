"""Units beside an amount: money before and behind, measures, percentages, and their smaller parts."""

from decimal import Decimal
from typing import NamedTuple

from claimcheck.annotate.numerals import SPELLED
from claimcheck.annotate.quantities.amounts import Amount, amount
from claimcheck.annotate.quantities.lexicon import BEFORE, BEHIND, PART_SIZES, PARTS, Written
from claimcheck.annotate.quantities.tokens import Tokens

_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_TEMPERATURES = frozenset({"C", "F"})
_WEIGHING = frozenset({"weigh", "weighs", "weighed", "weighing", "heavier", "lighter", "overweight", "shed"})
_WARMEST = 150  # "777F" is no temperature that the news tells of
_INCHES = frozenset({"in", '"', "″", "”"})


class Unit(NamedTuple):
    """A unit as read: its symbol, the type of mention, and where it ends."""

    symbol: str
    type: str
    end: int
    times: int = 1


def money_before(t: Tokens, i: int) -> Unit | None:
    """Return the currency whose sign or code stands at a token, before an amount."""
    for form in BEFORE.get(t.word(i), ()) or BEFORE.get(t.written(i), ()):
        if _stands(t, i, form):
            return _million(Unit(form.unit, "MONEY", i + len(form.tokens)))
    if t.written(i) in BEFORE and t.written(i) != t.word(i):
        form = BEFORE[t.written(i)][0]
        return _million(Unit(form.unit, "MONEY", i + len(form.tokens))) if _stands(t, i, form) else None
    return None


def _million(unit: Unit) -> Unit:
    """Return "MUSD" as a million US dollars."""
    return unit._replace(symbol=unit.symbol[1:], times=10**6) if len(unit.symbol) == 4 and unit.symbol[0] == "M" else unit


def _stands(t: Tokens, i: int, form: Written) -> bool:
    """Return whether a form stands there: the figure of "km2" glued to it, and so "A$", which is else an article."""
    size = len(form.tokens)
    if tuple((t.words if form.any_case else t.raw)[i : i + size]) != form.tokens:
        return False
    if size < 2 or form.tokens[-1] not in {"2", "3", "$"}:
        return True
    letter = len(form.tokens[0]) == 1 and form.tokens[0] not in {"c", "u"}
    return (
        t.glued(i + size - 1) and t.raw[i].isupper()
        if letter and form.tokens[-1] == "$"
        else form.tokens[-1] == "$" or t.glued(i + 1)
    )


def unit_behind(t: Tokens, i: int, value: Amount) -> Unit | None:
    """Return the unit that stands behind an amount, after a space, a hyphen or an opening bracket."""
    at = i
    if t.word(i) in {"-", "‑", "–"} and t.is_word(i + 1):
        at = i + 1
    elif t.word(i) in _BRACKETS:
        inner = _unit(t, i + 1, value)
        return inner._replace(end=inner.end + 1) if inner and t.word(inner.end) == _BRACKETS[t.word(i)] and value.digits else None
    found = _unit(t, at, value)
    if found is None or (found.type == "MONEY" and (size := SPELLED.get(t.word(found.end), 0)) < 1000):
        return found
    return found._replace(times=size, end=found.end + 1) if found.type == "MONEY" and not value.scaled else found


def _unit(t: Tokens, i: int, value: Amount) -> Unit | None:
    if i >= t.size:
        return None
    for form in (*BEHIND.get(t.words[i], ()), *(BEHIND.get(t.raw[i], ()) if t.raw[i] != t.words[i] else ())):
        if not _stands(t, i, form):
            continue
        end = i + len(form.tokens)
        sign = not form.any_case and len(form.tokens[0]) < 4 and form.type == "QUANTITY"
        if (sign and not _is_sign(t, i, end, value)) or (t.glued(end) and (t.is_word(end) or t.is_number(end))):
            continue
        if form.unit == "cup" and len(form.tokens) == 1 and value.low == int(value.low):
            continue
        if form.type == "MONEY":
            return _money(t, form, value, i, end)
        return Unit(form.unit, form.type, end)
    return None


def _is_sign(t: Tokens, i: int, end: int, value: Amount) -> bool:
    """Return whether a short sign is the unit of digits: not the "F" of "F-Series" nor of "777F"."""
    if not value.digits:
        return False
    if t.raw[i] in _TEMPERATURES:
        following = t.word(end)
        return abs(value.middle) < _WARMEST and not value.scaled and following not in {"-", "/"} and t.follows(end) != "A"
    if t.raw[i] in {"t", "g", "l", "V", "W", "B", "K", "J", "L"} and not t.glued(i):
        return t.word(end) not in {"-", "."} and t.raw[i] in {"g", "l", "t", "V", "W", "L"}
    return not (t.glued(end) and t.word(end) in {"-", "/", "'", "’"})


def _money(t: Tokens, form: Written, value: Amount, i: int, end: int) -> Unit:
    """Return the currency of a word; pounds are a weight where something weighs, or behind a hyphen."""
    if form.unit == "GBP" and form.tokens[0] in {"pound", "pounds"} and len(form.tokens) == 1 and not value.scaled:
        near = {*t.words[max(0, value.start - 5) : value.start], *t.words[end : end + 2]}
        if near & _WEIGHING:
            return Unit("lb", "QUANTITY", end)
    return _million(Unit(form.unit, "MONEY", end))


def with_part(t: Tokens, value: Amount, unit: Unit) -> tuple[Amount, int] | None:
    """Return the amount with its smaller part, and where that ends: "5 ft 2 in", "3 dollars 50 cents", "6ft 4"."""
    part = PARTS.get(unit.symbol)
    at = unit.end + (t.word(unit.end) in {"and", ","})
    if part is None or not value.exact or value.low != int(value.low) or not (t.is_number(at) or t.is_word(at)):
        return None
    more = amount(t, at)
    if more is None or not more.exact or more.low >= PART_SIZES.get(part, 100) or more.low < 0:
        return None
    end = _part_end(t, more, part)
    if end is None:
        return None
    size = PART_SIZES.get(part, Decimal(100))
    half = 1 / (2 * size) if unit.type == "QUANTITY" else Decimal(0)
    middle = value.low + more.low / size
    return value._replace(low=middle - half, high=middle + half, exact=not half), end


def _part_end(t: Tokens, more: Amount, part: str) -> int | None:
    if part == "in" and t.word(more.end) in _INCHES and t.follows(more.end + 1) != "A":
        return more.end + 1
    found = _unit(t, more.end, more)
    if found is not None:
        return found.end if found.symbol == part else None
    spoken = part in {"cent", "penny"} and more.low > 9
    return more.end if spoken and t.follows(more.end) == "" and t.word(more.end) in {"", ".", ",", "!", "?"} else None

"""From the tokens of a place to its quantities, read from left to right, each token once."""

from decimal import Decimal
from functools import lru_cache

from claimcheck.annotate.numerals import DOZENS, ORDINALS, SMALL, SPELLED, UNDER
from claimcheck.annotate.quantities.amounts import Amount, amount
from claimcheck.annotate.quantities.found import Found, is_negative, made, quantity
from claimcheck.annotate.quantities.labels import is_bare_label, is_clean, is_labelled
from claimcheck.annotate.quantities.lexicon import BEFORE, MULTIPLES, PLURAL_SCALES, VULGAR
from claimcheck.annotate.quantities.pairs import pair, ratio
from claimcheck.annotate.quantities.shares import fraction, multiple, ordinal, part_of_unit, place
from claimcheck.annotate.quantities.tokens import Tokens
from claimcheck.annotate.quantities.units import Unit, money_before, unit_behind, with_part

_REMEMBERED = 1 << 14  # places
_SHARES = frozenset({*SMALL, "a", "an", "half"})
_RANKS = frozenset({*ORDINALS, *SMALL, "a"})
_MULTIPLES = frozenset({*MULTIPLES, *SMALL, "double", "triple", "treble", "quadruple", "twice"})
_AMOUNTS = frozenset({*SMALL, *DOZENS, *PLURAL_SCALES, *VULGAR, "a", "an", "half", "quarter", "several", "."})
_SUFFIXES, _OF_MULTIPLES = frozenset({"st", "nd", "rd", "th"}), frozenset({"times", "fold", "-"})
_BEHIND_DIGITS = frozenset({*_SUFFIXES, *_OF_MULTIPLES, *UNDER, "in", "out", "over"})
_STARTS = frozenset({*_SHARES, *_RANKS, *_MULTIPLES, *_AMOUNTS, *UNDER, *SPELLED, *BEFORE})


@lru_cache(maxsize=_REMEMBERED)
def quantities(text: str, before: str, after: str) -> tuple[Found, ...]:
    """Return the quantities of a place in order; none overlap."""
    t = Tokens(text, before, after)
    found: list[Found] = []
    i = 0
    while i < t.size:
        word = t.words[i]
        number = "0" <= word[0] <= "9"
        if not number and word not in _STARTS and t.raw[i] not in BEFORE:
            i += 1
            continue
        read = _read(t, i, number=number)
        found.extend(read[0])
        i = max(read[1], i + 1)
    return tuple(found)


def _read(t: Tokens, i: int, *, number: bool) -> tuple[tuple[Found, ...], int]:
    """Return what begins at a token, and the token to go on with."""
    word = t.words[i]
    if not number:
        if t.glued(i) and t.is_word(i) and t.is_number(i - 1):
            return (), i + 1
        for words, reader in ((_MULTIPLES, multiple), (_SHARES, part_of_unit), (_SHARES, fraction), (_RANKS, ordinal)):
            if word in words and (one := reader(t, i)):
                return (one,), one.end
    elif (following := t.word(i + 1)) in _BEHIND_DIGITS:
        reader = multiple if following in _OF_MULTIPLES else ordinal if following in _SUFFIXES else fraction
        if (one := reader(t, i)) and not is_labelled(t, i):
            return (one,), one.end
    money = money_before(t, i) if t.raw[i] in BEFORE or word in BEFORE else None
    if money is None:
        return _numbers(t, i, i, None)
    if money.end < t.size and not (t.glued(i) and t.is_word(i - 1)):
        found, end = _numbers(t, i, money.end, money)
        if found:
            return found, end
    return _numbers(t, i, i, None) if number or word in _AMOUNTS else ((), i + 1)


def _numbers(t: Tokens, start: int, i: int, money: Unit | None) -> tuple[tuple[Found, ...], int]:
    """Return the quantity of the amount at a token, money if its sign stands before, and where to go on."""
    one = amount(t, i, money=money is not None, inside=money is not None)
    if one is None:
        return (), _skipped(t, i) if t.is_number(i) else i + 1
    if money is None and (colon := ratio(t, one)):
        return (colon,), colon.end
    if money is None and (ranked := place(t, one)):
        return (ranked,), ranked.end
    if money is not None and money.times > 1:
        one = one.times(_times(money), one.end)
    labelled = money is None and (is_labelled(t, start) or _is_listed(t, start))
    if not labelled and (both := pair(t, one, start, money)) is not None:
        return both, max([o.end for o in both], default=_skipped(t, i))
    unit = money or unit_behind(t, one.end, one)
    if unit is None:
        return _bare(t, one, labelled=labelled)
    return _measured(t, one, start, unit, money)


def _times(unit: Unit) -> Decimal:
    return Decimal(unit.times)


def _measured(t: Tokens, one: Amount, start: int, unit: Unit, money: Unit | None) -> tuple[tuple[Found, ...], int]:
    """Return the amount with its unit, and with the smaller part behind it."""
    end = one.end if money else unit.end
    if money is None and unit.times > 1:
        one = one.times(_times(unit), one.end)
    if not is_clean(t, start if money else one.start, end) and not is_negative(t, start):
        return (), _skipped(t, end)
    if money is None and (more := with_part(t, one, unit)):
        one, end = more
    value = quantity(t, one, unit.symbol, start, end)
    rule = {"MONEY": "money", "PERCENT": "percent"}.get(unit.type, "measure")
    first = start - 1 if is_negative(t, start) else start
    return (made(t, unit.type, value, rule, first, end),), end


def _bare(t: Tokens, one: Amount, *, labelled: bool) -> tuple[tuple[Found, ...], int]:
    """Return a number without a unit, unless it names something."""
    if labelled or not is_clean(t, one.start, one.end) or is_bare_label(t, one, one.end):
        return (), _skipped(t, one.end) if t.glued(one.end) else one.end
    first = one.start - 1 if is_negative(t, one.start) else one.start
    rule = "number" if one.digits else "number in words"
    return (made(t, "CARDINAL", quantity(t, one, "", one.start, one.end), rule, first, one.end),), one.end


def _skipped(t: Tokens, i: int) -> int:
    """Return where the next word begins: what is glued to a number that is none is no number either."""
    i += 1
    while i < t.size and t.glued(i) and t.raw[i] not in {"(", "—", ";", "!", "?"} and not t.raw[i].isspace():
        i += 1
    return i


def _is_listed(t: Tokens, i: int) -> bool:
    return i > 1 and t.raw[i - 1] in {":", "/"} and t.glued(i) and t.is_number(i - 2)

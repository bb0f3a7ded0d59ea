"""Bare amounts: digits or number words with their scales and fractions, and what they stand for as written."""

from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from claimcheck.annotate.numerals import DOZENS, SMALL, SPELLED, UNDER, digits, spoken
from claimcheck.annotate.quantities.lexicon import PLURAL_SCALES, VULGAR, WORDS
from claimcheck.annotate.quantities.tokens import Tokens

_SHORT = {
    "bn": 10**9, "tn": 10**12, "mn": 10**6, "mil": 10**6, "mln": 10**6, "bln": 10**9, "tln": 10**12, "trn": 10**12, "MM": 10**6,
    "Bn": 10**9, "Mn": 10**6,
}  # fmt: skip
_BY_THE_MILLION = frozenset(WORDS["plain"]["by_the_million"])
_LETTERS = {"k": 10**3, "K": 10**3, "M": 10**6, "B": 10**9, "b": 10**9}
_MOST = 10**24  # no text means more
_ROUND = 1000  # words from this scale up are round numbers
_MARKS_BEFORE = frozenset("([{<>=~≈'\"“‘’”„«|*—!?;")
_COMMON = frozenset({2, 3, 4, 5, 6, 8, 16, 32})  # what fractions in digits are of: "3/4", but not "9/11"


class Amount(NamedTuple):
    """The numbers from `low` to `high`, and the tokens they take; `round` says that only the leading digits are given."""

    low: Decimal
    high: Decimal | None
    exact: bool
    start: int
    end: int
    scaled: bool = False
    digits: bool = False

    @property
    def middle(self) -> Decimal:
        """The number as written."""
        return self.low if self.high is None else (self.low + self.high) / 2

    def times(self, factor: Decimal, end: int) -> "Amount":
        """Return the amount with a scale that comes later."""
        high = None if self.high is None else self.high * factor
        return self._replace(low=self.low * factor, high=high, end=end, exact=False, scaled=True)


def _rounded(value: Decimal, half: Decimal, start: int, end: int, *, scaled: bool, in_digits: bool) -> Amount:
    return Amount(value - half, value + half, not half, start, end, scaled, in_digits)


def amount(t: Tokens, i: int, *, money: bool = False, inside: bool = False) -> Amount | None:
    """Return the amount that begins at a token; `money` stands before it, `inside` that it may be glued to what is before."""
    if t.is_number(i):
        return _in_digits(t, i, money=money) if inside or _begins(t, i) else None
    word = t.word(i)
    if word in VULGAR and not t.glued(i):
        over, under = VULGAR[word]
        return _rounded(Decimal(over) / under, Decimal(0), i, i + 1, scaled=False, in_digits=True)
    if word == "." and t.is_number(i + 1) and t.glued(i + 1) and (inside or not t.glued(i)):
        found = digits(f"0.{t.raw[i + 1]}")
        return _in_digits(t, i + 1, money=money, value=found, start=i) if found else None
    return _in_words(t, i) if t.is_word(i) else None


def _begins(t: Tokens, i: int) -> bool:
    """Return whether digits begin a number: no letter, point or hyphen of a name is glued to them."""
    if not t.glued(i):
        return True
    before = t.raw[i - 1]
    if before in {"-", "−", "–", "+"}:
        return (not t.glued(i - 1) or t.raw[i - 2] in _MARKS_BEFORE) and before != "+"
    return before in _MARKS_BEFORE or before in {"$", "£", "€"}


def _in_digits(
    t: Tokens, i: int, *, money: bool, value: tuple[Decimal, int] | None = None, start: int | None = None
) -> Amount | None:
    found = value or digits(t.raw[i]) or None
    start = i if start is None else start
    end = i + 1
    if found is None:
        return None
    number, decimals = found
    if not value and not decimals and (spaced := _spaced(t, i)):
        number, end = spaced
    if power := _power(t, end):
        with suppress(InvalidOperation):
            number, half = (x.scaleb(power[0]) for x in (number, Decimal(5).scaleb(-decimals - 1) if decimals else Decimal(0)))
            return _rounded(number, half, start, power[1], scaled=True, in_digits=True)
    if not decimals and (mixed := _mixed(t, end, number)):
        return _scaled(t, start, mixed[1], mixed[0], Decimal(0), money=money)
    return _scaled(t, start, end, number, Decimal(5).scaleb(-decimals - 1) if decimals else Decimal(0), money=money)


def _power(t: Tokens, i: int) -> tuple[int, int] | None:
    """Return the power of ten of "1.3e6", "1.3x10^6" or "2 × 10⁻⁴", and where it ends."""
    if t.word(i) == "e" and t.glued(i) and t.glued(i + 1):
        at = i + 1
    elif t.word(i) in {"x", "×", "·", "*"} and t.word(i + 1) == "10" and t.word(i + 2) == "^" and t.glued(i + 2):
        at = i + 3
    else:
        return None
    sign = -1 if t.word(at) in {"-", "−"} else 1
    at += t.word(at) in {"-", "−", "+"}
    power = t.written(at)
    return (sign * int(power), at + 1) if power.isdigit() and len(power) < 3 and t.glued(at) else None


def _spaced(t: Tokens, i: int) -> tuple[Decimal, int] | None:
    """Return the number of "1 414 021" or "40 000", groups of three digits with one space between."""
    text, end = t.raw[i], i + 1
    if not text.isdigit() or len(text) > 3 or text[0] == "0":
        return None
    while (
        t.is_number(end)
        and len(t.raw[end]) == 3
        and t.raw[end].isdigit()
        and t.starts[end] == t.ends[end - 1] + 1
        and end < i + 8
    ):
        text, end = text + t.raw[end], end + 1
    return (Decimal(text), end) if end > i + 1 and not t.is_number(end) else None


def _mixed(t: Tokens, end: int, number: Decimal) -> tuple[Decimal, int] | None:
    """Return the number of "2½", "10 1/2" or "3/4", and where it ends."""
    if t.word(end) in VULGAR:
        over, under = VULGAR[t.word(end)]
        return number + Decimal(over) / under, end + 1
    if t.word(end) == "/" and t.glued(end) and (part := _part(t, end - 1)):
        return part, end + 2
    if t.is_number(end) and not t.glued(end) and t.word(end + 1) == "/" and t.glued(end + 1) and (part := _part(t, end)):
        return number + part, end + 3
    return None


def _part(t: Tokens, i: int) -> Decimal | None:
    """Return the fraction of "1/2" with digits at a token, if it is one that is written so."""
    over, under = t.raw[i], t.word(i + 2)
    if not (over.isdigit() and under.isdigit() and t.glued(i + 2)) or len(over) > 2 or len(under) > 2:
        return None
    if t.glued(i + 3) and t.word(i + 3) in {"/", "-"}:
        return None
    return Decimal(over) / int(under) if int(under) in _COMMON and int(over) < int(under) else None


def _scaled(t: Tokens, start: int, end: int, number: Decimal, half: Decimal, *, money: bool) -> Amount:
    """Return the number with the scales behind it: "2.4 million", "10k", "£5m", "3 million and a half"."""
    times = 1
    while (size := _scale(t, end, money=money)) and times * size[0] < _MOST:
        times, end = times * size[0], size[1]
    if times == 1 and t.word(end) in DOZENS and not half:
        return _rounded(number * 12, half, start, end + 1, scaled=False, in_digits=True)
    if times == 1 and not half and (more := _and_part(t, end)):
        return _rounded(number + more[0], half, start, more[1], scaled=False, in_digits=True)
    if times == 1:
        return _rounded(number, half, start, end, scaled=False, in_digits=True)
    if more := _and_part(t, end):
        number, half, end = number + more[0], half / 10 if half else Decimal("0.05"), more[1]
    elif (rest := _rest(t, end, times)) and not half:
        return _rounded(number * times + rest[0], Decimal(0), start, rest[1], scaled=True, in_digits=True)
    half = half or Decimal("0.5")
    return _rounded(number * times, half * times, start, end, scaled=True, in_digits=True)


def _scale(t: Tokens, i: int, *, money: bool) -> tuple[int, int] | None:
    """Return the scale at a token and where it ends."""
    j = i + 1 if t.word(i) in {"-", "‑"} and t.glued(i) and t.glued(i + 1) else i
    if t.word(j) in SPELLED and (j != i or not t.glued(i) or t.is_number(i - 1)):
        return SPELLED[t.word(j)], j + 1
    raw = t.written(i)
    clean = not (t.glued(i + 1) and (t.is_word(i + 1) or t.is_number(i + 1)))
    if raw in _SHORT and clean:
        return _SHORT[raw], i + 1
    if raw in _LETTERS and clean and (t.glued(i) or money or raw == "k"):
        return _LETTERS[raw], i + 1
    if raw == "m" and clean and t.glued(i) and t.word(i + 1) in _BY_THE_MILLION:
        return 10**6, i + 1
    if raw in {"m", "T"} and clean and money:
        return 10 ** (6 if raw == "m" else 12), i + 1
    return None


def _and_part(t: Tokens, i: int) -> tuple[Decimal, int] | None:
    """Return the part of "and a half" or "and three quarters", and where it ends."""
    if t.word(i) != "and":
        return None
    over, at = 1, i + 1
    if t.word(at) in SMALL:
        over = SMALL[t.word(at)]
    elif t.word(at) not in {"a", "an"}:
        return None
    at += 2 if t.word(at + 1) == "-" else 1
    under = UNDER.get(t.word(at))
    if not under or under <= over or under > 100 or (over == 1) == t.word(at).endswith("s"):
        return None
    return Decimal(over) / under, at + 1


def _rest(t: Tokens, i: int, times: int) -> tuple[Decimal, int] | None:
    """Return what comes behind the scale of "4 thousand 3 hundred and 21" or "3 hundred and twenty-one"."""
    at = i + 1 if t.word(i) == "and" else i
    if t.is_number(at) and (found := digits(t.raw[at])) and not found[1] and found[0]:
        size = _scale(t, at + 1, money=False)
        value, end = (found[0] * size[0], size[1]) if size else (found[0], at + 1)
        more = _rest(t, end, size[0]) if size and value < times else None
        plain = at > i or size
        return ((value + more[0], more[1]) if more else (value, end)) if value < times and plain else None
    said = spoken(t.words, at) if at > i and t.word(at) in SMALL else None
    return (said.value, said.end) if said and 0 < said.value < times else None


def _in_words(t: Tokens, i: int) -> Amount | None:
    """Return the amount of number words: "two and a half thousand", "a dozen", "several hundred", "tens of thousands"."""
    if found := _vague(t, i) or part_of_scale(t, i) or _dozen(t, i):
        return found
    said = spoken(t.words, i)
    if said is None:
        return None
    if said.scale < _ROUND and t.word(said.end) == "point" and (decimals := _point(t, said.end + 1)):
        value, end = said.value + decimals[0], decimals[1]
        return _rounded(value, decimals[2] / 2, i, end, scaled=False, in_digits=False)
    if part := _and_part(t, said.end):
        size = SPELLED.get(t.word(part[1]).removesuffix("s"), 0) if part[1] < t.size else 0
        if size and said.scale >= _ROUND > 1 and size < said.scale:
            return _rounded(said.value + part[0] * size, Decimal(size) / 20, i, part[1] + 1, scaled=True, in_digits=False)
        if size:
            return _rounded((said.value + part[0]) * size, Decimal(size) / 20, i, part[1] + 1, scaled=True, in_digits=False)
        if said.scale >= _ROUND:
            return _rounded(said.value + part[0] * said.scale, Decimal(said.scale) / 20, i, part[1], scaled=True, in_digits=False)
        return _rounded(said.value + part[0], Decimal(0), i, part[1], scaled=False, in_digits=False)
    if said.scale < _ROUND:
        return _rounded(said.value, Decimal(0), i, said.end, scaled=said.scale > 1, in_digits=False)
    half = Decimal(said.scale) / (2 if said.value % said.scale == 0 else 20)
    return _rounded(said.value, half, i, said.end, scaled=True, in_digits=False)


def _point(t: Tokens, i: int) -> tuple[Decimal, int, Decimal] | None:
    """Return the decimals of "zero three" or "seventy-one", where they end, and the last place."""
    text = ""
    while t.word(i) in SMALL and len(text) < 12:
        said = spoken(t.words, i) if SMALL[t.word(i)] > 9 else None
        text, i = (text + f"{said.value:f}", said.end) if said else (text + str(SMALL[t.word(i)]), i + 1)
    return (Decimal(f"0.{text}"), i, Decimal(1).scaleb(-len(text))) if text else None


def _dozen(t: Tokens, i: int) -> Amount | None:
    """Return the amount of "a dozen", "half a dozen", "three hundred and two dozens"."""
    word, at, count = t.word(i), i, Decimal(0)
    if word == "half":
        at, count = i + (2 if t.word(i + 1) in {"a", "-"} else 1), Decimal("0.5")
    elif word in {"a", "an"} and t.word(i + 1) in DOZENS | {"half"}:
        half = t.word(i + 1) == "half"
        at, count = i + (2 if half else 1), Decimal("0.5") if half else Decimal(1)
    elif word in SMALL and (said := spoken(t.words, i)):
        at, count = said.end, said.value
    if not count or t.word(at) not in DOZENS:
        return None
    return _rounded(count * 12, Decimal(0), i, at + 1, scaled=False, in_digits=False)


def part_of_scale(t: Tokens, i: int) -> Amount | None:
    """Return the amount of "half a million", "a quarter million", "three quarters of a million"."""
    over, at = Decimal(1), i
    if t.word(at) in SMALL:
        over, at = Decimal(SMALL[t.word(at)]), at + 1
    elif t.word(at) in {"a", "an"}:
        at += 1
    at += t.word(at) == "-"
    under = UNDER.get(t.word(at))
    if not under or under > 10 or over >= under:
        return None
    at += 1
    at += t.word(at) == "of"
    at += t.word(at) in {"a", "one"}
    size = SPELLED.get(t.word(at), 0)
    if size < 100 or at == i:
        return None
    return _rounded(over / under * size, Decimal(size) / 20, i, at + 1, scaled=True, in_digits=False)


def _vague(t: Tokens, i: int) -> Amount | None:
    """Return the amount of "several hundred" (2 to 9 of them), "a couple of thousand", "hundreds of" (200 and up)."""
    word = t.word(i)
    if word in PLURAL_SCALES and not (i and t.is_number(i - 1)):
        size, end = PLURAL_SCALES[word], i + 1
        while t.word(end) == "of" and t.word(end + 1) in PLURAL_SCALES and size < _MOST:
            size, end = size * PLURAL_SCALES[t.word(end + 1)], end + 2
        if word == "tens" and end == i + 1:
            return None
        return Amount(Decimal(2 * size), None, exact=False, start=i, end=end, scaled=True)
    at = i + (word == "a")
    if t.word(at) not in {"several", "few", "couple"} or (t.word(at) != "several" and at == i):
        return None
    low, high = (Decimal("1.5"), Decimal("2.5")) if t.word(at) == "couple" else (Decimal(2), Decimal(9))
    at += 2 if t.word(at + 1) == "of" else 1
    size = 12 if t.word(at) == "dozen" else SPELLED.get(t.word(at), 0)
    return Amount(low * size, high * size, exact=False, start=i, end=at + 1, scaled=True) if size else None

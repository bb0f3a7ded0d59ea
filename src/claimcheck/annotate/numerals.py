"""Numbers in digits and in words, to Decimal."""

import re
from decimal import Decimal

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)

_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
SCALES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "m": 10**6, "bn": 10**9,
    "tn": 10**12, "k": 10**3, "mn": 10**6,
}  # fmt: skip
_SMALL = {word: value for value, word in enumerate(_UNITS)} | {word: 10 * (i + 2) for i, word in enumerate(_TENS)}

_HALF = Decimal("0.5")
_WORD = "|".join(sorted([*_SMALL, "hundred", "thousand", "million", "billion", "trillion"], key=len, reverse=True))
# "thirty-seven", "two hundred and six", "a hundred", "half a million", "two and a half thousand".
WORDS = (
    r"(?i:(?:(?:half\s+)?an?\s+(?=hundred|thousand|million|billion|trillion))?"
    rf"(?:{_WORD})(?:(?:\s+and\s+|[\s-]+)(?:{_WORD})){{0,9}}"
    r"(?:\s+and\s+a\s+half(?:\s+(?:hundred|thousand|million|billion|trillion)s?\b)?)?)"
)
DIGITS = r"\d{1,3}(?:,\d{3}){1,7}(?:\.\d+)?|\d+(?:\.\d+)?"
ORDINAL_WORDS = rf"(?:(?:{'|'.join(_TENS)})-)?(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"


def number(text: str) -> Decimal | None:
    """Return the number that digits ("1,187.5") or words ("two hundred and six") stand for, or None."""
    plain = text.replace(",", "").strip()
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return Decimal(plain)
    words = [w for w in re.split(r"[\s-]+", plain.lower()) if w not in {"and", "a", "an"}]
    return _spoken(words) if words else None


def _spoken(words: list[str]) -> Decimal | None:
    """Return the number of words without "and" and "a"; "half" counts against the scale beside it."""
    total, current, scale, before = Decimal(0), Decimal(0), 1, 100
    for word in words:
        if word in _SMALL:
            if before < 20 or (before < 100 and _SMALL[word] > 9):
                return None  # "three and four", "nineteen eighty": two numbers
            current += _SMALL[word]
        elif word == "half":
            current, total = (current, total + Decimal(scale) / 2) if not current and total else (current + _HALF, total)
        elif word == "hundred":
            current = (current or Decimal(1)) * 100
        elif word in SCALES and len(word) > 2:
            scale = SCALES[word]
            total, current = total + (current or Decimal(1)) * scale, Decimal(0)
        else:
            return None
        before = _SMALL.get(word, 100)
    value = total + current
    return value.to_integral_value() if value == value.to_integral_value() else value


def ordinal(text: str) -> int | None:
    """Return the rank that "25th", "third" or "twenty-first" stands for, or None."""
    lower = text.lower().strip()
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", lower):
        return int(match[1])
    tens, _, last = lower.rpartition("-")
    value = _ORDINALS.get(last)
    if value is None or (tens and tens not in _SMALL):
        return None
    return value + _SMALL.get(tens, 0)

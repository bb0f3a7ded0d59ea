"""Numbers in digits and in words, to Decimal."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_FIRST = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
_BIG = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15, "lakh": 10**5,
    "crore": 10**7,
}  # fmt: skip
_SHORT = {"m": 10**6, "bn": 10**9, "tn": 10**12, "k": 10**3, "mn": 10**6, "mln": 10**6, "mil": 10**6, "bln": 10**9, "tln": 10**12}
SCALES = {"hundred": 10**2, **_BIG, **_SHORT}
SPELLED = {"hundred": 10**2, **_BIG}  # the scales that are words
_NOUGHT = {"nought": 0, "naught": 0}
SMALL = {word: value for value, word in enumerate(_UNITS)} | {word: 10 * (i + 2) for i, word in enumerate(_TENS)} | _NOUGHT
ORDINALS = (
    _FIRST
    | {f"{word}th": SMALL[word] for word in _UNITS[4:] if word not in {"five", "eight", "nine", "twelve"}}
    | {f"{word[:-1]}ieth": SMALL[word] for word in _TENS}
    | {f"{word}th": size for word, size in SPELLED.items()}
)
# What a fraction is of: "two thirds", "a quarter", "five hundredths".
UNDER = {word: rank for word, rank in ORDINALS.items() if rank > 2} | {"half": 2, "halves": 2, "quarter": 4}
UNDER |= {f"{word}s": rank for word, rank in UNDER.items() if not word.startswith("hal")}
DOZENS = frozenset({"dozen", "dozens", "doz", "dozs", "dzs", "dz"})

_GAPS = "\u00a0\u202f\u2009"
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_GROUPED = re.compile(rf"[1-9]\d{{0,2}}(?:(?:,\d{{3}}){{1,9}}|(?:[{_GAPS}]\d{{3}}){{1,9}})(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d){1,6},\d{3}(?:\.\d+)?")
# A point groups the thousands only where it cannot be anything else; so does a comma the decimals.
_POINTED = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3}){2,9}(?:,\d{1,2})?|(?:\.\d{3}){1,9},\d{1,2})")
_LONGEST = 30  # digits; a longer run is no quantity that a text means
_WORDS_AND_HYPHENS = re.compile(r"[^\W_]+|-")
_HALF = Decimal("0.5")
_MOST = 10**20  # what is said in words


@lru_cache(maxsize=8192)
def digits(text: str) -> tuple[Decimal, int] | None:
    """Return the number that digits with separators stand for and its decimal places, or None if they are no number."""
    if len(text) > _LONGEST:
        return None
    if _PLAIN.fullmatch(text):
        plain = text
    elif _GROUPED.fullmatch(text) or _INDIAN.fullmatch(text):
        plain = re.sub(rf"[,{_GAPS}]", "", text)
    elif _POINTED.fullmatch(text):
        plain = text.replace(".", "").replace(",", ".")
    else:
        return None
    return Decimal(plain), len(plain.partition(".")[2])


class Spoken(NamedTuple):
    """A number in words: what it is, the words it takes, and the scale that it ends with (1 for none)."""

    value: Decimal
    end: int
    scale: int


def spoken(words: Sequence[str], start: int) -> Spoken | None:
    """Return the number whose words begin at `start`, the longest that is one number; hyphens are words of their own.

    "and" joins what is below a hundred ("two hundred and six") or below the scale ("two thousand and two hundred").
    """
    total, current, scale, at, room = Decimal(0), -1, 1, start, 0
    last, used = 0, start
    size = 10**20
    following = words[start + 1] if start + 1 < len(words) else ""
    if following in SPELLED and (words[start] in {"a", "an"} or words[start] in SPELLED):
        current, at = 1, start + (words[start] not in SPELLED)
    while at < len(words):
        word = words[at]
        if word in SMALL:
            value = SMALL[word]
            if current >= 0 and not (0 < value < room):
                break
            current = max(current, 0) + value
            room, scale = (10 if value > 19 else 0), 1
        elif word == "hundred" and 0 < current < 100:
            current, room, scale = current * 100, 100, 100
        elif word in _BIG and (current >= 0 or (used > start and scale > 1)):
            if total > _MOST:
                break
            if current >= 0 and size <= _BIG[word]:  # "two hundred and two thousand" is said to the end before it is counted
                break
            total = total + current * _BIG[word] if current >= 0 else total * _BIG[word]
            current, room, scale, size = -1, 0, _BIG[word], _BIG[word]
        else:
            break
        last = at
        used = at = at + 1
        at = _joined(words, at, last)
    if used == start:
        return None
    return Spoken(total + max(current, 0), used, scale)


def _joined(words: Sequence[str], at: int, last: int) -> int:
    """Return where the number may go on: behind a hyphen, or behind "and" if what came before is a scale."""
    following = words[at] if at < len(words) else ""
    if following == "-" and (words[last] in SMALL or words[last] == "hundred"):
        return at + 1
    if following == "and" and words[last] in SPELLED and not _is_part(words, at + 1):
        return at + 1
    return at


def _is_part(words: Sequence[str], at: int) -> bool:
    """Return whether a fraction stands there: the "three quarters" of "five million and three quarters"."""
    under = at + 2 if at + 2 < len(words) and words[at + 1] == "-" else at + 1
    return under < len(words) and words[at] in SMALL and SMALL[words[at]] < 20 and words[under] in UNDER


def number(text: str) -> Decimal | None:
    """Return the number that digits ("1,187.5") or words ("two hundred and six", "half a million") stand for, or None."""
    plain = text.strip()
    if plain[:1].isdigit():
        found = digits(plain) or digits(plain.replace(",", ""))
        return found[0] if found else None
    words = [word for word in _WORDS_AND_HYPHENS.findall(plain.lower().replace(",", " ")) if word not in {"a", "an"}]
    if words and words[0] in SPELLED:
        words.insert(0, "one")
    value = _with_half(words)
    return value.to_integral_value() if value is not None and value == value.to_integral_value() else value


def _with_half(words: list[str]) -> Decimal | None:
    """Return the number of words in which "half" counts against the scale beside it."""
    if "half" not in words:
        found = spoken(words, 0)
        return found.value if found and found.end == len(words) else None
    at = words.index("half")
    before, after = words[:at], words[at + 1 :]
    scale = Decimal(SPELLED.get(after[0].removesuffix("s"), 0)) if len(after) == 1 else Decimal(0 if after else 1)
    if not scale:
        return None
    if not before:
        return scale / 2
    whole = spoken(before, 0)
    if whole is None or before[whole.end :] != ["and"]:
        return None
    return (whole.value + _HALF) * scale if after or whole.scale < 1000 else whole.value + Decimal(whole.scale) / 2


def ordinal(text: str) -> int | None:
    """Return the rank that "25th", "third" or "twenty-first" stands for, or None."""
    lower = text.lower().strip()
    if match := re.fullmatch(r"(\d{1,18})(?:st|nd|rd|th)", lower):
        return int(match[1])
    words = _WORDS_AND_HYPHENS.findall(lower)
    found = rank(words, 0)
    return found[0] if found and found[1] == len(words) else None


def rank(words: Sequence[str], start: int) -> tuple[int, int] | None:
    """Return the rank whose words begin at `start` ("third", "one hundred and twenty-fifth") and where it ends, or None."""
    before = spoken(words, start)
    at = start if before is None else _joined(words, before.end, before.end - 1)
    last = ORDINALS.get(words[at]) if at < len(words) else None
    if last is None or (before is None and at != start):
        return None
    if before is None:
        return last, at + 1
    if last >= 100:
        return int(before.value) * last, at + 1
    tail = int(before.value) % 100
    if tail and not (tail % 10 == 0 and tail >= 20 and last < 10):
        return None
    return int(before.value) + last, at + 1

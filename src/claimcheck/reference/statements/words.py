"""The words of statements and cells in one plain form."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

_WORD = re.compile(r"[0-9][0-9,]{0,30}(?:\.[0-9]{1,20})?(?:st|nd|rd|th)?|[^\W\d_]+(?:'[^\W\d_]+)?|[%$£€+]")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)$")


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    read = tomllib.loads(files("claimcheck.reference.statements").joinpath("words.toml").read_text(encoding="utf-8"))
    numbers: dict[str, str] = read.pop("numbers")
    return {kind: frozenset(words) for kind, words in read.items()}, numbers


def is_small(word: str) -> bool:
    """Return whether the word only ties others together."""
    return word in _words()[0]["small"]


def is_plain(word: str) -> bool:
    """Return whether the word may be said of anything in a table."""
    return word in _words()[0]["plain"] or stem(word) in _words()[0]["plain"]


def is_reckoning(word: str) -> bool:
    """Return whether the word asks for counting, comparing or denying."""
    return word in _words()[0]["reckoning"]


def is_number(word: str) -> bool:
    """Return whether the word is a number in digits."""
    return word[:1].isdigit()


def words_of(text: str, *, spelled: bool = False) -> tuple[str, ...]:
    """Return the words of a text, folded: "the 9th of 1,200" is the, 9, of, 1200; with `spelled`, "nine" is 9 too."""
    plain = text.casefold().replace("’", "'")
    found = tuple(_folded(word) for word in _WORD.findall(plain))
    return tuple(_words()[1].get(word, word) for word in found) if spelled else found


def _folded(word: str) -> str:
    if not word[0].isdigit():
        return word.removesuffix("'s")
    digits = _ORDINAL.sub("", word).replace(",", "")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return digits.lstrip("0") or "0"


def stem(word: str) -> str:
    """Return the word without the ending of a regular plural."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word

"""What a column header says: words, unit, scale and the year its cells hold for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

UNITS = {
    "m": "m", "metres": "m", "meters": "m", "km": "km", "kilometres": "km", "kilometers": "km", "cm": "cm", "mm": "mm",
    "ft": "ft", "feet": "ft", "mi": "mi", "miles": "mi", "km2": "km²", "sqkm": "km²", "m2": "m²", "ha": "ha",
    "hectares": "ha", "acres": "acre", "kg": "kg", "g": "g", "t": "t", "tonnes": "t", "lb": "lb", "kw": "kW", "mw": "MW",
    "gw": "GW", "kwh": "kWh", "mwh": "MWh", "gwh": "GWh", "twh": "TWh", "l": "l", "litres": "l", "m3": "m³",
    "kmh": "km/h", "mph": "mph", "pct": "%", "percent": "%", "celsius": "°C",
}  # fmt: skip
CURRENCIES = frozenset({
    "usd", "eur", "gbp", "jpy", "chf", "cny", "cad", "aud", "inr", "rub", "sek", "nok", "dkk", "krw", "brl", "mxn", "zar",
    "try", "pln", "nzd",
})  # fmt: skip
SCALES = {
    "k": 10**3, "thousand": 10**3, "thousands": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "million": 10**6,
    "millions": 10**6, "bn": 10**9, "b": 10**9, "billion": 10**9, "billions": 10**9,
}  # fmt: skip
_SIGNS = {"$": " usd ", "£": " gbp ", "€": " eur ", "%": " pct ", "²": "2", "³": "3"}
_SPARE = re.compile(r"^(?:year|date|name of|number of|no of|total|total number of) | (?:year|date|name|in|on)$")


@dataclass(frozen=True, slots=True)
class Header:
    """The words of a header, and what its suffixes say: "last_round_usd_m" is "last round" in millions of USD."""

    words: str
    unit: str = ""
    scale: int = 1
    year: int | None = None


def read_header(text: str) -> Header:
    """Return what a header says; a suffix counts only after a word."""
    words = _words(text)
    year = _pop_year(words)
    unit, scale = _pop_unit(words)
    return Header(" ".join(words), unit, scale, year)


def _words(text: str) -> list[str]:
    for sign, word in _SIGNS.items():
        text = text.replace(sign, word)
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).casefold()
    return re.sub(r"[^\w'-]|_", " ", text).split()


def _pop_year(words: list[str]) -> int | None:
    if len(words) > 1 and re.fullmatch(r"1[0-9]{3}|20[0-9]{2}", words[-1], re.ASCII):
        return int(words.pop())
    return None


def _pop_unit(words: list[str]) -> tuple[str, int]:
    last = words[-1] if len(words) > 1 else ""
    if len(words) > 2 and last in SCALES and words[-2] in CURRENCIES:
        words.pop()
        return words.pop().upper(), SCALES[last]
    if last in CURRENCIES:
        unit = words.pop().upper()
        scaled = len(words) > 1 and len(words[-1]) > 1 and words[-1] in SCALES  # "turnover (million GBP)"
        return unit, SCALES[words.pop()] if scaled else 1
    if last in SCALES and len(last) > 1:
        words.pop()
        return "", SCALES[last]
    return (UNITS[words.pop()], 1) if last in UNITS else ("", 1)


def wordings(words: str) -> Iterator[str]:
    """Yield the words of a header and plainer forms of them, to look a relation up by."""
    yield words
    plain = _SPARE.sub("", words)
    yield plain
    *rest, last = plain.split() or [""]
    yield " ".join([*rest, singular(last)])
    if words.endswith(" of"):
        yield words.removesuffix(" of")


def singular(word: str) -> str:
    """Return the singular of a regular English plural: galleries, arches, houses."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:x|ch|sh|z|ss)es$", word):
        return word[:-2]
    return word[:-1] if is_plural(word) else word


def is_plural(word: str) -> bool:
    """Return whether the word looks like a plural."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3

"""The words of quantities, from the data files: units, currencies, hedges, labels, and what makes a place worth reading."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from decimal import Decimal
from importlib.resources import files
from typing import Any, NamedTuple

from claimcheck.annotate.numerals import DOZENS, ORDINALS, SMALL, SPELLED, UNDER
from claimcheck.values.units import CURRENCIES, UNITS

TOKEN = re.compile(r"[0-9]+(?:[.,\u00a0\u202f\u2009][0-9]+)*|[^\W\d_]+|[^\w\s]|_|\x01")
WORDS: dict[str, Any] = tomllib.loads((files(__package__) / "words.toml").read_text(encoding="utf-8"))


class Written(NamedTuple):
    """One way to write a unit: its tokens, the symbol it stands for, and whether it is read in any case."""

    tokens: tuple[str, ...]
    unit: str
    type: str
    any_case: bool


def split(text: str) -> tuple[str, ...]:
    """Return the tokens of a text of the data files."""
    return tuple(TOKEN.findall(text))


def _plural(words: str) -> Iterator[str]:
    yield words
    if words[-1:].isalpha() and words[-1:] != "s" and words.isascii():
        yield f"{words}s"


def _types(unit: str) -> str:
    kind = UNITS[unit]["kind"]
    return "PERCENT" if kind in {"share", "percentage"} else "QUANTITY"


def _measures() -> Iterator[Written]:
    for unit, row in UNITS.items():
        for words in row["words"]:
            yield from (Written(split(form.lower()), unit, _types(unit), any_case=True) for form in _plural(words))
        yield from (Written(split(sign), unit, _types(unit), any_case=False) for sign in row["signs"])


def _money() -> Iterator[Written]:
    for unit, rows in CURRENCIES["words"].items():
        for words in rows:
            yield from (Written(split(form), unit, "MONEY", any_case=True) for form in _plural(words))
    for sign, unit in CURRENCIES["signs"].items():
        yield Written((sign,), unit, "MONEY", any_case=True)
    for code in CURRENCIES["codes"]["all"]:
        yield Written((code,), code, "MONEY", any_case=False)
    for code in CURRENCIES["codes"]["small"]:
        yield Written((code.lower(),), code, "MONEY", any_case=False)
        yield Written((f"M{code}",), f"M{code}", "MONEY", any_case=False)  # "30 MUSD" is 30 million


def _by_first(forms: Iterable[Written]) -> dict[str, tuple[Written, ...]]:
    """Return the forms by their first token, the longest first."""
    found: dict[str, list[Written]] = {}
    for form in sorted(forms, key=lambda form: -len(form.tokens)):
        found.setdefault(form.tokens[0], []).append(form)
    return {first: tuple(rows) for first, rows in found.items()}


BEHIND = _by_first((*_money(), *_measures()))  # units that stand behind a number
_LEADING = [form for form in _money() if not form.tokens[-1].isalpha() or form.tokens[-1].isupper() or not form.any_case]
BEFORE = _by_first(
    (*_LEADING, Written(("dollar",), "$", "MONEY", any_case=True), Written(("rmb",), "CNY", "MONEY", any_case=True))
)
PARTS = {**CURRENCIES["parts"], "ft": "in", "lb": "oz", "st": "lb", "m": "cm"}
PART_SIZES = {"in": Decimal(12), "oz": Decimal(16), "lb": Decimal(14)}  # else a hundred

HEDGES: dict[str, str] = {" ".join(split(words)): kind for kind, rows in WORDS["hedges"].items() for words in rows}
HEDGES_BEHIND: dict[tuple[str, ...], str] = {split(words): kind for kind, rows in WORDS["behind"].items() for words in rows}
LABELS = (
    frozenset(WORDS["labels"]["capital"])
    | frozenset(WORDS["labels"]["small"])
    | frozenset(word.capitalize() for word in WORDS["labels"]["small"])
)
STREETS, ERAS = frozenset(WORDS["labels"]["streets"]), frozenset(WORDS["labels"]["eras"])
MULTIPLES = {word: Decimal(factor) for factor, words in WORDS["multiples"].items() for word in words}
VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
PLURAL_SCALES = {f"{word}s": size for word, size in SPELLED.items()} | {"dozens": 12, "tens": 10}
VAGUE = frozenset({"several", "few", "couple"})
DASHES = frozenset("-–—−‑")
GLUE = frozenset(WORDS["plain"]["glue"])

# Words that alone make a place worth reading, and those that are read where they stand beside one.
SEEDS = frozenset({
    *SMALL, *SPELLED, *ORDINALS, *UNDER, *DOZENS, *PLURAL_SCALES, *MULTIPLES, "twice", "double", "triple", "treble",
    "quadruple", "fold", "several", "few", "couple",
})  # fmt: skip
BESIDE = frozenset({
    *GLUE, *(word for rows in (BEHIND, BEFORE) for forms in rows.values() for form in forms for word in form.tokens),
    *(word for words in HEDGES for word in words.split()), *(word for words in HEDGES_BEHIND for word in words),
    *LABELS, *STREETS, *ERAS, *WORDS["scores"]["before"], *WORDS["scores"]["behind"], *WORDS["scores"]["votes"],
    *WORDS["times"]["words"], *WORDS["plain"]["one_before"], *WORDS["plain"]["one_behind"], *WORDS["plain"]["occasions"],
    *WORDS["plain"]["of_it"], *WORDS["plain"]["ranked"],
    *WORDS["plain"]["counted_parts"], *WORDS["plain"]["by_the_million"],
    "m", "bn", "tn", "k", "mn", "mil", "mln", "bln", "tln", "times",
    "x", "thereabouts", *"abcdempABCDEMP",
})  # fmt: skip

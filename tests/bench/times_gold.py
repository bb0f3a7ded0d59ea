"""The gold of Recognizers-Text for times: its cases, what their values say, and which of them are no news English."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from claimcheck.document import Span

ASKED = ("date", "daterange", "time", "datetime", "duration", "set")
UNRESOLVED = "not resolved"


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values of a gold result: a value, or the ends of a range, the later one exclusive; "" is not said."""

    timex: str
    mod: str = ""
    value: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold result: its place, its type, and its values (several are readings of one wording).

    A `half` is a day or a time of day that the gold keeps apart from the other, right beside it.
    """

    span: Span
    words: str
    type: str
    values: tuple[Value, ...]
    half: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its gold, and the day on which it is said ("" if the file gives none)."""

    text: str
    day: str
    golds: tuple[Gold, ...]


def read_cases(folder: Path) -> list[Case]:
    """Return the cases of `DateTimeModel.json`."""
    rows = json.loads((folder / "DateTimeModel.json").read_text(encoding="utf-8-sig"))
    return [_case(row) for row in rows]


def _case(row: dict[str, Any]) -> Case:
    golds = [_gold(result, row["Input"]) for result in row["Results"]]
    for index, (one, other) in enumerate(pairwise(golds)):
        between = row["Input"][one.span.end : other.span.start]
        if {one.type, other.type} == {"date", "time"} and between.strip() in {"", "at", ",", ", at"}:
            golds[index : index + 2] = [replace(one, half=True), replace(other, half=True)]
    return Case(row["Input"], row.get("Context", {}).get("ReferenceDateTime", "")[:10], tuple(golds))


def _gold(result: dict[str, Any], text: str) -> Gold:
    name = result.get("TypeName") or result["Typename"]
    span = Span(result["Start"], result["End"] + 1)
    values = tuple(_value(v) for v in (result["Resolution"] or {}).get("values", ()))
    return Gold(span, text[span.start : span.end], name.removeprefix("datetimeV2."), tuple(dict.fromkeys(values)))


def _value(row: dict[str, Any]) -> Value:
    rest = (row.get(key) or "" for key in ("Mod", "value", "start", "end"))
    return Value(row.get("timex", ""), *rest)


_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty|thirty|forty|fifty)"
)
_ORDINAL = r"(?:first|second|third|fifth|\w+th)\b"
_CARDINAL = rf"(?!two thousand){_NUMBER}\b(?![ -]{_ORDINAL})"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
_CLIPPED = re.compile(
    r"\d\s?[ap]\b(?!\.)|\d[hdwy]\b|\d(?:sec|min|years)|\d\s?ampm|tmrw|tonite|\beo[dmy]\b|\botd\b|\b[cs]y\s?\d\d|\bcy\b|\bsy\b"
    rf"|\bw/c\b|{_MONTH}\d|(?:noon|\d+)ish\b|p \. m|\d\.am|\b\d\d? s\b|\d{{4}} s\b",
    re.IGNORECASE,
)
_SYMBOLS = re.compile(r"[<>=~@]")
_SLASHED = re.compile(rf"{_MONTH}/|/{_MONTH}|{_MONTH}-\d{{4}}-|\d{{2}}-\d{{4}}-{_MONTH}", re.IGNORECASE)
_DICTATED = re.compile(
    rf"{_MONTH} {_CARDINAL}|{_NUMBER}(?:[ -]{_NUMBER})? {_MONTH} |{_NUMBER} (?:[ap] m|[ap]m)\b|\bat {_NUMBER}[ -]{_NUMBER}\b"
    rf"|{_ORDINAL} {_NUMBER} {_NUMBER}\b",
    re.IGNORECASE,
)
_COUNTED_BY_CLOCK = re.compile(r"\b(?:\d+|an?|half an?) (?:seconds?|sec|minutes?|min|hours?|hrs?)\b", re.IGNORECASE)
_BARE_UNIT = re.compile(r"(?:the )?(?:day|week|weekend|fortnight|month|year)|any (?:week|month|year)", re.IGNORECASE)


def is_markup(case: Case, gold: Gold) -> bool:
    """Return whether the expression stands inside an address, a file's name or the like."""
    around = case.text[max(0, gold.span.start - 1) : gold.span.start] + case.text[gold.span.end : gold.span.end + 1]
    return any(mark in case.text for mark in ("://", "www.", "<a ")) or bool(re.search(r"[-_/\w]", around))


def is_dictated(_: Case, gold: Gold) -> bool:
    """Return whether a date or a time of a day stands in cardinal number words ("October twenty four")."""
    words = gold.words
    return gold.type in {"date", "datetime", "daterange"} and not re.search(r"\d", words) and bool(_DICTATED.search(words))


def is_counted_by_clock(_: Case, gold: Gold) -> bool:
    """Return whether minutes or hours are counted from the moment of speaking."""
    return gold.type == "datetime" and bool(_COUNTED_BY_CLOCK.search(gold.words))


# What is no news English, or no question to a reader of news: a reason, and how it is told from the words and the gold.
REASONS: tuple[tuple[str, Callable[[Case, Gold], bool]], ...] = (
    ("inside an address, a file name or a code", is_markup),
    ("signs in place of words (=, >, ~, @)", lambda _, gold: bool(_SYMBOLS.search(gold.words))),
    ("clipped or misspelt as in typed messages (9p, 6h, cy31, tmrw)", lambda _, gold: bool(_CLIPPED.search(gold.words))),
    ("month's name in a slashed or shuffled date (2031/oct/04)", lambda _, gold: bool(_SLASHED.search(gold.words))),
    ("dictated: day or time of day in cardinal number words", is_dictated),
    ("minutes or hours from the moment of speaking, which a day of publication lacks", is_counted_by_clock),
    ("end of a day as the instant 23:59:59", lambda _, gold: gold.values[0].timex.endswith("T23:59:59")),
    ("bare unit (the week, of the year) taken as the present one", lambda _, gold: bool(_BARE_UNIT.fullmatch(gold.words))),
    ("points to an event; gold takes the day of speaking", lambda _, gold: any(v.mod == "ref_undef" for v in gold.values)),
)


def left_out(case: Case, gold: Gold) -> str:
    """Return why the gold result is not asked for, or "" if it is."""
    return next((reason for reason, holds in REASONS if holds(case, gold)), "")

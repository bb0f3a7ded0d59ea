"""Numbers, percentages, money, measures and ranks → Quantity."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.annotate.numerals import DIGITS, ORDINAL_WORDS, SCALES, WORDS, number, ordinal
from claimcheck.claim import Mention
from claimcheck.document import Span
from claimcheck.values.quantity import CURRENCIES, UNITS, Quantity

_SCALE = r"(?:\s?(?P<scale>million|billion|trillion|thousand|hundred|mn|bn|tn|m|k))"
_AMOUNT = rf"(?P<amount>{DIGITS})(?:{_SCALE}(?![a-zA-Z]))?"
_SYMBOLS = "|".join(re.escape(s) for s in sorted(CURRENCIES, key=len, reverse=True) if not s[0].isalpha() or s.endswith("$"))
_NAMED = "|".join(sorted((s for s in CURRENCIES if s[0].islower()), key=len, reverse=True))
_MEASURES = "|".join(re.escape(u) for u in sorted(UNITS, key=len, reverse=True))
_NOT_INSIDE = r"(?<![\w£$€¥/.-])(?<!\d[,:– ])"
_NOT_ON = r"(?![\w/]|[.,:]\d|[–-]\d|\s\d{3})"

_HEDGES = (
    (re.compile(r"(?:more than|over|in excess of|upwards of|above|exceeding)\s+\Z", re.IGNORECASE), "above"),
    (re.compile(r"(?:at least|no fewer than|no less than|a minimum of)\s+\Z", re.IGNORECASE), "least"),
    (re.compile(r"(?:less than|fewer than|under|below|just short of)\s+\Z", re.IGNORECASE), "below"),
    (re.compile(r"(?:up to|at most|no more than|as many as|as much as|a maximum of)\s+\Z", re.IGNORECASE), "most"),
    (re.compile(r"(?:just|slightly|a little|well)\s+(?:over|above|under|below)\s+\Z", re.IGNORECASE), "about"),
    (re.compile(r"(?:about|around|some|roughly|approximately|nearly|almost|close to|(?:an )?estimated|circa)\s+\Z",
                re.IGNORECASE), "about"),
)  # fmt: skip
_LONGEST = 30  # digits; a longer run is no quantity that a text means
_AFTER = re.compile(r"\s+(?:or so|or more|or fewer|or less|plus)\b")
# What numbers things instead of counting them: "row 31", "Flight 414", "No. 3", "Article 5".
_NUMBERED = re.compile(
    r"(?:\b(?:Room|Row|row|Flight|Route|route|Article|article|Section|section|Chapter|chapter|No\.|no\.|Number|number|Unit|Gate|gate"
    r"|Line|Highway|Interstate|Platform|platform|Channel|Page|page|Volume|Part|Level|Grade|Group|Phase|Series|Version|version|Boeing"
    r"|Airbus|Apollo|Area|Division|Type|Model|Windows|Ward|Lot|Figure|Table|Step|Act|Item|Court|Terminal)\s+|#|№\s?)\Z"
)


@dataclass(frozen=True, slots=True)
class _Form:
    """A kind of quantity: its name in words, the mention type, its form, and the unit of a match."""

    name: str
    type: str
    form: re.Pattern[str]
    unit: Callable[[re.Match[str]], str]


def _form(name: str, kind: str, form: str, unit: Callable[[re.Match[str]], str]) -> _Form:
    return _Form(name, kind, re.compile(rf"{_NOT_INSIDE}(?:{form}){_NOT_ON}"), unit)


_FORMS = (
    _form("money", "MONEY", rf"(?P<currency>{_SYMBOLS})\s?{_AMOUNT}", lambda m: CURRENCIES[m["currency"]]),
    _form(
        "money in words",
        "MONEY",
        rf"(?:{_AMOUNT}|(?P<words>{WORDS}))\s+(?P<currency>{_NAMED})",
        lambda m: CURRENCIES[m["currency"]],
    ),
    _form("percentage points", "PERCENT", rf"(?:{_AMOUNT}|(?P<words>{WORDS}))[\s-]+(?:percentage[\s-]+)points?", lambda _: "pp"),
    _form("percent", "PERCENT", rf"(?:{_AMOUNT}|(?P<words>{WORDS}))\s?(?:%|per\s?cent)", lambda _: "%"),
    _form(
        "measure", "QUANTITY", rf"(?:{_AMOUNT}|(?P<words>{WORDS}))[\s-]?(?P<measure>{_MEASURES})", lambda m: UNITS[m["measure"]]
    ),
    _form("rank", "ORDINAL", rf"(?P<rank>\d+(?:st|nd|rd|th)|{ORDINAL_WORDS})", lambda _: "ordinal"),
    _form("number", "CARDINAL", _AMOUNT, lambda _: ""),
    _form("number in words", "CARDINAL", rf"(?P<words>{WORDS})", lambda _: ""),
)
_DOZEN = re.compile(r"\b(?:(?P<half>half\s+)?a\s+dozen|(?P<count>\w+)\s+dozen)\b", re.IGNORECASE)


def read_quantities(text: str, start: int, end: int, taken: Sequence[Span]) -> tuple[Mention, ...]:
    """Return the quantities of text[start:end] in text order, none that overlaps a span of `taken`.

    The span is the number with its unit; words before it such as "about" only widen the value.
    """
    covered = bytearray(end - start)
    for span in taken:
        covered[max(0, span.start - start) : max(0, span.end - start)] = b"\1" * len(span)
    found = []
    for form in _FORMS:
        for match in form.form.finditer(text, start, end):
            if any(covered[match.start() - start : match.end() - start]):
                continue
            value = _value(match, form)
            if value is not None and not _NUMBERED.search(text, max(0, match.start() - 16), match.start()):
                covered[match.start() - start : match.end() - start] = b"\1" * (match.end() - match.start())
                found.append(Mention(Span(match.start(), match.end()), form.type, _hedged(value, text, match), form.name))
    return tuple(sorted([*found, *_dozens(text, start, end, covered)], key=lambda m: m.span))


def _dozens(text: str, start: int, end: int, covered: bytearray) -> Iterator[Mention]:
    for match in _DOZEN.finditer(text, start, end):
        count = Decimal("0.5") if match["half"] else number(match["count"]) if match["count"] else Decimal(1)
        if count is not None and not any(covered[match.start() - start : match.end() - start]):
            yield Mention(Span(match.start(), match.end()), "CARDINAL", Quantity.of(int(count * 12)), "dozen")


def _value(match: re.Match[str], form: _Form) -> Quantity | None:
    groups = match.groupdict()
    if groups.get("rank"):
        rank = ordinal(groups["rank"])
        return Quantity.of(rank, "ordinal") if rank is not None else None
    unit = form.unit(match)
    if groups.get("words"):
        value = number(groups["words"])
        return Quantity(value, value, unit) if value is not None else None
    return _rounded(groups["amount"], groups.get("scale"), unit)


def _rounded(amount: str, scale: str | None, unit: str) -> Quantity | None:
    """Return what a number as written stands for: "1.2 million" for 1.15 to 1.25 million, "1,187,340" for itself."""
    value = number(amount) if len(amount) < _LONGEST else None
    if value is None:
        return None
    times = Decimal(SCALES[scale]) if scale else Decimal(1)
    decimals = len(amount.partition(".")[2])
    if not decimals and not scale:
        return Quantity(value, value, unit)
    half = Decimal(5).scaleb(-decimals - 1) * times
    value *= times
    return Quantity(value - half, value + half, unit, exact=False)


def _hedged(value: Quantity, text: str, match: re.Match[str]) -> Quantity:
    """Return the numbers that "about", "more than" or "up to" before the number let it stand for."""
    hedge = next((kind for form, kind in _HEDGES if form.search(text, max(0, match.start() - 24), match.start())), "")
    if not hedge and _AFTER.match(text, match.end()):
        hedge = "about"
    if value.low is None or value.high is None or not hedge or value.unit == "ordinal":
        return value
    if hedge in {"above", "least"}:
        return replace(value, high=None, exact=False)
    if hedge in {"below", "most"}:
        return replace(value, low=None, exact=False)
    margin = abs(value.high) / 10
    return replace(value, low=value.low - margin, high=value.high + margin, exact=False)

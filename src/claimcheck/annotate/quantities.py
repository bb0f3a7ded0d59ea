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
_PLAIN_PERCENT = rf"(?:{DIGITS}|{WORDS})\s?(?:%|per\s?cent)"
_PERCENT = rf"(?:{_AMOUNT}|(?P<words>{WORDS}))\s?(?:%|per\s?cent)"
_UNDER = {
    "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20,
}  # fmt: skip
_SMALL = "one|two|three|four|five|six|seven|eight|nine"
_FRACTION = (
    rf"(?P<over>{_SMALL})[\s-](?P<under>{'|'.join(_UNDER)})s(?=\s+of\s+(?:the|all|its|their|his|her|those|\w+s)\b)"
    rf"|(?P<a>an?|one)[\s-](?P<one_under>{'|'.join(_UNDER)})(?=\s+(?:of|as|more|less|fewer|larger|smaller|higher|lower)\b)"
    rf"|(?P<part>{_SMALL})\s(?:in|out\sof)\s(?:every\s)?(?P<whole>{_SMALL}|ten|twenty|a\shundred|\d\d?)"
    r"(?!\s(?:years?|days?|weeks?|months?|hours?|minutes?|matches|games|attempts))"
    r"|(?<!first )(?<!second )(?<!other )(?P<half>half)(?=\s(?:of|the|its|their|his|her|all)\b)"
)
_PERCENT_SIGNS = ("%", "cent")
_NOT_INSIDE = r"(?<![\w£$€¥/.-])(?<!\d[,:– ])"
_NOT_ON = r"(?![\w/]|[.,:]\d|[–-]\d|\s\d{3})"

_HEDGE_WORDS = {
    "above": "more than|over|in excess of|upwards of|above|exceeding|well over|just over|slightly over|just above|well above",
    "least": "at least|no fewer than|no less than|not less than|a minimum of",
    "below": "less than|fewer than|under|below|just short of|just under|slightly under|just below|well under|well below",
    "most": "up to|at most|no more than|as many as|as much as|a maximum of",
    "about": "about|around|some|roughly|approximately|nearly|almost|close to|estimated|circa",
}
_HEDGES = {words: kind for kind, all_words in _HEDGE_WORDS.items() for words in all_words.split("|")}
_HEDGE_REACH = 26  # characters before a number in which its hedge stands
_ROUND = 1000  # words from this scale up are round numbers
_HUNDREDTH = Decimal("0.01")
_HALF_INCH = Decimal(1) / 24
_LONGEST = 30  # digits; a longer run is no quantity that a text means
_AFTER = re.compile(r"\s+(?:or so|or more|or fewer|or less|plus)\b")
# What numbers things instead of counting them: "row 31", "Flight 414", "No. 3", "Article 5".
_NUMBERED = re.compile(
    r"(?:\b(?:Room|Row|row|Flight|Route|route|Article|article|Section|section|Chapter|chapter|No\.|no\.|Number|number|Unit|Gate|gate"
    r"|Line|Highway|Interstate|Platform|platform|Channel|Page|page|Volume|Part|Level|Grade|Group|Phase|Series|Version|version|Boeing"
    r"|Airbus|AD|A\.D\.|Apollo|Area|Division|Type|Model|Windows|Ward|Lot|Figure|Table|Step|Act|Item|Court|Terminal)\s+|#|№\s?)\Z"
)


_ADDRESS = re.compile(r"(?:\s[A-Z]\w{1,20}){1,3}\s(?:Street|Road|Avenue|Lane|Drive|Boulevard|Terrace|Crescent|Square)\b")
_NO_COUNT = re.compile(r"\s?(?:BC|BCE|CE|AD|B\.C|A\.D)\b|[\s-](?:thirds|quarters|fifths|sixths|sevenths|eighths|tenths)\b")
_YEAR_LIKE = re.compile(r"1[0-9]\d\d|20\d\d")
# The word that a four-digit number without a comma counts; else it may as well be a year.
_COUNTS = re.compile(
    r"\s(?!and\b|or\b|to\b|in\b|on\b|at\b|by\b|of\b|for\b|from\b|with\b|was\b|is\b|were\b|has\b|had\b|as\b|when\b|after\b|until\b"
    r"|than\b|but\b|the\b|a\b|he\b|she\b|it\b|they\b|who\b|which\b|that\b|will\b|would\b)[a-z]"
)


@dataclass(frozen=True, slots=True)
class _Form:
    """A kind of quantity: its name in words, the mention type, its form, and the unit of a match.

    It is tried only on a text that contains one of `needs` (lower case; "" for any text).
    """

    name: str
    type: str
    form: re.Pattern[str]
    unit: Callable[[re.Match[str]], str]
    needs: tuple[str, ...]


def _form(name: str, kind: str, form: str, unit: Callable[[re.Match[str]], str], needs: Sequence[str] = ("",)) -> _Form:
    return _Form(name, kind, re.compile(rf"{_NOT_INSIDE}(?:{form}){_NOT_ON}"), unit, tuple(needs))


_FORMS = (
    _form("money", "MONEY", rf"(?P<currency>{_SYMBOLS})\s?{_AMOUNT}", lambda m: CURRENCIES[m["currency"]], "$£€¥₹"),
    _form(
        "money in words",
        "MONEY",
        rf"(?:{_AMOUNT}|(?P<words>{WORDS}))\s+(?P<currency>{_NAMED})",
        lambda m: CURRENCIES[m["currency"]],
        _NAMED.split("|"),
    ),
    _form(
        "percent of a pair",
        "PERCENT",
        rf"(?<=from )(?P<amount>{DIGITS})(?=\sto\s{_PLAIN_PERCENT})",
        lambda _: "%",
        _PERCENT_SIGNS,
    ),
    _form(
        "percent range",
        "PERCENT",
        rf"(?P<low>{DIGITS}|{WORDS})(?:\s(?:to|or)\s|\s?[-–]\s?){_PERCENT}",
        lambda _: "%",
        _PERCENT_SIGNS,
    ),
    _form(
        "percentage points",
        "PERCENT",
        rf"(?:{_AMOUNT}|(?P<words>{WORDS}))[\s-]+(?:percentage[\s-]+)points?",
        lambda _: "pp",
        ("point",),
    ),
    _form("percent", "PERCENT", _PERCENT, lambda _: "%", _PERCENT_SIGNS),
    _form(
        "feet and inches",
        "QUANTITY",
        r"(?P<feet>\d)\s?(?:ft|feet|foot)\s?(?P<inches>\d\d?)\s?(?:ins?|inches)",
        lambda _: "ft",
        ("ft", "feet", "foot"),
    ),
    _form(
        "measure", "QUANTITY", rf"(?:{_AMOUNT}|(?P<words>{WORDS}))[\s-]?(?P<measure>{_MEASURES})", lambda m: UNITS[m["measure"]]
    ),
    _form("fraction", "PERCENT", _FRACTION, lambda _: "fraction", ("half", " in ", " of ", *_UNDER)),
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
        first, last = max(span.start, start) - start, min(span.end, end) - start
        if first < last:
            covered[first:last] = b"\1" * (last - first)
    found = []
    lower = text[start:end].lower()
    for form in (form for form in _FORMS if any(word in lower for word in form.needs)):
        for match in form.form.finditer(text, start, end):
            if any(covered[match.start() - start : match.end() - start]):
                continue
            value = _value(match, form)
            if value is not None and not _is_label(text, match, form):
                covered[match.start() - start : match.end() - start] = b"\1" * (match.end() - match.start())
                found.append(Mention(Span(match.start(), match.end()), form.type, _hedged(value, text, match), form.name))
    return tuple(sorted([*found, *_dozens(text, start, end, covered)], key=lambda m: m.span))


def _is_label(text: str, match: re.Match[str], form: _Form) -> bool:
    """Return whether a number names a thing, an address or a year rather than counting something."""
    start, end = match.span()
    if form.type != "CARDINAL":
        return _NUMBERED.search(text, max(0, start - 16), start) is not None
    if (
        text[start:end] == "One"
        or text[start - 1 : start] == "+"
        or text[max(0, start - 3) : start].lower() == "no "
        or _ADDRESS.match(text, end)
    ):
        return True
    if _NO_COUNT.match(text, end) or _NUMBERED.search(text, max(0, start - 16), start):
        return True
    return _YEAR_LIKE.fullmatch(match.group()) is not None and not _COUNTS.match(text, end)


def _dozens(text: str, start: int, end: int, covered: bytearray) -> Iterator[Mention]:
    for match in _DOZEN.finditer(text, start, end):
        count = Decimal("0.5") if match["half"] else number(match["count"]) if match["count"] else Decimal(1)
        if count is not None and not any(covered[match.start() - start : match.end() - start]):
            yield Mention(Span(match.start(), match.end()), "CARDINAL", Quantity.of(int(count * 12)), "dozen")


def _value(match: re.Match[str], form: _Form) -> Quantity | None:
    groups = {name: found for name, found in match.groupdict().items() if found}
    if "rank" in groups:
        rank = ordinal(groups["rank"])
        return Quantity.of(rank, "ordinal") if rank is not None else None
    if form.name == "fraction":
        return _fraction(groups)
    if "feet" in groups:
        feet = Decimal(groups["feet"]) + Decimal(groups["inches"]) / 12
        return Quantity(feet - _HALF_INCH, feet + _HALF_INCH, "ft", exact=False)
    unit = form.unit(match)
    value = _spoken(groups["words"], unit) if "words" in groups else _rounded(groups["amount"], groups.get("scale"), unit)
    return _range(groups["low"], value) if value is not None and "low" in groups else value


def _fraction(groups: dict[str, str]) -> Quantity | None:
    """Return what a fraction in words stands for, to the nearest hundredth."""
    over = number(groups.get("over") or groups.get("part") or "one")
    under = _UNDER.get(groups.get("under") or groups.get("one_under") or "") or number(groups.get("whole", "two"))
    if not over or not under or over >= under:
        return None
    share = over / Decimal(under)
    return Quantity(share - _HUNDREDTH / 2, share + _HUNDREDTH / 2, "fraction", exact=False)


def _spoken(words: str, unit: str) -> Quantity | None:
    """Return what number words stand for; "two million" is as round as "2 million"."""
    value = number(words)
    if value is None:
        return None
    scale = SCALES.get(words.rsplit(maxsplit=1)[-1].lower(), 1)
    if scale < _ROUND:
        return Quantity(value, value, unit)
    half = Decimal(scale) / (2 if value % scale == 0 else 20)
    return Quantity(value - half, value + half, unit, exact=False)


def _range(low: str, high: Quantity) -> Quantity | None:
    """Return all numbers of "8 to 10 per cent"."""
    least = number(low)
    if least is None or high.high is None or least > high.high:
        return None
    return Quantity(least, high.high, high.unit, exact=False)


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


def _hedge(text: str, start: int, end: int) -> str:
    """Return the kind of the longest hedge that ends before a number, else of one after it, "" for none."""
    before = text[max(0, start - _HEDGE_REACH) : start]
    if before[-1:].isspace():
        words = before.lower().split()[-3:]
        for first in range(len(words)):
            if kind := _HEDGES.get(" ".join(words[first:])):
                return kind
    return "about" if _AFTER.match(text, end) else ""


def _hedged(value: Quantity, text: str, match: re.Match[str]) -> Quantity:
    """Return the numbers that "about", "more than" or "up to" before the number let it stand for."""
    hedge = _hedge(text, match.start(), match.end())
    if value.low is None or value.high is None or not hedge or value.unit == "ordinal":
        return value
    if hedge in {"above", "least"}:
        return replace(value, high=None, exact=False)
    if hedge in {"below", "most"}:
        return replace(value, low=None, exact=False)
    margin = abs(value.high) / 10
    return replace(value, low=value.low - margin, high=value.high + margin, exact=False)

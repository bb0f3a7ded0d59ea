"""A measure in two units that do not give the same.

The second unit stands in brackets behind the first, or behind a comma, a dash or a slash.  Either side
may be rounded as far as its digits are; a gallon, a ton or a pint is any of those that the word
may mean; where the text speaks of a difference of temperatures, they may be converted as one.

Flagged:
    The path to the lake is 18 km ([14.5 miles]) long.
    The farm covers 900 hectares, or about [3,600 acres].
    By noon it was 25°C ([87°F]) in the shade.

Accepted:
    The path to the lake is 18 km (11 miles) long.
    The tank holds 40 litres (9 gallons); it held 40 litres (10.5 gallons) before.
    Seas have warmed by 2°C (3.6°F) since then.

Known misses:
    Units in different sentences, and money.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from claimcheck.analysis import Analysis
from claimcheck.claim import Mention
from claimcheck.finding import Conflict, Note, Severity, Suggestion
from claimcheck.rule import rule
from claimcheck.values.quantity import Quantity
from claimcheck.values.rounding import narrowed, rounded, written_like
from claimcheck.values.units import conversions, system

_ABOUT = r"(?:about|around|roughly|approximately|some|nearly|almost|c\.|~|≈)"
_HEDGE = rf"(?:(?:{_ABOUT}|just over|just under|over|under|more than|less than)\s?)?"
_SAME = r"(?:i\.e\.,?\s|that is,?\s|equal to\s|(?:the )?equivalent (?:of|to)\s)?"
_WAY = r"(?:\s(?:long|deep|high|tall|wide|thick|across|away|apart|square|tall))?"
_BRACKET = re.compile(rf"{_WAY}\s?[(\[]\s?(?:or\s)?{_SAME}{_HEDGE}", re.IGNORECASE)
_INLINE = re.compile(rf"\s?/\s?|,\s(?:or|that is,?|i\.e\.,?)\s{_HEDGE}|\sor\s{_ABOUT}\s", re.IGNORECASE)
_BESIDE = re.compile(rf"{_WAY},\s{_ABOUT}\s|{_WAY},\sor\s{_HEDGE}|\s[–—-]\s{_HEDGE}", re.IGNORECASE)
_CLOSED = re.compile(r"\s?(?:[)\]]|[,;/]\s?)")
_SHUT = re.compile(r"\s?[,;.)](?!\d)|\s[–—-]\s|\s?\Z")
_ENDED = re.compile(r"\s|[.,;:!?)]|\Z")
_DIFFERENCE = re.compile(
    r"\b(?:warm|cool|ris|rose|increas|fall|fell|drop|differ|above|below|higher|lower|hotter|colder|by|within|limit|target|swing"
    r"|gain|chang|every|per)\w*",
    re.IGNORECASE,
)
_FLOOR = Decimal("0.02")  # less than this nobody who rounds in the head is to blame for
_TEMPERATURES = frozenset({"°C", "°F"})
_FAR = 12  # times; two numbers further apart measure different things


@rule(Severity.ERROR, page=__doc__)
def conversion_mismatch(analysis: Analysis) -> Iterator[Conflict]:
    """Convert each measure that stands beside one in a unit of the other system."""
    measures = [(m, m.value) for m in analysis.mentions if isinstance(m.value, Quantity) and system(m.value.unit)]
    for (one, mine), (other, theirs) in pairwise(measures):
        if system(mine.unit) == system(theirs.unit) or not _is_conversion(analysis, one, other):
            continue
        found = _converted(analysis, one, mine, theirs)
        wide = _wide(theirs)
        if found and not any(f.overlaps(wide) or _is_far(f, wide) for f in found):
            yield _conflict(analysis, one, other, mine, theirs)


def _is_conversion(analysis: Analysis, one: Mention, other: Mention) -> bool:
    """Whether the second stands where the first in another unit does."""
    text = analysis.document.plain
    if _BRACKET.fullmatch(text, one.span.end, other.span.start):
        return _CLOSED.match(text, other.span.end) is not None
    if _BESIDE.fullmatch(text, one.span.end, other.span.start) and _SHUT.match(text, other.span.end):
        return True
    return _INLINE.fullmatch(text, one.span.end, other.span.start) is not None and _ENDED.match(text, other.span.end) is not None


def _converted(analysis: Analysis, one: Mention, mine: Quantity, theirs: Quantity) -> tuple[Quantity, ...]:
    """Return what the first may be in the unit of the second, in every way that the units allow."""
    ways = conversions(mine.unit, theirs.unit)
    sentence = analysis.sentence_at(one.span.start)
    if {mine.unit, theirs.unit} == _TEMPERATURES and sentence and _DIFFERENCE.search(analysis.document[sentence.span]):
        ways = (*ways, *((factor, Decimal(0)) for factor, _ in ways))
    return tuple(_wide(mine, factor, shift, theirs.unit) for factor, shift in ways)


def _wide(quantity: Quantity, factor: Decimal = Decimal(1), shift: Decimal = Decimal(0), unit: str = "") -> Quantity:
    """Return all that a side may have been rounded from, in a unit."""
    plain = rounded(narrowed(quantity))
    low = None if plain.low is None else plain.low * factor + shift
    high = None if plain.high is None else plain.high * factor + shift
    return Quantity(low, high, unit or quantity.unit, exact=False).widened(_FLOOR)


def _is_far(one: Quantity, other: Quantity) -> bool:
    """Whether the two are too far apart to be one thing measured twice, however badly."""
    ends = [end for q in (one, other) for end in (q.low, q.high) if end is not None]
    return min(ends) > 0 and max(ends) > _FAR * min(ends)


def _conflict(analysis: Analysis, one: Mention, other: Mention, mine: Quantity, theirs: Quantity) -> Conflict:
    words, others = (analysis.document.words(m.span) for m in (one, other))
    factor, shift = conversions(mine.unit, theirs.unit)[0]
    number, given = mine.middle, theirs.middle
    right = written_like(number * factor + shift, given)
    plus = f" + {shift.normalize():f}" if shift else ""
    return Conflict(
        other.span,
        f"the text gives {words} as {others}; {words} are {right} {theirs.unit}",
        label="the same in another unit",
        notes=(Note(one.span, "the measure"),),
        derivation=(
            f"{number:,f} {mine.unit} × {factor:.6g}{plus} = {right} {theirs.unit}",
            f"{right} {theirs.unit}, not {others}",
        ),
        suggestions=_suggestion(other, others, given, right),
    )


def _suggestion(other: Mention, others: str, given: Decimal, right: str) -> tuple[Suggestion, ...]:
    """Return the words of the second side with the right number, where that stands in digits."""
    written = re.search(r"\d[\d.,]*\d|\d", others)
    if written is None or written.group().replace(",", "") != f"{given.normalize():f}":
        return ()
    return (Suggestion(other.span, others.replace(written.group(), right, 1), "the first measure in the other unit"),)

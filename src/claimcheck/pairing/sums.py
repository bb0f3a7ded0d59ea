"""Parts against the whole that the same sentence gives: lists, remainders, products."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.claim import Mention
from claimcheck.document import Document
from claimcheck.figure import Reckoning, Sort
from claimcheck.finding import Conflict, Note, Suggestion
from claimcheck.pairing.nouns import Nouns
from claimcheck.pairing.runs import are_alike, is_one_kind, run_of, unit_of, with_one
from claimcheck.pairing.slots import FIGURE, Slots
from claimcheck.pairing.sum_words import (
    APART,
    BROKEN,
    EACH,
    IN_ALL,
    LEAD,
    LEAD_IN,
    MARK,
    OF_WHICH,
    PLAYED,
    REST,
    SHARES,
    STOP,
    TOTAL,
)
from claimcheck.values.quantity import Quantity
from claimcheck.values.rounding import rounded
from claimcheck.verdict import Verdict

_FAR = 140  # characters
_CLOSE = Decimal("0.15")
_ELIDED = frozenset({"year", "month", "week", "day", "hour", "mi", "km", "acre", "ha", "m"})  # that a list may leave out
_SOME = Decimal("0.2")
_SLIP = Decimal("0.3")


def sums(document: Document, sentences: Sequence[Slots], nouns: Nouns) -> Iterator[Reckoning]:
    """Yield each sum and product of one sentence that does not come out."""
    for sentence in sentences:
        if len(sentence.mentions) < 3:
            continue
        found = [
            *_marked(document, sentence, nouns),
            *_lists(document, sentence, nouns),
            *_rests(document, sentence, nouns),
            *_played(document, sentence),
            *_products(document, sentence),
            *_shares(document, sentence),
            *_leads(document, sentence),
        ]
        yield from found[:1]


def _marked(document: Document, sentence: Slots, nouns: Nouns) -> Iterator[Reckoning]:
    """Yield the whole before a colon, a bracket or "made up of", and its parts behind it."""
    for match in MARK.finditer(sentence.text):
        parts = run_of(sentence, match["run"])
        named = [nouns.of(p) for p in parts]
        if not parts:
            parts, named = with_one(sentence, match, nouns)
        ends = [m.end() for m in LEAD_IN.finditer(sentence.text, 0, match.start())]
        start = max([*ends, match.start() - _FAR])
        wholes = [m for m in sentence.mentions if start <= sentence.place(m).start < match.start()]
        wholes = [w for w in wholes if _may_be_whole(w, parts)]
        if len(parts) < 2 or STOP.search(sentence.text[start : match.start("run")]) or len(wholes) != 1:
            continue
        given = wholes[0].value
        assert isinstance(given, Quantity)  # as asked before
        if not any(named) and not _is_close(wholes[0], parts, _SOME):
            continue
        if given.unit in _ELIDED and (any(named) or not _is_close(wholes[0], parts)):
            continue
        if _is_close(wholes[0], parts) or nouns.covers(nouns.of(wholes[0]), named):
            yield from summed(document, wholes[0], parts)


def _is_close(whole: Mention, parts: Sequence[Mention], share: Decimal | None = None) -> bool:
    """Whether three parts or more come so near to a whole that nothing else can be meant by them."""
    given, sum_of = whole.value, total(parts)
    if not isinstance(given, Quantity) or sum_of is None or (share is None and len(parts) < 3):
        return False
    return abs(sum_of.middle - given.middle) <= (share or _CLOSE) * given.middle


def _may_be_whole(mention: Mention, parts: Sequence[Mention]) -> bool:
    """Whether a figure is of the same unit as the parts, and more than each."""
    value = mention.value
    sizes = [p.value for p in parts if isinstance(p.value, Quantity)]
    units = {v.unit for v in sizes if v.unit} or {"", *_ELIDED}
    return isinstance(value, Quantity) and value.unit in units and all(value.middle > v.middle for v in sizes)


def _lists(document: Document, sentence: Slots, nouns: Nouns) -> Iterator[Reckoning]:
    for pattern, strict in ((TOTAL, False), (IN_ALL, False), (APART, True)):
        for match in pattern.finditer(sentence.text):
            whole = sentence.figure(match, "whole")
            parts = run_of(sentence, match["run"])
            lead = sentence.text[match.start() : match.start("run")]
            named = [nouns.of(p) for p in parts]
            if not parts:
                parts, named = with_one(sentence, match, nouns)
            if len(parts) < 2 or STOP.search(lead):
                continue
            if strict and nouns.of(whole) and are_alike(sentence, parts) and _is_close(whole, parts):
                yield from summed(document, whole, parts)
                continue
            if strict and not (nouns.of(whole) and all(named)):
                continue
            if nouns.covers(nouns.of(whole), named) and (not strict or nouns.of(whole) not in named):
                yield from summed(document, whole, parts)


def _played(document: Document, sentence: Slots) -> Iterator[Reckoning]:
    """Yield "played 20, winning 11, drawing five and losing six"."""
    for match in PLAYED.finditer(sentence.text):
        parts = [sentence.figure(m, 0) for m in re.finditer(FIGURE, match["run"])]
        if is_one_kind(parts) and not STOP.search(match["run"]) and _is_close(sentence.figure(match, "whole"), parts):
            yield from summed(document, sentence.figure(match, "whole"), parts)


def _rests(document: Document, sentence: Slots, nouns: Nouns) -> Iterator[Reckoning]:
    """Yield what "the other" or "the rest" closes: "of the 12 boats, seven sank and the other four are lost"."""
    for match in (*REST.finditer(sentence.text), *OF_WHICH.finditer(sentence.text)):
        whole = sentence.figure(match, "whole")
        parts = [sentence.figure(m, 0) for m in re.finditer(FIGURE, match["run"])]
        named = [nouns.of(p) for p in parts]
        if (
            len(parts) > 1
            and (is_one_kind((whole, *parts)) or (unit_of(whole) in _ELIDED and not any(named) and is_one_kind(parts)))
            and nouns.covers(nouns.of(whole), named)
            and not STOP.search(match["between"])
        ):
            yield from summed(document, whole, parts)


def _products(document: Document, sentence: Slots) -> Iterator[Reckoning]:
    """Yield "50 pumps, each rated 5 kW, a total of 260 kW"."""
    for match in EACH.finditer(sentence.text):
        one, two, whole = (sentence.figure(match, group) for group in ("one", "two", "whole"))
        count, size, given = one.value, two.value, whole.value
        if not all(isinstance(v, Quantity) for v in (count, size, given)) or STOP.search(match["thing"]):
            continue
        assert isinstance(count, Quantity)
        assert isinstance(size, Quantity)
        assert isinstance(given, Quantity)
        if count.unit or not size.unit or size.unit != given.unit or size.unit in {"%", "fraction", "year"}:
            continue
        low = _times(count.low, size.low)
        high = _times(count.high, size.high)
        product = Quantity(low, high, size.unit, exact=False)
        if not product.widened(Decimal("0.01")).overlaps(rounded(given)):
            words = [document.words(m.span) for m in (one, two, whole)]
            right = f"{count.middle * size.middle:,f}"
            yield _reckoning(
                document,
                whole,
                (one, two),
                f"{words[0]} times {words[1]} is {right}",
                f"{words[0]} × {words[1]} = {right}, not {words[2]}",
                right,
            )


def _shares(document: Document, sentence: Slots) -> Iterator[Reckoning]:
    """Yield percentages that "the remaining" closes and that are not a hundred."""
    for match in SHARES.finditer(sentence.text):
        parts = [sentence.figure(m, 0) for m in re.finditer(FIGURE, match["run"])]
        found = total(parts)
        mixed = any(not isinstance(p.value, Quantity) or p.value.unit != "%" for p in parts)
        if len(parts) < 2 or mixed or found is None or BROKEN.search(match["run"]):
            continue
        wide = Quantity(Decimal(99), Decimal(101), "%")
        if not found.overlaps(wide):
            words = [document.words(p.span) for p in parts]
            right = f"{sum(p.value.middle for p in parts if isinstance(p.value, Quantity)):f}"
            told = f"{' + '.join(words)} = {right} %"
            yield _reckoning(document, parts[-1], parts[:-1], told, "a whole has 100 %", right)


def _leads(document: Document, sentence: Slots) -> Iterator[Reckoning]:
    """Yield "1,200 votes, 300 more than hers, who had 950" and majorities that are not the difference."""
    for match in LEAD.finditer(sentence.text):
        names = ("one", "two", "by") if match["one"] else ("ayes", "noes", "lead")
        one, two, lead = (sentence.figure(match, name) for name in names)
        values = [m.value for m in (one, two, lead) if isinstance(m.value, Quantity) and m.value.number is not None]
        if len(values) < 3 or len({v.unit for v in values}) > 1 or values[0].unit in {"%", "fraction", "year"}:
            continue
        gap = abs(values[0].middle - values[1].middle)
        if gap != values[2].middle:
            words = [document.words(m.span) for m in (one, two, lead)]
            told = f"{words[0]} and {words[1]} are {gap:,f} apart"
            yield _reckoning(document, lead, (one, two), told, f"{gap:,f}, not {words[2]}", f"{gap:,f}")


def _times(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one * other


def total(parts: Sequence[Mention]) -> Quantity | None:
    """Return the sum of the parts as a range, None if they are of several units."""
    values = [_precise(m.value) for m in parts if isinstance(m.value, Quantity)]
    units = {v.unit for v in values if v.unit}
    if len(units) > 1 or not values:
        return None
    lows, highs = [v.low for v in values], [v.high for v in values]
    low = None if None in lows else sum((v for v in lows if v is not None), Decimal(0))
    high = None if None in highs else sum((v for v in highs if v is not None), Decimal(0))
    return Quantity(low, high, next(iter(units), ""), exact=False)


def plainly(number: Decimal) -> str:
    """Return a number without zeros behind the point."""
    return f"{number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize():,f}"


def _precise(value: Quantity) -> Quantity:
    """Return a measure as what it may have been rounded from; a count and money are what they are."""
    counted = not value.unit or (len(value.unit) == 3 and value.unit.isupper()) or value.unit in {"year", "month", "day", "week"}
    return value if counted else rounded(value)


def summed(document: Document, whole: Mention, parts: Sequence[Mention]) -> Iterator[Reckoning]:
    """Yield the sum of the parts if it cannot be the whole."""
    given, found = whole.value, total(parts)
    if not isinstance(given, Quantity) or found is None or found.unit not in {given.unit, ""}:
        return
    if found.unit != given.unit and given.unit not in _ELIDED:
        return
    sum_of = Quantity(found.low, found.high, given.unit, exact=False)
    if sum_of.overlaps(_precise(given)) or not is_near(given.middle, sum_of.middle):
        return
    words = [document.words(m.span) for m in parts]
    right = plainly(sum((m.value.middle for m in parts if isinstance(m.value, Quantity)), Decimal(0)))
    told = f"its parts are {' + '.join(words)} = {right}"
    yield _reckoning(document, whole, parts, told, f"{right}, not {document.words(whole.span)}", right)


def is_near(whole: Decimal, sum_of: Decimal) -> bool:
    """Whether a sum misses a whole by no more than a slip of it; parts that miss it by far are not meant as all of it."""
    return abs(whole - sum_of) <= max(_SLIP * whole, Decimal(2))


def _reckoning(document: Document, whole: Mention, parts: Sequence[Mention], told: str, step: str, right: str) -> Reckoning:
    given = document.words(whole.span)
    plain = given.replace(",", "").isdigit()
    conflict = Conflict(
        whole.span,
        f"the text gives {given}; {told}",
        label="what the others make",
        notes=tuple(Note(p.span, "one of them") for p in parts),
        derivation=(told, step),
        suggestions=(Suggestion(whole.span, right, "what the other numbers make"),) if plain else (),
    )
    return Reckoning(Sort.SUM, Verdict.REFUTED, conflict)

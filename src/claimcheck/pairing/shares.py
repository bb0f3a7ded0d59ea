"""Shares, means, remainders and majorities that a sentence gives with the numbers they come from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from claimcheck.claim import Mention
from claimcheck.document import Document
from claimcheck.figure import Reckoning, Sort
from claimcheck.finding import Conflict, Note
from claimcheck.pairing.nouns import Nouns
from claimcheck.pairing.slots import FIGURE, Slots
from claimcheck.pairing.sums import summed
from claimcheck.pairing.words import alternatives
from claimcheck.values.amounts import Score
from claimcheck.values.quantity import Quantity
from claimcheck.values.rounding import rounded
from claimcheck.verdict import Verdict

_FREE = r"[^\ue000-\uefff.;:!?(),]"
_HEDGE = rf"(?:(?:{alternatives('hedges')}) ){{0,3}}"
_THE = r"(?:all )?(?:the |its |their |his |her |those |these |our )?"
_OR = rf"(?:,? ?\((?:or )?|,? (?:or|that is|i\.e\.),? ){_HEDGE}"
_SHARE = rf"(?P<share>{FIGURE})(?![- ](?:\w+ )?(?:more|less|fewer|higher|lower|up|down|points?)\b)"
_PART, _WHOLE = rf"(?P<part>{FIGURE})", rf"(?P<whole>{FIGURE})"
_SHARES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_PART}{_FREE}{{0,20}} (?:of|out of|from among) {_THE}{_HEDGE}{_WHOLE}{_FREE}{{0,50}}{_OR}{_SHARE}(?=[),;. ])(?! of)",
        rf"\b(?:of|out of|among) {_THE}{_HEDGE}{_WHOLE}{_FREE}{{0,50}}, {_HEDGE}{_PART}{_FREE}{{0,30}}{_OR}{_SHARE}(?=[),;.])",
        rf"{_PART}{_FREE}{{0,30}}{_OR}{_SHARE},? (?:of|out of) {_THE}{_HEDGE}{_WHOLE}",
    )
)
_MEAN = re.compile(
    rf"(?P<total>{FIGURE}){_FREE}{{0,40}}? (?:(?:from|over|across|among|amongst|between|in|for|by) )?{_THE}"
    rf"(?P<number>{FIGURE}){_FREE}{{0,40}}?"
    rf"(?:,? ?[(–—]|, )(?:or )?(?:an average of|averaging|which is|or|that is) {_HEDGE}(?P<mean>{FIGURE})"
    rf"(?P<per> (?:\w+ )?(?:each|apiece|a head|(?:a|per|every) \w+|on average)\b)?",
    re.IGNORECASE,
)
_LEAVING = re.compile(
    rf"(?P<whole>{FIGURE}){_FREE}{{0,60}}?,? (?:{alternatives('lost')}) {_HEDGE}(?P<run>{FIGURE}[^.;:!?(]{{0,60}}?),? "
    rf"leaving (?:\w+ )?{_HEDGE}(?P<rest>{FIGURE})",
    re.IGNORECASE,
)
_MAJORITY = re.compile(
    rf",? \(?(?:(?:with |by |giving \w+ |for |and )?(?:a|an|the|its|their|his|her) )?(?:"
    rf"(?:majority|margin|lead|difference) of (?P<size>{FIGURE})(?=[,.;)]|$| (?:votes?|seats?|goals?|points?)\b)"
    rf"|(?P<votes>{FIGURE})[- ](?:vote|point|goal|run|seat)s? (?:majority|margin|lead|victory|win)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:(?:majority|margin|lead) of (?P<size>{FIGURE})(?: \w+)?|(?P<votes>{FIGURE})[- ](?:vote|point|goal|run|seat)s? "
    rf"(?:majority|margin|lead|victory|win)),? \(?(?:by |at |of )?\Z",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"(?P<one>{FIGURE})(?: votes?| members| councillors)? (?:in favou?r|for) ?(?:and|to|,) (?P<two>{FIGURE}) against,? "
    rf"(?:with )?(?:a|an|the) "
    rf"(?:majority|margin|lead|difference) of (?P<size>{FIGURE})(?=[,.;)]|$| votes?\b)",
    re.IGNORECASE,
)
_NEEDED = re.compile(
    r"\b(?:needed|required|necessary|absolute|overall|working|two-thirds|at half|half-time|first leg|aggregate)\b", re.I
)
_SLACK, _FINE, _FRACTION = Decimal("0.011"), Decimal("0.0015"), Decimal("0.12")
_LOOSE = Decimal("0.12")  # of itself, that a mean may be rounded
_EACH = frozenset({"each", "apiece", "average"})
_HEADS = frozenset({"head", "person", "capita"})


def shares(document: Document, sentences: Sequence[Slots], nouns: Nouns, scores: Mapping[int, Mention]) -> Iterator[Reckoning]:
    """Yield each share, mean, remainder and majority that does not come out; `scores` are by where they end."""
    for sentence in sentences:
        yield from _majorities(document, sentence, scores)
        if len(sentence.mentions) < 3:
            continue
        yield from _differences(document, sentence)
        yield from _shares(document, sentence, nouns)
        yield from _means(document, sentence, nouns)
        yield from _left(document, sentence, nouns)


def _shares(document: Document, sentence: Slots, nouns: Nouns) -> Iterator[Reckoning]:
    """Yield "312 of the 480 pupils, or 75 per cent"."""
    seen: set[int] = set()
    for pattern in _SHARES:
        for match in pattern.finditer(sentence.text):
            part, whole, share = (sentence.figure(match, name) for name in ("part", "whole", "share"))
            if share.span.start in seen or not _are_parts(part, whole, nouns):
                continue
            seen.add(share.span.start)
            ratio = _ratio(part.value, whole.value)
            if ratio is not None and isinstance(share.value, Quantity) and _agrees(ratio, share.value) is False:
                yield _shown(document, share, (part, whole), " of ", f"{ratio[2] * 100:.1f} per cent")


def _are_parts(part: Mention, whole: Mention, nouns: Nouns) -> bool:
    """Whether one number may be of those that the other counts."""
    one, other = part.value, whole.value
    if (
        not isinstance(one, Quantity)
        or not isinstance(other, Quantity)
        or one.unit != other.unit
        or one.unit in {"%", "fraction"}
    ):
        return False
    noun = nouns.of(part)
    return one.middle < other.middle and (not noun or not nouns.of(whole) or noun == nouns.of(whole))


def _ratio(one: object, other: object) -> tuple[Decimal, Decimal, Decimal] | None:
    """Return the least and the greatest that one number may be of another, and what it is as written."""
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or other.middle <= 0:
        return None
    small, large = (q if q.exact else rounded(q) for q in (one, other))
    if small.low is None or small.high is None or large.low is None or large.high is None or large.low <= 0:
        return None
    return small.low / large.high, small.high / large.low, one.middle / other.middle


def _agrees(ratio: tuple[Decimal, Decimal, Decimal], share: Quantity) -> bool | None:
    """Return whether a share in per cent or as a fraction may be that ratio; None where it is neither."""
    if share.unit not in {"%", "fraction"} or share.low is None or share.high is None:
        return None
    if share.unit == "fraction":
        wide = _FRACTION * share.middle
        return share.low - wide <= ratio[1] and ratio[0] <= share.high + wide
    plain = rounded(share, Decimal(0))
    assert plain.low is not None  # as both ends of the share are
    assert plain.high is not None
    wide = _FINE if share.middle != int(share.middle) else _SLACK
    return plain.low / 100 - wide <= ratio[1] and ratio[0] <= plain.high / 100 + wide


def _means(document: Document, sentence: Slots, nouns: Nouns) -> Iterator[Reckoning]:
    """Yield "£12,000 from 300 people, an average of £40 each"."""
    for match in _MEAN.finditer(sentence.text):
        whole, number, mean = (sentence.figure(match, name) for name in ("total", "number", "mean"))
        one, count, given = whole.value, number.value, mean.value
        if not isinstance(one, Quantity) or not isinstance(count, Quantity) or not isinstance(given, Quantity):
            continue
        per = (match["per"] or "").lower().split()
        if one.unit != given.unit or one.unit in {"%", "fraction"} or not _is_per(per, count, nouns.of(number)):
            continue
        few = count if count.high is not None or count.low is None else Quantity.of(count.low, count.unit)
        ratio = _ratio(one, few)
        if ratio is None or ("average" not in match.group().lower() and not per):
            continue
        plain = Quantity(ratio[0], ratio[1], given.unit, exact=False).widened(_LOOSE)
        if not plain.overlaps(rounded(given)):
            yield _shown(document, mean, (whole, number), " over ", f"{ratio[2]:,.1f}")


def _is_per(per: Sequence[str], count: Quantity, noun: str) -> bool:
    """Whether a mean is told for each of those that are counted: "£40 a head" of people, "300 a day" of days."""
    last = per[-1] if per else ""
    if last in _EACH or not last:
        return not count.unit and bool(noun)
    if last in _HEADS:
        return not count.unit and noun not in {"", "day", "week", "month", "year"}
    return last[:4] == (count.unit or noun)[:4]


def _left(document: Document, sentence: Slots, nouns: Nouns) -> Iterator[Reckoning]:
    """Yield "had 20 hives and lost eight, leaving 10"."""
    for match in _LEAVING.finditer(sentence.text):
        whole, rest = sentence.figure(match, "whole"), sentence.figure(match, "rest")
        gone = [sentence.figure(m, 0) for m in re.finditer(FIGURE, match["run"])]
        named = {nouns.of(m) for m in (whole, rest, *gone)} - {""}
        units = {m.value.unit if isinstance(m.value, Quantity) else "×" for m in (whole, rest, *gone)}
        if len(named) < 2 and len(units) == 1 and not units & {"%", "fraction", "×"}:
            yield from summed(document, whole, (*gone, rest))


def _majorities(document: Document, sentence: Slots, scores: Mapping[int, Mention]) -> Iterator[Reckoning]:
    """Yield "by 14 votes to 11, a majority of five"."""
    for end in range(sentence.span.start, sentence.span.end) if scores else ():
        score = scores.get(end)
        if score is None or not isinstance(score.value, Score) or _NEEDED.search(sentence.text):
            continue
        place = sentence.place(score)
        match = _MAJORITY.match(sentence.text, place.end) or _BEFORE.search(sentence.text[: place.start])
        if match is None:
            continue
        size = sentence.figure(match, "size" if match["size"] else "votes")
        gap = abs(score.value.first.middle - score.value.second.middle)
        exact = score.value.first.exact and score.value.second.exact
        if exact and isinstance(size.value, Quantity) and not size.value.unit and _is_other(size.value, gap, score.value):
            yield _shown(document, size, (score,), "", f"a lead of {gap:,f}")


def _differences(document: Document, sentence: Slots) -> Iterator[Reckoning]:
    """Yield "120 in favour and 84 against, a majority of 36"."""
    for match in _FOR.finditer(sentence.text):
        one, two, size = (sentence.figure(match, name) for name in ("one", "two", "size"))
        if not all(isinstance(m.value, Quantity) and m.value.exact and not m.value.unit for m in (one, two, size)):
            continue
        assert isinstance(one.value, Quantity)
        assert isinstance(two.value, Quantity)
        assert isinstance(size.value, Quantity)
        gap = abs(one.value.middle - two.value.middle)
        if not rounded(size.value).overlaps(Quantity.of(gap)):
            yield _shown(document, size, (one, two), " less ", f"{gap:,f}")


def _is_other(size: Quantity, gap: Decimal, score: Score) -> bool:
    """Whether a majority is neither the lead nor the votes of the winner."""
    winner = max(score.first.middle, score.second.middle)
    return not any(rounded(size).overlaps(Quantity.of(number)) for number in (gap, winner))


def _shown(document: Document, given: Mention, sides: Sequence[Mention], between: str, right: str) -> Reckoning:
    words = [document.words(m.span) for m in sides]
    told = between.join(words)
    conflict = Conflict(
        given.span,
        f"the text gives {document.words(given.span)} for {told}; it is {right}",
        label="what it comes to",
        notes=tuple(Note(m.span, "from this") for m in sides),
        derivation=(f"{told}: {right}", f"{right}, not {document.words(given.span)}"),
    )
    return Reckoning(Sort.SUM, Verdict.REFUTED, conflict)

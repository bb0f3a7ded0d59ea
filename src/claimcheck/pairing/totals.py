"""Parts in several sentences against a whole that the text itself calls one: "votes shared among the four"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from claimcheck.claim import Mention
from claimcheck.document import Document
from claimcheck.figure import Figure, Reckoning
from claimcheck.pairing.nouns import Nouns
from claimcheck.pairing.runs import run_of
from claimcheck.pairing.slots import FIGURE, Slots
from claimcheck.pairing.sums import summed, total
from claimcheck.pairing.words import words_of
from claimcheck.values.quantity import Quantity

_SHARED = re.compile(
    rf"(?P<whole>{FIGURE})[^\ue000-\uefff.;:!?]{{1,60}}?\b(?:shared|split|divided|distributed|cast|spread) (?:out )?(?:equally )?"
    rf"(?:among|amongst|between|for|across|by) (?:the |all |its |these |those )*(?P<count>{FIGURE})", re.I,
)  # fmt: skip
_COMBINED = re.compile(rf"\b(?P<the>the |their )?(?:combined|aggregate|joint) (?P<whole>{FIGURE})", re.I)
_DIVISIONS = re.compile(
    rf"\b(?:all|the whole|entire|entirely|made up|consists?|only|solely)\b[^\ue000-\uefff.;:!?]{{0,80}}?(?P<count>{FIGURE})"
    rf"(?= (?:\w+ )?(?:divisions|units|segments|businesses|arms|brands|branches|regions|departments|shops|stores|sites|sources"
    r"|streams|parts))",
    re.I,
)
_SOLELY = re.compile(
    rf"\b(?:made up|consist(?:s|ing|ed)?|comprised|composed)(?: (?:solely|entirely|only|wholly|exclusively))? of "
    rf"(?P<run>{FIGURE}(?:[^\ue000-\uefff.;:!?()]{{1,70}}{FIGURE})+)", re.I,
)  # fmt: skip
_OLDEST = 115
_MOST = 9  # parts, and the sentences that are looked through for them
_RANGE = 8  # sentences


def totals(document: Document, sentences: Sequence[Slots], nouns: Nouns) -> Iterator[Reckoning]:
    """Yield each whole of the text that none of its parts, however they are taken, add up to."""
    for place, sentence in enumerate(sentences):
        yield from _shared(document, sentences, place, nouns)
        yield from _combined(document, sentences, place, nouns)
        yield from _solely(document, sentences, sentence, nouns)
        yield from _divisions(document, sentences, place, nouns)


def _shared(document: Document, sentences: Sequence[Slots], place: int, nouns: Nouns) -> Iterator[Reckoning]:
    """Yield "10,500 votes shared among the four candidates" with four such figures near it that make another sum."""
    for match in _SHARED.finditer(sentences[place].text):
        whole, count = sentences[place].figure(match, "whole"), _whole_number(sentences[place].figure(match, "count"))
        for group in _groups(sentences, place):
            parts = [m for s in group for m in s.mentions if m is not whole and _may_be_part(s, m, whole, nouns)]
            if len(parts) == count:
                yield from summed(document, whole, parts)
                return


def _groups(sentences: Sequence[Slots], place: int) -> Iterator[list[Slots]]:
    """Yield the paragraphs about a sentence, its own first, then those before and behind."""
    own = sentences[place].paragraph
    near = sentences[max(0, place - _RANGE) : place + _RANGE]
    paragraphs = sorted({s.paragraph for s in near}, key=lambda p: (abs(p - own), p > own))
    for paragraph in paragraphs:
        yield [s for s in near if s.paragraph == paragraph]
    yield [s for s in near if s.paragraph in {own, own - 1}]


def _whole_number(mention: Mention) -> int:
    value = mention.value
    exact = isinstance(value, Quantity) and value.exact and value.number is not None and not value.unit
    return (
        int(value.number)
        if exact and isinstance(value, Quantity) and value.number is not None and 1 < value.number <= _MOST
        else 0
    )


def _may_be_part(sentence: Slots, mention: Mention, whole: Mention, nouns: Nouns) -> bool:
    """Whether a figure may be one of the parts: of the same unit and noun, or with both left out, and no age."""
    value, given = mention.value, whole.value
    if not isinstance(value, Quantity) or not isinstance(given, Quantity) or is_age(sentence, mention):
        return False
    noun, other = nouns.of(mention), nouns.of(whole)
    if given.unit:
        elided = not value.unit and not noun
        return value.unit == given.unit or elided
    return (
        not value.unit and (noun == other or not noun) and (value.high is None or given.high is None or value.high < given.high)
    )


def is_age(sentence: Slots, mention: Mention) -> bool:
    """Whether a number between commas behind a name is an age."""
    place = sentence.place(mention)
    before, behind = sentence.text[: place.start], sentence.text[place.end :]
    if isinstance(mention.value, Quantity) and mention.value.middle > _OLDEST:
        return False
    return mention.type == "AGE" or (
        before.endswith(", ") and behind[:1] in {",", "."} and before[:-2].split(" ")[-1][:1].isupper()
    )


def _combined(document: Document, sentences: Sequence[Slots], place: int, nouns: Nouns) -> Iterator[Reckoning]:
    """Yield "the combined 23 years" if no two or more of the figures before it make it."""
    sentence = sentences[place]
    for match in _COMBINED.finditer(sentence.text):
        whole = sentence.figure(match, "whole")
        if not isinstance(whole.value, Quantity) or not (whole.value.unit or nouns.of(whole)):
            continue
        for run in _runs(sentences, place, whole, nouns):
            if (len(run) > 2 or match["the"]) and not _some_make(run, whole):
                yield from summed(document, whole, run)
            return


def _runs(sentences: Sequence[Slots], place: int, whole: Mention, nouns: Nouns) -> Iterator[list[Mention]]:
    """Yield the figures of each earlier paragraph that may be parts, if there are two or more and one names the unit."""
    paragraphs: dict[int, list[Mention]] = {}
    for sentence in sentences[max(0, place - 3 * _RANGE) : place]:
        found = [m for m in sentence.mentions if _may_be_part(sentence, m, whole, nouns)]
        paragraphs.setdefault(sentence.paragraph, []).extend(found)
    unit = whole.value.unit if isinstance(whole.value, Quantity) else ""
    for paragraph in sorted(paragraphs, reverse=True):
        run = paragraphs[paragraph]
        named = any((isinstance(m.value, Quantity) and m.value.unit == unit != "") or (not unit and nouns.of(m)) for m in run)
        if 1 < len(run) <= _MOST and named:
            yield run


def _some_make(parts: Sequence[Mention], whole: Mention) -> bool:
    """Whether some of the parts add up to the whole."""
    given = whole.value
    assert isinstance(given, Quantity)  # as asked before
    for size in range(2, len(parts) + 1):
        for some in combinations(parts, size):
            found = total(some)
            if found is None or Quantity(found.low, found.high, given.unit).overlaps(given):
                return True
    return False


def _solely(document: Document, sentences: Sequence[Slots], sentence: Slots, nouns: Nouns) -> Iterator[Reckoning]:
    """Yield "made up of 40 houses and 32 flats" against the homes that the text counts elsewhere."""
    for match in _SOLELY.finditer(sentence.text):
        parts = run_of(sentence, match["run"])
        named = [nouns.of(p) for p in parts]
        if not parts or not all(named) or sentence.figure(match, "run") is not parts[0]:
            continue
        sum_of = total(parts)
        wholes = [f for f in nouns.figures.values() if f.noun not in named and f.noun and nouns.covers(f.noun, named)]
        wholes = [f for f in wholes if not f.partial and not f.negated and f.value.exact and f.sentence != sentence.number]
        if not wholes or sum_of is None or any(sum_of.overlaps(f.value) for f in wholes):
            continue
        whole = wholes[0]  # what the text tells first is what it is about
        if _is_near(whole.value.middle, sum_of.middle):
            yield from summed(document, whole.mention, parts)


def _is_near(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers may be one and a slip of it."""
    return min(one, other) * 2 > max(one, other)


def _divisions(document: Document, sentences: Sequence[Slots], place: int, nouns: Nouns) -> Iterator[Reckoning]:
    """Yield "all sales come from three divisions" with their figures against the sales that the text gives elsewhere."""
    sentence = sentences[place]
    match = _DIVISIONS.search(sentence.text)
    measures = _measures(sentence.text) if match else frozenset()
    if match is None or not measures:
        return
    count = _whole_number(sentence.figure(match, "count"))
    for near in (sentences[place + 1 : place + 2], sentences[place : place + 1], sentences[place + 1 : place + 3]):
        parts = [m for s in near for m in s.mentions if m.type == "MONEY"]
        if count and len(parts) == count:
            wholes = [f for f in _measured(sentences, nouns, measures) if f.mention not in parts and _is_larger(f, parts)]
            sum_of = total(parts)
            if wholes and sum_of is not None and not any(sum_of.overlaps(f.value) for f in wholes):
                yield from summed(document, wholes[0].mention, parts)
            return


def _measures(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", text.lower())) & words_of("income")


def _measured(sentences: Sequence[Slots], nouns: Nouns, measures: frozenset[str]) -> Iterator[Figure]:
    """Yield the money of sentences that speak of the same measure, but for that of another time."""
    for sentence in sentences:
        if not _measures(sentence.text):
            continue
        for mention in sentence.mentions:
            before = sentence.text[: sentence.place(mention).start].rstrip()
            figure = nouns.figures.get(mention.span.start)
            if (
                figure is not None
                and mention.type == "MONEY"
                and not before.endswith((" from", " by", " against", " after", " of"))
            ):
                yield figure


def _is_larger(figure: Figure, parts: Sequence[Mention]) -> bool:
    """Whether a figure is no part itself: more than any of them."""
    sizes = [m.value.middle for m in parts if isinstance(m.value, Quantity) and m.value.unit == figure.value.unit]
    return len(sizes) == len(parts) and figure.value.middle > max(sizes, default=Decimal(0))

"""Changes that the text states, held against the two numbers that they lie between."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.claim import Mention
from claimcheck.document import Document, Span
from claimcheck.figure import Reckoning, Sort
from claimcheck.finding import Conflict, Note, Suggestion
from claimcheck.pairing.change_words import (
    ADJUSTED,
    ARTICLE,
    DIRECTION,
    ELSE,
    GOES,
    GOES_ON,
    GONE,
    JOINED,
    LEVEL,
    MEASURED,
    NARROW,
    NEGATING,
    OPENING,
    OWN,
    PLAIN_END,
    RATES,
    REVERSED,
    STATED,
    WORD,
    WORDS,
)
from claimcheck.pairing.growth import Ends, agrees, right_change
from claimcheck.pairing.points import Points, noun_of, points_across, points_before, points_in
from claimcheck.pairing.slots import FIGURE, Slots
from claimcheck.values.amounts import Direction, Multiple
from claimcheck.values.quantity import Quantity
from claimcheck.verdict import Verdict

_NEAR = 45  # characters
# What a change itself is from or to.
_OWN_END = re.compile(
    rf",?(?: (?:percentage )?points?)?(?: (?:more|fewer|less|higher|lower))? (?:from|to|than)"
    rf" (?:the |its |only |just |about |nearly )?(?P<end>{FIGURE})"
)
_Stated = tuple[Mention, str, Span]


def changes(document: Document, sentences: Sequence[Slots]) -> Iterator[Reckoning]:
    """Yield what the stated changes and directions come to."""
    previous: Slots | None = None
    for sentence in sentences:
        if len(sentence.mentions) > 1 or (sentence.mentions and previous is not None):
            yield from _in_sentence(document, sentence, previous)
        previous = sentence if sentence.mentions else None


def _in_sentence(document: Document, sentence: Slots, previous: Slots | None) -> Iterator[Reckoning]:
    points = list(points_in(sentence))
    if not points and previous is not None and previous.paragraph == sentence.paragraph:
        points = list(points_across(sentence, previous))
    points = points or list(points_before(sentence))
    for number, pair in enumerate(points):
        alone = len(points) == 1
        stated = [s for s in _stated(sentence, pair, points) if alone or _nearest(s, points) == number]
        stated = [s for s in stated if not _is_of_others(sentence, s[0], pair)]
        for by, word, where in stated:
            yield from _compare(document, sentence, pair, by, word, where)
        yield from _direction(document, sentence, pair)
    if len(points) == 1 and points[0].shape != "across" and previous is not None and previous.paragraph == sentence.paragraph:
        yield from _told_before(document, sentence, previous, points[0])


def _is_of_others(sentence: Slots, by: Mention, pair: Points) -> bool:
    """Whether a change has ends of its own behind it: "up 3.1 points from 38.1", "by 10 per cent, to £87"."""
    match = _OWN_END.match(sentence.text, sentence.place(by).end)
    return match is not None and sentence.figure(match, "end") not in {pair.before, pair.after}


def _told_before(document: Document, sentence: Slots, previous: Slots, pair: Points) -> Iterator[Reckoning]:
    """Yield the change that the sentence before gives for two numbers of this one."""
    own = [s for s in _stated(sentence, pair, [pair]) if _is_share(s[0])]
    stated = [s for s in _stated(previous, pair, [pair]) if _is_share(s[0])]
    if own or len(stated) != 1 or len(previous.mentions) != 1 or not _is_same(sentence, previous, pair, stated[0]):
        return
    by, word, where = stated[0]
    yield from _compare(document, previous, pair, by, word, where)


def _is_share(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Multiple) or (isinstance(value, Quantity) and value.unit in {"%", "fraction"})


def _is_same(sentence: Slots, previous: Slots, pair: Points, stated: _Stated) -> bool:
    """Whether two sentences speak of the same number, and neither of another place or time."""
    text, before = previous.text.lower(), previous.text[: stated[2].start]
    ways = {DIRECTION[w.group().lower()] for w in WORD.finditer(text)}
    if isinstance(stated[0].value, Multiple):
        ways.add(Direction.UP if stated[0].value.factor.middle > 1 else Direction.DOWN)
    narrow = NARROW.search(before) or not PLAIN_END.match(previous.text, stated[2].end) or OPENING.match(sentence.text)
    if narrow or ways != {pair.ends.direction} or pair.ends.after.unit == "%":
        return False
    nouns = {n for n in (noun_of(sentence, pair.after), noun_of(sentence, pair.before)) if n}
    if pair.ends.after.unit:
        named = sentence.text[: pair.span.end].lower()
        nouns = {w[:5] for w in re.findall(r"[a-z]{4,}(?! of)\b", named) if w in MEASURED}
    return any(re.search(rf"\b{re.escape(n)}", text) for n in nouns)


def _stated(sentence: Slots, pair: Points, points: Sequence[Points]) -> Iterator[_Stated]:
    """Yield the sizes of change that the sentence states, with the word of change."""
    taken = {m.span for p in points for m in (p.before, p.after)}
    for pattern in STATED:
        for match in pattern.finditer(sentence.text):
            by = sentence.figure(match, "by")
            if by.span not in taken:
                taken.add(by.span)
                yield by, match["word"], Span(match.start(), match.end())
    for mention in sentence.mentions:
        if isinstance(mention.value, Multiple) and mention.span not in taken:
            yield mention, "", sentence.place(mention)


def _nearest(stated: _Stated, points: Sequence[Points]) -> int:
    """Return which pair of numbers a stated change stands beside, -1 if it stands near none."""
    gaps = [max(p.span.start - stated[2].end, stated[2].start - p.span.end, 0) for p in points]
    return gaps.index(min(gaps)) if gaps.count(min(gaps)) == 1 and min(gaps) < 30 else -1


def _compare(document: Document, sentence: Slots, pair: Points, by: Mention, word: str, where: Span) -> Iterator[Reckoning]:
    value = by.value
    if not isinstance(value, Quantity | Multiple):
        return
    if (
        isinstance(value, Quantity)
        and value.unit not in {"%", "pp", "fraction"}
        and pair.ends.after.unit != "%"
        and not _is_difference(sentence, by, pair)
    ):
        return
    if isinstance(value, Quantity) and not value.unit and pair.ends.after.unit == "%" and noun_of(sentence, by) == "point":
        value = replace(value, unit="pp")
    if word == "or" and not (isinstance(value, Quantity) and value.unit == "%"):
        return
    if pair.shape in {"dated", "across", "after"} and OWN.match(sentence.text, sentence.place(by).end):
        return
    if pair.shape == "dated" and JOINED.search(sentence.text, pair.span.end, where.start):
        return
    if pair.shape == "dated":
        pair = _turned(pair, word, value)
    verdict = agrees(pair.ends, value)
    if verdict is not False:
        return
    reason = ""
    if ADJUSTED.search(sentence.text) or RATES.match(sentence.text, sentence.place(by).end):
        reason = "the change may be an adjusted or a mean one"
    elif NEGATING.search(sentence.text[max(0, where.start - 40) : where.start]):
        reason = "the change is denied"
    yield _reckoning(document, pair, by, value, reason)


def _turned(pair: Points, word: str, value: Quantity | Multiple) -> Points:
    """Return two numbers at two times in the order that the change gives them: "39 stores now, double the 20 of 2015"."""
    told = DIRECTION.get(word.lower())
    if isinstance(value, Multiple):
        told = Direction.UP if value.factor.middle > 1 else Direction.DOWN
    if told is None or pair.ends.direction in {None, told}:
        return pair
    return replace(pair, before=pair.after, after=pair.before, ends=Ends(pair.ends.after, pair.ends.before))


def _is_difference(sentence: Slots, by: Mention, pair: Points) -> bool:
    """Whether a plain number may be the difference: of the same unit and noun."""
    value = by.value
    assert isinstance(value, Quantity)  # as asked before
    noun, other = noun_of(sentence, by), noun_of(sentence, pair.after)
    return (
        value.unit == pair.ends.after.unit and (not noun or not other or noun == other) and pair.shape not in {"across", "dated"}
    )


def _reckoning(document: Document, pair: Points, by: Mention, value: Quantity | Multiple, reason: str) -> Reckoning:
    before, after, change = (document.words(m.span) for m in (pair.before, pair.after, by))
    right = right_change(pair.ends, value)
    unit = f" {value.unit}" if isinstance(value, Quantity) and value.unit != "fraction" else ""
    conflict = Conflict(
        by.span,
        f"the text gives the change from {before} to {after} as {change}; it is {right}{unit}",
        label="the change",
        notes=(Note(pair.before.span, "before"), Note(pair.after.span, "after")),
        derivation=(
            f"from {before} to {after}",
            f"{after} less {before}, of {before}: {right}{unit}",
            f"{right}{unit}, not {change}",
        ),
        suggestions=_suggestions(by, value, change, right),
    )
    return Reckoning(Sort.CHANGE, Verdict.NOT_ENOUGH_INFO if reason else Verdict.REFUTED, conflict, reason)


def _suggestions(by: Mention, value: Quantity | Multiple, change: str, right: str) -> tuple[Suggestion, ...]:
    written = re.search(r"\d[\d.,]*\d|\d", change)
    if isinstance(value, Multiple) or value.unit == "fraction" or written is None or value.exact is False:
        return ()
    return (Suggestion(by.span, change.replace(written.group(), right, 1), "the change between the two numbers"),)


def _direction(document: Document, sentence: Slots, pair: Points) -> Iterator[Reckoning]:
    """Yield the pair if the word of change before it tells of the other direction."""
    actual = pair.ends.direction
    if actual is None or pair.shape in {"across", "dated", "than"}:
        return
    start = max((sentence.text.rfind(mark, 0, pair.span.start) for mark in ";!?"), default=-1) + 1
    words = list(WORD.finditer(sentence.text, start, pair.span.end))
    words = [
        w for w in words if w.group().lower() not in {"more", "less", "fewer", "loss", "gain", "leap", "cuts", "cut", "growth"}
    ]
    words = [w for w in words if w.group().lower() not in {"up", "down"} or _is_way(sentence.text, w)]
    told = {DIRECTION[w.group().lower()] for w in words}
    if len(told) != 1 or actual in told or LEVEL.match(sentence.text, pair.span.end):
        return
    word = words[-1]
    if pair.shape == "after" and sentence.text[: pair.span.start].rstrip().endswith(" by"):
        return  # "fares rose by 4.9 per cent, after 5.9 per cent": two rises
    if _is_other_matter(sentence.text, word, pair):
        return
    between = sentence.text[word.end() : pair.span.start]
    others = [c for c in between if "\ue000" <= c < "\uf000"]
    if (pair.shape == "after" and others) or len(others) > 1 or REVERSED.search(sentence.text) or NEGATING.search(sentence.text):
        return
    before, after = (document.words(m.span) for m in (pair.before, pair.after))
    where = sentence.whole(word.start(), word.end())
    conflict = Conflict(
        where,
        f"the text gives “{word.group()}” for a change from {before} to {after}",
        label="the direction",
        notes=(Note(pair.before.span, "before"), Note(pair.after.span, "after")),
        derivation=(
            f"before: {before}",
            f"after: {after}",
            f"{after} is {'more' if actual is Direction.UP else 'less'} than {before}",
        ),
    )
    yield Reckoning(Sort.CHANGE, Verdict.REFUTED, conflict)


def _is_way(text: str, word: "re.Match[str]") -> bool:
    """Whether "up" tells where a number went: "is up", "up from"; not "made up" and "set up"."""
    if ELSE.match(text, word.end()):
        return False
    return GOES.search(text[max(0, word.start() - 20) : word.start()]) is not None or GONE.match(text, word.end()) is not None


def _is_other_matter(text: str, word: "re.Match[str]", pair: Points) -> bool:
    """Whether the word of change stands too far from the numbers, or is a noun of which something else is said."""
    gap = text[word.end() : pair.span.start]
    if pair.shape == "after":
        return False
    noun = ARTICLE.search(text[: word.start()]) is not None and word.group().lower() in WORDS["noun"]
    return len(gap) > _NEAR or (noun and GOES_ON.match(gap) is None)

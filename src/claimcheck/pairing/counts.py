"""One thing counted or valued twice in a document: figures with one frame and two values."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.claim import Modality
from claimcheck.document import Document
from claimcheck.figure import Figure, Reckoning, Sort
from claimcheck.finding import Conflict, Note
from claimcheck.pairing.headlines import headlines
from claimcheck.pairing.qualities import qualities
from claimcheck.pairing.slots import DATE, Slots
from claimcheck.pairing.tallies import tallies
from claimcheck.pairing.words import words_of
from claimcheck.verdict import Verdict

_MOST = 40  # figures of one noun; a document that has more of them is a table


def counts(document: Document, slotted: Sequence[Slots], figures: Sequence[Figure]) -> Iterator[Reckoning]:
    """Yield each pair of figures that the text gives for the same things."""
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.noun and _is_plain(figure) and figure.noun not in words_of("measures"):
            groups.setdefault(figure.noun, []).append(figure)
    for group in groups.values():
        yield from _conflicts(document, slotted, group[:_MOST])
    for plain, total in tallies(slotted, [f for f in figures if f.noun not in words_of("measures")]):
        if _voice(plain) in {_voice(total), _granted(document, total)} and _may_be_one_time(plain, total, slotted):
            yield _reckoning(document, plain, total, "")
    for title, told in headlines(slotted, figures):
        if not _granted(document, told):
            yield _reckoning(document, title, told, "")
    for one, other in qualities(slotted, figures):
        if _voice(one) in {_voice(other), _granted(document, other)} and _may_be_one_time(one, other, slotted):
            yield _reckoning(document, one, other, "")
    yield from _sums_of_money(document, slotted, figures)


def _sums_of_money(document: Document, slotted: Sequence[Slots], figures: Sequence[Figure]) -> Iterator[Reckoning]:
    """Yield each pair of sums that are told to be paid for, or to be the value of, one thing."""
    groups: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in figures:
        for deed in ("valuing", "paying", "raising"):
            if figure.about and figure.verbs & words_of(deed) and not (figure.partial or figure.negated):
                for key in figure.about:
                    groups.setdefault((deed, key, figure.value.unit), []).append(figure)
    for (_, key, _), group in groups.items():
        for one, other in pairwise(group[:_MOST]):
            definite = one.total or other.total
            if (" " in key or "@" in key) and definite and one.sentence != other.sentence and _differ(one, other):
                asserted = {one.modality, other.modality} <= {Modality.ASSERTED}
                if asserted and _voice(one) == _voice(other) and _may_be_one_time(one, other, slotted):
                    yield _reckoning(document, one, other, "")
                    break


def _differ(one: Figure, other: Figure) -> bool:
    """Whether two sums differ, but not so much that they must be of different things."""
    large, small = max(one.value.middle, other.value.middle), min(one.value.middle, other.value.middle)
    return not one.value.overlaps(other.value) and small * 4 > large


def _is_plain(figure: Figure) -> bool:
    """Whether a figure is a whole number that holds without an if."""
    value = figure.value
    whole = value.exact and value.number is not None and value.number == int(value.number) and value.number > 1
    return whole and not value.unit and not figure.partial and not figure.negated and figure.modality is Modality.ASSERTED


def _conflicts(document: Document, slotted: Sequence[Slots], group: Sequence[Figure]) -> Iterator[Reckoning]:
    values = {f.value.number for f in group}
    if len(values) < 2:
        return
    for index, one in enumerate(group):
        for other in group[index + 1 :]:
            if one.value.number == other.value.number or one.sentence == other.sentence:
                continue
            reason = _why_not(slotted, group, one, other)
            if reason is None:
                continue
            yield _reckoning(document, one, other, reason)
            if not reason:
                return


def _why_not(slotted: Sequence[Slots], group: Sequence[Figure], one: Figure, other: Figure) -> str | None:
    """Return why two figures of one noun may both hold, "" if they cannot, None if they are not even close."""
    total, plain = (one, other) if one.exhaustive else (other, one)
    owned = (
        _owner_agrees(one, other)
        and one.kind == other.kind
        and all(f.total or f.measure in words_of("having") for f in (one, other))
    )
    if not (total.exhaustive or owned) or (total.kind and total.kind != plain.kind):
        return None
    if _voice(one) != _voice(other):
        return "two voices"
    if not _may_be_one_time(one, other, slotted):
        return "two times"
    if plain.exhaustive and not (one.kind or one.limits == other.limits or _owner_agrees(one, other)):
        return "what limits one of them"
    if plain.exhaustive or _owner_agrees(one, other):
        return "" if _limits_agree(total, plain) and (plain.total or _owner_agrees(one, other)) else "what limits one of them"
    if _is_introduced(plain, total, group):
        return "" if _limits_agree(total, plain) else "what limits one of them"
    return "nothing says that these are all"


def _voice(figure: Figure) -> str:
    """Return who says it, "" for the author; what is told of a deal is not said by it."""
    if figure.speaker is not None and figure.speaker.referent in figure.about:
        return ""
    return figure.speaker.referent or figure.speaker.text if figure.speaker is not None else ""


def _granted(document: Document, total: Figure) -> str:
    """Return the voice of what is taken for granted: "all 85, she said, …" is the author's number, but not in quotation marks."""
    before = document.plain[max(0, total.span.start - _QUOTED) : total.span.start]
    quoted = before.count('"') % 2 == 1 or before.count("“") > before.count("”")
    return _voice(total) if quoted else ""


def _may_be_one_time(one: Figure, other: Figure, slotted: Sequence[Slots]) -> bool:
    """Whether the two hold at one time: no date, or the same, and no word of change beside them."""
    first, last = sorted((one, other), key=lambda f: f.sentence)
    between = slotted[first.sentence + 1 : last.sentence] if last.sentence - first.sentence <= _CLOSE else ()
    if any(_CHANGED.search(_beside(slotted[f.sentence], f)) for f in (one, other)) or any(
        _CHANGED.search(s.text) for s in between
    ):
        return False
    if all(re.search(DATE, _beside(slotted[f.sentence], f)) and not f.time.known for f in (one, other)):
        return False
    if one.time.known and other.time.known:
        return one.time.overlaps(other.time)
    return True


def _beside(sentence: Slots, figure: Figure) -> str:
    """Return the words about a figure."""
    place = sentence.place(figure.mention)
    return _NOT_ONE.sub("all of", sentence.text[max(0, place.start - _BEFORE) : place.end + _BEHIND])


_BEFORE, _BEHIND = 50, 40  # characters
_CLOSE = 3  # sentences
_QUOTED = 300  # characters
_NOT_ONE = re.compile(r"\bnot (?:a single )?one of\b", re.IGNORECASE)
_CHANGED = re.compile(rf"\b(?:{'|'.join(sorted(words_of('changed')))})\b", re.IGNORECASE)


def _owner_agrees(one: Figure, other: Figure) -> bool:
    """Whether the two are of one thing that the text knows by name or description."""
    return one.owner == other.owner != ""


def _limits_agree(total: Figure, plain: Figure) -> bool:
    """Whether nothing tells the one things from the other: a place, or the act that the other is told with."""
    harmless = words_of("harmless") if total.limits != plain.limits else {limit.split(" ")[0].lower() for limit in total.limits}
    firsts = {limit.split(" ")[0].lower() for limit in (*total.limits, *plain.limits)}
    return all(first in harmless or _is_act(first, plain.measure) for first in firsts)


def _is_act(participle: str, verb: str) -> bool:
    """Whether "raised" is of the verb "raise": as far as the beginning tells."""
    return len(verb) > 2 and participle[: max(3, len(verb) - 2)] == verb[: max(3, len(verb) - 2)]


def _is_introduced(plain: Figure, total: Figure, group: Sequence[Figure]) -> bool:
    """Whether the figure without "all" tells of all: the first of its kind, where something is held, or of the same act."""
    if plain.limits == total.limits == ("aboard",):
        return True
    if plain is not group[0]:
        return False
    same_act = any(_is_act(limit.split(" ")[0].lower(), plain.measure) for limit in total.limits)
    return same_act or (plain.measure in words_of("holding") and bool(plain.kind or total.kind))


def _reckoning(document: Document, one: Figure, other: Figure, reason: str) -> Reckoning:
    first, second = (document.words(f.span) for f in (one, other))
    conflict = Conflict(
        other.span,
        f"the text gives {second} here and {first} elsewhere",
        label="one count",
        notes=(Note(one.span, "the other count"),),
        derivation=(f"{first}: {one.value}", f"{second}: {other.value}"),
        speaker=one.speaker if _voice(one) else None,
    )
    return Reckoning(Sort.COUNT, Verdict.NOT_ENOUGH_INFO if reason else Verdict.REFUTED, conflict, reason)

"""One thing measured or priced twice: two lengths of a bridge, two sums of one prize."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.claim import Modality
from claimcheck.figure import Figure, Quality
from claimcheck.pairing.slots import DATE, Slots
from claimcheck.pairing.tallies import are_near
from claimcheck.values.quantity import Quantity

_MOST = 30  # figures of one quality; a document that has more of them is a table
_SLACK = Decimal("0.03")  # of rounding
_BEFORE, _BEHIND = 35, 25  # characters
_MODAL = re.compile(r"\b(?:can|could|would|may|might|will|should|must)\b", re.IGNORECASE)
# Beside a number, one of these makes it that of each, of a plan, of a part, or of a change.
_APART = re.compile(
    r"\b(?:each|apiece|per|average|median|maximum|minimum|planned|original(?:ly)?|was to|were to|initially|estimated?|expected|"
    r"than|up to|budgeted|repair|runner-up|second|third|first|extra|combined|total|between|to reach|if|"
    r"before|after|once|until|summer|winter|evening|nightfall|morning|afternoon|at its|at least|at most|asking|guide|"
    r"reserve|record|print|edition|version|"
    r"adults?|child(?:ren)?|paperback|as much as|as many as)\b",
    re.IGNORECASE,
)


def qualities(slotted: Sequence[Slots], figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield each two figures that give one quality of one thing and differ."""
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.quality is not None and figure.quality.single and _is_plain(slotted[figure.sentence], figure):
            groups.setdefault(figure.quality.name, []).append(figure)
    for group in groups.values():
        for index, one in enumerate(group[:_MOST]):
            for other in group[index + 1 : _MOST]:
                if _differ(one, other) and _are_of_one_thing(slotted, one, other):
                    yield (one, other)


def _is_plain(sentence: Slots, figure: Figure) -> bool:
    """Whether a figure holds as it stands; what will be done to "the prize of £500" leaves the prize as it is."""
    place, quality = sentence.place(figure.mention), figure.quality
    before = sentence.text[max(0, place.start - _BEFORE) : place.start]
    beside = before + sentence.text[place.start : place.end + _BEHIND]
    granted = quality is not None and quality.definite and not quality.tense
    holds = figure.modality is Modality.ASSERTED and not _MODAL.search(before)
    holds = (
        (holds or (granted and figure.modality in {Modality.FUTURE, Modality.POSSIBLE}))
        and not figure.negated
        and not figure.partial
    )
    known = figure.value.low is not None and figure.value.high is not None
    return holds and known and not re.search(DATE, before) and not _APART.search(beside)  # "in summer the lake is …"


def _differ(one: Figure, other: Figure) -> bool:
    """Whether the second, in the unit of the first, is another number that may be a slip of it."""
    theirs = other.value.in_unit(one.value.unit)
    tenses = {f.quality.tense for f in (one, other) if f.quality is not None} - {""}
    if theirs is None or len(tenses) > 1 or one.sentence == other.sentence:
        return False
    mine: Quantity = one.value
    if other.value.unit != mine.unit or not (mine.exact and theirs.exact):
        mine, theirs = mine.widened(_SLACK), theirs.widened(_SLACK)
    return are_near(Quantity(mine.low, mine.high, mine.unit), Quantity(theirs.low, theirs.high, mine.unit))


def _are_of_one_thing(slotted: Sequence[Slots], one: Figure, other: Figure) -> bool:
    """Whether the second names the thing of the first again: by its key, or by its noun where no other such thing is told of."""
    first, second = one.quality, other.quality
    if first is None or second is None:
        return False
    if first.key and first.key == second.key and (first.words == second.words or not second.words):
        return True
    again = first.noun == second.noun and second.definite and second.words <= first.words
    return again and not _has_rivals(slotted, one, other, first)


def _has_rivals(slotted: Sequence[Slots], one: Figure, other: Figure, quality: Quality) -> bool:
    noun = re.escape(quality.noun)
    any_more = re.compile(
        rf"\b(?:{noun}e?s|(?:another|second|other|each|every|both|either|sister|next|previous|last) (?:\w+ ){{0,2}}{noun})\b",
        re.I,
    )
    one_more = re.compile(rf"\ban? (?:\w+ ){{0,2}}{noun}\b", re.I)
    first, last = sorted((one.sentence, other.sentence))
    return any(any_more.search(s.text) for s in slotted) or any(one_more.search(s.text) for s in slotted[first + 1 : last + 1])

"""All that a text says there are of something against the number with which it first tells of them."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

from claimcheck.claim import Modality
from claimcheck.figure import Figure
from claimcheck.pairing.slots import DATE, Slots
from claimcheck.values.quantity import Quantity

_ROWS = tomllib.loads(files(__package__).joinpath("tallies.toml").read_text(encoding="utf-8"))
_SAME: dict[str, str] = {noun: row[0] for row in _ROWS["same"] for noun in row}
_LIGHT, _BRINGING = frozenset(_ROWS["light"]), frozenset(_ROWS["bringing"])
_ACTS: dict[str, frozenset[int]] = {
    word: frozenset(n for n, row in enumerate(_ROWS["acts"]) if word in row) for row in _ROWS["acts"] for word in row
}
_APART = re.compile(rf"\b(?:{'|'.join(_ROWS['apart'])})\b", re.IGNORECASE)
_BESIDE = 40  # characters
_SEASON = 5  # months
_ABOUT = frozenset({"to", "against", "about"})
_WORD = re.compile(r"[^\W\d_]+(?:['’]s)?")
_MOST = 30  # figures of one noun
_OPENING = 3  # sentences at the head of a text, which tell what it is about
_NEAR = 2  # sentences in which what is told first may be taken up by "all"


def sort_of(noun: str) -> str:
    """Return the noun that stands for all of one meaning."""
    return _SAME.get(noun, noun)


def tallies(slotted: Sequence[Slots], figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield each pair of whole numbers of one noun, the second said to be all, that cannot be of the same things."""
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.noun and is_whole(figure):
            groups.setdefault(sort_of(figure.noun), []).append(figure)
    for group in groups.values():
        yield from _of_one_noun(slotted, figures, group[:_MOST])


def is_whole(figure: Figure) -> bool:
    """Whether a figure is a whole number, more than one, that holds and has no more beside it."""
    value = figure.value
    whole = value.exact and value.number is not None and value.number == int(value.number) and value.number > 1
    return whole and not value.unit and not figure.partial and not figure.negated and figure.modality is Modality.ASSERTED


def are_near(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers differ, but not so much that they must be of different things."""
    large, small = max(one.middle, other.middle), min(one.middle, other.middle)
    return not one.overlaps(other) and small * 2 > large


def _of_one_noun(slotted: Sequence[Slots], figures: Sequence[Figure], group: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    for total in (f for f in group if f.total):
        told = {f.value.number for f in group if f is not total and f.sentence != total.sentence}
        if total.value.number in told:
            continue  # whatever the other is of, these are told twice
        for plain in group:
            if plain.sentence == total.sentence or not are_near(plain.value, total.value):
                continue
            if _is_of_another_year(slotted[total.sentence], total) or any(
                _APART.search(_beside(slotted[f.sentence], f)) for f in (plain, total)
            ):
                continue
            if _same_things(slotted, group, plain, total) and not _is_sum(figures, plain, total):
                yield (plain, total)
                break


def _same_things(slotted: Sequence[Slots], group: Sequence[Figure], plain: Figure, total: Figure) -> bool:
    """Whether the act that makes the ones all is told with the other, or the other brings them into the text."""
    if not (total.exhaustive or plain.sentence < total.sentence):
        return False  # "the nine" take up what has been told
    kind = tuple(w for w in total.kind if w not in plain.kind)
    named = [w for w in _words(" ".join((*kind, *total.limits))) if w not in _LIGHT]
    if named:
        own = _words(slotted[plain.sentence].text)
        opening = [w for s in slotted[: min(_OPENING, total.sentence)] for w in _words(s.text)]
        act = named[0] if not kind or len(named) == 1 else next((w for w in named if w.endswith(("ed", "en"))), "")
        told = bool(act) and any(_is_one_act(act, w) for w in own)
        if not total.exhaustive and not (total.limits and act in _words(" ".join(total.limits))):
            return False
        return told and all(w == act or any(_is_stem(w, other) for other in (*own, *opening)) for w in named)
    bare = not plain.kind and not _narrows(plain)
    brought = plain.measure in _BRINGING and plain is group[0] and 0 < total.sentence - plain.sentence <= _NEAR
    return total.exhaustive and brought and bare and not total.limits


def _narrows(figure: Figure) -> bool:
    limits = [limit for limit in figure.limits if limit.split(" ")[0].lower() not in _ABOUT]
    return any(w not in _LIGHT for w in _words(" ".join(limits)))


def _beside(sentence: Slots, figure: Figure) -> str:
    place = sentence.place(figure.mention)
    return sentence.text[max(0, place.start - _BESIDE) : place.end + _BESIDE]


def _is_of_another_year(sentence: Slots, total: Figure) -> bool:
    """Whether a date longer than a season stands beside the number: "all 90 runners last year"."""
    dated = re.search(DATE, _beside(sentence, total)) is not None
    if not dated or any("this year" in limit for limit in total.limits):
        return False
    first, last = total.time.earliest, total.time.latest
    return first is None or last is None or 12 * (last.year - first.year) + last.month - first.month > _SEASON


def _is_one_act(one: str, other: str) -> bool:
    none: frozenset[int] = frozenset()
    return _is_stem(one, other) or bool(_ACTS.get(one, none) & _ACTS.get(other, none))


def _is_sum(figures: Sequence[Figure], plain: Figure, total: Figure) -> bool:
    """Whether the larger is made of the smaller and another number beside it."""
    large, small = sorted((plain, total), key=lambda f: f.value.middle, reverse=True)
    near = [f.value.middle for f in figures if abs(f.sentence - plain.sentence) <= 1 or abs(f.sentence - total.sentence) <= 1]
    rest: Decimal = large.value.middle - small.value.middle
    return rest in near


@lru_cache(maxsize=512)
def _words(text: str) -> tuple[str, ...]:
    return tuple(w.lower() for w in _WORD.findall(text))


def _is_stem(one: str, other: str) -> bool:
    """Whether two words are of one stem, as far as their beginnings tell: "tagged", "tags"."""
    short, long = sorted((one, other), key=len)
    if one == other:
        return True
    size = max(3, len(short) - 2)
    return len(short) > 2 and short[:size] == long[:size] and len(long) - len(short) <= 4

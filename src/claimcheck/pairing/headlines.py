"""A number of the headline that the text below gives otherwise, and nowhere as the headline has it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from claimcheck.figure import Figure
from claimcheck.pairing.slots import DATE, Slots
from claimcheck.pairing.tallies import sort_of
from claimcheck.pairing.words import words_of

_LEAD = 5  # sentences below the headline
_LEAST = 10  # smaller numbers count what the text may list
_MOST = 60  # figures
_ROUNDED, _NEAR = Decimal("1.2"), Decimal(2)
_OF_ITS = re.compile(r"\A (?:more |\w+ )?(?:of|from among) (?:its|the|their|his|her) \Z")


def headlines(slotted: Sequence[Slots], figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the number of the headline with that of the first sentences, if they count one noun and differ."""
    if not slotted or slotted[0].text.rstrip().endswith((".", "!", "?")) or len(figures) > _MOST:
        return
    body = [f for f in figures if f.sentence > 0]
    for title in (f for f in figures if f.sentence == 0 and f.noun and _is_count(f)):
        noun = sort_of(title.noun)
        places = {f.sentence for f in body if sort_of(f.noun) == noun}
        near = {n for place in places for n in (place - 1, place, place + 1)}
        known = _sums([f for f in body if not f.value.unit and sort_of(f.noun) in {"", noun} and f.sentence in near])
        if title.value.middle in known or any(f.value.exact and f.value.overlaps(title.value) for f in body):
            continue
        lead = [f for f in body if f.sentence <= _LEAD and _is_count(f) and _noun(slotted, figures, f) == noun]
        if lead and _may_be_slip(title, lead[0]) and not re.search(DATE, slotted[0].text) and len(lead) < _FEW:
            yield (title, lead[0])


_FEW = 3  # numbers of one noun


def _sums(figures: Sequence[Figure]) -> frozenset[Decimal]:
    """Return the numbers with all sums and differences of two."""
    told = [f.value.middle for f in figures[:_MOST]]
    return frozenset([*told, *(n for a, b in combinations(told, 2) for n in (a + b, abs(a - b)))])


def _is_count(figure: Figure) -> bool:
    value = figure.value
    return value.exact and not value.unit and value.number is not None and value.number >= _LEAST and not figure.negated


def _may_be_slip(title: Figure, told: Figure) -> bool:
    large, small = max(title.value.middle, told.value.middle), min(title.value.middle, told.value.middle)
    stock = told.exhaustive or told.measure in words_of("having") | {"be", ""}  # of which the headline may tell a part
    return not told.partial and not (stock and told.noun) and small * _ROUNDED <= large <= small * _NEAR


def _noun(slotted: Sequence[Slots], figures: Sequence[Figure], figure: Figure) -> str:
    """Return the noun that a figure counts: in "60 of its 410 beds" the beds."""
    if figure.noun:
        return sort_of(figure.noun)
    sentence = slotted[figure.sentence]
    end = sentence.place(figure.mention).end
    for other in figures:
        if other.sentence == figure.sentence and other.noun and other.mention.span.start > figure.mention.span.end:
            between = sentence.text[end : sentence.place(other.mention).start]
            return sort_of(other.noun) if _OF_ITS.match(between) else ""
    return ""

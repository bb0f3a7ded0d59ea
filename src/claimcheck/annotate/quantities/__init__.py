"""Numbers, percentages, money, measures, shares, scores, multiples and ranks → Quantity, Score and Multiple."""

from collections.abc import Iterator, Sequence

from claimcheck.annotate.quantities.labels import is_address
from claimcheck.annotate.quantities.places import forget, places
from claimcheck.annotate.quantities.reading import quantities
from claimcheck.claim import Mention
from claimcheck.document import Span

_TAKEN = "\2"


def read_quantities(text: str, start: int, end: int, taken: Sequence[Span]) -> tuple[Mention, ...]:
    """Return the quantities of text[start:end] in text order, none that overlaps another or a span of `taken`.

    The span is the number with its unit; words beside it such as "about" only widen the value.
    """
    stretch = text[start:end]
    if taken:
        stretch = "".join(_without(stretch, start, taken))
    found = []
    for place in places(stretch):
        offset = start + place.start
        for one in quantities(place.text, place.before, place.after):
            if one.rule == "number" and is_address(text, offset + one.last):
                continue
            found.append(Mention(Span(offset + one.first, offset + one.last), one.type, one.value, one.rule))
    return tuple(found)


def _without(text: str, start: int, taken: Sequence[Span]) -> Iterator[str]:
    """Yield the text in pieces, with what is taken blotted out."""
    at = 0
    for span in sorted(taken):
        first, last = max(span.start - start, at), min(span.end - start, len(text))
        if first < last:
            yield text[at:first]
            yield _TAKEN * (last - first)
            at = last
    yield text[at:]


def clear_caches() -> None:
    """Forget the words and places met so far, so that a measurement begins with nothing."""
    forget()
    quantities.cache_clear()

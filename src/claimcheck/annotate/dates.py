"""Time expressions of a text, and what they mean once they are anchored."""

import re
from collections.abc import Iterator

from claimcheck.annotate.times.anchoring import resolve
from claimcheck.annotate.times.islands import islands
from claimcheck.annotate.times.reading import clear_caches, read
from claimcheck.claim import Mention
from claimcheck.document import Span
from claimcheck.values.time import Period

_BREAK = "\n\n"  # over which no expression reaches
_SPACE = re.compile(r"[^\S ]")  # any space but the plain one

__all__ = ["clear_caches", "read_dates", "resolve"]


def read_dates(text: str, start: int = 0, end: int | None = None) -> tuple[Mention, ...]:
    """Return the time expressions of text[start:end] in text order; periods stand beside their two ends.

    What is relative, or lacks its year, has an unknown date until `resolve` anchors it.
    """
    found: list[Mention] = []
    for paragraph in text[start:end].split(_BREAK):
        found += _read(_SPACE.sub(" ", paragraph), start)
        start += len(paragraph) + len(_BREAK)
    return tuple(found)


def _read(text: str, offset: int) -> Iterator[Mention]:
    """Yield the mentions, each but an end of a period behind the one before it."""
    for first, last, before, after in islands(text):
        reached = -1
        shift = offset + first
        for mention in read(text[first:last], before, after):
            start, end = mention.span.start, mention.span.end
            if start >= reached:
                yield Mention(Span(start + shift, end + shift), mention.type, mention.value, mention.rule)
                if not isinstance(mention.value, Period):
                    reached = end

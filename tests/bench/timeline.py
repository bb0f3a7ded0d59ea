"""What the benchmarks of dates share: a text read as the program reads it, and the mention that answers a gold one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from claimcheck.annotate.dates import read_dates, resolve
from claimcheck.claim import Mention
from claimcheck.document import DateSource, Publication, Span
from claimcheck.values.date import Date, Day
from claimcheck.values.time import Time

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_BREAKS = {ord(c): " " for c in "\n\r\t\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}
T = TypeVar("T")


def read_document(text: str, publication: Publication, *, day_first: bool | None = None) -> tuple[Mention, ...]:
    """Return the time expressions of a whole text, anchored as the program anchors them."""
    plain = text.translate(_BREAKS)
    mentions = [m for start, end in paragraphs(text) for m in read_dates(plain, start, end)]
    return resolve(mentions, publication, plain, day_first=day_first)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ends of each paragraph."""
    for match in _PARAGRAPH.finditer(text):
        yield match.span()


def published(day: str | None) -> Publication:
    """Return the publication on a day ("2016-11-07"), or the unknown one."""
    return Publication(Date.of_day(Day.parse(day)), DateSource.GIVEN) if day else Publication.unknown()


def shared(one: Span, other: Span) -> int:
    """Return the number of characters that two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def likeness(one: Span, other: Span) -> float:
    """Return the share of the characters of both that lie in both."""
    common = shared(one, other)
    return common / (len(one) + len(other) - common) if common else 0.0


def nearest(span: Span, mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions that share most with the span: several only if they stand in one place."""
    scored = [(likeness(span, m.span), m) for m in mentions if m.span.overlaps(span)]
    best = max((score for score, _ in scored), default=0.0)
    return [m for score, m in scored if score == best]


def pairs(gold: list[tuple[Span, T]], found: list[Mention]) -> list[tuple[T, Mention]]:
    """Return gold and found expressions matched one to one, those that share most characters first."""
    found = sorted(found, key=lambda m: m.span)
    options = [(shared(s, m.span), likeness(s, m.span), -i, -j) for i, (s, _) in enumerate(gold) for j, m in near(s, found)]
    left, right, matched = set(range(len(gold))), set(range(len(found))), []
    for _, _, i, j in sorted(options, reverse=True):
        if -i in left and -j in right:
            left.remove(-i)
            right.remove(-j)
            matched.append((gold[-i][1], found[-j]))
    return matched


def near(span: Span, found: list[Mention]) -> Iterator[tuple[int, Mention]]:
    """Yield the mentions, with their index, that overlap the span."""
    yield from ((j, m) for j, m in enumerate(found) if m.span.overlaps(span))


def readings(time: Time) -> tuple[Date, ...]:
    """Return the days that the words give, for each reading; none if they are not known."""
    return time.readings or ((time.date,) if time.date.known else ())


def stretches(starts: Iterable[Date], ends: Iterable[Date]) -> list[tuple[Date, Date]]:
    """Return the readings of a period from those of its ends: each start with the next end, and each end with the last start."""
    ends = sorted((e for e in ends if e.latest is not None), key=lambda e: (e.latest, e.earliest or e.latest))
    chosen: dict[Date, Date] = {}
    for start in sorted((s for s in starts if s.earliest is not None), key=lambda s: s.earliest or Day(0, 1, 1)):
        end = next((e for e in ends if not e.precedes(start)), None)
        if end is not None:
            chosen[end] = start
    return [(start, end) for end, start in chosen.items()]

"""When a document was published: given, told by its dateline, or forced by what it says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.claim import Mention
from claimcheck.document import DateSource, Document, PartKind, Publication, Span
from claimcheck.values.date import Date, Day
from claimcheck.values.time import Time

# Words right before a dated expression that place the text before it, by no more than a year.
_COMING = re.compile(
    r"\b(?:upcoming|coming|forthcoming|approaching|ahead of|in the run-up to|looking forward to)\s+(?:the\s+)?\Z", re.IGNORECASE
)
# "this year, 2023", "next year, 2025", "last year, 2022", and the other way round "in 2023, last year".
_DEICTIC = re.compile(r"\b(this|next|last)\s+year\s*[,(]\s*(?:in\s+)?\Z", re.IGNORECASE)
_DEICTIC_AFTER = re.compile(r"\s*[,(]\s*(this|next|last)\s+year\b", re.IGNORECASE)
_SHIFTS = {"this": 0, "next": -1, "last": 1}


def infer_publication(document: Document, mentions: Sequence[Mention]) -> Publication:
    """Return when the document was published: as it is known, or else as its own words force it.

    Only prose counts.  Several inferences must agree; if they do not, nothing is known.
    """
    if document.publication.known:
        return document.publication
    hints = list(_hints(document, mentions))
    if not hints:
        return Publication.unknown()
    earliest = max(date.earliest for date, _ in hints if date.earliest)
    latest = min(date.latest for date, _ in hints if date.latest)
    if latest < earliest:
        return Publication.unknown()
    dated = _dateline(document, mentions, Date(earliest, latest))
    if dated is not None:
        return dated
    return Publication(Date(earliest, latest), DateSource.INFERRED, "; ".join(dict.fromkeys(reason for _, reason in hints)))


def _hints(document: Document, mentions: Sequence[Mention]) -> Iterator[tuple[Date, str]]:
    """Yield the days that a wording forces, with the reason in words."""
    text = document.plain
    prose = [part.span for part in document.prose()]
    for mention in mentions:
        value = mention.value
        if not isinstance(value, Time) or not value.date.known or not any(span.contains(mention.span) for span in prose):
            continue
        words = document.words(mention.span)
        before = text[max(0, mention.span.start - 40) : mention.span.start]
        if _COMING.search(before) and not value.approximate and value.date.earliest is not None:
            day = value.date.earliest
            span = Date(day.months_later(-12), day.plus(-1))
            yield span, f"the text calls {words} {_last_words(before)}, so it was written before it, within a year"
        deictic = _DEICTIC.search(before) or _DEICTIC_AFTER.match(text, mention.span.end)
        year = value.date.year
        if deictic and year is not None and value.written.month is None:
            shift = _SHIFTS[deictic[1].lower()]
            yield Date.of_year(year + shift), f"the text calls {words} {deictic[1].lower()} year"


def _last_words(before: str) -> str:
    return before.rsplit(maxsplit=1)[-1] if before.rsplit(maxsplit=1)[-1].lower() != "the" else " ".join(before.split()[-3:-1])


def _dateline(document: Document, mentions: Sequence[Mention], year: Date) -> Publication | None:
    """Return the day of a dateline without a year ("LISBON, June 14") in the year that the body forces."""
    lines = [part.span for part in document.parts if part.kind is PartKind.DATELINE]
    for mention in mentions:
        value = mention.value
        if not isinstance(value, Time) or not any(_inside(span, mention.span) for span in lines) or year.year is None:
            continue
        written = replace(value.written, year=year.year)
        if written.month and written.day and value.written.year is None and written.possible:
            day = Day(year.year, written.month, written.day)
            return Publication(
                Date.of_day(day), DateSource.DATELINE, f"dated {document.words(mention.span)}; the body forces {year.year}"
            )
    return None


def _inside(span: Span, inner: Span) -> bool:
    return span.contains(inner)

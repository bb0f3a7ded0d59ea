"""Who says what: quotations, reported clauses, sources and labels → stretches with a speaker."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claimcheck.annotate.attribution.labels import labelled
from claimcheck.annotate.attribution.pronouns import settled
from claimcheck.annotate.attribution.quotations import Quotations
from claimcheck.annotate.attribution.quoted import Stretch, stretches
from claimcheck.annotate.attribution.reported import reported
from claimcheck.annotate.attribution.sources import sourced
from claimcheck.annotate.attribution.speakers import Speakers, is_pending, is_unknown
from claimcheck.annotate.attribution.speech import listed
from claimcheck.discourse import Link, Voice
from claimcheck.document import Document
from claimcheck.sentence import Sentence


def attribute(document: Document, sentences: Sequence[Sentence], links: Sequence[Link]) -> tuple[Voice, ...]:
    """Return the stretches of the prose that somebody other than the author answers for, in text order."""
    speakers = Speakers(document, tuple(sorted(links, key=lambda item: item.span)))
    quoted = stretches(document)
    starts = [s.span.start for s in quoted]
    clauses = [v for s in sentences for v in _clauses(s, speakers, quoted[_first(s, starts) : bisect_left(starts, s.span.end)])]
    clauses += labelled(document, sentences, quoted, speakers)
    direct = Quotations(document, sentences, quoted, clauses, speakers).voices()
    voices = settled([*clauses, *direct], sentences, speakers)
    return tuple(sorted(dict.fromkeys(voices), key=lambda v: (v.span.start, -v.span.end)))


def _first(sentence: Sentence, starts: Sequence[int]) -> int:
    """Return the place of the first stretch that may reach into the sentence."""
    return max(0, bisect_left(starts, sentence.span.start) - 1)


def _clauses(sentence: Sentence, speakers: Speakers, touching: Sequence[Stretch]) -> Iterator[Voice]:
    """Yield what clauses of the sentence make somebody say.

    Words within quotation marks make nobody beyond them speak, nor do words beyond make the
    words within anybody's: whose those are is seen from what stands beside the marks.
    """
    yield from sourced(sentence, speakers)
    for voice in reported(sentence, speakers):
        said_in = _around(voice.speaker.span.start, touching)
        content = _around(voice.span.start, touching)
        if content is not None and content is not said_in and voice.span.end <= content.span.end:
            continue
        if said_in is None or (said_in.span.contains(voice.span) and _is_named(voice.speaker)):
            yield voice


def _around(offset: int, quoted: Sequence[Stretch]) -> Stretch | None:
    return next((s for s in quoted if s.span.start <= offset < s.span.end), None)


def _is_named(speaker: Link) -> bool:
    """Whether somebody in particular speaks: within a quotation "people say" is the speaker's own."""
    if is_pending(speaker) or is_unknown(speaker):
        return False
    words = speaker.referent.text.split()
    named = bool(speaker.referent.type) or (len(words) > 1 and all(w[:1].isupper() for w in words))
    last = [w.lower() for w in words[-1:]]
    return named or any(w in listed(kind) for w in last for kind in ("people", "roles", "finders"))

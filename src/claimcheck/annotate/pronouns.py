"""Whom a pronoun that speaks stands for, where no link tells: whoever spoke last and can be meant."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.annotate.speakers import is_pending, is_unknown
from claimcheck.discourse import Link, Voice
from claimcheck.document import Document

_GENDERS = {"he": "m", "him": "m", "she": "f", "her": "f"}
_BODIES = frozenset({"ORG", "GPE", "FAC", "NORP"})
_FAR = 3  # paragraphs, beyond which whoever spoke last is out of mind


def settled(voices: Sequence[Voice], document: Document, links: Sequence[Link]) -> Iterator[Voice]:
    """Yield the voices, with the last speaker in place of each pronoun that no link explains."""
    starts = [part.span.start for part in document.parts]
    genders = _genders(document, links)
    known: dict[Link, Link] = {}
    recent: list[Link] = []
    for speaker in sorted({v.speaker for v in voices}, key=lambda k: k.span):
        found: Link | None = speaker
        if is_pending(speaker):
            paragraph = bisect_left(starts, speaker.span.start + 1) - 1
            first = starts[max(0, paragraph - _FAR)]
            found = next((k for k in reversed(recent) if k.span.start >= first and _may_be(speaker, k, genders)), None)
            found = found or _only_person(speaker, document, links, starts[max(0, paragraph - 1)], genders)
        if found is not None:
            known[speaker] = Link(speaker.span, found.referent)
            _learn(speaker, found, genders)
            if not is_unknown(found):
                recent.append(known[speaker])
    yield from (replace(v, speaker=known.get(v.speaker, v.speaker)) for v in voices)


def _genders(document: Document, links: Sequence[Link]) -> dict[str, str]:
    """Return what titles and linked pronouns tell of genders, by key."""
    found: dict[str, str] = {}
    for link in links:
        gender = link.referent.gender or _GENDERS.get(document[link.span].lower(), "")
        if gender:
            found.setdefault(link.referent.key, gender)
    return found


def _learn(pronoun: Link, found: Link, genders: dict[str, str]) -> None:
    gender = _GENDERS.get(pronoun.referent.text.lower(), "")
    if gender:
        genders.setdefault(found.referent.key, gender)


def _may_be(pronoun: Link, speaker: Link, genders: dict[str, str]) -> bool:
    """Whether the pronoun can stand for the speaker."""
    lower = pronoun.referent.text.lower()
    referent = speaker.referent
    many = not referent.type and referent.text.split()[-1].lower().endswith(("s", "police", "people"))
    if lower in {"they", "them"}:
        return many or referent.type in _BODIES
    if lower == "it":
        return referent.type in _BODIES or (not referent.type and not many)
    gender = genders.get(referent.key, "")
    return referent.type in {"", "PERSON"} and not many and gender in {"", _GENDERS[lower]}


def _only_person(
    pronoun: Link, document: Document, links: Sequence[Link], start: int, genders: dict[str, str]
) -> Link | None:
    """Return the one person named from there up to the pronoun."""
    if pronoun.referent.text.lower() not in _GENDERS:
        return None
    before = [k for k in links if start <= k.span.start < pronoun.span.start and k.referent.type == "PERSON"]
    people = {k.referent.key: k for k in before if _may_be(pronoun, k, genders)}
    return next(iter(people.values())) if len(people) == 1 else None

"""Whom a pronoun that speaks stands for, where no link tells: whoever spoke last and can be meant."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.annotate.attribution.speakers import Speakers, is_pending, is_unknown
from claimcheck.annotate.attribution.speech import listed
from claimcheck.annotate.names import words
from claimcheck.discourse import Link, Voice
from claimcheck.document import Document
from claimcheck.sentence import Function, Sentence, Token

_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_BODIES = frozenset({"ORG", "GPE", "FAC", "NORP"})
_NEAR = 3000  # characters
_MANY = 20  # speakers
_FAR = 3  # paragraphs, beyond which whoever spoke last is out of mind


def settled(voices: Sequence[Voice], sentences: Sequence[Sentence], speakers: Speakers) -> Iterator[Voice]:
    """Yield the voices, with the last speaker in place of each pronoun that no link explains."""
    document = speakers.document
    starts = [part.span.start for part in document.parts]
    begins = [sentence.span.start for sentence in sentences]
    genders = _genders(document, speakers.links)
    known: dict[Link, Link] = {}
    recent: list[Link] = []
    for speaker in sorted({v.speaker for v in voices}, key=lambda k: k.span):
        found: Link | None = speaker
        if is_pending(speaker):
            paragraph = bisect_left(starts, speaker.span.start + 1) - 1
            first = starts[max(0, paragraph - _FAR)]
            found = _told_of(speaker, _last_two(sentences, bisect_left(begins, speaker.span.start + 1)), speakers, genders)
            latest = (k for k in reversed(recent[-_MANY:]) if k.span.start >= first and _may_be(speaker, k, genders))
            found = found or next(latest, None)
            found = found or _only_person(speaker, speakers, starts[max(0, paragraph - 1)], genders)
        if found is not None:
            known[speaker] = Link(speaker.span, found.referent)
            _learn(speaker, found, genders)
            if not is_unknown(found):
                recent.append(known[speaker])
    yield from (replace(v, speaker=known.get(v.speaker, v.speaker)) for v in voices)


def _last_two(sentences: Sequence[Sentence], end: int) -> Sequence[Sentence]:
    return sentences[max(0, end - 2) : end]


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
    if lower in {"they", "them", "their"}:
        return many or referent.type in _BODIES
    if lower in {"it", "its"}:
        # A single word may have been taken for a person's name: "Tollen said … It added that …".
        body = referent.type in _BODIES or (referent.type == "PERSON" and " " not in referent.text)
        return (body and referent.key not in genders) or (not referent.type and not many)
    gender = genders.get(referent.key, "")
    return referent.type in {"", "PERSON"} and not many and gender in {"", _GENDERS[lower]}


def _told_of(pronoun: Link, sentences: Sequence[Sentence], speakers: Speakers, genders: dict[str, str]) -> Link | None:
    """Return the person or body without a name whom the sentence before tells of: "A nurse was not so sure.  She said …"."""
    if len(sentences) < 2 or sentences[0].paragraph != sentences[1].paragraph:
        return None
    nouns = _is_person if pronoun.referent.text.lower() in _GENDERS else _is_body
    before = sentences[0]
    root = next((t for t in before.tokens if t.head == t.index), None)
    if root is None:
        return None
    about = [root, *before.children(root, Function.SUBJECT, Function.PASSIVE_SUBJECT, Function.AGENT)]
    found = (speakers.of(t, before) for t in about if t.tag == "NN" and nouns(t, before))
    return next((k for k in found if k is not None and _may_be(pronoun, k, genders)), None)


def _is_body(noun: Token, _: Sentence) -> bool:
    return noun.lemma in words()["ORG"]


def _is_person(noun: Token, sentence: Sentence) -> bool:
    clauses = sentence.children(noun, Function.CLAUSE_MODIFIER)
    who = any(t.text.lower() == "who" for c in clauses for t in sentence.children(c))
    return who or noun.lemma in listed("people") or noun.lemma in listed("roles")


def _only_person(pronoun: Link, speakers: Speakers, start: int, genders: dict[str, str]) -> Link | None:
    """Return the one person named from there up to the pronoun."""
    if pronoun.referent.text.lower() not in _GENDERS:
        return None
    before = [
        k for k in speakers.between(max(start, pronoun.span.start - _NEAR), pronoun.span.start) if k.referent.type == "PERSON"
    ]
    people = {k.referent.key: k for k in before if _may_be(pronoun, k, genders)}
    return next(iter(people.values())) if len(people) == 1 else None

"""Speakers as labels: "Lee: the bridge is safe", and headlines that end in their speaker, "Bridge is safe: mayor"."""

from collections.abc import Iterator, Sequence

from claimcheck.annotate.attribution.clauses import trimmed
from claimcheck.annotate.attribution.quoted import Stretch
from claimcheck.annotate.attribution.speakers import Speakers
from claimcheck.annotate.attribution.speech import listed
from claimcheck.discourse import Link, Voice
from claimcheck.document import Document, PartKind, Span
from claimcheck.sentence import Sentence, Token

_LONGEST = 6  # words of a label
_NOMINAL = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def labelled(document: Document, sentences: Sequence[Sentence], quoted: Sequence[Stretch], speakers: Speakers) -> Iterator[Voice]:
    """Yield what stands behind a speaker and a colon at the head of a paragraph, or before them in a headline."""
    inside = {s.span.start for s in quoted}
    paragraphs: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        paragraphs.setdefault(sentence.paragraph, []).append(sentence)
    for number, part in paragraphs.items():
        first = part[0]
        colon = next((t for t in first.tokens[: _LONGEST + 1] if t.text == ":"), None)
        if colon is not None and colon.index:
            speaker = _label(first.tokens[: colon.index], first, speakers)
            told = any(t.tag in _FINITE for s in part for t in s.tokens if t.span.start > colon.span.start)
            if speaker is not None and told and not _is_quoted(first, colon.index + 1, inside):
                yield Voice(Span(colon.span.end, document.parts[number].span.end), speaker)
        if first.kind is PartKind.HEADLINE:
            yield from _behind(part[-1], speakers)


def _behind(sentence: Sentence, speakers: Speakers) -> Iterator[Voice]:
    """Yield the headline before a speaker at its end."""
    marks = [t for t in sentence.tokens[-_LONGEST - 1 : -1] if t.text in {":", "–", "—"}]
    if not marks or marks[-1].index == 0:
        return
    label = sentence.tokens[marks[-1].index + 1 :]
    speaker = _label(label, sentence, speakers)
    if speaker is not None:
        yield from (Voice(span, speaker) for span in trimmed(sentence.tokens[: marks[-1].index]))


def _label(words: Sequence[Token], sentence: Sentence, speakers: Speakers) -> Link | None:
    """Return who the words before a colon name: somebody's name, or a role without a verb."""
    nominal = [t for t in words if t.pos in _NOMINAL]
    if not nominal or any(t.tag in _FINITE for t in words):
        return None
    for token in nominal:
        link = speakers.of(token, sentence)
        if link is not None and link.referent.type == "PERSON":
            return link
    role = next((t for t in nominal if t.text.lower() in listed("roles")), None)
    return speakers.of(role, sentence) if role is not None else None


def _is_quoted(sentence: Sentence, index: int, starts: set[int]) -> bool:
    return index < len(sentence.tokens) and sentence.tokens[index].span.start in starts

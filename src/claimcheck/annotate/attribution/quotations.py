"""Who speaks what stands between quotation marks, and which of it is nobody's speech but a title or a nickname."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimcheck.annotate.attribution.beside import Beside, Found, Word
from claimcheck.annotate.attribution.quoted import Stretch
from claimcheck.annotate.attribution.speakers import Speakers
from claimcheck.discourse import Stance, Voice, speaker_at
from claimcheck.document import Document, PartKind
from claimcheck.sentence import Sentence

_GOING_ON = frozenset(",—-?!")
_LONG = 4  # words, from which on what is quoted within a sentence is more than a name
_MANY = 50  # stretches and voices before a quotation that are looked at


@dataclass
class Quotations:
    """The quotations of a document, read from its beginning, with the voices that its clauses make known."""

    document: Document
    sentences: Sequence[Sentence]
    stretches: Sequence[Stretch]
    clauses: Sequence[Voice]
    speakers: Speakers
    found: dict[int, Found] = field(default_factory=dict)

    def voices(self) -> Iterator[Voice]:
        """Yield a voice for each stretch that is somebody's speech."""
        words = _by_paragraph(self.sentences)
        clauses = _clauses_by_paragraph(self.document, self.clauses)
        for place, stretch in enumerate(self.stretches):
            inside = words.get(stretch.paragraph, ())
            beside = Beside(stretch, inside, self._neighbours(place), self.speakers)
            near = clauses.get(stretch.paragraph, [])
            latest = bisect_left(near, stretch.span.end, key=_start)
            found = self._speaker(place, stretch, beside, near[max(0, latest - _MANY) : latest])
            if found is None and stretch.is_whole and inside and inside[0][0].span.start >= stretch.span.start:
                found = self._led_to(place, stretch, words, clauses)
            if found is None and self._is_speech(stretch, beside):
                found = (self.speakers.unknown(stretch.span), Stance.SAID)
            if found is not None:
                self.found[place] = found
                yield Voice(stretch.span, *found)

    def _neighbours(self, place: int) -> tuple[Stretch, ...]:
        paragraph = self.stretches[place].paragraph
        beside = (self.stretches[i] for i in (place - 1, place + 1) if 0 <= i < len(self.stretches))
        return tuple(s for s in beside if s.paragraph == paragraph)

    def _speaker(self, place: int, stretch: Stretch, beside: "Beside", clauses: Sequence[Voice]) -> Found | None:
        """Return the speaker, by the first sign there is: beside it, around it, before it."""
        if stretch.goes_on:
            return self.found.get(place - 1) or beside.behind()
        # Behind a full stop a new sentence begins, which is most often about the next quotation.
        found = beside.behind() or beside.before() if stretch.ended in _GOING_ON else beside.before() or beside.behind()
        if found is not None:
            return found
        holding = speaker_at(clauses, stretch.span.start)
        if holding is not None:
            return holding.speaker, holding.stance
        named = beside.named() if not stretch.is_title else None
        if named is not None or not (stretch.is_whole or len(stretch.words) >= _LONG):
            return named
        return self._carried_on(place, stretch, beside, clauses)

    def _carried_on(self, place: int, stretch: Stretch, beside: "Beside", clauses: Sequence[Voice]) -> Found | None:
        """Return who spoke last, where a whole sentence in quotation marks goes on from there."""
        if not stretch.is_whole:
            return None
        last = self.stretches[place - 1] if place else None
        if last is not None and last.paragraph == stretch.paragraph:
            return self.found.get(place - 1)
        earlier = [v for v in clauses if v.span.end <= stretch.span.start]
        if earlier:
            return earlier[-1].speaker, Stance.SAID
        return beside.introduced()

    def _led_to(
        self, place: int, stretch: Stretch, words: dict[int, list[Word]], clauses: dict[int, list[Voice]]
    ) -> Found | None:
        """Return who speaks at the head of a paragraph by the one before: "She wrote:", or the only one who spoke there."""
        number = next((n for n in range(stretch.paragraph - 1, max(-1, stretch.paragraph - 4), -1) if n in words), None)
        if number is None or self.document.parts[number].kind is PartKind.HEADLINE:
            return None
        before = words[number]
        if before[-1][0].text in {":", ","}:
            return Beside(stretch, before, (), self.speakers).before()
        quoted = [i for i in range(max(0, place - _MANY), place) if self.stretches[i].paragraph == number]
        turns = any(_fills(self.stretches[i], before) or self.stretches[i].ended == "?" for i in quoted)
        if turns or not _fills(stretch, words[stretch.paragraph]):
            return None  # speech without a speaker behind speech without one, or behind a question: they may take turns
        said = [v.speaker for v in clauses.get(number, [])[-_MANY:] if v.stance is not Stance.UNSURE]
        said += [self.found[i][0] for i in quoted if i in self.found]
        return (said[-1], Stance.SAID) if len({k.referent.key for k in said}) == 1 else None

    def _is_speech(self, stretch: Stretch, beside: "Beside") -> bool:
        """Whether the words are quoted from somebody: no title, nickname or word that is only spoken of."""
        if stretch.is_whole and not (stretch.is_title and len(stretch.words) < 6):
            return True
        if stretch.is_title or beside.is_entitled():
            return False
        return len(stretch.words) >= _LONG or self.document.parts[stretch.paragraph].kind is PartKind.HEADLINE


def _by_paragraph(sentences: Sequence[Sentence]) -> dict[int, list[Word]]:
    found: dict[int, list[Word]] = {}
    for sentence in sentences:
        found.setdefault(sentence.paragraph, []).extend((token, sentence) for token in sentence.tokens)
    return found


def _clauses_by_paragraph(document: Document, voices: Sequence[Voice]) -> dict[int, list[Voice]]:
    starts = [part.span.start for part in document.parts]
    found: dict[int, list[Voice]] = {}
    for voice in sorted(voices, key=lambda v: v.span):
        found.setdefault(bisect_left(starts, voice.span.start + 1) - 1, []).append(voice)
    return found


def _start(voice: Voice) -> int:
    return voice.span.start


def _fills(stretch: Stretch, words: Sequence[Word]) -> bool:
    """Whether a paragraph has no words outside the stretch."""
    return all(stretch.span.overlaps(token.span) for token in (words[0][0], words[-1][0]))

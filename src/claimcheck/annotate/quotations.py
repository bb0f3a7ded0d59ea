"""Who speaks what stands between quotation marks, and which of it is nobody's speech but a title or a nickname."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from claimcheck.annotate.quoted import Stretch
from claimcheck.annotate.speakers import VERBAL, Speakers, best, subjects_of
from claimcheck.annotate.speech import listed, stance_of, verb_of
from claimcheck.discourse import Link, Stance, Voice, speaker_at
from claimcheck.document import Document, PartKind, Span
from claimcheck.sentence import Function, Sentence, Token

_SENTENCE_ENDS = frozenset({".", "?", "!", ";"})
_SPOKEN = frozenset(",?!…—-.")
_GOING_ON = frozenset(",—-?!")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = (Function.SUBJECT, Function.PASSIVE_SUBJECT)
_LONG = 4  # words, from which on what is quoted within a sentence is more than a name
_MANY = 50  # stretches of a paragraph that are looked at
_BESIDE = 30  # words beside a quotation within which "he said" stands
_RELATIVE = frozenset({"who", "whose", "which", "whom"})

Word = tuple[Token, Sentence]
Found = tuple[Link, Stance]


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
            beside = _Beside(stretch, inside, self._neighbours(place), self.speakers)
            found = self._speaker(place, stretch, beside, clauses.get(stretch.paragraph, ()))
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

    def _speaker(self, place: int, stretch: Stretch, beside: "_Beside", clauses: Sequence[Voice]) -> Found | None:
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
        named = beside.named() if not _is_title(stretch) else None
        if named is not None or not (stretch.is_whole or len(stretch.words) >= _LONG):
            return named
        return self._carried_on(place, stretch, beside, clauses)

    def _carried_on(self, place: int, stretch: Stretch, beside: "_Beside", clauses: Sequence[Voice]) -> Found | None:
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
            return _Beside(stretch, before, (), self.speakers).before()
        quoted = [i for i in range(max(0, place - _MANY), place) if self.stretches[i].paragraph == number]
        if sum(len(self.stretches[i].words) for i in quoted) >= len(before) or not _fills(stretch, words[stretch.paragraph]):
            return None  # speech without a speaker follows on speech without one: they may take turns
        said = [v.speaker for v in clauses.get(number, ()) if not v.stance == Stance.UNSURE]
        said += [self.found[i][0] for i in quoted if i in self.found]
        return (said[-1], Stance.SAID) if len({k.referent.key for k in said}) == 1 else None

    def _is_speech(self, stretch: Stretch, beside: "_Beside") -> bool:
        """Whether the words are quoted from somebody: no title, nickname or word that is only spoken of."""
        if stretch.is_whole and not (_is_title(stretch) and len(stretch.words) < 6):
            return True
        if _is_title(stretch) or beside.is_entitled():
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


def _is_title(stretch: Stretch) -> bool:
    """Whether all longer words are capitalized, as in titles and names, or there is only one word."""
    long = [w for w in stretch.words if len(w) > 3 or w == stretch.words[0]]
    return len(stretch.words) < 2 or all(not w[:1].islower() for w in long)


def _fills(stretch: Stretch, words: Sequence[Word]) -> bool:
    """Whether a paragraph has no words outside the stretch."""
    return all(stretch.span.overlaps(token.span) for token in (words[0][0], words[-1][0]))


class _Beside:
    """The words before and behind a stretch, up to the ends of the sentence or another stretch."""

    def __init__(self, stretch: Stretch, words: Sequence[Word], others: Sequence[Stretch], speakers: Speakers) -> None:
        self.stretch = stretch
        self.speakers = speakers
        starts = [token.span.start for token, _ in words]
        first, last = bisect_left(starts, stretch.span.start), bisect_left(starts, stretch.span.end)
        self._before = _up_to_end(list(reversed(words[max(0, first - _BESIDE) : first])), others)[::-1]
        self._behind = _up_to_end(words[last : last + _BESIDE], others)
        reached = self._behind[-1][0].span.end if self._behind else stretch.span.end
        self._leads_on = any(0 <= s.span.start - reached <= 2 for s in others)
        self._earlier = words[max(0, first - _BESIDE) : first]

    def behind(self) -> Found | None:
        """Return the speaker of a "he said" or "said Lee" behind the stretch."""
        words = [w for w in self._behind if w[0].text not in {",", "—", "–"}] if self._is_spoken() else []
        place = _first_verb(words)
        if place is None:
            return None
        token, sentence = words[place]
        verb = verb_of(token, sentence)
        if not _quotes(verb):
            return None
        if self.stretch.ended not in ",—-" and (self._leads_on or self._says_more(token, sentence)):
            return None
        inside = {t.index for t, s in words if s is sentence}
        subjects = [t for t in subjects_of(token, sentence) if t.index in inside]
        inverted = all(t.pos in {"ADV", "AUX"} for t, _ in words[:place])
        run = words[place + 1 :] if inverted else words[:place]
        found = self._first([(t, sentence) for t in subjects] or _nominal(run), verb)
        if inverted and found is not None and not found[0].referent.type:
            named = [w for (comma, _), w in pairwise(self._behind) if comma.text == "," and w[0].pos == "PROPN"]
            return self._first(named[-1:], verb) or found
        return found

    def before(self) -> Found | None:
        """Return the speaker of what leads up to the stretch: "he said, “…", "Lee told reporters: “…", "Lee: “…"."""
        words = self._before
        if not words or not (words[-1][0].text in {",", ":"} or words[-1][0].pos in VERBAL):
            return None
        colon = words[-1][0].text == ":"
        for place in range(len(words) - 1, -1, -1):
            token, sentence = words[place]
            verb = verb_of(token, sentence)
            if token.pos in VERBAL and _quotes(verb):
                if sentence.child(token, Function.PASSIVE_SUBJECT) or (token.tag == "VBN" and not colon):
                    return None
                subjects = [(t, sentence) for t in subjects_of(token, sentence)]
                return self._first(subjects or _nominal(words[:place])[-1:], verb)
        return self._label(words[:-1]) if colon else None

    def named(self) -> Found | None:
        """Return who calls or describes something so: "called it “…”"."""
        for token, sentence in reversed(self._before):
            verb = verb_of(token, sentence)
            if token.pos in VERBAL and any(verb in listed(kind) for kind in ("verbs", "naming", "speaking", "quoting")):
                alone = not sentence.child(token, Function.SUBJECT) and token.function is not Function.CONJUNCT
                passive = alone or sentence.child(token, Function.PASSIVE_SUBJECT) is not None
                speaker = self.speakers.of_verb(token, sentence) if not passive else None
                agent = sentence.child(token, Function.AGENT)
                if agent is not None:
                    speaker = self.speakers.of(agent, sentence)
                return (speaker, stance_of(verb)) if speaker is not None else None
        return None

    def introduced(self) -> Found | None:
        """Return the person whom the sentence before the stretch is about: "Lee was furious. “…”"."""
        for token, sentence in reversed(self._earlier):
            if token.head == token.index:
                subject = sentence.child(token, *_SUBJECTS)
                speaker = self.speakers.of(subject, sentence) if subject is not None else None
                return (speaker, Stance.SAID) if speaker is not None and speaker.referent.type == "PERSON" else None
        return None

    def is_entitled(self) -> bool:
        """Whether the words before the stretch announce a name or a word."""
        return any(t.text.lower() in listed("entitled") for t, _ in self._before[-2:])

    def _says_more(self, verb: Token, sentence: Sentence) -> bool:
        """Whether what the verb tells of stands behind it, and not between the quotation marks."""
        return any(t.index > verb.index for t in sentence.children(verb, Function.COMPLEMENT))

    def _is_spoken(self) -> bool:
        """Whether the stretch ends as speech does before "he said": a name or a phrase has no comma within the marks."""
        comma = bool(self._behind) and self._behind[0][0].text in {",", "—", "–"}
        return self.stretch.ended in _SPOKEN or comma

    def _label(self, words: Sequence[Word]) -> Found | None:
        """Return who stands before a colon, or does something there: "Lee: “…", "Lee had a message: “…"."""
        verb = next(((t, s) for t, s in words if t.tag in _FINITE), None)
        if verb is not None:
            speaker = self.speakers.of_verb(*verb)
            return (speaker, Stance.SAID) if speaker is not None else None
        return self._first(_nominal(words), "") if len(words) < 8 else None

    def _first(self, words: Sequence[Word], verb: str) -> Found | None:
        found = [k for t, s in words if not self.stretch.span.contains(t.span) and (k := self.speakers.of(t, s)) is not None]
        person = best(found)
        return (person, _spoken(stance_of(verb))) if person is not None else None


def _spoken(stance: Stance) -> Stance:
    """Return the stance to words that are quoted: whoever denies something in so many words says them."""
    return Stance.SAID if stance is Stance.DENIED else stance


def _quotes(verb: str) -> bool:
    return verb in listed("verbs") or verb in listed("quoting")


def _up_to_end(words: Sequence[Word], others: Sequence[Stretch]) -> list[Word]:
    """Return the words up to the end of the sentence or to another stretch."""
    found: list[Word] = []
    for token, sentence in words:
        if token.text in _SENTENCE_ENDS or any(s.span.overlaps(token.span) for s in others):
            break
        found.append((token, sentence))
    return found


def _first_verb(words: Sequence[Word]) -> int | None:
    """Return the place of the first verb of the main clause: "Lee, who keeps the inn, said" has "said"."""
    relative = False
    for place, (token, sentence) in enumerate(words):
        if token.text.lower() in _RELATIVE:
            relative = True
        elif token.pos in VERBAL and token.function not in {Function.AUXILIARY, Function.COPULA}:
            if not relative or _quotes(verb_of(token, sentence)):
                return place
        elif token.function is Function.COPULA and not relative:
            return None
    return None


def _nominal(words: Sequence[Word]) -> list[Word]:
    """Return the heads of the first noun phrases of a run of words."""
    found: list[Word] = []
    for place, (token, sentence) in enumerate(words):
        if token.pos in VERBAL or token.text.lower() in _RELATIVE:
            break
        following = words[place + 1][0] if place + 1 < len(words) else None
        ends = following is None or following.pos not in {"NOUN", "PROPN"} or token.pos == "PRON"
        if token.pos in {"NOUN", "PROPN", "PRON"} and ends and token.function is not Function.POSSESSOR:
            found.append((token, sentence))
            if following is None or following.text != ",":
                break
    return found

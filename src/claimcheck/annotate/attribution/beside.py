"""The words beside a quotation, and whom they make its speaker: "he said", "said Lee", "Lee:", "called it"."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from claimcheck.annotate.attribution.quoted import Stretch
from claimcheck.annotate.attribution.speakers import VERBAL, Speakers, best, subjects_of
from claimcheck.annotate.attribution.speech import listed, stance_of, verb_of
from claimcheck.discourse import Link, Stance
from claimcheck.sentence import Function, Sentence, Token

_SENTENCE_ENDS = frozenset({".", "?", "!", ";"})
_SPOKEN = frozenset(",?!…—-.")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = (Function.SUBJECT, Function.PASSIVE_SUBJECT)
_BESIDE = 30  # words beside a quotation within which "he said" stands
_RELATIVE = frozenset({"who", "whose", "which", "whom"})

Word: TypeAlias = tuple[Token, Sentence]
Found: TypeAlias = tuple[Link, Stance]


class Beside:
    """The words before and behind a stretch, up to the ends of the sentence or another stretch."""

    def __init__(self, stretch: Stretch, words: Sequence[Word], others: Sequence[Stretch], speakers: Speakers) -> None:
        self.stretch = stretch
        self.speakers = speakers
        first, last = (bisect_left(words, edge, key=_start) for edge in (stretch.span.start, stretch.span.end))
        self._before = _up_to_end(list(reversed(words[max(0, first - _BESIDE) : first])), others)[::-1]
        self._behind = _up_to_end(words[last : last + _BESIDE], others)
        reached = self._behind[-1][0].span.end if self._behind else stretch.span.end
        stopped = last + len(self._behind) < len(words) and words[last + len(self._behind)][0].text in _SENTENCE_ENDS
        self._leads_on = not stopped and any(0 <= s.span.start - reached <= 2 for s in others)
        self._earlier = words[max(0, first - _BESIDE) : first]

    def behind(self) -> Found | None:
        """Return the speaker of a "he said" or "said Lee" behind the stretch."""
        words = [w for w in self._behind if w[0].text not in {",", "—", "–"}] if self._is_spoken() else []
        place = _first_verb(words)
        if place is None:
            return None
        token, sentence = words[place]
        verb = verb_of(token, sentence)
        if not _quotes(verb) and not self._is_any_verb(token, sentence):
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
        if not colon and self.stretch.is_title and self.stretch.ended not in _SENTENCE_ENDS:
            words = words if any(t.pos in VERBAL for t, _ in words[-2:]) else []  # "her album, “Tin Roof”, sold well"
        for place in range(len(words) - 1, -1, -1):
            token, sentence = words[place]
            verb = verb_of(token, sentence)
            if token.pos in VERBAL and _quotes(verb):
                if sentence.child(token, Function.PASSIVE_SUBJECT) or (token.tag == "VBN" and not colon):
                    return None
                subjects = [(t, sentence) for t in subjects_of(token, sentence)]
                run = _nominal(words[:place])[-1:] if place else _nominal(words[1:])[:1]
                return self._first(subjects or run, verb)
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

    def _is_any_verb(self, verb: Token, sentence: Sentence) -> bool:
        """Whether any verb will do: behind a comma within the marks, and without an object of its own, "…,” he preached."""
        alone = not sentence.child(verb, Function.OBJECT, Function.COPULA, Function.PASSIVE_SUBJECT) and verb.tag in _FINITE
        return alone and self.stretch.ended == "," and not self.stretch.is_title

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
            token, sentence = verb
            head = sentence.head(token) if token.function in {Function.COPULA, Function.AUXILIARY} else None
            speaker = self.speakers.of_verb(head or token, sentence)
            return (speaker, Stance.SAID) if speaker is not None else None
        return self._first(_nominal(words), "") if len(words) < 8 else None

    def _first(self, words: Sequence[Word], verb: str) -> Found | None:
        found = [k for t, s in words if not self.stretch.span.contains(t.span) and (k := self.speakers.of(t, s)) is not None]
        person = best(found)
        return (person, _spoken(stance_of(verb))) if person is not None else None


def _start(word: Word) -> int:
    return word[0].span.start


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
        if token.text.lower() in listed("parts") and following is not None and following.text.lower() == "of":
            return [(token, sentence)]  # "one of them"
        ends = following is None or following.pos not in {"NOUN", "PROPN"} or token.pos == "PRON"
        if token.pos in {"NOUN", "PROPN", "PRON"} and ends and token.function is not Function.POSSESSOR:
            found.append((token, sentence))
            if following is None or following.text != ",":
                break
    return found

"""The cue patterns of the relations data, ready to be looked up by verb or noun."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from claimcheck.errors import SettingsError
from claimcheck.lexicon import EMPTY, Lexicon
from claimcheck.relation import Relation

_ARGUMENTS = frozenset({"S", "O", "X"})


@dataclass(frozen=True, slots=True)
class Slot:
    """Where an argument stands: `place` is "left", "right" or a preposition; `role` is S, O or X.

    `noun` is set where the argument is the number of such things ("O:seat").
    """

    place: str
    role: str
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """One way to say a relation around a verb or a noun.

    `words` are the lemmas before the last for a noun ("chief", "executive") and those
    that belong to a verb ("place" of "take_place").  `dated`: the object is the date beside it.
    """

    relation: Relation
    lemma: str
    words: tuple[str, ...]
    slots: tuple[Slot, ...]
    dated: bool = False

    def slot(self, role: str) -> Slot | None:
        """Return where the argument of that role stands, or None if the cue does not place it."""
        return next((slot for slot in self.slots if slot.role == role), None)

    def slot_at(self, place: str) -> Slot | None:
        """Return the argument that stands at that place, or None."""
        return next((slot for slot in self.slots if slot.place == place), None)


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues of a run, by the lemma of their verb and by the last word of their noun."""

    verbs: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, tuple[Cue, ...]]
    adjectives: Mapping[str, tuple[Relation, ...]]
    subject_nouns: tuple[Cue, ...]  # cues such as "S in O", whose noun is the subject itself
    relations: Mapping[str, Relation] = field(default_factory=dict)  # by name
    lexicon: Lexicon = EMPTY

    @classmethod
    def of(cls, relations: Iterable[Relation], lexicon: Lexicon = EMPTY) -> "Cues":
        """Return the cues of the relations.

        Raises:
            SettingsError: a cue pattern cannot be read.
        """
        relations = tuple(relations)
        verbs: dict[str, list[Cue]] = {}
        nouns: dict[str, list[Cue]] = {}
        adjectives: dict[str, list[Relation]] = {}
        own: list[Cue] = []
        for relation in relations:
            for adjective in relation.adjectives:
                adjectives.setdefault(adjective, []).append(relation)
            for pattern in relation.verbs:
                cue = verb_cue(relation, pattern)
                verbs.setdefault(cue.lemma, []).append(cue)
            for pattern in relation.nouns:
                cue = noun_cue(relation, pattern)
                (own if cue.lemma == "S" else nouns.setdefault(cue.lemma, [])).append(cue)
        return cls(
            {lemma: tuple(cues) for lemma, cues in verbs.items()},
            {lemma: tuple(cues) for lemma, cues in nouns.items()},
            {lemma: tuple(found) for lemma, found in adjectives.items()},
            tuple(own),
            {relation.name: relation for relation in relations},
            lexicon,
        )


def verb_cue(relation: Relation, pattern: str) -> Cue:
    """Return the cue of a pattern such as "X hold S in O" or "S take_place @"."""
    left, verb, *rest = _words(relation, pattern, at_least=2)
    if left not in _ARGUMENTS or verb in _ARGUMENTS:
        raise _unreadable(relation, pattern, "a verb cue begins with S, O or X and then the verb")
    lemma, *literals = verb.split("_")
    slots, dated = _slots(relation, pattern, rest)
    return Cue(relation, lemma, tuple(literals), (Slot("left", left), *slots), dated)


def noun_cue(relation: Relation, pattern: str) -> Cue:
    """Return the cue of a pattern such as "capital of S", "O's hosting of S" or "O:seat of S"."""
    words = _words(relation, pattern, at_least=1)
    slots: list[Slot] = []
    if words[0].endswith("'s") and words[0][:-2] in _ARGUMENTS:
        slots.append(Slot("'s", words[0][:-2]))
        words = words[1:]
    if words and words[0].startswith("O:"):
        slots.append(Slot("number", "O", words[0][2:]))
        words = [words[0][2:], *words[1:]]
    cut = next((i for i, word in enumerate(words) if word == "@" or _is_slot(words, i)), len(words))
    name, rest = words[:cut], words[cut:]
    if not name:
        raise _unreadable(relation, pattern, "a noun cue needs a noun before its first preposition")
    more, dated = _slots(relation, pattern, rest)
    parts = [part for word in name for part in word.split("-")]
    lemma = parts[-1] if parts[-1] in _ARGUMENTS else parts[-1].lower()
    return Cue(relation, lemma, tuple(w.lower() for w in parts[:-1]), (*slots, *more), dated)


def _is_slot(words: list[str], index: int) -> bool:
    """Whether a preposition with an argument begins at this word."""
    return index + 1 < len(words) and words[index + 1].partition(":")[0] in _ARGUMENTS and words[index] not in _ARGUMENTS


def _slots(relation: Relation, pattern: str, words: list[str]) -> tuple[list[Slot], bool]:
    slots: list[Slot] = []
    dated = False
    place = "right"
    for word in words:
        role, _, noun = word.partition(":")
        if word == "@":
            dated = True
        elif role in _ARGUMENTS:
            slots.append(Slot(place, role, noun))
            place = "right"
        elif place == "right":
            place = word
        else:
            raise _unreadable(relation, pattern, f"{place!r} has no argument after it")
    if place != "right":
        raise _unreadable(relation, pattern, f"{place!r} has no argument after it")
    return slots, dated


def _words(relation: Relation, pattern: str, at_least: int) -> list[str]:
    words = pattern.split()
    if len(words) < at_least:
        raise _unreadable(relation, pattern, "it is too short")
    return words


def _unreadable(relation: Relation, pattern: str, reason: str) -> SettingsError:
    return SettingsError(f"relation {relation.name!r}: cannot read the cue {pattern!r}: {reason}")

"""Chance variations of marked sentences: invented names, titles before names, spelling."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from .marking import PLACE_WORDS, TABLES, Marked, Name

ROLES: Sequence[str] = TABLES["roles"]
INVENTED = ("PERSON", "GPE", "LOC")
SHORTEST = 4
PRONOUNS = {"He", "She", "he", "she"}


@dataclass(frozen=True, slots=True)
class Variation:
    """The shares of documents, or of names, that are varied in each way."""

    typographic: float
    headline: float
    titled: float
    invented: float
    known: float
    pronouns: float


@dataclass(frozen=True, slots=True)
class Names:
    """By label: words that names are made of, and whole names."""

    words: Mapping[str, Sequence[str]]
    pools: Mapping[str, Sequence[tuple[str, ...]]]


def name_words(sentences: Iterable[Marked]) -> dict[str, list[str]]:
    """Return for each label that may be invented the words its names are made of."""
    words: dict[str, set[str]] = {label: set() for label in INVENTED}
    for marked in sentences:
        for name in marked.names:
            if name.label in words:
                words[name.label].update(filter(_inventable, marked.words[name.start : name.end]))
    return {label: sorted(found) for label, found in words.items()}


def _inventable(word: str) -> bool:
    return (
        len(word) >= SHORTEST
        and word.isalpha()
        and word[0].isupper()
        and word[1:].islower()
        and word.lower() not in PLACE_WORDS
        and word.lower() not in {"north", "south", "west", "united", "states", "york"}
    )


def varied(
    group: Sequence[Marked],
    variation: Variation,
    names: Names,
    rng: random.Random,
) -> list[Marked]:
    """Return some sentences, varied by chance."""
    found = [renamed(marked, variation, names.words, rng) for marked in group]
    found = [known(marked, variation, names.pools, rng) for marked in found]
    found = [invented(marked, variation, names.words, rng) for marked in found]
    found = [titled(marked, variation, rng) for marked in found]
    if rng.random() < variation.headline:
        found = [title_cased(found[0])]
    if rng.random() < variation.typographic:
        found = [spelled(marked, rng) for marked in found]
    return found


def invented(
    marked: Marked,
    variation: Variation,
    words: Mapping[str, Sequence[str]],
    rng: random.Random,
) -> Marked:
    """Return the sentence with a share of its names made of new words.

    A new word has the beginning of one word and the end of another of names of the same label.
    """
    forms = list(marked.words)
    for name in marked.names:
        if name.label not in INVENTED or rng.random() >= variation.invented:
            continue
        for place in filter(lambda i: _inventable(forms[i]), range(name.start, name.end)):
            head, tail = rng.choice(words[name.label]), rng.choice(words[name.label])
            forms[place] = head[: len(head) // 2 + 1] + tail[len(tail) // 2 :]
    return replace(marked, words=tuple(forms))


def renamed(
    marked: Marked,
    variation: Variation,
    words: Mapping[str, Sequence[str]],
    rng: random.Random,
) -> Marked:
    """Return the sentence with a share of its "he" and "she" replaced by a surname."""
    forms, names = list(marked.words), list(marked.names)
    covered = {i for name in names for i in range(name.start, name.end)}
    for place, word in enumerate(marked.words):
        if word in PRONOUNS and place not in covered and rng.random() < variation.pronouns:
            forms[place] = rng.choice(words["PERSON"])
            names.append(Name(place, place + 1, "PERSON"))
    names.sort(key=lambda name: name.start)
    unknown = marked.unknown - {i for name in names for i in range(name.start, name.end)}
    return Marked(tuple(forms), tuple(names), unknown)


def known(
    marked: Marked,
    variation: Variation,
    pools: Mapping[str, Sequence[tuple[str, ...]]],
    rng: random.Random,
) -> Marked:
    """Return the sentence with a share of its names replaced by others of the same label."""
    for name in reversed(marked.names):
        if name.label in pools and rng.random() < variation.known:
            other = rng.choice(pools[name.label])
            forms = (*marked.words[: name.start], *other, *marked.words[name.end :])
            longer = len(other) - (name.end - name.start)
            marked = Marked(
                forms,
                tuple(_moved(n, name, longer) for n in marked.names),
                frozenset(i + longer if i >= name.end else i for i in marked.unknown),
            )
    return marked


def _moved(name: Name, changed: Name, longer: int) -> Name:
    """Return a name where it is after another has become longer."""
    if name.start < changed.start:
        return name
    start = name.start if name == changed else name.start + longer
    return Name(start, name.end + longer, name.label)


def titled(marked: Marked, variation: Variation, rng: random.Random) -> Marked:
    """Return the sentence with a title or an occupation before a share of its persons."""
    for name in reversed(marked.names):
        before = marked.words[name.start - 1] if name.start else ""
        free = before == before.lower() and before not in {"the", "a", "an", "-", "and"}
        if name.label == "PERSON" and free and rng.random() < variation.titled:
            role = rng.choice(ROLES).split()
            if not before or before in {".", "``", '"'}:
                role[0] = role[0][0].upper() + role[0][1:]
            marked = _inserted(marked, name.start, role)
    return marked


def _inserted(marked: Marked, place: int, words: Sequence[str]) -> Marked:
    """Return the sentence with words that belong to no name put in at a place."""
    size = len(words)

    def moved(at: int) -> int:
        return at + size if at >= place else at

    names = [Name(moved(n.start), moved(n.end - 1) + 1, n.label) for n in marked.names]
    forms = (*marked.words[:place], *words, *marked.words[place:])
    return Marked(forms, tuple(names), frozenset(map(moved, marked.unknown)))


def title_cased(marked: Marked) -> Marked:
    """Return the sentence as a headline writes it, with its other words capitalised."""
    words = [w[:1].upper() + w[1:] if len(w) > 3 else w for w in marked.words]
    return replace(marked, words=tuple(words))


def spelled(marked: Marked, rng: random.Random) -> Marked:
    """Return the sentence with typographic quotation marks, apostrophes and dashes."""
    dash = rng.choice("–—")
    forms, opened = [], False
    for word in marked.words:
        if word in {'"', "``", "''"}:
            opened = word == "``" or (word == '"' and not opened)
            forms.append("“" if opened else "”")
        else:
            forms.append(dash if word in {"--", "-"} else word.replace("'", "’"))
    return replace(marked, words=tuple(forms))

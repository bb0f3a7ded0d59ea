"""Names marked in a tokenized sentence, whatever the data set, and the rules all sets share."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from spacy.lang.en.stop_words import STOP_WORDS

HERE = Path(__file__).parent
CLOSING = {".", "!", "?", ":", '"', "``", "''", "“", "(", "–", "—"}
CONTINENTS = {"africa", "america", "antarctica", "asia", "europe", "oceania"}
HYPHENATED = re.compile(r"[A-Za-z]{3,}(-[A-Za-z]{3,})+")
LANGUAGE_CUES = {"in", "from", "into", "speak", "speaks", "speaking", "spoke", "called"}


@dataclass(frozen=True, slots=True)
class Name:
    """A half-open range of tokens with its label; in a data set's words or in ours."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence, the names in it, and the tokens of which nothing is known."""

    words: tuple[str, ...]
    names: tuple[Name, ...]
    unknown: frozenset[int] = frozenset()

    def text(self, name: Name) -> str:
        """Return the words of a name."""
        return " ".join(self.words[name.start : name.end])


def _demonyms() -> frozenset[str]:
    lines = (HERE / "demonyms.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if line[:1] != "#" for word in line.split())


TABLES = tomllib.loads((HERE / "labels.toml").read_text(encoding="utf-8"))
DEMONYMS = _demonyms()
TITLES = frozenset(TABLES["titles"])
CALENDAR = frozenset(TABLES["calendar"])
PLACE_WORDS: dict[str, str] = {word: kind for kind, words in TABLES["places"].items() for word in words}


def from_tags(words: Sequence[str], tags: Sequence[str]) -> Marked:
    """Return the sentence marked by B-, I- and O tags; a set that uses only I- is read too."""
    names: list[Name] = []
    for place, tag in enumerate([*tags, "O"]):
        kind = tag[2:]
        opens = tag[:2] == "B-" or (tag != "O" and (not names or names[-1].label != kind))
        goes_on = tag[:2] == "I-" and names and names[-1].end == place and not opens
        if goes_on:
            names[-1] = replace(names[-1], end=place + 1)
        elif tag != "O":
            names.append(Name(place, place + 1, kind))
    return Marked(tuple(words), tuple(names))


def place_kind(words: Sequence[str]) -> str:
    """Return whether a place of this name is a GPE, a LOC or a FAC."""
    lowered = [word.lower() for word in words]
    if lowered[-1] in CONTINENTS and len(lowered) < 3 and lowered != ["south", "africa"]:
        return "LOC"
    kinds = [PLACE_WORDS[word] for word in lowered if word in PLACE_WORDS]
    if not kinds or lowered[0] in {"south", "north"} or (len(lowered) == 1 and kinds == ["FAC"]):
        return "GPE"
    return kinds[-1]


def relabelled(marked: Marked, table: Mapping[str, str]) -> Marked:
    """Return the sentence with our labels; names of other types become unknown."""
    names: list[Name] = []
    unknown = set(marked.unknown)
    for name in marked.names:
        words = marked.words[name.start : name.end]
        family = name.label.split("_")[0] + "_*"
        label = table.get(name.label, table.get(family, ""))
        if len(words) == 1 and words[0] in DEMONYMS and label not in {"PERSON", "NORP"}:
            label = "NORP"
        start = name.start
        if label == "PERSON":
            while start < name.end - 1 and marked.words[start] in TITLES:
                start += 1
        if label == "PLACE" or (label == "GPE" and words[-1].lower() in CONTINENTS):
            label = place_kind(words)
        if label:
            names.append(Name(start, name.end, label))
        else:
            unknown.update(range(name.start, name.end))
    return Marked(marked.words, tuple(names), frozenset(unknown))


def with_demonyms(marked: Marked) -> Marked:
    """Return the sentence with its demonyms outside other names marked as NORP.

    One beside another capitalised word, or one that may be a language, becomes unknown.
    """
    covered = {i for name in marked.names for i in range(name.start, name.end)}
    names, unknown = list(marked.names), set(marked.unknown)
    for place, word in enumerate(marked.words):
        if word not in DEMONYMS or place in covered:
            continue
        before = marked.words[place - 1] if place else "."
        after = marked.words[place + 1] if place + 1 < len(marked.words) else "."
        lone = not (before[:1].isupper() and place - 1 not in covered and place > 1)
        titled = after in TITLES or place + 1 in covered
        if before.lower() in LANGUAGE_CUES or not lone or (after[:1].isupper() and not titled):
            unknown.add(place)
        else:
            names.append(Name(place, place + 1, "NORP"))
            unknown.discard(place)
    return Marked(marked.words, tuple(sorted(names, key=lambda n: n.start)), frozenset(unknown))


@dataclass(frozen=True, slots=True)
class Usage:
    """How often a data set writes a word in lower case, and with a capital, within sentences."""

    lower: Counter[str]
    upper: Counter[str]

    def opens_sentence(self, word: str, after: str) -> bool:
        """Return whether a capitalised word before another is an ordinary word, not a name."""
        word = word.lower()
        if word in STOP_WORDS:
            return True
        lower, upper = self.lower[word], self.upper[word]
        return lower >= 3 and lower > (upper if after == after.lower() else 9 * upper)


def usage(sentences: Iterable[Marked]) -> Usage:
    """Return how some sentences write their words, their first words left out."""
    lower, upper = Counter[str](), Counter[str]()
    for marked in sentences:
        for before, word in pairwise(marked.words):
            if word.islower():
                lower[word] += 1
            elif before not in CLOSING:
                upper[word.lower()] += 1
    return Usage(lower, upper)


def partly_labelled(marked: Marked, used: Usage) -> Marked:
    """Return the sentence with its capitalised words outside names unknown.

    Known not to be names are months, weekdays, titles, and, where a sentence begins, function
    words and words that are otherwise written in lower case.
    """
    covered = {i for name in marked.names for i in range(name.start, name.end)}
    unknown = set(marked.unknown)
    for place, word in enumerate(marked.words):
        if place in covered or word == word.lower() or word in CALENDAR:
            continue
        first = place == 0 or marked.words[place - 1] in CLOSING
        after = marked.words[place + 1] if place + 1 < len(marked.words) else "."
        plain = first and word[1:] == word[1:].lower() and used.opens_sentence(word, after)
        title = word in TITLES and place + 1 in covered
        if not title and not plain:
            unknown.add(place)
    return replace(marked, unknown=frozenset(unknown))


def split_hyphens(marked: Marked, places: Collection[str]) -> Marked:
    """Return the sentence with its hyphenated words outside names cut, as spaCy cuts them.

    A piece that is a demonym or a known place is marked so: "Leeds-based", "anti-Russian".
    """
    covered = {i for name in marked.names for i in range(name.start, name.end)}
    words: list[str] = []
    names: list[Name] = []
    unknown: set[int] = set()
    moved: list[int] = []
    for place, word in enumerate(marked.words):
        moved.append(len(words))
        if place in covered or not HYPHENATED.fullmatch(word) or word == word.lower():
            unknown.update({len(words)} if place in marked.unknown else ())
            words.append(word)
            continue
        for piece in re.split("(-)", word):
            if piece in DEMONYMS or piece in places:
                label = "NORP" if piece in DEMONYMS else "GPE"
                names.append(Name(len(words), len(words) + 1, label))
            elif piece != piece.lower():
                unknown.add(len(words))
            words.append(piece)
    moved.append(len(words))
    names += [Name(moved[n.start], moved[n.end], n.label) for n in marked.names]
    return Marked(tuple(words), tuple(sorted(names, key=lambda n: n.start)), frozenset(unknown))


def spaces(words: Sequence[str]) -> Iterator[bool]:
    """Yield for each token whether a space follows it, as prose is usually set."""
    opened = False
    for place, word in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else ""
        straight = word == '"'
        opened = opened ^ straight
        glued = word in {"(", "[", "``", "“", "‘", "$", "£", "€", "#"} or (straight and opened)
        closes = after in {".", ",", ";", ":", "!", "?", ")", "]", "%", "''", "”", "..."}
        closes = closes or (after == '"' and opened)
        clitic = re.fullmatch(r"['’](s|re|ve|ll|d|m|S)?|n['’]t", after) is not None
        hyphen = "-" in {word, after} and word != "--"
        yield not (glued or closes or clitic or hyphen)

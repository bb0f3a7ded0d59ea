"""Where a text may hold time expressions, and the tokens there."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from claimcheck.annotate.times.grammar import Node
from claimcheck.annotate.times.tokens import Token, tokens
from claimcheck.annotate.times.vocabulary import BESIDE, CAPITAL_FEASTS, COUNTING, FEASTS, KINDS, SEEDS, UNITS, WORDS

LONGEST_CHUNK = 200  # characters without a space; a longer run is no prose
LONGEST_ISLAND = 60  # chunks that are read together
_BEFORE = 3  # words such as "of the" before the first that counts which an expression may begin with
_REMEMBERED = 100_000  # chunks, after which what is known of them is forgotten


class Chunk(NamedTuple):
    """What stands between two spaces: its tokens, whether a phrase may begin in it, and the classes of its first and last.

    `end` is where the marks begin that close it, and `mark` the class of the first of these, "" if there is none.
    """

    tokens: tuple[Token, ...]
    phrases: bool
    first: str
    last: str
    end: int
    mark: str


def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """Return, by first word, the other words of each phrase, its class and the phrase, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    named = {
        **{word: kind for word, kind in WORDS.items() if len(_split(word)) > 1},
        **dict.fromkeys((name for days in FEASTS.values() for name in days), "FEAST"),
    }
    for phrase, kind in named.items():
        first, *rest = _split(phrase)
        found.setdefault(first, []).append((tuple(rest), kind, phrase))
    return {first: tuple(sorted(rest, key=lambda r: -len(r[0]))) for first, rest in found.items()}


def _split(phrase: str) -> list[str]:
    return [token.word for token in tokens(phrase)]


_PHRASES = _phrases()
_LAST_WORDS = frozenset(
    phrase[-1]
    for first, rests in _PHRASES.items()
    for phrase in ((first, *rest) for rest, kind, _ in rests if kind in SEEDS)
    if not any(KINDS.get(word) in SEEDS for word in phrase) and phrase[-1].isalpha()
)
_IN_PHRASES = frozenset(word for first, rests in _PHRASES.items() for rest, _, _ in rests for word in (first, *rest))
_INSIDE = frozenset(WORDS.values()) | {
    "H12",
    "H24",
    "D31",
    "N",
    "NUM",
    "POSSESSIVE",
    "COMMA",
    "DASH",
    "OPEN",
    "CLOSE",
    "SLASH",
    "STOP",
}


# Marks behind an expression; they are left out of it, so that one with and without is read but once.
_CLOSING = frozenset({"COMMA", "STOP", "CLOSE"})


class _Chunks(dict[str, Chunk]):
    """The tokens of the chunks seen so far."""

    def __missing__(self, text: str) -> Chunk:
        if len(self) > _REMEMBERED:
            self.clear()
        found = tuple(tokens(text)) if len(text) <= LONGEST_CHUNK else ()
        phrases = any(token.word in _PHRASES for token in found)
        marks = len(found)
        while marks > 1 and found[marks - 1].kind in _CLOSING:
            marks -= 1
        end, mark = (found[marks].start, found[marks].kind) if marks < len(found) else (len(text), "")
        first, last = (found[0].kind, found[-1].kind) if found else ("OTHER", "OTHER")
        made = self[text] = Chunk(found, phrases, first, last, end, mark)
        return made


class _Codes(dict[str, str]):
    """What each chunk seen so far may be in an expression.

    "s" if it may be one, "u" a unit that needs a number or the like beside it, "n" such a
    number or word, "g" what may stand inside, " " if no expression reaches over it.
    """

    def __missing__(self, text: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        word = text.strip(_MARKS).lower()
        if word.isalpha() and word not in _KNOWN:
            made = " "  # most words are in no expression
        else:
            made = _code(_CHUNKS[text].tokens) if len(text) <= LONGEST_CHUNK else " "
        self[text] = made
        return made


def _code(found: tuple[Token, ...]) -> str:
    kinds = {token.kind for token in found}
    if not kinds.isdisjoint(SEEDS) or any(t.word in _LAST_WORDS or (t.kind == "ORD" and t.word[0].isdigit()) for t in found):
        return "s"
    if not kinds.isdisjoint(UNITS):
        return "s" if len(kinds) > 1 and not kinds.isdisjoint(COUNTING) else "u"
    if kinds <= _INSIDE or all(t.kind in _INSIDE or t.word in _IN_PHRASES for t in found):
        return "g" if kinds.isdisjoint(COUNTING) else "n"
    return " "


_MARKS = ".,;:!?()'\"’”“‘"
_KNOWN = KINDS.keys() | _IN_PHRASES
_CHUNKS = _Chunks()
_CODES = _Codes()
_code_of = _CODES.__getitem__
_RUN = re.compile("[gnsu]+")


def forget() -> None:
    """Forget the chunks seen so far."""
    _CHUNKS.clear()
    _CODES.clear()


def islands(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield the stretches of a text that may hold time expressions: start, end, and the classes of the tokens around."""
    chunks = text.split(" ")
    codes = "".join(map(_code_of, chunks))
    if "s" not in codes and "u" not in codes:
        return
    lengths: list[int] = []  # of all chunks before one, without the spaces between
    for run in _RUN.finditer(codes):
        whole = run[0]
        end = run.start() + len(whole.rstrip("g"))
        start = max(run.start(), end - len(whole.strip("g")) - _BEFORE)
        for first in range(start, end, LONGEST_ISLAND):
            last = min(first + LONGEST_ISLAND, end)
            if codes.find("s", first, last) < 0 and (codes.find("u", first, last) < 0 or codes.find("n", first, last) < 0):
                continue
            lengths = lengths or list(accumulate(map(len, chunks), initial=0))
            before = _beside(_CHUNKS[chunks[first - 1]].last) if first else ""
            closing = _CHUNKS[chunks[last - 1]]
            after = closing.mark or (_beside(_CHUNKS[chunks[last]].first) if last < len(chunks) else "")
            yield lengths[first] + first, lengths[last - 1] + last - 1 + closing.end, before, after


def _beside(kind: str) -> str:
    """Return the class that a token beside an expression stands there with: its own, unless it could become part of it."""
    return kind if kind in BESIDE else "OTHER"


def tokenize(text: str, before: str, after: str) -> list[Token]:
    """Return the tokens of a stretch of text, phrases as one, between stand-ins for those around it."""
    found: list[Token] = [Node(before, 0, 0, "")] if before else []
    start = 0
    phrases = False
    for piece in text.split(" "):
        chunk = _CHUNKS[piece]
        found += [Node(kind, first + start, end + start, word) for kind, first, end, word, _, _ in chunk.tokens]
        phrases = phrases or chunk.phrases
        start += len(piece) + 1
    if phrases:
        found = _joined(found, text)
    if after:
        found.append(Node(after, len(text), len(text), ""))
    return found


def _joined(row: list[Token], text: str) -> list[Token]:
    """Return the tokens with those of a phrase as one; a named day is written with a capital."""
    made: list[Token] = []
    at = 0
    while at < len(row):
        first = row[at]
        for rest, kind, phrase in _PHRASES.get(first.word, ()):
            words = tuple(token.word for token in row[at + 1 : at + 1 + len(rest)])
            if words == rest and (phrase not in CAPITAL_FEASTS or text[first.start].isupper()):
                made.append(Node(kind, first.start, row[at + len(rest)].end, phrase))
                at += 1 + len(rest)
                break
        else:
            made.append(first)
            at += 1
    return made

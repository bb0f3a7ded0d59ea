"""Parts told over some sentences of which the text says that there are no others, against the whole told before them."""

import re
from collections.abc import Iterator, Sequence

from claimcheck.claim import Mention
from claimcheck.document import Document
from claimcheck.figure import Figure, Reckoning
from claimcheck.pairing.nouns import Nouns
from claimcheck.pairing.slots import FIGURE, Slots
from claimcheck.pairing.sums import summed, total
from claimcheck.pairing.totals import is_age
from claimcheck.pairing.words import alternatives
from claimcheck.values.quantity import Quantity

_CLOSING = re.compile(rf"\b(?:{alternatives('closing')})\b", re.IGNORECASE)
_OTHER = re.compile(rf"\s*(?:the|and the) (?:other|remaining|last) (?P<rest>{FIGURE})(?! of)", re.IGNORECASE)
_FIRST = re.compile(rf"(?P<part>{FIGURE}) of (?:the|its|their|his|her|all) (?P<whole>{FIGURE})", re.IGNORECASE)
_BEING = re.compile(r" (?:are|is|were|was|have|has|had|went|will|died|remain)\b")
_VOTE = re.compile(r"\b(?:against|opposed)\b", re.IGNORECASE)
_ABSTAIN = re.compile(r"\babst(?:ain|ention)", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:present|voted|took part|attended|turned up|were there|cast)\b", re.IGNORECASE)
_NEAR = 4  # sentences
_MOST = 8  # parts
_NO_PART = re.compile(
    r"(?:\b(?:needs?|needed|majority of|at least|more than|from|to|than|aged|by|another|number|page|room|chapter|article|and a|up"
    r"|further"
    r"|turnout of|of)\s+|[-–/.#])\Z",
    re.IGNORECASE,
)


def closed(document: Document, sentences: Sequence[Slots], nouns: Nouns) -> Iterator[Reckoning]:
    """Yield each whole that all of its parts, by the text's own word, do not make."""
    for place, sentence in enumerate(sentences):
        end = _end(sentence)
        if end is not None:
            yield from _summed_up(document, sentences, place, end, nouns)
        elif place and sentences[place - 1].paragraph == sentence.paragraph:
            yield from _others(document, sentences[place - 1], sentence, nouns)


def _end(sentence: Slots) -> int | None:
    """Return where a sentence says that there are no others, None if it does not."""
    closing = _CLOSING.search(sentence.text)
    if closing is not None:
        return closing.start()
    votes = _VOTE.search(sentence.text) is not None and _ABSTAIN.search(sentence.text) is not None
    return len(sentence.text) if votes else None


def _summed_up(document: Document, sentences: Sequence[Slots], place: int, end: int, nouns: Nouns) -> Iterator[Reckoning]:
    """Yield the first number of the paragraph, or the one before its parts, if they do not make it."""
    own = sentences[place]
    for first in range(place, max(place - _NEAR, -1), -1):
        group = sentences[first : place + 1]
        if group[0].paragraph not in {own.paragraph, own.paragraph - 1}:
            return
        for whole in group[0].mentions:
            figure = nouns.figures.get(whole.span.start)
            if figure is None or not _is_whole(figure):
                continue
            if _CLOSING.search(own.text) is None and not _PRESENT.search(group[0].text):
                continue
            parts = _parts(group, whole, own.span.start + end, nouns)
            if parts is not None and len(parts) > 2:
                yield from summed(document, whole, parts)
                return


def _is_whole(figure: Figure) -> bool:
    value = figure.value
    return not value.unit and value.exact and bool(figure.noun) and not figure.partial and not figure.negated


def _parts(group: Sequence[Slots], whole: Mention, end: int, nouns: Nouns) -> list[Mention] | None:
    """Return the numbers behind a whole that count the same things; None where one of them is no part."""
    found: list[Mention] = []
    given, noun = whole.value, nouns.of(whole)
    assert isinstance(given, Quantity)  # as the figure of it is one
    for sentence in group:
        for mention in sentence.mentions:
            value, own = mention.value, nouns.of(mention)
            if not whole.span.end <= mention.span.start < end or not isinstance(value, Quantity) or value.unit:
                continue
            before = sentence.text[: sentence.place(mention).start]
            if is_age(sentence, mention) or (own and own != noun and not nouns.covers(noun, [own])) or _is_inner(before):
                continue
            if value.high is None or value.middle >= given.middle or _NO_PART.search(before):
                return None
            found.append(mention)
    return found if len(found) <= _MOST and _is_elided(found, noun, nouns) else None


def _is_inner(before: str) -> bool:
    """Whether a number tells of what kind a part is: "30 with two"."""
    return re.search(rf"{FIGURE} (?:with|for|under|over|in|at) \Z", before) is not None


def _is_elided(parts: Sequence[Mention], noun: str, nouns: Nouns) -> bool:
    """Whether two parts at least lean on the noun of the whole, or name it, or what it consists of."""
    return sum(not nouns.of(p) or nouns.of(p) == noun or nouns.covers(noun, [nouns.of(p)]) for p in parts) > 1


def _others(document: Document, previous: Slots, sentence: Slots, nouns: Nouns) -> Iterator[Reckoning]:
    """Yield "five of the 12 dogs are gone and four are in care. The other two stay"."""
    other, first = _OTHER.match(sentence.text), _FIRST.search(previous.text)
    if other is None or first is None:
        return
    whole, rest = previous.figure(first, "whole"), sentence.figure(other, "rest")
    others = [m for m in previous.mentions if m not in {whole, previous.figure(first, "part")}]
    if not all(_BEING.match(previous.text, previous.place(m).end) for m in others):
        return
    before = [m for m in previous.mentions if m is not whole and isinstance(m.value, Quantity) and not is_age(previous, m)]
    plain = [m for m in (*before, rest) if isinstance(m.value, Quantity) and not m.value.unit]
    if len(plain) != len(before) + 1 or any(nouns.of(m) not in {"", nouns.of(whole)} for m in plain) or total(plain) is None:
        return
    yield from summed(document, whole, plain)

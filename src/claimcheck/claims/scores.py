"""Results that stand as a line of their own: "Harrow Town 3 Dean Athletic 1", "Harrow Town 3-1 Dean Athletic"."""

import re
from collections.abc import Iterator

from claimcheck.claim import LOST, WON, Argument, Claim, Modality
from claimcheck.document import Document, Span
from claimcheck.values.name import Name, fold

_NAME = r"[^\W\d_][^\d:;,.!?()]{1,40}?"
_APART = re.compile(rf"\A({_NAME}) (\d{{1,3}})[,;]? ({_NAME}) (\d{{1,3}})\.?\Z")
_TOGETHER = re.compile(rf"\A({_NAME}) (\d{{1,3}}) ?[-\u2013] ?(\d{{1,3}}) ({_NAME})\.?\Z")
_LINE = 90  # characters
_SMALL = frozenset({"of", "and", "the", "de", "la"})


def scores(document: Document) -> Iterator[Claim]:
    """Yield who won and who lost by each such line; a draw says nothing."""
    for part in document.prose():
        line = document[part.span].rstrip()
        if len(line) > _LINE:
            continue
        if found := _APART.match(line):
            sides = ((1, 2), (3, 4))
        elif found := _TOGETHER.match(line):
            sides = ((1, 2), (4, 3))
        else:
            continue
        (one, ones), (other, others) = sides
        if _is_team(found.group(one)) and _is_team(found.group(other)) and found.group(ones) != found.group(others):
            first, second = (one, other) if int(found.group(ones)) > int(found.group(others)) else (other, one)
            yield from _told(part.span, found, first, second)


def _is_team(name: str) -> bool:
    return all(word[:1].isupper() or word in _SMALL for word in name.split())


def _told(line: Span, found: re.Match[str], winner: int, loser: int) -> Iterator[Claim]:
    won, lost = (_team(line, found, group) for group in (winner, loser))
    span = Span(line.start, line.start + found.end())
    for subject, relation, object_ in ((won, WON, lost), (lost, LOST, won)):
        text = f"{subject.text} {relation} {object_.text}"
        yield Claim("", span, text, subject, relation, object_, modality=Modality.ASSERTED, past=True)


def _team(line: Span, found: re.Match[str], group: int) -> Argument:
    name = found.group(group)
    span = Span(line.start + found.start(group), line.start + found.end(group))
    return Argument(span, name, fold(name), "ORG", Name(name))

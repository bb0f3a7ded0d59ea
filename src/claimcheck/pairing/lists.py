"""Announced counts against the lists that follow them: "four players, A, B and C"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from claimcheck.claim import Mention
from claimcheck.document import Document, Span
from claimcheck.figure import Reckoning, Sort
from claimcheck.finding import Conflict, Note
from claimcheck.pairing.words import words_of
from claimcheck.sentence import Function, Sentence, Token
from claimcheck.values.quantity import Quantity
from claimcheck.verdict import Verdict

_MARKS = frozenset({",", ":", "–", "—", "("})
_STRONG = frozenset({":", "–", "—", "("})
_STOPS = frozenset({".", ";", ":", ")", "–", "—", "?", "!", "("})
_JOINS = frozenset({"and", "or", "&", "plus"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLAUSES = frozenset({"who", "which", "whose", "where", "when", "while", "but", "as", "if", "that", "because", "after", "before"})
_MOST = 15  # of an announced count; longer lists are tables
_LONG = 4  # words of an item that is no name
_AWAY = 12  # tokens between a count and the colon of its list
_OPENING = frozenset(
    {"include", "includes", "including", "included", "among", "such", "like", "because", "said", "says", "but", "and"}
)
_PARTIAL = frozenset({"among", "included", "including", "others", "more", "another", "other"})
_SINGLE = frozenset({"a", "an", "the", "one"})
_WHOLE = frozenset({"the", "his", "her", "its", "their", "our", "my", "all"})
_QUOTES = frozenset("\"'“”‘’«»")


class _Kind(Enum):
    NAME = auto()
    PLACE = auto()
    WORDS = auto()
    NUMBER = auto()
    CLAUSE = auto()


@dataclass(frozen=True, slots=True)
class _Item:
    tokens: tuple[Token, ...]
    kind: _Kind
    joined: bool  # "and" stands before it
    open: bool = False  # a comma stands before that "and"


def lists(document: Document, sentences: Sequence[tuple[Sentence, Sequence[Mention]]]) -> Iterator[Reckoning]:
    """Yield each announced count that no reading of its list gives."""
    for sentence, mentions in sentences:
        for mention in mentions:
            number = _announced(mention)
            noun = _noun(sentence, mention) if number else None
            if number and noun is not None:
                listed = tuple(_listed(document, sentence, mentions, mention, noun, number))
                yield from listed or _told(document, sentence, mentions, mention, noun, number)


def _announced(mention: Mention) -> int:
    """Return the number of a bare whole one that nothing hedges, 0 for others."""
    value = mention.value
    if not isinstance(value, Quantity) or mention.type != "CARDINAL" or value.unit or not value.exact or value.number is None:
        return 0
    return int(value.number) if value.number == int(value.number) and 1 < value.number <= _MOST else 0


def _noun(sentence: Sentence, mention: Mention) -> Token | None:
    """Return the plural noun that the number counts, if nothing but adjectives stands between."""
    first = next((t for t in sentence.tokens if t.span.start >= mention.span.end), None)
    if first is None or _is_partial(sentence, mention):
        return None
    them = sentence.tokens[first.index + 1 : first.index + 2]
    if first.text.lower() == "of" and them and them[0].text.lower() in {"them", "us", "you"}:
        return them[0]
    for token in sentence.tokens[first.index : first.index + 5]:
        following = sentence.tokens[token.index + 1 : token.index + 2]
        if token.pos in {"NOUN", "PROPN"} and not (following and following[0].pos in {"NOUN", "PROPN"}):
            plural = token.tag in {"NNS", "NNPS"} or token.lemma == "people"
            return token if plural and token.lemma not in words_of("measures") else None
        if token.pos not in {"ADJ", "NOUN", "PROPN", "VERB", "ADV"} and token.text != "-":
            return None
    return None


def _is_partial(sentence: Sentence, mention: Mention) -> bool:
    """Whether the number is one of which a part is listed: "two of the four players, A and B"."""
    before = [t for t in sentence.tokens if t.span.end <= mention.span.start]
    before = before[-6:] if before and before[-1].tag == "POS" else before[-3:]  # "two of Lord Fane's three sons"
    return any(t.text.lower() in {"of", "among", "between", "-", "than"} for t in before)


def _listed(
    document: Document, sentence: Sentence, mentions: Sequence[Mention], mention: Mention, noun: Token, number: int
) -> Iterator[Reckoning]:
    mark = _mark(sentence, noun)
    if mark is None:
        return
    items = _closed(tuple(_items(sentence, mentions, mark)))
    if not _is_list(sentence, items, mark):
        return
    yield from _compared(document, items, mention, noun, number)


def _compared(document: Document, items: Sequence[_Item], mention: Mention, noun: Token, number: int) -> Iterator[Reckoning]:
    least, most = _readings(items, noun)
    if least <= number <= most:
        return
    if any(t.text.lower() in _PARTIAL for t in items[-1].tokens):
        return
    shown = [i for i in items if i.kind not in {_Kind.NUMBER, _Kind.CLAUSE}]
    span = Span(shown[0].tokens[0].span.start, shown[-1].tokens[-1].span.end)
    told = Span(mention.span.start, noun.span.end)
    names = [document.words(Span(i.tokens[0].span.start, i.tokens[-1].span.end)) for i in shown]
    conflict = Conflict(
        told,
        f"the text announces {document.words(told)} and lists {most}: {', '.join(names)}",
        label="the announced count",
        notes=(Note(span, "the list"),),
        derivation=tuple(f"{place}: {name}" for place, name in enumerate(names, 1)),
    )
    yield Reckoning(Sort.LIST, Verdict.REFUTED, conflict)


def _told(
    document: Document, sentence: Sentence, mentions: Sequence[Mention], mention: Mention, noun: Token, number: int
) -> Iterator[Reckoning]:
    """Yield counts whose list stands further off: "five were chosen: …", "her four children are …", "A and B, the three …"."""
    colon = _colon(sentence, noun, mentions)
    verb = _link(sentence, mention, noun)
    if colon is not None:
        items = tuple(_items(sentence, mentions, colon))
        if _is_told(sentence, items):
            yield from _compared(document, items, mention, noun, number)
    elif verb is not None:
        items = tuple(_items(sentence, mentions, verb))
        if _are_names(items) and _ends_with(sentence, items):
            yield from _compared(document, items, mention, noun, number)
    elif sentence.tokens[noun.index + 1 : noun.index + 2] and sentence.tokens[noun.index + 1].text in {",", ".", "–", "—", ")"}:
        items = _before(sentence, mentions, mention)
        if _are_names(items) and number > len(items):
            yield from _compared(document, items, mention, noun, number)


def _colon(sentence: Sentence, noun: Token, mentions: Sequence[Mention]) -> Token | None:
    """Return the colon of a sentence that counts nothing else before it."""
    for token in sentence.tokens[noun.index + 1 :]:
        if token.text == ":":
            return token if token.index - noun.index <= _AWAY else None
        counted = token.pos == "NUM" or any(m.type == "CARDINAL" and m.span.overlaps(token.span) for m in mentions)
        if token.text in _STOPS or counted or token.text.lower() in _OPENING:
            return None
    return None


def _is_told(sentence: Sentence, items: Sequence[_Item]) -> bool:
    """Whether what stands behind a colon is a list of single things up to the end of the sentence."""
    if len(items) < 3 or not items[-1].joined or not _ends_with(sentence, items) or any(i.joined for i in items[:-1]):
        return False
    kinds = {i.kind for i in items}
    single = all(_is_single(i) for i in items)
    return single if kinds == {_Kind.WORDS} else kinds == {_Kind.NAME}


def _is_single(item: _Item) -> bool:
    """Whether an item is one thing, with what says of what kind it is: "a loaf baked by the cook"."""
    first, nouns = item.tokens[0], [t for t in item.tokens if t.pos in {"NOUN", "PROPN"}]
    determined = first.text.lower() in _SINGLE or (len(item.tokens) > 1 and item.tokens[1].text in {"'s", "’s"})
    return (
        determined and bool(nouns) and nouns[0].tag in {"NN", "NNP"} and not any(t.text.lower() in _CLAUSES for t in item.tokens)
    )


def _link(sentence: Sentence, mention: Mention, noun: Token) -> Token | None:
    """Return "are" behind a count that stands for all there are: "the three winners were", "her four children are"."""
    before = [t for t in sentence.tokens if t.span.end <= mention.span.start][-1:]
    behind = sentence.tokens[noun.index + 1 : noun.index + 2]
    whole = before and before[0].text.lower() in _WHOLE and before[0].index < 2
    return behind[0] if whole and behind and behind[0].lemma == "be" else None


def _are_names(items: Sequence[_Item]) -> bool:
    names = all(i.kind is _Kind.NAME and all(t.pos != "NOUN" for t in i.tokens) for i in items)
    return len(items) > 1 and items[-1].joined and names


def _ends_with(sentence: Sentence, items: Sequence[_Item]) -> bool:
    """Whether the sentence ends with the last item."""
    return all(t.text in {".", "!", "”", '"', "'", "’"} for t in sentence.tokens[items[-1].tokens[-1].index + 1 :])


def _before(sentence: Sentence, mentions: Sequence[Mention], mention: Mention) -> tuple[_Item, ...]:
    """Return the names that a count in apposition closes: "Ann Frost, Bill Hay and Cy Dow, the four directors,"."""
    at = next((t.index for t in sentence.tokens if t.span.start >= mention.span.start), 0) - 1
    if (
        at < 3
        or sentence.tokens[at].text.lower() not in {"the", "all", "his", "her", "their", "its"}
        or sentence.tokens[at - 1].text != ","
    ):
        return ()
    start = at - 1
    while start and (sentence.tokens[start - 1].pos == "PROPN" or sentence.tokens[start - 1].text.lower() in {",", "and"}):
        start -= 1
    if start:
        return ()  # whose names these are may be told before them
    found: list[_Item] = []
    inside: list[Token] = []
    joined = False
    for token in sentence.tokens[:at]:
        if token.text == "," or token.text.lower() == "and":
            found += [_item(sentence, mentions, inside, joined=joined, comma=False)] if inside else []
            joined = (joined and not inside) or token.text.lower() == "and"
            inside = []
        else:
            inside.append(token)
    return tuple(found)


def _mark(sentence: Sentence, noun: Token) -> Token | None:
    """Return the mark behind the noun, or behind what says of whom they are, that a list follows."""
    at = noun.index + 1
    tokens = sentence.tokens
    if at < len(tokens) and tokens[at].text.lower() in {"of", "in", "from", "for", "at", "on"}:
        while at < min(len(tokens), noun.index + 7) and tokens[at].text not in _MARKS | _STOPS and tokens[at].tag not in _FINITE:
            at += 1
        if at < len(tokens) and tokens[at].text not in _STRONG:
            return None  # "four players from Leeds, Hull and York"
    return tokens[at] if at + 3 < len(tokens) and tokens[at].text in _MARKS else None


def _items(sentence: Sentence, mentions: Sequence[Mention], mark: Token) -> Iterator[_Item]:
    """Yield what commas and "and" part, up to where the list ends."""
    inside: list[Token] = []
    joined = comma = False
    for token in sentence.tokens[mark.index + 1 :]:
        if token.text in _STOPS or (token.tag in _FINITE and token.pos in {"VERB", "AUX"}):
            break
        join = token.text.lower() in _JOINS
        if token.text == "," or join:
            if inside:
                yield _item(sentence, mentions, inside, joined=joined, comma=comma)
                joined = comma = False
            inside = []
            joined, comma = joined or join, comma or (token.text == ",")
        elif token.text not in _QUOTES:
            inside.append(token)
    if inside:
        yield _item(sentence, mentions, inside, joined=joined, comma=comma)


def _closed(items: Sequence[_Item]) -> tuple[_Item, ...]:
    """Return the items without what stands behind the last of them: "A and B, for their work"."""
    found = [] if items and items[0].kind is _Kind.CLAUSE else list(items)  # "among them A and B"
    while found and not found[-1].joined and found[-1].kind in {_Kind.CLAUSE, _Kind.WORDS, _Kind.NUMBER}:
        found.pop()
    return tuple(i for i in found if i.kind is not _Kind.CLAUSE)


def _item(sentence: Sentence, mentions: Sequence[Mention], tokens: Sequence[Token], *, joined: bool, comma: bool) -> _Item:
    first = tokens[0]
    if all(t.pos == "NUM" or t.text[:1].isdigit() for t in tokens) or first.text.lower() == "aged":
        kind = _Kind.NUMBER
    elif first.text.lower() in _CLAUSES or first.pos in {"ADP", "VERB", "AUX", "SCONJ"}:
        kind = _Kind.CLAUSE
    elif first.text[:1].isupper():
        place = any(m.type in {"GPE", "LOC"} and m.span.overlaps(first.span) for m in mentions)
        kind = _Kind.PLACE if place else _Kind.NAME
    else:
        kind = _Kind.WORDS
    return _Item(tuple(tokens), kind, joined, joined and comma)


def _is_list(sentence: Sentence, items: Sequence[_Item], mark: Token) -> bool:
    """Whether the items are a closed list in apposition to the noun, and no subject of their own."""
    if len(items) < 2 or not items[-1].joined:
        return False
    named = [i for i in items if i.kind in {_Kind.NAME, _Kind.PLACE}]
    first = items[0]
    if mark.text == ",":
        if first.kind not in {_Kind.NAME, _Kind.PLACE} or len(named) < 2 or _is_subject(sentence, items):
            return False
    elif len(named) < len([i for i in items if i.kind is not _Kind.NUMBER]):
        plain = all(len(i.tokens) <= _LONG and i.tokens[0].pos != "NUM" for i in items)
        return plain and len(items) > 2 and not named and not any(t.pos in {"VERB", "AUX"} for i in items for t in i.tokens)
    return True


def _is_subject(sentence: Sentence, items: Sequence[_Item]) -> bool:
    """Whether the list begins a clause of its own: "after two meetings, France, Spain and Italy agreed"."""
    first, last = items[0], items[-1].tokens[-1]
    following = sentence.tokens[last.index + 1 : last.index + 2]
    if following and following[0].tag in _FINITE | {"VBG"}:  # else a comma would close what stands in apposition
        return True
    head = sentence.top(Span(first.tokens[0].span.start, first.tokens[-1].span.end))
    if head is None:
        return True
    return head.function in {Function.SUBJECT, Function.PASSIVE_SUBJECT}


def _readings(items: Sequence[_Item], noun: Token) -> tuple[int, int]:
    """Return the least and the most that the list may count."""
    counted = [i for i in items if i.kind is not _Kind.NUMBER]
    if not any(i.kind in {_Kind.NAME, _Kind.PLACE} for i in counted):
        inner = sum(i.joined for i in counted[1:-1])
        beside = sum(i.tokens[-1].text.lower() in {"one", "ones"} for i in counted[1:-1])
        if counted[-1].open and all(i.tokens[0].text.lower() in _SINGLE for i in counted):
            beside = (len(counted) - 1) // 2  # "a clock, a gift of the king, and a bell"
        return len(counted) - max(inner, beside), len(counted)
    least = 0
    for place, item in enumerate(counted):
        last = place == len(counted) - 1
        lies = item.kind is _Kind.PLACE and item.tokens[-1].text.lower() != noun.lemma and noun.lemma not in words_of("countries")
        beside = place > 0 and lies and not item.joined
        inner = item.joined and not last and not item.open
        words = item.kind is _Kind.WORDS and not item.joined
        least += not (beside or inner or words)
    if counted[-1].joined and counted[-2].joined:  # "A, B and C and D"
        least -= 1
    return least, len(counted)

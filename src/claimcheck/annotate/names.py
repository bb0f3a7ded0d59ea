"""People, places, organizations and events: names in the text → Name."""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from claimcheck.annotate.pipeline import Entity
from claimcheck.claim import Mention
from claimcheck.document import Document, PartKind, Span
from claimcheck.sentence import Sentence, Token
from claimcheck.values.name import YEAR, Name, fold


@dataclass(frozen=True, slots=True)
class Known:
    """A stretch of words [start, end) that a reference table knows, and the label of what it names.

    `series` marks the name of a recurring event, which a year makes into one edition;
    `unsure` a label that gives way to the model's.
    """

    start: int
    end: int
    label: str
    series: bool = False
    unsure: bool = False


_WORD = re.compile(r"([\w-]+)\.?\s+")
_BYNAME = re.compile(r" The [A-Z]\w+(?: [A-Z]\w+)*")  # "Queen Ann The Good"
_SUFFIX = re.compile(r"\+|[-–](?=[A-Z])[\w-]+")
_JOINTS = frozenset({"-", "–"})
Gazetteer = Callable[[Sequence[str]], Iterable[Known]]


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """Return the word lists of `words.toml`: titles, female, male, and one for each type of description."""
    data = tomllib.loads(files("claimcheck.annotate").joinpath("words.toml").read_text(encoding="utf-8"))
    lists = {key: value for key, value in data.items() if isinstance(value, list)} | data["descriptions"]
    return {key: frozenset(value) for key, value in lists.items()}


def read_names(
    document: Document, sentences: Sequence[Sentence], entities: Sequence[Entity], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """Return the names of the prose, without overlaps, in text order.

    Editions of recurring events come first, then names of several words that a table
    knows or that stand elsewhere in the text, then short forms of full names, then single
    words that a table knows (no part of a longer name), then what else the model found.
    """
    known = [(s, k) for s in sentences for k in gazetteer([t.text for t in s.tokens])]
    editions = [m for s, k in known if k.series and (m := _edition(document, s, k))]
    known = [(s, k) for s, k in known if k.series or not _goes_on(s, k)]
    long = [_known(document, s, k) for s, k in known if k.end - k.start > 1 and not k.unsure]
    guesses = [_known(document, s, k) for s, k in known if k.unsure]
    model = _model_names(document, sentences, entities)
    short = [_known(document, s, k) for s, k in known if k.end - k.start == 1 and _proper(s.tokens[k.start])]
    longer = _places(m for m in model if " " in document.words(m.span))
    short = [m for m in short if m.span.start not in longer]
    again = _repeated(document, sentences, model)
    return _without_overlaps([editions, long, again, _short_forms(document, sentences, model), short, model, guesses])


def _places(mentions: Iterable[Mention]) -> frozenset[int]:
    """Return all offsets that the mentions cover."""
    return frozenset(place for m in mentions for place in range(m.span.start, m.span.end))


def _model_names(document: Document, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> list[Mention]:
    """Return the model's names; those of a headline, where capitals mean little, only if the body has them too."""
    headlines = [s.span for s in sentences if s.kind is PartKind.HEADLINE]
    found = [m for e in entities if (m := _entity(document, e))]
    above = {m for m in found for span in headlines if span.contains(m.span)}
    below = {fold(document.words(m.span)) for m in found if m not in above}
    return _agreeing(document, [m for m in found if m not in above or fold(document.words(m.span)) in below])


def _agreeing(document: Document, names: Sequence[Mention]) -> list[Mention]:
    """Return the names with one label for each: the one that the model gave most often, the first of equals.

    What a dateline begins with is a place.
    """
    begins = {part.span.start for part in document.parts if part.kind is PartKind.DATELINE}
    votes: dict[str, Counter[str]] = {}
    for mention in names:
        vote = {"GPE": len(names)} if mention.span.start in begins else {mention.type: 1}
        votes.setdefault(fold(document.words(mention.span)), Counter()).update(vote)
    return [replace(m, type=votes[fold(document.words(m.span))].most_common(1)[0][0]) for m in names]


def _repeated(document: Document, sentences: Sequence[Sentence], names: Sequence[Mention]) -> list[Mention]:
    """Return every place of a name of several words, also where the model saw it only once."""
    known: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, label in {(tuple(document.words(m.span).split()), m.type) for m in names}:
        if len(words) > 1:
            known.setdefault(words[0], []).append((words, label))
    for longest_first in known.values():
        longest_first.sort(key=lambda item: (-len(item[0]), item))
    found = []
    for sentence in sentences:
        for token in sentence.tokens:
            for words, label in known.get(token.text, ()):
                run = sentence.tokens[token.index : token.index + len(words)]
                if tuple(t.text for t in run) == words:
                    span = Span(run[0].span.start, run[-1].span.end)
                    found.append(Mention(span, label, Name(" ".join(words)), "repeated name"))
                    break
    return found


def _short_forms(document: Document, sentences: Sequence[Sentence], names: Sequence[Mention]) -> list[Mention]:
    """Return single words that are the first or last name of just one person whom the text names in full.

    The model's own label for such a word, if it has one, gives way: "Lincoln" is no place there.
    """
    full = {document.words(m.span) for m in names if m.type == "PERSON" and len(document.words(m.span).split()) > 1}
    bearers: dict[str, set[str]] = {}
    for name in full:
        for part in {name.split()[0], name.split()[-1]}:
            bearers.setdefault(part, set()).add(name)
    tokens = (t for s in sentences for t in s.tokens if len(bearers.get(t.text, ())) == 1 and t.text[:1].isupper())
    longer = _places(m for m in names if " " in document.words(m.span))
    return [
        Mention(t.span, "PERSON", Name(t.text), "short form of a name")
        for t in tokens
        if t.pos not in {"VERB", "ADP", "DET", "PRON", "CCONJ"} and t.span.start not in longer
    ]


def _goes_on(sentence: Sentence, known: Known) -> bool:
    """Whether the words are only part of a longer name: "OPEC" of "OPEC+", "Louvre" of "Louvre-Lens"."""
    tokens = sentence.tokens
    before, first, last = tokens[known.start - 1 : known.start], tokens[known.start], tokens[known.end - 1]
    following = tokens[known.end : known.end + 2]
    if before and before[0].text in _JOINTS and before[0].span.end == first.span.start:
        return True
    if last.text.endswith("+"):
        return True
    if not following:
        return False
    if following[0].text[0] in "+-–" and following[0].span.start == last.span.end:
        return len(following[0].text) > 1 or following[0].text == "+" or (len(following) > 1 and following[1].text[0].isupper())
    capital = following[0].pos == "PROPN" and following[0].text[0].isupper() and following[0].tag.startswith("NNP")
    return capital and known.label in {"ORG", "PERSON", "FAC", "LAW"}


def _edition(document: Document, sentence: Sentence, known: Known) -> Mention | None:
    """Return "2024 Winter Olympics" or "Euro 2024": the series' name with the year that stands beside it."""
    start, end = known.start, known.end
    before = sentence.tokens[start - 1] if start else None
    after = sentence.tokens[end] if end < len(sentence.tokens) else None
    if before is not None and YEAR.match(before.text):
        start -= 1
    elif after is not None and YEAR.match(after.text):
        end += 1
    else:
        return None
    span = Span(sentence.tokens[start].span.start, sentence.tokens[end - 1].span.end)
    return Mention(span, "EVENT", Name(document.words(span)), "edition of a series")


def _known(document: Document, sentence: Sentence, known: Known) -> Mention:
    span = Span(sentence.tokens[known.start].span.start, sentence.tokens[known.end - 1].span.end)
    return Mention(span, known.label, Name(document.words(span)), "reference table")


def _entity(document: Document, entity: Entity) -> Mention | None:
    """Return the model's entity without a leading title or article and a trailing possessive mark."""
    start, end = entity.span.start, entity.span.end
    text = document.plain
    for mark in ("'s", "’s", "'", "’"):
        if text.startswith(mark, end - len(mark), end):
            end -= len(mark)
            break
    while match := _WORD.match(text, start, end):
        drop = words()["titles"] if entity.label == "PERSON" else frozenset({"the", "a", "an"})
        if match.group(1).lower() not in drop:
            break
        start = match.end()
    if entity.label == "PERSON" and (surname := _BYNAME.match(text, end)):
        end = surname.end()
    if extra := _SUFFIX.match(text, end):
        end = extra.end()  # "OPEC+" and "Louvre-Lens" are other names than their first half
    kept = text[start:end].strip()
    if not kept or not any(c.isupper() or c.isdigit() for c in kept):
        return None
    start += len(text[start:end]) - len(text[start:end].lstrip())
    span = Span(start, start + len(kept))
    return Mention(span, entity.label, Name(document.words(span)), "language pipeline")


def _proper(token: Token) -> bool:
    """Whether a single known word stands as a name: capitalised, and not only for opening the sentence."""
    if not token.text[:1].isupper():
        return False
    return token.pos in {"PROPN", "ADJ"} or token.index > 0 or token.tag.startswith("NNP")


def _without_overlaps(ranked: Iterable[Iterable[Mention]]) -> tuple[Mention, ...]:
    """Return the mentions that do not overlap one of an earlier rank, or an earlier one of their own."""
    taken: set[int] = set()
    kept: list[Mention] = []
    for rank in ranked:
        for mention in rank:
            places = range(mention.span.start, mention.span.end)
            if taken.isdisjoint(places):
                taken.update(places)
                kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.span))


def titles_before(sentence: Sentence, mention: Mention) -> Iterator[Token]:
    """Yield the words of a title right before a person's name, nearest first: "President", "Chinese"."""
    inside = sentence.within(mention.span)
    index = inside[0].index - 1 if inside else -1
    while index >= 0:
        token = sentence.tokens[index]
        if token.text.lower().rstrip(".") not in words()["titles"] and token.pos not in {"ADJ", "NOUN", "PROPN"}:
            return
        yield token
        index -= 1

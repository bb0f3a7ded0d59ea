"""Who says what: reporting clauses, speech acts, quotations and sources → stretches with a speaker."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from claimcheck.discourse import Link, Referent, Voice
from claimcheck.document import Document, Span
from claimcheck.sentence import Function, Sentence, Token
from claimcheck.values.name import fold

_QUOTED = re.compile(r"“[^“”]*(?:”|\Z)|\"[^\"]*(?:\"|\Z)|«[^«»]*»")
QUOTED_UNKNOWN = "a quoted speaker"


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files("claimcheck.annotate").joinpath("speech.toml").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in data.items()}


def attribute(document: Document, sentences: Sequence[Sentence], links: Sequence[Link]) -> tuple[Voice, ...]:
    """Return the stretches of the prose that somebody other than the author answers for, in text order."""
    at = {item.span.end: item for item in links}
    voices = [voice for sentence in sentences for voice in _clauses(sentence, at)]
    voices.extend(_quotations(document, sentences, at))
    return tuple(sorted(voices, key=lambda v: (v.span.start, -v.span.end)))


def _clauses(sentence: Sentence, at: dict[int, Link]) -> Iterator[Voice]:
    for token in sentence.tokens:
        if token.pos in {"VERB", "AUX"}:
            speaker = _speaker(token, sentence, at)
            if speaker is not None:
                yield from (Voice(span, speaker) for span in _said(token, sentence))
        source = _source(token, sentence, at)
        if source is not None:
            governor = sentence.head(token)
            if governor is not None:
                yield Voice(_extent(governor, sentence), source)


def _speaker(verb: Token, sentence: Sentence, at: dict[int, Link]) -> Link | None:
    lexicon = _lexicon()
    if verb.lemma not in lexicon["reporting"] and verb.lemma not in lexicon["speaking"]:
        return None
    subject = sentence.child(verb, Function.SUBJECT) or _shared_subject(verb, sentence)
    return _person(subject, sentence, at) if subject is not None else None


def _shared_subject(verb: Token, sentence: Sentence) -> Token | None:
    """Return the subject of the verb that this one is joined to: "Ann praised … and said …"."""
    head = sentence.head(verb)
    if verb.function is not Function.CONJUNCT or head is None:
        return None
    return sentence.child(head, Function.SUBJECT)


def _person(token: Token, sentence: Sentence, at: dict[int, Link]) -> Link | None:
    """Return who the noun phrase stands for; a statement or spokesman stands for whoever sent it."""
    if token.lemma in _lexicon()["vehicles"]:
        sender = sentence.child(token, Function.MODIFIER, Function.AGENT, Function.POSSESSOR)
        maker = sentence.child(token, Function.CLAUSE_MODIFIER)
        sender = sender or (sentence.child(maker, Function.AGENT, Function.OBLIQUE) if maker is not None else None)
        if sender is not None and sender.pos in {"PROPN", "NOUN"}:
            return _person(sender, sentence, at)
    phrase = _phrase(token, sentence)
    inside = [at[t.span.end] for t in sentence.within(phrase) if t.span.end in at]
    named = next((item for item in inside if item.span.contains(token.span)), None)
    if named is not None:
        return named
    if token.pos == "PRON" and token.text.lower() in {"who", "which", "that", "what", "there", "it"}:
        return None
    text = " ".join(t.text for t in sentence.within(phrase))
    return Link(phrase, Referent(f"{fold(text)}@{phrase.start}" if token.pos == "PRON" else fold(text), text, ""))


def _phrase(token: Token, sentence: Sentence) -> Span:
    """Return the noun phrase of the token without its clauses and what follows a preposition."""
    kept = (Function.DETERMINER, Function.ADJECTIVE, Function.COMPOUND, Function.NUMBER, Function.POSSESSOR)
    left = [t for child in sentence.children(token, *kept) for t in sentence.subtree(child)]
    tokens = [token, *left]
    return Span(min(t.span.start for t in tokens), max(t.span.end for t in tokens))


def _said(verb: Token, sentence: Sentence) -> Iterator[Span]:
    """Yield the stretches that the verb puts in its subject's mouth."""
    lexicon = _lexicon()
    if verb.lemma in lexicon["reporting"]:
        for clause in sentence.children(verb, Function.COMPLEMENT):
            yield _extent(clause, sentence)
        head = sentence.head(verb)
        if verb.function is Function.PARATAXIS and head is not None:
            yield from _around(head, verb, sentence)
        elif not sentence.child(verb, Function.COMPLEMENT):
            for clause in sentence.children(verb, Function.PARATAXIS, Function.OBJECT):
                yield _extent(clause, sentence)
    if verb.lemma in lexicon["speaking"]:
        functions = (Function.OBJECT, Function.OBLIQUE, Function.COMPLEMENT, Function.INDIRECT_OBJECT)
        for part in sentence.children(verb, *functions):
            yield _extent(part, sentence)


def _extent(token: Token, sentence: Sentence) -> Span:
    tokens = sentence.subtree(token)
    return Span(tokens[0].span.start, tokens[-1].span.end)


def _around(head: Token, verb: Token, sentence: Sentence) -> Iterator[Span]:
    """Yield what stands before and after an inserted "he said"."""
    whole, inserted = _extent(head, sentence), _extent(verb, sentence)
    if whole.start < inserted.start:
        yield Span(whole.start, inserted.start)
    if inserted.end < whole.end:
        yield Span(inserted.end, whole.end)


def _source(token: Token, sentence: Sentence, at: dict[int, Link]) -> Link | None:
    """Return the source that "according to X" names, given its noun."""
    if token.function not in {Function.OBLIQUE, Function.MODIFIER, Function.ADVERBIAL_CLAUSE, Function.COMPLEMENT}:
        return None
    marks = [t for child in sentence.children(token, Function.CASE) for t in sentence.subtree(child)]
    written = " ".join(t.text.lower() for t in marks)
    return _person(token, sentence, at) if written in _lexicon()["sources"] else None


def _quotations(document: Document, sentences: Sequence[Sentence], at: dict[int, Link]) -> Iterator[Voice]:
    """Yield each stretch between quotation marks with the speaker that its paragraph names beside it."""
    by_paragraph: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append(sentence)
    for number, inside in by_paragraph.items():
        part = document.parts[number].span
        for match in _QUOTED.finditer(document[part]):
            span = Span(part.start + match.start(), part.start + match.end())
            if len(document[span].split()) > 1:
                yield Voice(span, _quoted_by(span, inside, at))


def _quoted_by(span: Span, sentences: Sequence[Sentence], at: dict[int, Link]) -> Link:
    """Return the subject of the nearest reporting verb outside the quotation, in a sentence that touches it or is next to it."""
    touching = [i for i, s in enumerate(sentences) if s.span.overlaps(span)]
    near = sentences[max(0, touching[0] - 1) : touching[-1] + 2] if touching else []
    found: list[tuple[int, Link]] = []
    for sentence in near:
        for token in sentence.tokens:
            if token.pos == "VERB" and not span.contains(token.span):
                speaker = _speaker(token, sentence, at)
                if speaker is not None and not span.contains(speaker.span):
                    distance = max(span.start - token.span.end, token.span.start - span.end)
                    found.append((distance + (1000 if not sentence.span.overlaps(span) else 0), speaker))
    unknown = Link(span, Referent(f"{QUOTED_UNKNOWN}@{span.start}", QUOTED_UNKNOWN, ""))
    return min(found, key=lambda pair: pair[0], default=(0, unknown))[1]

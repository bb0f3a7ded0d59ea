"""Sources that a sentence names for all it says: "according to X", "in X's words", "as X put it"."""

from collections.abc import Iterator

from claimcheck.annotate.attribution.clauses import around
from claimcheck.annotate.attribution.speakers import VERBAL, Speakers
from claimcheck.annotate.attribution.speech import listed, verb_of
from claimcheck.discourse import Link, Voice
from claimcheck.sentence import Function, Sentence, Token

_CLAUSES = frozenset({
    Function.ROOT, Function.COMPLEMENT, Function.CONJUNCT, Function.ADVERBIAL_CLAUSE, Function.CLAUSE_MODIFIER,
    Function.PARATAXIS,
})  # fmt: skip
_EDGES = frozenset({",", "—", "–", "(", "-"})


def sourced(sentence: Sentence, speakers: Speakers) -> Iterator[Voice]:
    """Yield the stretches of a sentence for which it names a source."""
    for token in sentence.tokens:
        found = _source(token, sentence, speakers)
        if found is not None:
            source, phrase = found
            phrase = tuple(t for t in _cut(phrase, source) if t.index != token.index or len(phrase) > 1)
            inside = {t.index for t in phrase}
            phrase = tuple(t for t in sentence.tokens if t.index in inside or source.span.contains(t.span))
            for span in around(phrase, _clause(phrase, sentence)):
                yield Voice(span, source)


def _source(token: Token, sentence: Sentence, speakers: Speakers) -> tuple[Link, tuple[Token, ...]] | None:
    """Return who the source is, and the words that name it, given the head of the phrase."""
    if token.pos in VERBAL:
        return _as_put(token, sentence, speakers)
    marks = [t for child in sentence.children(token, Function.CASE) for t in sentence.subtree(child)]
    written = " ".join(t.text.lower() for t in marks)
    speaker: Link | None = None
    if written in listed("sources"):
        speaker = speakers.of(token, sentence) if token.text.lower() not in listed("no_sources") else None
    elif token.lemma in listed("opinions") and written in {"in", "by", "on", "to"}:
        owner = sentence.child(token, Function.POSSESSOR) or _of(token, sentence)
        speaker = speakers.of(owner, sentence) if owner is not None else None
    return (speaker, sentence.subtree(token)) if speaker is not None else None


def _cut(phrase: tuple[Token, ...], source: Link) -> tuple[Token, ...]:
    """Return the phrase up to the comma behind the source, where the parse hung the rest of the sentence below it."""
    end = next((i for i, t in enumerate(phrase) if t.text == "," and t.span.start >= source.span.end), len(phrase))
    return phrase[:end]


def _of(noun: Token, sentence: Sentence) -> Token | None:
    """Return whose words they are: "in the words of Ann Lee"."""
    behind = sentence.children(noun, Function.MODIFIER)
    return next((t for t in behind if any(m.text.lower() == "of" for m in sentence.children(t, Function.CASE))), None)


def _as_put(verb: Token, sentence: Sentence, speakers: Speakers) -> tuple[Link, tuple[Token, ...]] | None:
    """Return the speaker and the words of "as Lee put it", "as Lee said"."""
    it = sentence.child(verb, Function.OBJECT)
    put = verb.lemma == "put" and it is not None and it.text.lower() == "it"
    if not put and (verb_of(verb, sentence) not in listed("verbs") or sentence.child(verb, Function.OBJECT, Function.COMPLEMENT)):
        return None
    as_ = _as_before(verb, sentence)
    if as_ is None or (as_.index > 0 and sentence.tokens[as_.index - 1].text not in _EDGES):
        return None  # "not ten as the maker had claimed"
    subject = sentence.child(verb, Function.SUBJECT) or (sentence.head(as_) if put else None)
    speaker = speakers.of(subject, sentence) if subject is not None else None
    last = max(verb.index, it.index if put and it is not None else 0)
    return (speaker, sentence.tokens[as_.index : last + 1]) if speaker is not None and as_.index < last else None


def _as_before(verb: Token, sentence: Sentence) -> Token | None:
    """Return the "as" of the verb, also where the parse took "as Lee" for a phrase of its own."""
    nouns = sentence.children(verb, Function.OBLIQUE)
    marks = [*sentence.children(verb, Function.MARKER, Function.CASE, Function.ADVERB)]
    marks += [mark for noun in nouns for mark in sentence.children(noun, Function.CASE)]
    return next((t for t in marks if t.text.lower() == "as" and t.index < verb.index), None)


def _clause(phrase: tuple[Token, ...], sentence: Sentence) -> tuple[Token, ...]:
    """Return the words of the clause that the source stands for: all of the sentence, if commas set the source off.

    A source within what somebody is reported to say stands for no more than that.
    """
    first = phrase[0].index
    set_off = first == 0 or phrase[0].text in _EDGES or sentence.tokens[first - 1].text in _EDGES
    inside = {t.index for t in phrase}
    above = next((h for t in phrase if (h := sentence.head(t)) is not None and h.index not in inside), None)
    while above is not None:
        head = sentence.head(above)
        reported = above.function is Function.COMPLEMENT and head is not None and verb_of(head, sentence) in listed("verbs")
        whole = above.function in _CLAUSES and (above.pos in VERBAL or sentence.child(above, Function.COPULA) is not None)
        if reported or (whole and not set_off):
            return sentence.subtree(above)
        above = sentence.head(above)
    return sentence.tokens

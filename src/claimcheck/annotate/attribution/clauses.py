"""Where a reported clause begins and ends, by the parse and, where that has lost it, by the words and commas."""

from collections.abc import Iterator, Sequence

from claimcheck.annotate.attribution.speakers import VERBAL, subjects_of
from claimcheck.annotate.attribution.speech import listed, verb_of
from claimcheck.document import PartKind, Span
from claimcheck.sentence import Function, Sentence, Token

_LOOSE = frozenset({",", ".", ";", ":", "!", "?", "…", "—", "–", "-", "...", ")", "("})
_SUBJECTS = (Function.SUBJECT, Function.PASSIVE_SUBJECT)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINATIVE = frozenset({"he", "she", "they", "we", "i"})
_RESUMING = frozenset({"CC", "WP", "WDT", "VBG", "VBN", "WRB", "WP$"})  # with these the author may go on


def finite(clause: Token, sentence: Sentence) -> bool:
    """Whether a clause has a finite verb, or a subject that shows that the tags have lost it."""
    around_it = (clause, *sentence.children(clause, Function.AUXILIARY, Function.COPULA))
    to = any(t.text.lower() == "to" for t in sentence.children(clause, Function.MARKER))
    if any(t.tag in _FINITE for t in around_it):
        return True
    return not to and clause.tag != "VBG" and sentence.child(clause, *_SUBJECTS) is not None


def negated(verb: Token, sentence: Sentence) -> bool:
    """Whether it is not said: "did not say", "never claimed", "refused to say"."""
    if sentence.child(verb, Function.NEGATION):
        return True
    head = sentence.head(verb)
    refusing = head is not None and head.lemma in listed("refusing")
    return refusing and verb.function is Function.COMPLEMENT


def opens_with(clause: Token, sentence: Sentence) -> str:
    """Return the first word of a clause, in lower case."""
    return sentence.subtree(clause)[0].text.lower()


def trimmed(tokens: Sequence[Token]) -> Iterator[Span]:
    """Yield the span of the tokens without a "that" before them and loose punctuation around, if any is left."""
    first, last = 0, len(tokens)
    while first < last and (tokens[first].text in _LOOSE or _is_that(tokens[first])):
        first += 1
    while last > first and tokens[last - 1].text in _LOOSE:
        last -= 1
    if first < last:
        yield Span(tokens[first].span.start, tokens[last - 1].span.end)


def _is_that(token: Token) -> bool:
    return token.text.lower() == "that" and (token.function is Function.MARKER or token.pos == "SCONJ")


def content_of(clause: Token, verb: Token, sentence: Sentence) -> Iterator[Span]:
    """Yield the clause without the verb's own words, in two pieces if these stand in its middle."""
    if clause.index > verb.index:
        # "expects the damage to exceed …": what the parse calls the verb's object is the clause's subject.
        raised = [] if finite(clause, sentence) else sentence.children(verb, Function.OBJECT)
        subject = [t for o in raised if o.index < clause.index for t in sentence.subtree(o)]
        others = {t.index for c in _others(clause, sentence) for t in sentence.subtree(c)}
        inside = [t for t in sentence.subtree(clause) if t.index > verb.index and t.index not in others]
        yield from trimmed([*subject, *_without_day(inside, verb)])
        return
    yield from trimmed([t for t in sentence.subtree(clause) if t.index < _insertion(verb, sentence)[0]])
    behind = _behind(verb, sentence)
    if behind:
        yield from trimmed(behind)


def _without_day(tokens: Sequence[Token], verb: Token) -> Sequence[Token]:
    """Return the words without the day on which they were said: "said on Monday the shop would close"."""
    first = [t.text.lower() for t in tokens[:2]]
    if tokens and tokens[0].index == verb.index + 1:
        if first[:1] and first[0] in listed("days"):
            return tokens[1:]
        if first[0] == "on" and first[1:] and first[1] in listed("days"):
            return tokens[2:]
    return tokens


def _others(clause: Token, sentence: Sentence) -> Iterator[Token]:
    """Yield what is joined to the clause and tells of somebody else's speech: "…, but Lee denied it"."""
    for joined in sentence.children(clause, Function.CONJUNCT):
        if verb_of(joined, sentence) in listed("verbs") and sentence.child(joined, Function.SUBJECT):
            yield joined


def around(inside: Sequence[Token], tokens: Sequence[Token]) -> Iterator[Span]:
    """Yield what stands before and behind the inserted tokens within the others."""
    first, last = inside[0].index, inside[-1].index
    yield from trimmed([t for t in tokens if t.index < first])
    yield from trimmed([t for t in tokens if t.index > last])


def said_behind(verb: Token, sentence: Sentence, *, impersonal: bool = False) -> Token | None:
    """Return the clause behind the verb that the parse hung elsewhere: "told the paper that he …", "announced she …".

    A "that" behind an object tells which object; behind "it was said at the meeting" it does not.
    """
    thing = verb.lemma not in listed("telling") and sentence.child(verb, Function.OBJECT) is not None
    for token in sentence.tokens[verb.index + 1 :]:
        head = sentence.head(token)
        if head is not None and head.index > token.index and head not in sentence.ancestors(verb):
            that = _is_that(token) or (impersonal and token.text.lower() == "that")
            nominative = token.index == verb.index + 1 and token.text.lower() in _NOMINATIVE
            if (that and not thing) or (nominative and token.function in _SUBJECTS):
                return head
        if token.tag in _FINITE or token.text in _LOOSE:
            return None
    return None


def lost_clause(verb: Token, lemma: str, sentence: Sentence) -> tuple[Span, ...]:
    """Return the clause behind the verb that the parse has pulled to pieces.

    "Said a book, “Salt”, would appear": its subject was taken for the verb's object.  "Told
    parliament the army knew": it was taken for one about parliament.  "Allege that Lee set
    fire to it": only the words are left to go by.
    """
    subject = sentence.child(verb, Function.OBJECT, Function.INDIRECT_OBJECT)
    if subject is not None and lemma in listed("telling"):
        about = [c for c in sentence.children(subject, Function.CLAUSE_MODIFIER) if _has_own_subject(c, sentence)]
        return tuple(span for clause in about[:1] for span in trimmed(sentence.subtree(clause)))
    for clause in sentence.children(verb, Function.CONJUNCT):
        joined = sentence.child(clause, Function.COORDINATOR, Function.SUBJECT)
        if subject is not None and joined is None and sentence.child(clause, Function.AUXILIARY, Function.COPULA):
            tokens = [*sentence.subtree(subject), *sentence.subtree(clause)]
            return tuple(trimmed(sorted(tokens, key=lambda t: t.index)))
    rest = sentence.tokens[verb.index + 1 :]
    that = bool(rest) and rest[0].text.lower() == "that" and lemma in listed("clausal")
    return tuple(trimmed(rest[1:])) if that and any(t.pos in VERBAL for t in rest) else ()


def _has_own_subject(clause: Token, sentence: Sentence) -> bool:
    """Whether a clause of a noun has a subject, and nothing that stands for the noun."""
    words = {t.text.lower() for t in sentence.children(clause)}
    return sentence.child(clause, *_SUBJECTS) is not None and not words & {"who", "which", "that", "whom", ","}


def inserted(verb: Token, sentence: Sentence) -> Iterator[Span]:
    """Yield what stands around an inserted "he said", where commas set it off and nothing behind it is its object."""
    first, last = _insertion(verb, sentence)
    comma = sentence.tokens[first - 1] if first > 0 and finite(verb, sentence) and verb.tag != "VBG" else None
    if comma is None or comma.text not in {",", "—", "–"} or sentence.child(verb, Function.COMPLEMENT):
        return
    before = sentence.tokens[: first - 1]
    behind = _behind(verb, sentence, last)
    alone = last == verb.index and before and before[0].pos not in {"ADP", "ADV", "SCONJ"} and len(before) > 1
    told = alone or any(t.tag in _FINITE for t in (*before, *behind)) or sentence.kind is PartKind.HEADLINE
    loose = (t for t in before if t.head == verb.index and t.function is Function.ADVERBIAL_CLAUSE)
    participle = any(not sentence.child(t, *_SUBJECTS) for t in loose)  # "asked about it, Lee replied"
    conditional = bool(before) and (before[0].text.lower() in listed("conditions") or participle) and not behind
    if not told or not before or conditional or _has_object(verb, sentence):
        return
    clause = max((t.index for t in before if t.text == ";"), default=-1)
    yield from trimmed(before[clause + 1 :])
    yield from trimmed(behind)


def _has_object(verb: Token, sentence: Sentence) -> bool:
    """Whether the verb has an object of its own, and not only one whom it is told."""
    subjects = subjects_of(verb, sentence)
    objects = [t for t in sentence.children(verb, Function.OBJECT) if t.index > verb.index and t not in subjects]
    return bool(objects) and verb.lemma not in {"tell", "remind", "assure", "inform", "warn"}


def _insertion(verb: Token, sentence: Sentence) -> tuple[int, int]:
    """Return the indexes of the first and last word of "the mayor said on Monday"."""
    subjects = sentence.children(verb, *_SUBJECTS)[-1:]
    auxiliaries = sentence.children(verb, Function.AUXILIARY)
    words = [t for s in subjects for t in sentence.subtree(s)] + [verb, *auxiliaries]
    first = min(t.index for t in words if t.index > verb.index - 40)
    last = max(t.index for t in words)
    for token in sentence.tokens[last + 1 :]:
        if token.text in {",", ".", ";", ":", "!", "?", "—", "–", "“"}:
            break
        last = token.index
    return first, last


def _behind(verb: Token, sentence: Sentence, last: int = -1) -> Sequence[Token]:
    """Return what goes on behind the comma after an inserted "he said"."""
    end = last if last >= 0 else _insertion(verb, sentence)[1]
    rest = sentence.tokens[end + 1 :]
    if len(rest) < 3 or rest[0].text != "," or rest[1].tag in _RESUMING or not any(t.tag in _FINITE for t in rest):
        return ()
    return rest[1:]

"""The expressions of a sentence that can stand for somebody or something: names, noun phrases and pronouns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.annotate.coreference.gender import gender_of_name, gender_of_noun, is_person
from claimcheck.annotate.names import words
from claimcheck.claim import Mention
from claimcheck.document import Span
from claimcheck.sentence import Function, Sentence, Token

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f", "it": "n", "its": "n",
    "they": "p", "them": "p", "their": "p", "theirs": "p",
}  # fmt: skip
_LEFT = (Function.DETERMINER, Function.NUMBER, Function.ADJECTIVE, Function.COMPOUND)
_PREDICATES = frozenset({"VERB", "AUX"})
_INHERITING = (Function.CONJUNCT, Function.APPOSITION)


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """An expression, with what decides whether it can take up another.

    `kind` is "name", "noun" or "pronoun"; `type` the label of a name, else "PERSON" or "";
    `gender` is m, f, n, p (plural pronoun) or "" (unknown); `role` is the function, for a conjunct or
    apposition that of its head; `predicate` is the index of the verb it depends on (-1 without).
    """

    order: int
    number: int
    sentence: Sentence
    token: Token
    span: Span
    kind: str
    type: str
    gender: str
    plural: bool
    role: Function
    predicate: int
    quoted: bool
    mention: Mention | None = None

    @property
    def person(self) -> bool:
        """Whether it speaks of somebody."""
        return self.type == "PERSON"

    @property
    def subject(self) -> bool:
        """Whether it is the subject of a clause."""
        return self.role in {Function.SUBJECT, Function.PASSIVE_SUBJECT}


def phrases(sentence: Sentence, number: int, names: Sequence[Mention], order: int, *, quoted: bool) -> Iterator[Phrase]:
    """Yield the expressions of the sentence in text order, numbered from `order`; `quoted` tells how it begins."""
    named = {top.index: m for m in names if (top := sentence.top(m.span)) is not None}
    covered = {t.index for m in names for t in sentence.within(m.span)}
    for token in sentence.tokens:
        quoted = token.text == "“" or (quoted and token.text != "”")
        found = _described(token, sentence, named, covered)
        if found is not None:
            span, kind, label, gender, plural = found
            role, predicate = _role(token, sentence), _predicate(token, sentence)
            mention = named.get(token.index)
            yield Phrase(order, number, sentence, token, span, kind, label, gender, plural, role, predicate, quoted, mention)
            order += 1


def still_quoted(sentence: Sentence, *, quoted: bool) -> bool:
    """Return whether a quotation is open at the end of the sentence, given whether one was at its start."""
    for token in sentence.tokens:
        quoted = token.text == "“" or (quoted and token.text != "”")
    return quoted


def _described(
    token: Token, sentence: Sentence, named: dict[int, Mention], covered: set[int]
) -> tuple[Span, str, str, str, bool] | None:
    """Return span, kind, type, gender and plurality of the expression that the token heads, if it heads one."""
    lower = token.text.lower()
    if token.index in named:
        mention = named[token.index]
        words = [t.text for t in sentence.within(mention.span)]
        gender = gender_of_name(words[0]) if words and mention.type == "PERSON" else ""
        return mention.span, "name", mention.type, gender, False
    if token.index in covered:
        return None
    if lower in PRONOUNS and token.pos in {"PRON", "DET"}:
        gender = PRONOUNS[lower]
        return token.span, "pronoun", "PERSON" if gender in "mf" else "", gender, gender == "p"
    if token.pos == "PROPN" and token.function is not Function.COMPOUND and token.text[:1].isupper():
        run = _run(token, sentence)
        return Span(run[0].span.start, token.span.end), "name", "", gender_of_name(run[0].text), False
    if token.pos == "NOUN" and token.function is not Function.COMPOUND:
        person = is_person(token.lemma)
        return noun_phrase(token, sentence), "noun", "PERSON" if person else "", gender_of_noun(token.lemma), _plural(token)
    return None


def _plural(token: Token) -> bool:
    """Whether a noun is plural: by its tag, if its form can be one."""
    lower = token.text.lower()
    formed = lower != token.lemma or lower.endswith("s") or lower in words()["uninflected"]
    return token.tag in {"NNS", "NNPS"} and formed


def _run(token: Token, sentence: Sentence) -> list[Token]:
    """Return the proper nouns that end in the token."""
    run = [token]
    while run[0].index and sentence.tokens[run[0].index - 1].pos == "PROPN":
        run.insert(0, sentence.tokens[run[0].index - 1])
    return run


def noun_phrase(token: Token, sentence: Sentence) -> Span:
    """Return the noun with the determiner and modifiers before it."""
    left = before_noun(token, sentence, *_LEFT)
    return Span(min([token.span.start, *(t.span.start for t in left)]), token.span.end)


def before_noun(token: Token, sentence: Sentence, *functions: Function) -> list[Token]:
    """Return what modifies a noun before it, in those functions, also where the parser hung it on another modifier."""
    children = sentence.children(token, *_LEFT)
    found = [*children, *(below for child in children for below in sentence.children(child, *_LEFT))]
    return sorted((t for t in found if t.function in functions and t.index < token.index), key=lambda t: t.index)


def _role(token: Token, sentence: Sentence) -> Function:
    head = sentence.head(token)
    steps = 0
    while head is not None and token.function in _INHERITING and steps < 5:
        token, head, steps = head, sentence.head(head), steps + 1
    return token.function


def _predicate(token: Token, sentence: Sentence) -> int:
    """Return the index of the nearest verb, or head with a subject, above the token."""
    current, steps = sentence.head(token), 0
    while current is not None and steps < 12:
        if current.pos in _PREDICATES or sentence.child(current, Function.SUBJECT, Function.PASSIVE_SUBJECT, Function.COPULA):
            return current.index
        current, steps = sentence.head(current), steps + 1
    return token.index if sentence.child(token, Function.COPULA) else -1

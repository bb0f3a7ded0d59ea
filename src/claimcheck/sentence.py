"""A parsed sentence in the few grammatical functions that claims are built on.

The functions are the same whatever label scheme (Universal Dependencies or
CLEAR) the language pipeline speaks, so nothing after `annotate` knows spaCy.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter

from claimcheck.document import PartKind, Span


class Function(StrEnum):
    """What a token does for its head."""

    ROOT = "root"
    SUBJECT = "subject"
    PASSIVE_SUBJECT = "passive-subject"
    OBJECT = "object"
    INDIRECT_OBJECT = "indirect-object"
    AGENT = "agent"  # "by X" of a passive
    OBLIQUE = "oblique"  # "in X" of a verb or adjective
    MODIFIER = "modifier"  # "of X" of a noun
    POSSESSOR = "possessor"
    APPOSITION = "apposition"
    ADJECTIVE = "adjective"  # attributive, also nationality
    COMPOUND = "compound"  # also titles and the parts of a flat name
    NUMBER = "number"
    DETERMINER = "determiner"
    PARTICLE = "particle"  # "up" of "set up"
    CASE = "case"  # preposition or possessive marker
    AUXILIARY = "auxiliary"
    COPULA = "copula"
    NEGATION = "negation"
    MARKER = "marker"  # "that", "if", "to"
    CONJUNCT = "conjunct"
    COORDINATOR = "coordinator"
    COMPLEMENT = "complement"  # clause as an object: "said that …"
    CLAUSE_MODIFIER = "clause-modifier"  # relative or participial clause of a noun
    ADVERBIAL_CLAUSE = "adverbial-clause"
    ADVERB = "adverb"
    PARATAXIS = "parataxis"
    PUNCTUATION = "punctuation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Token:
    """A word: `head` is the index of its head in the sentence (its own at the root).

    `pos` is the Universal POS tag, `tag` the Penn tag, `entity` the OntoNotes label of
    the name it belongs to, or "".
    """

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    head: int
    function: Function
    entity: str = ""


_place = attrgetter("index")


@dataclass(frozen=True)
class Sentence:
    """The tokens of one sentence, the part of the document it stands in, and its paragraph's number."""

    span: Span
    tokens: tuple[Token, ...]
    kind: PartKind = PartKind.BODY
    paragraph: int = 0
    _children: tuple[tuple[Token, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                children[token.head].append(token)
        object.__setattr__(self, "_children", tuple(map(tuple, children)))

    def children(self, token: Token, *functions: Function) -> tuple[Token, ...]:
        """Return the direct dependents of `token`, left to right, of the given functions (all if none is given)."""
        found = self._children[token.index]
        return tuple([t for t in found if t.function in functions]) if functions and found else found

    def child(self, token: Token, *functions: Function) -> Token | None:
        """Return the first such dependent, or None."""
        for dependent in self._children[token.index]:
            if not functions or dependent.function in functions:
                return dependent
        return None

    def head(self, token: Token) -> Token | None:
        """Return the head of `token`, or None at the root."""
        return None if token.head == token.index else self.tokens[token.head]

    def subtree(self, token: Token, *without: Function) -> tuple[Token, ...]:
        """Return `token` and all below it, in text order, leaving out branches of the given functions."""
        found = [token]
        for current in found:  # which grows as it goes
            below = self._children[current.index]
            found.extend([c for c in below if c.function not in without] if without else below)
        return tuple(sorted(found, key=_place)) if len(found) > 1 else (token,)

    def ancestors(self, token: Token) -> tuple[Token, ...]:
        """Return the head of `token`, its head, and so on up to the root."""
        found: list[Token] = []
        current = self.head(token)
        while current is not None and len(found) < len(self.tokens):
            found.append(current)
            current = self.head(current)
        return tuple(found)

    def within(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that lie wholly inside `span`."""
        return tuple(t for t in self.tokens if span.contains(t.span))

    def top(self, span: Span) -> Token | None:
        """Return the token of `span` that governs the others, or None if the span holds none."""
        inside = [t for t in self.tokens if span.overlaps(t.span)]
        indexes = {t.index for t in inside}
        return next((t for t in inside if t.head not in indexes or t.head == t.index), None)

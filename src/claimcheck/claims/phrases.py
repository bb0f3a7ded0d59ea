"""Noun phrases and clauses as the tokens that they are made of."""

from collections.abc import Iterable
from typing import TypeAlias

from claimcheck.sentence import Function, Sentence, Token

Tokens: TypeAlias = tuple[Token, ...]

_OUTSIDE = frozenset({
    Function.CASE, Function.COPULA, Function.SUBJECT, Function.PASSIVE_SUBJECT, Function.AUXILIARY, Function.MARKER,
    Function.CONJUNCT, Function.COORDINATOR, Function.PARATAXIS, Function.PUNCTUATION, Function.APPOSITION,
    Function.ADVERBIAL_CLAUSE,
})  # fmt: skip
_INNER = frozenset({"-", "“", "”"})
_OPENING, _CLOSING = "“", "”"


def phrase(token: Token, sentence: Sentence, *, without: Token | None = None) -> Tokens:
    """Return the noun phrase of one conjunct, with all that tells it from others, but not what a comma cuts off.

    The branch that holds `without`, the clause that the phrase is an argument of, is left out.
    """
    above = {t.index for t in (without, *sentence.ancestors(without))} if without is not None else set()
    kept = [token]
    for branch in sentence.children(token):
        if branch.index not in above and _belongs(branch, sentence):
            kept.extend(sentence.subtree(branch))
    return _quoted(trimmed(kept), sentence)


def complement(head: Token, sentence: Sentence) -> Tokens:
    """Return what a copula says of its subject, less what stands around it: time, place and reason."""
    spared = (*_OUTSIDE, Function.NEGATION, Function.OBLIQUE)
    branches = [c for c in sentence.children(head) if c.function not in spared or c.text in _INNER]
    kept = [t for c in branches if _belongs(c, sentence) for t in sentence.subtree(c)]
    return _quoted(trimmed([head, *kept]), sentence)


def clause(head: Token, sentence: Sentence) -> Tokens:
    """Return all of a clause but the punctuation around it."""
    return trimmed(sentence.subtree(head))


def trimmed(tokens: Iterable[Token]) -> Tokens:
    """Return the tokens in text order, without punctuation at either end."""
    kept = sorted(tokens, key=lambda t: t.index)
    while len(kept) > 1 and kept[-1].function is Function.PUNCTUATION:
        kept.pop()
    while len(kept) > 1 and kept[0].function is Function.PUNCTUATION:
        kept.pop(0)
    return tuple(kept)


def _belongs(branch: Token, sentence: Sentence) -> bool:
    """Whether a branch is part of the noun phrase above it."""
    if branch.function is Function.CLAUSE_MODIFIER:
        first = sentence.subtree(branch)[0]
        return first.text != "," and (first.index == 0 or sentence.tokens[first.index - 1].text != ",")
    return branch.function not in _OUTSIDE or branch.text in _INNER or branch.tag == "POS"


def _quoted(tokens: Tokens, sentence: Sentence) -> Tokens:
    """Return the tokens with the quotation marks right before and behind them."""
    before = sentence.tokens[max(0, tokens[0].index - 1) : tokens[0].index]
    behind = sentence.tokens[tokens[-1].index + 1 : tokens[-1].index + 2]
    return (*(t for t in before if t.text == _OPENING), *tokens, *(t for t in behind if t.text == _CLOSING))

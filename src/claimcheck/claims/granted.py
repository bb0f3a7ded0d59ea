"""What noun phrases take for granted, in the text's own words: appositions, and acts with their doer."""

from collections.abc import Iterator

from claimcheck.claims.phrases import phrase, trimmed
from claimcheck.claims.propositions import Proposition, Role, is_or_are
from claimcheck.sentence import Function, Sentence, Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_SETTING_OFF = frozenset({",", "(", "–", "—", "--", "-"})


def appositions(sentence: Sentence) -> Iterator[Proposition]:
    """Yield what is said of a thing between commas: "Ann Lee, a potter"."""
    for token in sentence.tokens:
        head = sentence.head(token)
        if token.function is not Function.APPOSITION or head is None or not _is_set_off(head, token, sentence):
            continue
        # "the potter Ann Lee" and "a potter, Ann Lee" both say what Ann Lee is.
        named, said = (token, head) if token.pos == "PROPN" else (head, token)
        roles = [Role((), (t,), (phrase(t, sentence, without=other),)) for t, other in ((named, said), (said, named))]
        yield Proposition(said, (), is_or_are((named,)), (), roles[0], (roles[1],))


def _is_set_off(head: Token, token: Token, sentence: Sentence) -> bool:
    """Whether the two are told apart by a comma, and are no place with where it lies: "Palermo, Sicily"."""
    between = sentence.tokens[min(head.index, token.index) : max(head.index, token.index)]
    marked = any(t.text in _SETTING_OFF for t in between)
    return marked and token.pos in _NOUNS and head.pos in _NOUNS and not head.pos == token.pos == "PROPN"


def acts(sentence: Sentence) -> Iterator[Proposition]:
    """Yield what is told of somebody by a noun with its doer and more behind it: "Norway's support for the treaty"."""
    for noun in sentence.tokens:
        owner = sentence.child(noun, Function.POSSESSOR) if noun.pos == "NOUN" else None
        if owner is None or not targets(noun, sentence):
            continue
        owning = {t.index for t in sentence.subtree(owner)}
        held = trimmed(t for t in phrase(noun, sentence, without=noun) if t.index not in owning)
        whose = tuple(t for t in phrase(owner, sentence) if t.tag != "POS")
        if whose and held:
            yield Proposition(noun, (), "has", (), Role((), (owner,), (whose,)), (Role((), (noun,), (held,)),))


def targets(noun: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Return the nouns that follow in a prepositional phrase, also if the parser hung it beside the noun instead of below."""
    below = sentence.children(noun, Function.MODIFIER)
    head = sentence.head(noun)
    if below or head is None:
        return below
    beside = sentence.children(head, Function.OBLIQUE, Function.MODIFIER)
    return tuple(t for t in beside if t is not noun and sentence.subtree(t)[0].index == noun.index + 1)

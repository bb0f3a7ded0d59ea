"""Of whom a noun is said: "is the capital", an apposition, a title before a name."""

from claimcheck.claims.context import Context
from claimcheck.claims.frames import conjuncts
from claimcheck.claims.typed import NAMED
from claimcheck.sentence import Function, Token

_INSIDE = (Function.DETERMINER, Function.ADJECTIVE, Function.COMPOUND, Function.POSSESSOR, Function.MODIFIER)


def bearers(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return what the noun is said of: the subject of "is", the name in apposition, or the name after a title."""
    sentence = context.sentence
    head = sentence.head(noun)
    following = sentence.tokens[noun.index + 1] if noun.index + 1 < len(sentence.tokens) else None
    if following is not None and noun.text[0].isupper() and context.mention(following, "PERSON"):
        return (following,)  # "Chancellor Ann Lee", whichever of the two the parser made the head
    if sentence.child(noun, Function.COPULA):
        return conjuncts(sentence.child(noun, Function.SUBJECT), sentence)
    if noun.function is Function.APPOSITION and head is not None:
        return (head,)
    if noun.function is Function.COMPOUND and head is not None and context.mention(head, *NAMED):
        return (head,)
    named = [t for t in sentence.children(noun, Function.APPOSITION) if context.mention(t, *NAMED)]
    return tuple(named[:1]) or _beside(context, noun) or _behind(context, noun)


def _behind(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return the person between commas right behind a title, wherever the parser hung them: "the Speaker, Ann Lee, said"."""
    tokens = context.sentence.tokens
    if noun.index + 2 >= len(tokens) or tokens[noun.index + 1].text != ",":
        return ()
    name = context.mention(tokens[noun.index + 2], "PERSON")
    after = [t for t in tokens[noun.index + 3 :] if name is not None and t.span.start >= name.span.end][:2]
    closed = bool(after) and after[0].text in {",", "."} and (len(after) == 1 or after[1].text.lower() not in {"and", "or"})
    return (tokens[noun.index + 2],) if closed else ()


def _beside(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return the name right before a noun phrase between commas, wherever the parser hung it: "Riga, the Latvian capital,"."""
    tokens = context.sentence.tokens
    below = context.sentence.children(noun, *_INSIDE)
    inside = [c for c in below if c.function is not Function.MODIFIER or c.index > noun.index]
    parts = [t for c in inside for t in context.sentence.subtree(c)]
    first, *_, last = sorted([noun, noun, *parts], key=lambda t: t.index)
    closed = last.index + 1 < len(tokens) and tokens[last.index + 1].text in {",", "."}
    named_next = last.index + 2 < len(tokens) and context.mention(tokens[last.index + 2], *NAMED)
    opened = (
        first.function in {Function.DETERMINER, Function.POSSESSOR} and first.index >= 2 and tokens[first.index - 1].text == ","
    )
    if not opened or not closed or named_next:
        return ()
    before = tokens[first.index - 2]
    return (before,) if context.mention(before, *NAMED) else ()


def title_words(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return the words of a noun phrase before the noun, wherever the parser hung them."""
    tokens = context.sentence.tokens
    start = noun.index
    while (
        start > 0
        and tokens[start - 1].pos in {"ADJ", "NOUN", "PROPN", "ADV"} | {"PUNCT"}
        and tokens[start - 1].text not in ",.;:()"
    ):
        start -= 1
    return tokens[start : noun.index]

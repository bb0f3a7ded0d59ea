"""Of whom a noun is said: "is the capital", an apposition, a title before a name."""

from claimcheck.claim import Modality
from claimcheck.claims.branches import conjuncts, preposition
from claimcheck.claims.context import Context
from claimcheck.claims.frames import modality, subject_of
from claimcheck.claims.roles import first_of, placed, role_verb
from claimcheck.sentence import Function, Sentence, Token

NAMED = ("GPE", "NORP", "ORG", "EVENT", "FAC", "LOC", "PERSON", "LAW", "WORK_OF_ART", "PRODUCT")
_ASIDE = (Function.APPOSITION, Function.CLAUSE_MODIFIER, Function.PUNCTUATION)
_OPENING = 12  # words within which a sentence that begins with "As" has said as what
_INSIDE = (Function.DETERMINER, Function.ADJECTIVE, Function.COMPOUND, Function.POSSESSOR, Function.MODIFIER)


def bearers(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return what the noun is said of: the subject of "is", who is put into the role, the name in apposition or after a title."""
    sentence = context.sentence
    head = sentence.head(noun)
    following = sentence.tokens[noun.index + 1] if noun.index + 1 < len(sentence.tokens) else None
    if following is not None and noun.text[0].isupper() and context.mention(following, "PERSON"):
        return (following,)  # "Chancellor Ann Lee", whichever of the two the parser made the head
    if sentence.child(noun, Function.COPULA):
        return subject_of(noun, sentence)
    own = [t for t in sentence.children(noun, Function.APPOSITION) if context.mention(t, "PERSON")]
    if noun.function is Function.APPOSITION and head is not None and (not own or context.mention(head, *NAMED)):
        return (head,)  # "on Friday, the mayor, Ann Lee, said" may hang the mayor on the day
    if head is not None and _names_holder(noun, head, sentence):
        return conjuncts(head, sentence)  # "its mayor is Ann Lee"
    if noun.function is Function.COMPOUND and head is not None and context.mention(head, *NAMED):
        return (head,)
    verb = role_verb(noun, sentence)
    if verb is not None:
        return placed(noun, verb, sentence)
    named = [t for t in sentence.children(noun, Function.APPOSITION) if t.pos == "PROPN" or context.mention(t, *NAMED)]
    found = conjuncts(named[0], sentence) if named else _beside(context, noun) or _behind(context, noun)
    first = first_of(noun, sentence)
    return found or (bearers(context, first) if first is not noun else ())


def said_as(noun: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Return of whom "as" says the noun: the subject in "As the mayor, she …", the name in "Lee, as mayor, …"."""
    head = sentence.head(noun)
    opens = sentence.tokens[0].text.lower() == "as" and noun.index < _OPENING
    if head is None or not (opens or "as" in {preposition(noun, sentence), *_marks(noun, sentence)}):
        return ()
    subjects = [t for t in sentence.children(head, Function.SUBJECT, Function.PASSIVE_SUBJECT) if t is not noun]
    if opens:
        subjects = [t for t in subjects if t.index > noun.index]
    return tuple(subjects[:1]) or ((head,) if head.pos == "PROPN" else ())


def _marks(noun: Token, sentence: Sentence) -> tuple[str, ...]:
    return tuple(t.text.lower() for t in sentence.children(noun, Function.MARKER, Function.ADVERB, Function.CASE))


def identified(context: Context, token: Token, types: tuple[str, ...]) -> tuple[Token, ...]:
    """Return who a common noun is said to be: "X" for "firm" in "X is a firm founded by …"; else the token itself.

    In "X is a maker of boats founded by …" the nearer noun, of a kind that nobody founds, gives way to "maker".
    """
    sentence = context.sentence
    if token.pos != "NOUN" or context.link(token) is not None:
        return (token,)
    following = sentence.tokens[token.index + 1 : token.index + 2]
    if token.tag == "NN" and any(context.mention(t, "PERSON") for t in following):
        return following  # "the painter Ann Lee"
    head = sentence.head(token)
    if token.tag == "NNS":
        above = head if head is not None and head.pos == "NOUN" and token.function is Function.MODIFIER else None
        found = identified(context, above, types) if above is not None and types else ()
        return found if any(k is not None and k.referent.type in types for k in map(context.link, found)) else (token,)
    if sentence.children(token, Function.NEGATION) or modality(token, sentence) is not Modality.ASSERTED:
        return (token,)
    found = tuple(t for t in bearers(context, token) if context.link(t) is not None or t.pos in {"PRON", "PROPN"})
    return found or (token,)


def _names_holder(noun: Token, head: Token, sentence: Sentence) -> bool:
    """Whether the sentence says who the noun is: "the mayor is Ann Lee", not "the mayor is in Ulm"."""
    told = noun.function is Function.SUBJECT and sentence.child(head, Function.COPULA) is not None
    return told and head.pos in {"PROPN", "NOUN"} and not preposition(head, sentence)


def _behind(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return the person between commas right behind a title, wherever the parser hung them: "the mayor of Ulm, Ann Lee, said"."""
    sentence = context.sentence
    tokens = sentence.tokens
    whole = [t for c in sentence.children(noun, Function.MODIFIER) for t in sentence.subtree(c, *_ASIDE)]
    for last in dict.fromkeys((noun.index, max([noun.index, *(t.index for t in whole)]))):
        if last + 2 >= len(tokens) or tokens[last + 1].text != ",":
            continue
        name = context.mention(tokens[last + 2], "PERSON")
        after = [t for t in tokens[last + 3 :] if name is not None and t.span.start >= name.span.end][:2]
        closed = bool(after) and after[0].text in {",", "."} and (len(after) == 1 or after[1].text.lower() not in {"and", "or"})
        if closed:
            return (tokens[last + 2],)
    return ()


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

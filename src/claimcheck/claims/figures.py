"""The quantities of the prose with their frames: what is counted, of whom, of which part, whether these are all, and when."""

import re
from collections.abc import Iterator, Sequence

from claimcheck.claim import Mention, Modality
from claimcheck.claims.branches import VERBAL, preposition
from claimcheck.claims.context import Context
from claimcheck.claims.frames import frame_of, modality
from claimcheck.claims.qualities import quality
from claimcheck.claims.worlds import placed
from claimcheck.document import Span
from claimcheck.figure import Figure
from claimcheck.sentence import Function, Sentence, Token
from claimcheck.values.name import fold
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Time

_DEFINITE = frozenset({"the", "its", "their", "his", "her", "those", "these", "our", "my", "whose"})
_ALL = frozenset({"all", "both", "every", "each", "entire", "whole"})
_SUMS = frozenset({"total", "combined", "altogether", "overall"})
_PARTIAL = frozenset(
    {"include", "including", "among", "some", "least", "most", "than", "other", "others", "another", "more", "further",
     "additional", "remain", "remaining", "first", "last", "new", "extra", "only", "just", "next", "previous",
     "second", "third", "average", "per", "one", "half", "several", "many", "few", "fewer", "less", "such", "up",
     "nearly", "almost", "about", "around", "maximum", "minimum"}
)  # fmt: skip
_BESIDE = frozenset({"other", "more", "further", "additional", "remaining", "new", "old", "same", "first", "last"})
_KINDS = (Function.COMPOUND, Function.ADJECTIVE)
_LIMITS = (Function.CLAUSE_MODIFIER, Function.MODIFIER, Function.APPOSITION)
_OPEN = frozenset(
    {"in", "on", "from", "at", "with", "of", "for", "who", "that", "which", "between", "under", "over", "aged", "near"}
)
# "Not one of the twelve" tells how many there are as "all twelve" does.
_NONE_OF = re.compile(r"\b(?:not (?:a single )?one|none|every one|every last one|each one|all) of (?:the|its|their|his|her)\Z")
_NUMERALS = 6  # words


def figures(contexts: Sequence[Context]) -> tuple[Figure, ...]:
    """Return the figures of a document in text order."""
    return tuple(figure for number, context in enumerate(contexts) for figure in _of_sentence(context, number))


def _of_sentence(context: Context, number: int) -> Iterator[Figure]:
    for mention in context.mentions:
        value = mention.value
        if not isinstance(value, Quantity) or value.unit == "ordinal" or not context.sentence.span.contains(mention.span):
            continue
        token = context.sentence.top(mention.span)
        if token is not None:
            yield _figure(context, number, mention, value, token)


def _figure(context: Context, number: int, mention: Mention, value: Quantity, token: Token) -> Figure:
    sentence = context.sentence
    noun = (_counted(sentence, token) or _of_them(sentence, token) or _before(sentence, token)) if not value.unit else None
    head = noun or token
    verb = next((t for t in sentence.ancestors(head) if t.pos in VERBAL), None)
    world = modality(verb or head, sentence)
    negated = any(sentence.children(t, Function.NEGATION) for t in (head, token, verb) if t is not None)
    negated, world = placed(context, verb or head, negated=negated, modality=world, presupposed=False)
    around = _around(sentence, head, token)
    none = _is_none_of(sentence, token)
    exhaustive = (
        bool(around & (_ALL | _SUMS)) or _is_every_one(sentence, head) or none or (noun is not None and noun.index < token.index)
    )
    definite = _is_definite(sentence, head, token)
    return Figure(
        mention=mention,
        value=value,
        sentence=number,
        span=Span(mention.span.start, max(mention.span.end, head.span.end)),
        noun=noun.lemma.lower() if noun is not None else "",
        kind=_kind(sentence, noun, token) if noun is not None else (),
        measure=verb.lemma if verb is not None else "",
        owner=_owner(context, head, verb),
        about=_about(context, head, verb) if mention.type == "MONEY" else frozenset(),
        verbs=frozenset(t.lemma for t in _verbs(sentence, head, verb)),
        limits=_limits(context, head),
        total=exhaustive or definite,
        exhaustive=exhaustive,
        partial=bool((around - _DEFINITE - _ALL) & _PARTIAL) and not exhaustive,
        time=context.clause_date(head),
        modality=Modality.ASSERTED if world is Modality.FUTURE and (definite or exhaustive) else world,
        negated=negated,
        past=verb is not None and frame_of(verb, sentence).past,
        speaker=context.speaker(mention.span.start),
        quality=quality(context, head, value.unit, mention.type),
    )


def _counted(sentence: Sentence, number: Token) -> Token | None:
    """Return the noun that a number counts; "40 beach huts" are huts, wherever the parser hung the number."""
    noun = sentence.head(number) if number.function is Function.NUMBER else None
    while noun is not None and noun.function is Function.COMPOUND and noun.index > number.index:
        noun = sentence.head(noun)
    if noun is None or noun.pos not in {"NOUN", "PROPN"} or noun.index < number.index:
        return None
    return noun


def _of_them(sentence: Sentence, number: Token) -> Token | None:
    """Return the noun behind "all twelve of its …", which are all there are."""
    if not any(t.text.lower() == "all" for t in sentence.tokens[max(0, number.index - 1) : number.index]):
        return None
    behind = (t for t in sentence.children(number, Function.MODIFIER) if preposition(t, sentence) == "of" and t.pos == "NOUN")
    return next(behind, None)


def _before(sentence: Sentence, number: Token) -> Token | None:
    """Return the noun that "…, twelve of them, …" counts again: the one before the comma."""
    at = number.index
    while at > 0 and (sentence.tokens[at - 1].pos in {"NUM", "CCONJ"} or sentence.tokens[at - 1].text == "-"):
        at -= 1
    behind = [t.text.lower() for t in sentence.tokens[number.index + 1 : number.index + 4]]
    closed = behind[:2] == ["of", "them"] and behind[2:] in ([","], ["."], [";"])
    before = sentence.tokens[at - 2] if at > 1 and sentence.tokens[at - 1].text == "," else None
    return before if closed and before is not None and before.tag == "NNS" else None


def _is_none_of(sentence: Sentence, number: Token) -> bool:
    """Whether the number stands behind "not one of the", "none of the", "every one of its"."""
    at = number.index
    while at > 0 and sentence.tokens[at - 1].pos in {"NUM", "CCONJ"} and number.index - at < _NUMERALS:
        at -= 1
    words = " ".join(t.text.lower() for t in sentence.tokens[max(0, at - 5) : at])
    return _NONE_OF.search(words) is not None


def _kind(sentence: Sentence, noun: Token, number: Token) -> tuple[str, ...]:
    """Return the words between number and noun, which say of what kind they are."""
    between = [t for t in sentence.children(noun, *_KINDS) if t.index > number.index and t.lemma not in _BESIDE]
    return tuple(fold(t.text) for t in between)


def _around(sentence: Sentence, head: Token, token: Token) -> frozenset[str]:
    """Return the words that tell how many of all there are: determiners, hedges, and what governs the number."""
    near = [t.text.lower() for t in sentence.tokens[max(0, token.index - 4) : token.index] if t.head in {head.index, token.index}]
    before = [
        t.text.lower() for t in sentence.tokens[max(0, token.index - 2) : token.index] if t.function is not Function.PARTICLE
    ]
    own = [t.text.lower() for t in sentence.children(head, Function.DETERMINER, Function.ADJECTIVE, Function.ADVERB)]
    above = sentence.head(head)
    sums = [above.lemma] if above is not None and above.lemma == "total" and preposition(head, sentence) == "of" else []
    return frozenset([*near, *before, *own, *sums])


def _is_definite(sentence: Sentence, head: Token, token: Token) -> bool:
    """Whether they are taken for known: "the 12 boats", "its 12 boats"."""
    own = [*sentence.children(head, Function.DETERMINER), *sentence.tokens[max(0, token.index - 1) : token.index]]
    return any(t.text.lower() in _DEFINITE for t in own) or bool(sentence.children(head, Function.POSSESSOR))


def _is_every_one(sentence: Sentence, head: Token) -> bool:
    """Whether the noun stands behind "every one of", "each of" or "all of"."""
    above = sentence.head(head)
    if above is None or preposition(head, sentence) != "of":
        return False
    words = {t.text.lower() for t in (above, *sentence.children(above, Function.DETERMINER))}
    return bool(words & {"all", "each", "every", "total"})


def _owner(context: Context, head: Token, verb: Token | None) -> str:
    """Return the key of whose they are: possessor, "of" or "whose", else the subject of the verb that governs them."""
    sentence = context.sentence
    above = sentence.head(head)
    if (
        above is not None
        and above.tag == "NN"
        and preposition(head, sentence) == "of"
        and above.lemma not in _SUMS | {"one", "number", "part"}
    ):
        return _key(context, above)  # "the choir of 30 singers"
    kinds = sentence.children(head, Function.COMPOUND)
    for child in [c for t in (head, *kinds) for c in sentence.children(t, Function.POSSESSOR, Function.DETERMINER)]:
        if child.text.lower() == "whose":
            before = [t for t in sentence.tokens[max(0, child.index - 2) : child.index] if t.text != ","]
            return _key(context, before[-1]) if before else ""
        if child.function is Function.POSSESSOR:
            return _key(context, child)
    for child in sentence.children(head, Function.MODIFIER):
        if preposition(child, sentence) in {"of", "in", "at"}:
            return _key(context, child)
    subjects = frame_of(verb, sentence).subject if verb is not None else ()
    return _key(context, subjects[0]) if len(subjects) == 1 and subjects[0] is not head else ""


def _key(context: Context, token: Token) -> str:
    """Return the key of the thing that a noun phrase is linked to, or the plain words of one like "the council"."""
    link = context.link(token)
    if link is not None:
        return link.referent.key
    words = [t.text.lower() for t in context.sentence.children(token, Function.DETERMINER, *_KINDS)]
    return f"the {token.lemma}" if words == ["the"] and token.tag == "NN" else ""


def _verbs(sentence: Sentence, head: Token, verb: Token | None) -> tuple[Token, ...]:
    """Return the verb that governs a figure, and that of the clause behind it: "the sum that it paid"."""
    behind = [t for t in sentence.children(head, Function.CLAUSE_MODIFIER) if t.pos in VERBAL]
    return (*([verb] if verb is not None else []), *behind)


def _about(context: Context, head: Token, verb: Token | None) -> frozenset[str]:
    """Return the keys of what those verbs have to do with."""
    found = []
    for one in _verbs(context.sentence, head, verb):
        frame = frame_of(one, context.sentence)
        found += [*frame.subject, *frame.object, *(t for _, t in frame.obliques)]
    return frozenset(key for t in found if t is not head and t.pos != "NUM" and (key := context.argument(t).referent))


def _limits(context: Context, head: Token) -> tuple[str, ...]:
    """Return what tells these from others of their kind: "in the ward", "under 18", "last year's"."""
    sentence = context.sentence
    found = []
    for child in sentence.children(head, *_LIMITS):
        words = sentence.subtree(child)
        if words[0].text == "," or child.index < head.index or (child.function is Function.APPOSITION):
            continue
        found.append(context.words(words))
    following = sentence.tokens[head.index + 1 : head.index + 3]
    if [t.text.lower() for t in following[:2]] == ["on", "board"] or (following and following[0].text.lower() == "aboard"):
        return ("aboard",)
    if not found and following and following[0].text.lower() in _OPEN:
        found.append(following[0].text)
    dated = [t for t in sentence.children(head, Function.POSSESSOR, *_KINDS) if _is_date(context, t)]
    return (*found, *(t.text for t in dated))


def _is_date(context: Context, token: Token) -> bool:
    mention = context.mention(token, "DATE")
    return mention is not None and isinstance(mention.value, Time)

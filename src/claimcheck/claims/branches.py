"""The branches around a word: what "and" joins, prepositions, and what two joined verbs share."""

from claimcheck.sentence import Function, Sentence, Token

RELATIVE = frozenset({"which", "who", "that", "whom"})
VERBAL = frozenset({"VERB", "AUX"})


def conjuncts(token: Token | None, sentence: Sentence) -> tuple[Token, ...]:
    """Return the token and those joined to it by "and", not by "but not" (none if it is None)."""
    if token is None:
        return ()
    joined = [t for t in sentence.children(token, Function.CONJUNCT) if t.pos not in VERBAL]
    if not any(sentence.children(t, Function.COORDINATOR) for t in joined):
        return (token,)  # "Palermo, Sicily" is a place and where it lies
    return (token, *(t for t in joined if not sentence.children(t, Function.NEGATION)))


def as_good_as(place: str) -> tuple[str, ...]:
    """Return the prepositions that say the same as this one of a cue."""
    return ("in", "at") if place in {"in", "at"} else (place,)


def preposition(token: Token, sentence: Sentence) -> str:
    """Return the lower-case preposition before a noun, "" if there is none."""
    marks = [t for t in sentence.children(token, Function.CASE) if t.tag != "POS"]
    return " ".join(t.text.lower() for t in sentence.subtree(marks[0])) if marks else ""


def placed_before(participle: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Return the name before a hyphen: "Oslo" of "Oslo-based"."""
    if participle.tag not in {"VBN", "JJ"} or participle.index < 2 or sentence.tokens[participle.index - 1].text != "-":
        return ()
    return tuple(t for t in sentence.children(participle, Function.COMPOUND, Function.OBLIQUE) if t.entity)


def obliques(head: Token, sentence: Sentence) -> tuple[tuple[str, Token], ...]:
    """Return the nouns that prepositions join to the head, each with its preposition."""
    found = sentence.children(head, Function.OBLIQUE, Function.INDIRECT_OBJECT, Function.MODIFIER)
    return tuple((preposition(t, sentence), c) for t in found for c in conjuncts(t, sentence))


def shared_obliques(verb: Token, sentence: Sentence) -> tuple[tuple[str, Token], ...]:
    """Return what stands behind the second of two joined verbs, for either: "in Ulm" in "born and raised in Ulm"."""
    head = sentence.head(verb)
    if head is not None and verb.function is Function.CONJUNCT and head.index == verb.index - 2 and head.tag == verb.tag:
        return tuple(pair for pair in obliques(head, sentence) if pair[1].index > verb.index)
    joined = (t for t in sentence.children(verb, Function.CONJUNCT) if t.index == verb.index + 2 and t.tag == verb.tag)
    return next((obliques(t, sentence) for t in joined), ())


def object_of(verb: Token, sentence: Sentence) -> Token | None:
    """Return the object; that of "which she founded" is what the clause belongs to, "founded and ran X" has one for both."""
    found = sentence.child(verb, Function.OBJECT)
    if found is not None and found.text.lower() in RELATIVE and verb.function is Function.CLAUSE_MODIFIER:
        return sentence.head(verb)
    if found is None:
        joined = (t for t in sentence.children(verb, Function.CONJUNCT) if t.index == verb.index + 2 and t.tag == verb.tag)
        return next((sentence.child(t, Function.OBJECT) for t in joined), None)
    return found

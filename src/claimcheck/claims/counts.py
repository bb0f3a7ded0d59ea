"""How many there are of something: a number with its noun, and whether these are all."""

from collections.abc import Iterator

from claimcheck.claim import Argument, Claim, Modality
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim, restrictions
from claimcheck.claims.frames import modality
from claimcheck.sentence import Function, Sentence, Token
from claimcheck.values.name import fold
from claimcheck.values.quantity import Quantity

RELATION = "number of"

# Determiners and nouns that say: these are all there are.
_TOTAL = frozenset({"all", "the", "both", "its", "their", "his", "her", "those", "these"})
_OTHERS = frozenset({"other", "remain", "remaining", "further", "additional", "more", "new", "old", "same", "first", "last"})
_LIMITS = (Function.ADJECTIVE, Function.COMPOUND, Function.CLAUSE_MODIFIER, Function.MODIFIER, Function.POSSESSOR)
# Units of time and measure are no things to be counted.
_MEASURES = frozenset(
    {"year", "month", "week", "day", "hour", "minute", "second", "decade", "century", "time", "percent", "cent", "point",
     "people", "mile", "metre", "meter", "kilometre", "kilometer", "foot", "inch", "pound", "dollar", "euro", "degree",
     "tonne", "ton", "kilogram", "gram", "litre", "liter", "acre", "hectare", "million", "billion", "thousand", "dozen",
     "night", "page", "vote", "run", "goal"}
)  # fmt: skip


def counts(context: Context) -> Iterator[Claim]:
    """Yield a claim for each noun that a whole number counts."""
    for number in context.sentence.tokens:
        if number.function is not Function.NUMBER:
            continue
        noun = _counted(context.sentence, number)
        mention = context.mention(number, "CARDINAL")
        if noun is None or mention is None or not isinstance(mention.value, Quantity) or mention.value.unit:
            continue
        yield _count(
            context, noun, number, Argument(mention.span, context.document.words(mention.span), "", mention.type, mention.value)
        )


def _counted(sentence: Sentence, number: Token) -> Token | None:
    """Return the noun that the number counts; "40 beach huts" are huts, wherever the parser hung the number."""
    noun = sentence.head(number)
    while noun is not None and noun.function is Function.COMPOUND and noun.index > number.index:
        noun = sentence.head(noun)
    if noun is None or noun.pos != "NOUN" or noun.tag not in {"NN", "NNS"} or noun.lemma in _MEASURES:
        return None
    return noun


def _count(context: Context, noun: Token, number: Token, value: Argument) -> Claim:
    sentence = context.sentence
    # What stands between number and noun says of what kind they are, and both counts must say it.
    between = sentence.children(noun, Function.COMPOUND, Function.ADJECTIVE)
    kind = [t for t in between if t.index > number.index and t.lemma not in _OTHERS]
    text = context.words([*kind, noun])
    key = fold(" ".join([*(t.text for t in kind), noun.lemma]))
    limits = (*restrictions(context, noun, *kind, functions=_LIMITS), *_owner(context, noun), *_behind(context, noun))
    verb = next((t for t in sentence.ancestors(noun) if t.pos in {"VERB", "AUX"}), noun)
    world = modality(verb if noun.function in {Function.SUBJECT, Function.OBJECT} else noun, sentence)
    total = _is_total(context, noun)
    if world is Modality.FUTURE and total:  # what will be done to all of them tells how many there are now
        world = Modality.ASSERTED
    predicate = Predicate(noun, bool(sentence.children(noun, Function.NEGATION)), world, past=False)
    return claim(
        context,
        predicate,
        f"{RELATION} {text}: {value.text}",
        Argument(noun.span, text, key, "", None),
        RELATION,
        value,
        time=context.clause_date(noun),
        restriction=limits,
        total=total,
        exhaustive=total and _is_exhaustive(context, noun),
    )


def _owner(context: Context, noun: Token) -> tuple[str, ...]:
    """Return the name of whoever has or sends them: "Leeds sent all four fire engines"."""
    verb = context.sentence.head(noun)
    subject = context.sentence.child(verb, Function.SUBJECT) if verb is not None and noun.function is Function.OBJECT else None
    named = subject is not None and context.mention(subject, "GPE", "PERSON") is not None
    return (subject.text,) if subject is not None and named else ()


def _behind(context: Context, noun: Token) -> tuple[str, ...]:
    """Return the word right behind the noun if it begins what tells these from others: "the two officers in …"."""
    following = context.sentence.tokens[noun.index + 1 : noun.index + 3]
    if any(context.mention(t, "DATE") for t in following[1:]):
        return ()
    return tuple(
        t.text for t in following[:1] if t.text.lower() in {"in", "on", "from", "at", "with", "of", "who", "that", "which"}
    )


def _is_exhaustive(context: Context, noun: Token) -> bool:
    determiners = {t.text.lower() for t in context.sentence.children(noun, Function.DETERMINER)}
    head = context.sentence.head(noun)
    return bool(determiners & {"all", "both", "every"}) or (head is not None and head.lemma == "total")


def _is_total(context: Context, noun: Token) -> bool:
    determiners = {t.text.lower() for t in context.sentence.children(noun, Function.DETERMINER, Function.POSSESSOR)}
    head = context.sentence.head(noun)
    summed = head is not None and head.lemma == "total" and preposition(noun, context.sentence) == "of"
    return bool(determiners & _TOTAL) or summed

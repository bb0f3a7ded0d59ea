"""What is the most of its kind: "Bergen is the second-largest city in Norway"."""

from collections.abc import Iterator

from claimcheck.claim import SUPERLATIVE, Argument, Claim
from claimcheck.claims.arguments import argument
from claimcheck.claims.bearers import NAMED, bearers
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.draft import claim, nominal
from claimcheck.document import Span
from claimcheck.sentence import Function, Token

_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
_WITHIN = frozenset({"in", "of"})
_SIDE = frozenset({"one", "among"})  # "one of the largest cities" says nothing of the largest


def superlatives(context: Context) -> Iterator[Claim]:
    """Yield a claim for each name that a superlative with its field is said of; its subject is the place that it takes.

    The subject's `represents` is the ordinal of a lower place: "second" of "the second-largest city in Norway".
    """
    for noun in context.sentence.tokens:
        most = _most(context, noun)
        field = _field(context, noun) if most else None
        if field is None or noun.tag == "NNS" or any(t.lemma in _SIDE for t in context.sentence.ancestors(noun)[:1]):
            continue
        words = [*most, noun]
        joined = preposition(field, context.sentence) or "of"
        place = f"{context.words(words)} {joined} {context.argument(field).text}"
        ordinal = " ".join(t.text.lower() for t in words if t.text.lower() in _ORDINALS)
        kept = [t.text.lower() for t in words if t.text.lower() not in _ORDINALS and t.text != "-"]
        key = " ".join([*kept, context.argument(field).referent])
        rank = Argument(Span(words[0].span.start, noun.span.end), place, key, represents=ordinal)
        for bearer in bearers(context, noun):
            holder = argument(context, bearer)
            if holder is not None and holder.type in NAMED:
                yield claim(context, nominal(context, noun), f"{place}: {holder.text}", rank, SUPERLATIVE, holder)


def _most(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return the words from the ordinal or superlative up to the noun, none without a superlative."""
    below = context.sentence.children(noun, Function.ADJECTIVE)
    graded = [t for t in below if t.tag == "JJS" or any(c.tag == "RBS" for c in context.sentence.children(t))]
    if noun.pos != "NOUN" or not graded:
        return ()
    first = context.sentence.subtree(graded[0])[0]
    return context.sentence.tokens[first.index : noun.index]


def _field(context: Context, noun: Token) -> Token | None:
    """Return among what it is the most: "Norway" of "the largest city in Norway", "Norway's largest city"."""
    sentence = context.sentence
    behind = sentence.children(noun, Function.MODIFIER, Function.OBLIQUE)
    owners = sentence.children(noun, Function.POSSESSOR)
    found = (t for t in behind if preposition(t, sentence) in _WITHIN and context.link(t) is not None)
    return next(iter((*found, *(t for t in owners if context.link(t) is not None))), None)

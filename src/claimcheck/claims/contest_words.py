"""Words for winning, prizes and places, and the claims made with them."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from claimcheck.claim import LOST, PLACED, WON, Argument, Claim
from claimcheck.claims.bearers import bearers
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import Frame
from claimcheck.sentence import Function, Token
from claimcheck.values.quantity import Quantity

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "EVENT"})


@lru_cache(maxsize=1)
def lexicon() -> dict[str, Any]:
    """Return the words of the data file, lists as sets."""
    read = tomllib.loads(files("claimcheck.claims").joinpath("contests.toml").read_text(encoding="utf-8"))
    return {key: frozenset(value) if isinstance(value, list) else value for key, value in read.items()}


def contest_claims(
    context: Context,
    predicate: Predicate,
    who: tuple[Token, ...],
    relation: str,
    what: tuple[Token, ...],
    limits: tuple[str, ...],
) -> Iterator[Claim]:
    """Yield that each of them won or lost what is named: a contest, a prize or an opponent."""
    for token in who:
        subject = named(context, token)
        if not subject.referent or not (subject.type or token.pos == "PROPN" or "@" in subject.referent):
            continue
        object_ = context.argument(what[0]) if what else Argument(predicate.head.span, "")
        text = f"{subject.text} {relation} {object_.text}"
        limited = (*limits, *(("told of another time",) if context.old else ()))
        yield claim(
            context, predicate, text, subject, relation, object_, time=context.clause_date(predicate.head), restriction=limited
        )


def named(context: Context, token: Token) -> Argument:
    """Return the argument, by its name where the sentence tells it: X in "X, a film about …, has won"."""
    found = context.argument(token)
    if found.type:
        return found
    names = [a for t in bearers(context, token) if (a := context.argument(t)).type]
    return names[0] if len(names) == 1 else found


def ranked(context: Context, frame: Frame, who: tuple[Token, ...], place: int, limits: tuple[str, ...]) -> Iterator[Claim]:
    """Yield in which place somebody finished; `represents` is the contest that the clause names."""
    places = within(context, frame.head)
    contest = " ".join(context.argument(t).referent for t in places if context.mention(t, "TIME", "DURATION") is None)
    predicate = Predicate(frame.head, frame.negated, frame.modality, frame.past)
    for token in who[:1]:
        subject = named(context, token)
        if subject.type == "PERSON" or token.pos == "PROPN":
            value = Argument(frame.head.span, str(place), "", "ORDINAL", Quantity(Decimal(place), Decimal(place)), contest)
            limited = (*limits, *(("told of another time",) if context.old else ()))
            yield claim(context, predicate, f"{subject.text} {PLACED} {place}", subject, PLACED, value,
                        time=context.clause_date(frame.head), restriction=limited)  # fmt: skip


def within(context: Context, head: Token) -> list[Token]:
    """Return the nouns in which or at which something took place, wherever the parser hung them in the clause."""
    sentence = context.sentence
    below = sentence.subtree(head, Function.CLAUSE_MODIFIER, Function.CONJUNCT, Function.ADVERBIAL_CLAUSE, Function.SUBJECT)
    return [t for t in below if preposition(t, sentence) in {"in", "at"} and t.lemma != "place"]


def ordinal_of(context: Context, noun: Token) -> int | None:
    """Return the number in "second place", or None."""
    places = lexicon()["places"]
    if noun.lemma not in {"place", "prize"}:
        return None
    told = context.sentence.children(noun, Function.ADJECTIVE, Function.NUMBER, Function.COMPOUND)
    return int(places[told[0].text.lower()]) if len(told) == 1 and told[0].text.lower() in places else None


def is_contest(context: Context, done: tuple[Token, ...]) -> bool:
    """Whether what is won or lost is a contest or a prize: one of those words, a name, or nothing that is said."""
    words = lexicon()
    known = words["contests"] | words["prizes"]
    return all(t.lemma in known or t.pos == "PROPN" or context.argument(t).type in _NAMED for t in done[:1])


def one_of_several(context: Context, done: tuple[Token, ...]) -> tuple[str, ...]:
    """Return the words that tell what was lost from other contests: "the doubles final", "Hill ward"."""
    apart = (Function.ADJECTIVE, Function.COMPOUND, Function.NUMBER, Function.POSSESSOR)
    return tuple(t.text for d in done[:1] for t in ((d,) if d.pos == "PROPN" else context.sentence.children(d, *apart)))


def prize_limits(context: Context, done: tuple[Token, ...]) -> tuple[str, ...]:
    """Return what makes a prize another one than that of the day: "three titles", "a second award"."""
    many = [t.text for t in done if t.tag in {"NNS", "NNPS"} and t.lemma not in {"point", "honour", "honor"}]
    return (*many, *(w for t in done for w in limits_of(context, t)))


def limits_of(context: Context, noun: Token, *spared: str) -> tuple[str, ...]:
    """Return the words before a noun that make it another contest or prize, but the spared ones."""
    words = lexicon()["another"] - set(spared)
    below = context.sentence.children(noun, Function.ADJECTIVE, Function.DETERMINER, Function.COMPOUND, Function.NUMBER)
    return tuple(t.text for t in below if t.lemma in words or t.text.lower() in words or t.pos == "NUM")


def dated_otherwise(context: Context, noun: Token) -> tuple[str, ...]:
    """Return the year or day that a victory has for itself: "the victory last year", "her 2019 win"."""
    sentence = context.sentence
    around = (
        [*sentence.tokens[noun.index - 2 : noun.index], *sentence.tokens[noun.index + 1 : noun.index + 4]]
        if noun.index > 1
        else []
    )
    own = [t for t in (*sentence.subtree(noun), *around) if context.mention(t, "DATE") is not None]
    return tuple(t.text for t in own[:1])


def outcome_of(noun: Token) -> str:
    """Return whether a noun tells of a victory or of a defeat, "" for neither."""
    words = lexicon()
    return WON if noun.lemma in words["victories"] else LOST if noun.lemma in words["defeats"] else ""

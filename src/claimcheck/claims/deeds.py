"""What was done to whom by whom, in one verb: the claims that antonyms and denials are looked for among."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from claimcheck.claim import DID, Argument, Claim
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import Frame
from claimcheck.sentence import Function, Token

_BESIDE = frozenset({Function.OBLIQUE, Function.ADVERBIAL_CLAUSE, Function.COMPLEMENT, Function.ADVERB})
_SEXES = {"mr": "mr", "mrs": "mrs", "ms": "mrs", "miss": "mrs", "sir": "mr", "lady": "mrs", "lord": "mr"}
_NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "DURATION", "MONEY", "PERCENT", "QUANTITY"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"})


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    read = tomllib.loads(files("claimcheck.claims").joinpath("deeds.toml").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in read.items()}


def deeds(context: Context, framed: tuple[Frame, ...]) -> Iterator[Claim]:
    """Yield one claim for each verb with something known that it is done to, or that does it.

    The subject is what the verb acts on, else who acts; its `represents` is the lemma.  The object is who acts, if anybody.
    """
    for frame in framed:
        if frame.lemma in _words()["weak"] or frame.head.pos != "VERB":
            continue
        about = frame.object or frame.subject
        if len(about) != 1 or not _is_known(context, about[0]):
            continue
        told = context.argument(about[0])
        if not told.referent or told.type in _NUMBERS:
            continue
        doer = context.argument(frame.subject[0]) if frame.object and len(frame.subject) == 1 else Argument(frame.head.span, "")
        lemma = " ".join([frame.lemma, *sorted(t.lemma for t in context.sentence.children(frame.head, Function.PARTICLE))])
        subject = Argument(told.span, told.text, f"{told.referent}{_sex(context, told)}", told.type, None, lemma)
        predicate = Predicate(frame.head, frame.negated, frame.modality, frame.past)
        text = f"{told.text} {'not ' if frame.negated else ''}{lemma}"
        yield claim(
            context,
            predicate,
            text,
            subject,
            DID,
            doer,
            time=context.clause_date(frame.head),
            restriction=_limits(context, frame),
        )


def _is_known(context: Context, token: Token) -> bool:
    """Whether the noun is a name or has "the": "the plan", not "a plan"."""
    if context.argument(token).type in _NAMED:
        return True
    marks = context.sentence.children(token, Function.DETERMINER, Function.POSSESSOR)
    return token.pos == "NOUN" and token.tag == "NN" and any(t.text.lower() in {"the", "this", "that"} for t in marks)


def _sex(context: Context, told: Argument) -> str:
    """Return "Mr" or "Mrs" where the name has it: the two are two people."""
    before = [t for t in context.sentence.tokens if t.span.end <= told.span.start][-2:]
    inside = context.sentence.within(told.span)
    return next((f" {_SEXES[w]}" for t in (*inside[:1], *reversed(before)) if (w := t.text.lower().strip(".")) in _SEXES), "")


def _limits(context: Context, frame: Frame) -> tuple[str, ...]:
    """Return what sets the deed apart from others told with the same verb: other times, parts, conditions."""
    sentence = context.sentence
    around = [t for t in sentence.children(frame.head) if t.function not in {Function.SUBJECT, Function.PUNCTUATION}]
    found = [t.text for t in sentence.tokens if t.text.lower() in _words()["times"]]
    found += [t.text for t in around if t.text.lower() in {"had", "'d", "’d"} and t.function is Function.AUXILIARY]
    found += [t.text for t in around if t.function in _BESIDE and not _is_day(context, frame, t)]
    if context.old:
        found.append("told of another time")
    if not frame.past:
        found.append("not told as past")
    return tuple(found)


def _is_day(context: Context, frame: Frame, token: Token) -> bool:
    """Whether a phrase beside the verb is the day of the deed, and only one day may be meant."""
    date = context.own_date(frame.head)
    return context.mention(token, "DATE") is not None and date.known and date.earliest == date.latest

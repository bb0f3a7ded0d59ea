"""What shows that somebody was alive, or dead, on a day: acts of the living, bodies that are found, killings."""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from claimcheck.claim import Argument, Claim, Mention, Modality
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import Frame
from claimcheck.sentence import Function, Token
from claimcheck.values.time import Time

ALIVE, DEAD = "alive on", "dead by"


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files("claimcheck.claims").joinpath("living.toml").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in data.items()}


def living(context: Context, frame: Frame) -> Iterator[Claim]:
    """Yield the days on which the verb shows somebody to be alive, or dead."""
    if frame.negated or frame.modality is not Modality.ASSERTED or not frame.past:
        return
    own = {frame.lemma, f"{frame.lemma}e", frame.head.text.lower()}
    passive = context.sentence.child(frame.head, Function.PASSIVE_SUBJECT) is not None
    if own & _words()["acts"] and not passive and not _is_posthumous(context):
        date = _date(context, frame.head, sure=True)
        for token in frame.subject if date is not None and len(frame.subject) == 1 else ():
            yield from _claim(context, frame, ALIVE, token, date)
    if own & _words()["found"]:
        bodies = [t for t in frame.object if t.lemma in {"body", "remains", "corpse"}]
        owners = [o for t in bodies if (o := context.sentence.child(t, Function.POSSESSOR)) is not None]
        for token in owners:
            yield from _claim(context, frame, DEAD, token, _date(context, frame.head, sure=False))
    if own & _words()["killed"] and passive:
        for token in frame.object[:1]:
            yield from _claim(context, frame, DEAD, token, _date(context, frame.head, sure=False))


def _is_posthumous(context: Context) -> bool:
    return any(t.lemma in _words()["posthumous"] for t in context.sentence.tokens)


def _date(context: Context, verb: Token, *, sure: bool) -> Mention | None:
    """Return the date that hangs on the verb; with `sure`, one that does not rest on what was told before."""
    if sure:
        return context.date(verb)
    below = context.sentence.subtree(verb, Function.CLAUSE_MODIFIER, Function.COMPLEMENT, Function.ADVERBIAL_CLAUSE)
    dates = [
        m
        for m in context.mentions
        if isinstance(m.value, Time) and m.value.date.known and any(m.span.contains(t.span) for t in below)
    ]
    return dates[0] if len(dates) == 1 else None


def _claim(context: Context, frame: Frame, relation: str, token: Token, date: Mention | None) -> Iterator[Claim]:
    link = context.link(token)
    if link is None or link.referent.type != "PERSON" or date is None or not isinstance(date.value, Time):
        return
    if context.sentence.child(token, Function.CONJUNCT) is not None:
        return
    subject = Argument(link.span, link.referent.text, link.referent.key, "PERSON")
    value = Argument(date.span, context.document.words(date.span), "", date.type, date.value)
    predicate = Predicate(frame.head, negated=False, modality=frame.modality, past=True)
    text = context.words(context.sentence.subtree(frame.head, Function.CLAUSE_MODIFIER, Function.ADVERBIAL_CLAUSE))
    yield claim(context, predicate, text, subject, relation, value)

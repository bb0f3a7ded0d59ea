"""When things began: "opened its doors in May 1987", "printed the first number of the Gazette"."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from claimcheck.claim import Argument, Claim, Mention
from claimcheck.claims.branches import conjuncts, preposition
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import Frame, shifts
from claimcheck.sentence import Function, Token
from claimcheck.values.time import Bound, Period, Time

FOUNDED, OPENED, LAUNCHED, ISSUED = "founded on", "opened on", "launched on", "first issued on"
GOING = "going since"
BEGUN = frozenset({FOUNDED, OPENED, LAUNCHED, ISSUED, GOING})

_RECURRING = frozenset({"start", "create", "begin"})
_NO_THINGS = frozenset({"PERSON", "GPE", "NORP", "LAW", "DATE", "CARDINAL", "MONEY", "DURATION"})


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """Return the data on beginnings and anniversaries."""
    data = tomllib.loads(files("claimcheck.claims").joinpath("beginnings.toml").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in data.items()}


def beginnings(context: Context, frame: Frame) -> Iterator[Claim]:
    """Yield when the thing that a verb is about began, where the verb has a date."""
    if frame.negated or shifts(frame.head, context.sentence):
        return
    for relation, things in _begun(context, frame):
        doing = [t for t in context.sentence.children(frame.head, Function.COMPLEMENT) if t.tag == "VBG"]
        date = next((d for t in (frame.head, *doing) if (d := context.date(t)) is not None), None)
        if date is not None:
            for thing in things:
                yield from _claim(context, frame, relation, _named(context, frame, thing), date)
    since = _since(context, frame)
    if since is not None and _says(context, frame, "going_on"):
        things = frame.object if frame.object and not frame.subject else frame.subject
        for thing in things:
            yield from _claim(context, frame, GOING, thing, since)


def _begun(context: Context, frame: Frame) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Yield each relation that the verb tells of, with what began."""
    for relation, key in ((FOUNDED, "founded"), (OPENED, "opened"), (LAUNCHED, "launched")):
        if _says(context, frame, key) and not any(o.lemma == "door" for o in frame.object):
            # "the fair started on 3 May" is no founding
            yield relation, frame.object or (frame.subject if frame.lemma not in _RECURRING else ())
    if frame.lemma == "open":
        doors = (d for o in frame.object if o.lemma == "door" for d in context.sentence.children(o, Function.MODIFIER))
        yield OPENED, tuple(t for t in doors if preposition(t, context.sentence) == "of")
    first = any(t.lemma == "first" for o in (frame.head, *frame.object) for t in context.sentence.children(o))
    for relation, key in ((OPENED, "opened_itself"), (LAUNCHED, "launched_itself")):
        if _says(context, frame, key) and (first or not _needs_first(frame)):
            yield relation, frame.subject
    doing = [t for t in context.sentence.children(frame.head, Function.COMPLEMENT) if t.tag == "VBG"]
    if frame.lemma in {"start", "begin"} and doing:
        yield LAUNCHED, frame.subject
    if _says(context, frame, "issued") and first:
        numbers = [o for o in frame.object if o.lemma in words()["numbers"]]
        of = tuple(
            t
            for o in numbers
            for t in context.sentence.children(o, Function.MODIFIER)
            if preposition(t, context.sentence) == "of"
        )
        owned = tuple(t for o in numbers for t in context.sentence.children(o, Function.POSSESSOR))
        yield ISSUED, of or owned or (frame.subject if numbers and frame.lemma != "edit" else ())


def _named(context: Context, frame: Frame, thing: Token) -> Token:
    """Return the subject of the main clause for the "it" of a clause before it: "when it opened, the museum had …"."""
    main = context.sentence.head(frame.head)
    early = thing.text.lower() == "it" and context.link(thing) is None and frame.head.function is Function.ADVERBIAL_CLAUSE
    if not early or main is None or main.index < thing.index:
        return thing
    return context.sentence.child(main, Function.SUBJECT, Function.PASSIVE_SUBJECT) or thing


def _needs_first(frame: Frame) -> bool:
    return frame.lemma not in {"open", "go"}


def _says(context: Context, frame: Frame, key: str) -> bool:
    """Whether the verb is one of those words, with what belongs to it."""
    around = context.sentence.children(frame.head)
    beside = {t.lemma for t in around} | {t.text.lower() for t in around} | {t.lemma for _, t in frame.obliques}
    own = {frame.lemma, f"{frame.lemma}e", frame.head.text.lower()}  # a lemma may have lost its last letter
    parts = (word.partition("_") for word in words()[key])
    return any(verb in own and (not more or more in beside) for verb, _, more in parts)


def _since(context: Context, frame: Frame) -> Mention | None:
    """Return the date of "since 1982" with the verb."""
    below = [
        t.span
        for t in context.sentence.subtree(frame.head, Function.CLAUSE_MODIFIER, Function.ADVERBIAL_CLAUSE, Function.COMPLEMENT)
    ]
    for mention in context.mentions:
        value = mention.value
        since = isinstance(value, Period) and value.bound is Bound.SINCE and any(mention.span.contains(s) for s in below)
        if since and isinstance(value, Period) and value.start.written.year is not None:
            return Mention(mention.span, mention.type, value.start, mention.rule)
    return None


def _claim(context: Context, frame: Frame, relation: str, thing: Token, date: Mention) -> Iterator[Claim]:
    for token in conjuncts(thing, context.sentence)[:1]:
        subject = context.argument(token)
        value = date.value
        vague = not isinstance(value, Time) or not value.date.known or value.written.year is None
        if vague or subject.type in _NO_THINGS or not subject.referent or (token.pos == "PRON" and context.link(token) is None):
            continue
        object_ = Argument(date.span, context.document.words(date.span), "", date.type, value)
        lasting = "lasting" if token.lemma in words()["generic"] else ""
        subject = replace(subject, represents=lasting) if not subject.represents else subject
        predicate = Predicate(frame.head, frame.negated, frame.modality, frame.past)
        text = f"{subject.text} {relation} {object_.text}"
        yield claim(
            context, predicate, text, subject, relation, object_, place=_where(context, frame), restriction=_apart(context, token)
        )


def _where(context: Context, frame: Frame) -> Argument | None:
    """Return where, as what or for whom it began, by which one beginning may differ from another."""
    told = (
        t
        for place, t in frame.obliques
        if place in {"in", "at", "as", "to", "for", "on"} and not context.mention(t, "DATE", "DURATION")
    )
    found = next(told, None)
    return Argument(found.span, context.phrase(found)[1]) if found is not None else None


def _apart(context: Context, thing: Token) -> tuple[str, ...]:
    """Return the words that make it another than the thing of that name: "a second shop", "the new wing of X"."""
    link = context.link(thing)
    named = (Function.COMPOUND,) if link is not None and link.referent.type else ()
    around = context.sentence.children(thing, Function.ADJECTIVE, Function.NUMBER, *named)
    outside = [t for t in around if link is None or not link.span.contains(t.span)]
    indefinite = [
        t.text for t in context.sentence.children(thing, Function.DETERMINER) if t.text.lower() in {"a", "an", "another"}
    ]
    return (*(t.text for t in outside), *indefinite)

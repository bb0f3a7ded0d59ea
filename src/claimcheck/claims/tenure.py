"""How long somebody has owned, run or worked at a thing, and since when: "has run it for ten years", "took over in 2009"."""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from claimcheck.claim import Argument, Claim, Mention
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import Frame
from claimcheck.claims.persons import subject_person
from claimcheck.sentence import Function, Token
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Period, Time

HAS_LASTED, TAKEN_UP = "has lasted", "taken up on"

_NEW = frozenset({"a", "an", "another", "his", "her", "their", "first", "second", "several", "other"})


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, frozenset[str]]]:
    data = tomllib.loads(files("claimcheck.claims").joinpath("tenure.toml").read_text(encoding="utf-8"))
    return {kind: {key: frozenset(value) for key, value in table.items()} for kind, table in data.items()}


def tenures(context: Context, frame: Frame) -> Iterator[Claim]:
    """Yield how long a person has held what the verb tells, or when it was taken up."""
    person = subject_person(context, frame.head) if frame.head.pos == "VERB" and not frame.negated else None
    thing = _thing(context, frame)
    if person is None or thing is None:
        return
    for kind, table in _words().items():
        if kind == "words":
            continue
        key = f"{kind} of {person.referent}"
        length = _length(context, frame.head) if _says(context, frame, table["holding"]) else None
        if length is not None and _is_perfect(context, frame.head):
            yield _claim(context, frame, HAS_LASTED, key, thing, length)
        date = context.date(frame.head) if _says(context, frame, table["taking"]) else None
        alone = sum(isinstance(m.value, Time | Period) for m in context.mentions) == 1
        if date is not None and alone and frame.past and isinstance(date.value, Time) and date.value.written.year is not None:
            yield _claim(context, frame, TAKEN_UP, key, thing, date)


def _thing(context: Context, frame: Frame) -> str | None:
    """Return the word for what is held, "" for one that says nothing of it; None if it is one of several."""
    inside = next((t for place, t in frame.obliques if place in {"at", "for", "with", "in", "to", "into", "from"}), None)
    token = next(iter(frame.object), None) or (inside if inside is not None and not context.mention(inside, "DATE") else None)
    if token is None or token.pos == "PRON" or token.lemma in _words()["words"]["generic"]:
        return "" if token is None or token.tag != "NNS" else None
    around = context.sentence.children(token, Function.DETERMINER, Function.POSSESSOR, Function.ADJECTIVE)
    other = token.tag == "NNS" or any(t.text.lower() in _NEW for t in around)
    return None if other else token.lemma.lower()


def _is_perfect(context: Context, verb: Token) -> bool:
    """Whether it goes on until now: "has run", "has been running"."""
    return any(t.text.lower() in {"has", "have", "'s", "’s"} for t in context.sentence.children(verb, Function.AUXILIARY))


def _says(context: Context, frame: Frame, verbs: frozenset[str]) -> bool:
    beside = {t.text.lower() for t in context.sentence.children(frame.head)}
    own = {frame.lemma, f"{frame.lemma}e", frame.head.text.lower()}  # a lemma may have lost its last letter
    parts = (verb.partition("_") for verb in verbs)
    return any(verb in own and (not more or more in beside) for verb, _, more in parts)


def _length(context: Context, verb: Token) -> Mention | None:
    """Return the years of "has run it for ten years", "the ten years that she has run it"."""
    found = [m for m in context.mentions if m.type == "DURATION" and isinstance(m.value, Quantity) and m.value.unit == "year"]
    if len(found) != 1:
        return None
    top = context.sentence.top(found[0].span)
    head = context.sentence.head(top) if top is not None else None
    if top is None or any(t.text.lower() in _words()["words"]["part"] for t in context.sentence.children(top)):
        return None
    behind = verb.function is Function.CLAUSE_MODIFIER and context.sentence.head(verb) == top
    return found[0] if head == verb or behind else None


def _claim(context: Context, frame: Frame, relation: str, key: str, thing: str, mention: Mention) -> Claim:
    value = Argument(mention.span, context.document.words(mention.span), "", mention.type, mention.value)
    predicate = Predicate(frame.head, frame.negated, frame.modality, frame.past)
    subject = Argument(frame.head.span, frame.head.text, key, represents=thing)
    return claim(context, predicate, f"{frame.head.text} {relation} {value.text}", subject, relation, value)

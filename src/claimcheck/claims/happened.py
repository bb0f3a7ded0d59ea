"""Events that happen once to a thing, with any date: "was switched on last Friday", "the switching-on, on 31 October"."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from claimcheck.claim import Argument, Claim, Mention, Modality
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.days import settled
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import Frame, frame_of
from claimcheck.claims.persons import subject_person
from claimcheck.sentence import Function, Token
from claimcheck.values.time import Period, Time

HAPPENED_ON = "happened on"

_SUDDEN = ("wreck", "crash", "fire", "blast", "collapse", "slide", "quake", "outage", "spill")
_GAP = 4  # tokens between an event and its date
_DEATH = "death"
_TOGETHER = frozenset({"at", "during", "in", "of", "for"})  # "wrote about the blast on 3 May" does not date the blast
_APART = (Function.CLAUSE_MODIFIER, Function.ADVERBIAL_CLAUSE, Function.COMPLEMENT, Function.CONJUNCT, Function.PARATAXIS)
_LIMITING = (Function.ADJECTIVE, Function.COMPOUND, Function.NUMBER)


@lru_cache(maxsize=1)
def words() -> dict[str, dict[str, frozenset[str]]]:
    """Return the data on events."""
    folder = files("claimcheck.claims")
    data = tomllib.loads(folder.joinpath("happened.toml").read_text(encoding="utf-8"))
    sudden = tomllib.loads(folder.joinpath("incidents.toml").read_text(encoding="utf-8"))
    data.update({kind: sudden[kind] for kind in _SUDDEN})
    return {kind: {key: frozenset(value) for key, value in table.items()} for kind, table in data.items()}


def happened(context: Context) -> Iterator[Claim]:
    """Yield the events of a sentence with their dates."""
    dates = [m for m in context.mentions if isinstance(m.value, Time) and _is_dated(m.value) and not _is_end(context, m)]
    if not dates or any(t.text.lower() in words()["words"]["other"] for t in context.sentence.tokens):
        return
    for token in context.sentence.tokens:
        if token.pos == "VERB":
            yield from _of_verb(context, token, dates)
        elif token.pos in {"NOUN", "PROPN"}:
            yield from _of_noun(context, token, dates)


def _is_dated(time: Time) -> bool:
    return time.written.month is not None or time.written.weekday is not None or bool(time.readings)


def _is_end(context: Context, mention: Mention) -> bool:
    """Whether the date is an end of a stretch."""
    return any(isinstance(m.value, Period) and m.span.contains(mention.span) for m in context.mentions)


def _kinds(key: str, own: set[str], beside: set[str]) -> list[str]:
    """Return the kinds of which the word is one, with the words that belong to it."""
    return [
        kind
        for kind, table in words().items()
        for word in table.get(key, ())
        if (parts := word.partition("_"))[0] in own and (not parts[2] or parts[2] in beside)
    ]


def _of_verb(context: Context, verb: Token, dates: list[Mention]) -> Iterator[Claim]:
    sentence = context.sentence
    frame = frame_of(verb, sentence)
    around = sentence.children(verb)
    own = {verb.lemma, f"{verb.lemma}e", verb.text.lower()}
    kinds = _kinds("verbs", own, {t.text.lower() for t in around} | {t.lemma for t in around})
    below = sentence.subtree(verb, *_APART) if kinds else ()
    found = [m for m in dates if any(m.span.contains(t.span) for t in below)]
    if len(found) != 1 or not frame.past or frame.modality is not Modality.ASSERTED or frame.negated:
        return
    for kind in kinds:
        thing = _dead(context, verb) if kind == _DEATH else _thing(context, frame)
        if thing is not None:
            yield _claim(context, verb, kind, thing, found[0], definite=False, place=_place(context, frame))


def _dead(context: Context, verb: Token) -> str | None:
    person = subject_person(context, verb)
    return person.referent if person is not None else None


def _thing(context: Context, frame: Frame) -> str | None:
    """Return the noun for what it happens to; a couple are no thing that is told again."""
    token = next(iter(frame.object or frame.subject), None)
    if token is None or token.tag in {"NNS", "NNPS"} or token.pos not in {"NOUN", "PROPN"}:
        return ""
    return token.lemma.lower()


def _place(context: Context, frame: Frame) -> str:
    return next((t.text for place, t in frame.obliques if place in {"in", "at"} and t.pos == "PROPN" and t.entity != "DATE"), "")


def _of_noun(context: Context, noun: Token, dates: list[Mention]) -> Iterator[Claim]:
    sentence = context.sentence
    before = sentence.tokens[max(0, noun.index - 1) : noun.index]
    hyphened = "".join(t.text.lower() for t in sentence.tokens[max(0, noun.index - 2) : noun.index + 1])
    own = {noun.lemma, noun.text.lower(), hyphened}
    kinds = _noun_kinds(own, before)
    if not kinds or noun.tag == "NNS":
        return
    leading = sentence.children(noun, Function.DETERMINER, Function.POSSESSOR)
    definite = any(t.text.lower() in words()["words"]["links"] for t in leading)
    found = [m for m in dates if _belongs(context, noun, m)] if definite else _struck(context, noun, dates)
    limited = [t for t in sentence.children(noun, *_LIMITING) if t not in before and t.index + 2 != noun.index]
    if len(found) != 1 or (limited and definite):
        return
    for kind in kinds if definite else [k for k in kinds if k in _SUDDEN]:
        thing = _owner(context, noun) if kind == _DEATH else _object(context, noun)
        if thing is not None:
            yield _claim(context, noun, kind, thing, found[0], definite=definite, place="")


def _struck(context: Context, noun: Token, dates: list[Mention]) -> list[Mention]:
    """Return the date of "a fire tore through the mill on 3 May"."""
    verb = context.sentence.head(noun)
    if verb is None or noun.function is not Function.SUBJECT or verb.tag != "VBD":
        return []
    below = context.sentence.subtree(verb, *_APART)
    return [m for m in dates if any(m.span.contains(t.span) for t in below)]


def _noun_kinds(own: set[str], before: tuple[Token, ...]) -> list[str]:
    """Return the kinds of event that the noun, or the two words, name."""
    pairs = {f"{t.text.lower()}_{word}" for t in before for word in own}
    return [kind for kind, table in words().items() if table.get("nouns", frozenset()) & (pairs | own)]


def _belongs(context: Context, noun: Token, date: Mention) -> bool:
    """Whether the date stands right behind the event, or holds it ("that first night in the autumn of 1974")."""
    if date.span.contains(noun.span):
        return True
    tokens = context.sentence.tokens
    between = [t for t in tokens[noun.index + 1 :] if t.span.end <= date.span.start]
    object_ = {t.index for c in context.sentence.children(noun, Function.MODIFIER) for t in context.sentence.subtree(c)}
    told = [t for t in between if t.index not in object_ or t.text == ","]
    subject = noun.function in {Function.SUBJECT, Function.PASSIVE_SUBJECT, Function.ROOT}
    first = told[0].text.lower() if told else ""
    loose = first in {"on", "in", "at"} and not subject and preposition(noun, context.sentence) not in _TOGETHER
    return (
        date.span.start > noun.span.end
        and not loose
        and len(told) <= _GAP
        and all(t.text.lower() in words()["words"]["between"] or t.text in {"-", "on"} for t in told)
    )


def _object(context: Context, noun: Token) -> str | None:
    """Return the noun of "the opening of the bridge", "" if none is told."""
    of = [t for t in context.sentence.children(noun, Function.MODIFIER) if not context.mention(t, "DATE")]
    owner = context.sentence.child(noun, Function.POSSESSOR)
    if any(preposition(t, context.sentence) != "of" for t in of) or (owner is not None and owner.pos != "PRON"):
        return None
    return of[0].lemma.lower() if of else ""


def _owner(context: Context, noun: Token) -> str | None:
    """Return whose death it is, "" for "his" where nobody shows whose."""
    owner = context.sentence.child(noun, Function.POSSESSOR)
    if owner is None or owner.text.lower() in {"their", "its"}:
        return None
    link = context.link(owner)
    if link is not None:
        return link.referent.key if link.referent.type == "PERSON" else None
    return None


def _claim(context: Context, head: Token, kind: str, thing: str, date: Mention, *, definite: bool, place: str) -> Claim:
    meant = settled(date, context.document.publication, past=True)
    value = Argument(date.span, context.document.words(date.span), "", date.type, meant.value)
    subject = Argument(head.span, head.text, kind, represents=thing)
    ahead = definite and any(t.text.lower() == "will" for t in context.sentence.tokens)
    world = Modality.FUTURE if ahead else Modality.ASSERTED
    predicate = Predicate(head, negated=False, modality=world, past=True, presupposed=definite)
    where = Argument(head.span, place) if place else None
    text = f"{head.text} dated {value.text}"
    made = claim(context, predicate, text, subject, HAPPENED_ON, value, total=definite, place=where)
    return replace(made, attributed_to=None) if definite else made  # which is taken for granted, whoever tells more

"""From when and until when somebody held an office: "mayor since 2012", "led the council from 2001 to 2009"."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claimcheck.claim import OFFICE_FROM, OFFICE_UNTIL, UNNAMED, Argument, Claim, Mention
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.cues import Cues
from claimcheck.claims.draft import Predicate, claim, nominal
from claimcheck.claims.frames import Frame
from claimcheck.claims.persons import subject_person
from claimcheck.claims.roles import role_verb
from claimcheck.relation import ObjectKind, Relation
from claimcheck.sentence import Function, Token
from claimcheck.values.time import Period, Time

MEMBER = "member"


@dataclass(frozen=True, slots=True)
class _Held:
    """Who holds which office (a relation, "" where only a verb tells of it) of what body, and the words that say so."""

    person: Argument
    relation: str
    body: Argument | None
    head: Token
    verb: Token | None
    predicate: Predicate


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    read = tomllib.loads(files("claimcheck.claims").joinpath("incumbency.toml").read_text(encoding="utf-8"))
    return {kind: frozenset(words) for kind, words in read.items()}


def is_office(relation: Relation) -> bool:
    """Return whether the relation is that of a body to the one person who holds an office of it, for a time."""
    persons = not relation.objects or "PERSON" in relation.objects
    return relation.kind is ObjectKind.NAME and relation.functional and not relation.fixed and persons


def incumbency(context: Context, framed: Sequence[Frame], found: Sequence[Claim], cues: Cues) -> Iterator[Claim]:
    """Yield the first and the last day of each term that the sentence tells of, for offices that it names or a verb implies."""
    for held in (*_by_title(context, found, cues), *_by_verb(context, framed)):
        for relation, mention, time in _ends(context, held):
            value = Argument(mention.span, context.document.words(mention.span), "", mention.type, time)
            text = f"{_office(held, cues)}, {relation} {time.date}"
            yield claim(context, held.predicate, text, _with_office(held), relation, value, place=held.body)


def _office(held: _Held, cues: Cues) -> str:
    body = held.body.text if held.body is not None else UNNAMED
    return cues.relations[held.relation].said(body, held.person.text) if held.relation else f"{held.person.text}, head of {body}"


def _with_office(held: _Held) -> Argument:
    person = held.person
    return Argument(person.span, person.text, person.referent, person.type, person.value, held.relation)


def _by_title(context: Context, found: Sequence[Claim], cues: Cues) -> Iterator[_Held]:
    """Yield the offices of the sentence's own claims, with the noun that is the title."""
    for told in found:
        relation = cues.relations.get(told.relation)
        held = relation is not None and (told.object.type == "PERSON" if is_office(relation) else relation.name == MEMBER)
        if not held or _is_limited(context, told):
            continue
        title = _title(context, told, cues)
        if title is not None:
            body = None if told.subject.text == UNNAMED else told.subject
            verb = role_verb(title, context.sentence)
            yield _Held(told.object, told.relation, body, title, verb, nominal(context, title))


def _is_limited(context: Context, told: Claim) -> bool:
    """Whether more than a time limits the claim: "acting", "deputy"."""
    times = {context.document.words(m.span) for m in context.mentions if isinstance(m.value, Time | Period)}
    timely = _words()["timely"]
    return told.negated or any(limit not in timely and not limit.endswith(tuple(times)) for limit in told.restriction)


def _title(context: Context, told: Claim, cues: Cues) -> Token | None:
    """Return the noun in the claim's words that is a cue of its relation."""
    for token in context.sentence.tokens:
        named = told.subject.text != UNNAMED and told.subject.span.contains(token.span)
        apart = named or told.object.span.contains(token.span)
        if told.span.contains(token.span) and not apart:
            cued = {cue.relation.name for lemma in (token.text.lower(), token.lemma) for cue in cues.nouns.get(lemma, ())}
            if told.relation in cued:
                return token
    return None


def _by_verb(context: Context, framed: Sequence[Frame]) -> Iterator[_Held]:
    """Yield who leads what: "who has led the institute since 2016"."""
    for frame in framed:
        if frame.lemma not in _words()["leading"] or frame.negated or len(frame.object) != 1:
            continue
        person = subject_person(context, frame.head)
        body = _led(context, frame.object[0])
        if person is not None and body is not None:
            predicate = Predicate(frame.head, frame.negated, frame.modality, frame.past)
            yield _Held(person, "", body, frame.head, frame.head, predicate)


def _led(context: Context, token: Token) -> Argument | None:
    """Return the body that is led, through "the government of X" and "X's council"."""
    sentence = context.sentence
    if token.lemma in _words()["rule"]:
        behind = [t for t in sentence.children(token, Function.MODIFIER) if preposition(t, sentence) == "of"]
        owner = sentence.child(token, Function.POSSESSOR) or next(iter(behind), None)
        if owner is not None:
            return context.argument(owner)
    return context.argument(token) if context.link(token) is not None else None


def _ends(context: Context, held: _Held) -> Iterator[tuple[str, Mention, Time]]:
    """Yield what the sentence tells of the term's ends: the relation, the expression and its time."""
    for mention in context.mentions:
        if isinstance(mention.value, Period) and _hangs_on(context, mention, held):
            if mention.value.start.date.known:
                yield OFFICE_FROM, mention, mention.value.start
            if mention.value.end.date.known and held.predicate.past:
                yield OFFICE_UNTIL, mention, mention.value.end
    verb = held.verb
    if verb is not None and verb.lemma in _words()["taking"]:
        date = context.date(verb)
        if date is not None and isinstance(date.value, Time) and date.value.date.known:
            yield OFFICE_FROM, date, date.value


def _hangs_on(context: Context, mention: Mention, held: _Held) -> bool:
    """Whether a stretch of time is that of the office: it hangs on the title or the verb, or stands right behind the title."""
    sentence = context.sentence
    top = sentence.top(mention.span)
    if top is None or top.index < held.head.index:
        return False
    if sentence.head(top) in {held.head, held.verb}:
        return True
    before = [t for t in sentence.tokens if t.span.end <= mention.span.start]
    last = next((t for t in reversed(before) if t.text.lower() not in {"from", "between"}), None)
    below = sentence.subtree(held.head, Function.CLAUSE_MODIFIER, Function.CONJUNCT, Function.APPOSITION)
    return last is not None and last in below and last.pos != "PUNCT"

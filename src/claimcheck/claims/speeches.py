"""Speeches to somebody, told as held or as to come: "after his address to the delegates"."""

from collections.abc import Iterator

from claimcheck.claim import Argument, Claim, Modality
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import frame_of
from claimcheck.claims.persons import agree
from claimcheck.claims.phases import DONE, TO_COME
from claimcheck.claims.things import words_of
from claimcheck.sentence import Function, Token

_VERBS = frozenset({"address"})
_AWAITED = frozenset({"set", "due", "scheduled", "planned", "expected"})


def speeches(context: Context) -> Iterator[Claim]:
    """Yield each speech with its speaker and whom it is for, as done or as to come."""
    for token in context.sentence.tokens:
        told = _of_noun(context, token) or _of_verb(context, token)
        if told is not None:
            relation, person, audience = told
            key = f"speech of {person} to {audience}"
            subject = Argument(token.span, token.text, key, represents=key)
            predicate = Predicate(token, negated=False, modality=Modality.ASSERTED, past=relation == DONE)
            text = context.words(context.sentence.subtree(token, Function.CLAUSE_MODIFIER))
            yield claim(context, predicate, text, subject, relation, Argument(token.span, token.text))


def _of_noun(context: Context, noun: Token) -> tuple[str, str, str] | None:
    sentence = context.sentence
    if noun.pos != "NOUN" or noun.lemma not in words_of("speech", "nouns"):
        return None
    verb = next((t for t in sentence.ancestors(noun) if t.pos in {"VERB", "AUX"} or sentence.child(t, Function.COPULA)), None)
    behind = [
        *sentence.children(noun, Function.MODIFIER, Function.OBLIQUE),
        *(sentence.children(verb, Function.OBLIQUE) if verb is not None else ()),
    ]
    audience = next((a for t in behind if preposition(t, sentence) == "to" and (a := _audience(context, t))), "")
    owner = sentence.child(noun, Function.POSSESSOR) or (sentence.child(verb, Function.SUBJECT) if verb is not None else None)
    person = _person(context, owner) if owner is not None else ""
    if verb is None or not audience or not person:
        return None
    frame = frame_of(verb, sentence)
    own = {verb.lemma, f"{verb.lemma}e", verb.text.lower()}
    if frame.past and frame.modality is Modality.ASSERTED and not frame.negated and own & words_of("speech", "done"):
        return DONE, person, audience
    waits = any(t.text.lower() in _AWAITED for t in sentence.children(noun, Function.CLAUSE_MODIFIER, Function.ADJECTIVE))
    return (TO_COME, person, audience) if frame.modality is Modality.FUTURE or waits else None


def _of_verb(context: Context, verb: Token) -> tuple[str, str, str] | None:
    """Return the speech of "will address parliament", "addressed the assembly"."""
    if verb.pos != "VERB" or verb.lemma not in _VERBS:
        return None
    frame = frame_of(verb, context.sentence)
    audience = next((a for t in frame.object if (a := _audience(context, t))), "")
    person = next((p for t in frame.subject if (p := _person(context, t))), "")
    if not audience or not person or frame.negated:
        return None
    if frame.modality is Modality.FUTURE:
        return TO_COME, person, audience
    return (DONE, person, audience) if frame.past and frame.modality is Modality.ASSERTED else None


def _audience(context: Context, token: Token) -> str:
    """Return whom the speech is for: any legislature as one word, else the noun or name."""
    link = context.link(token)
    inside = {t.lemma.lower() for t in context.sentence.subtree(token, Function.CLAUSE_MODIFIER, Function.APPOSITION)}
    if inside & words_of("speech", "legislature"):
        return "parliament"
    return link.referent.key if link is not None and link.referent.type else token.lemma.lower() if token.pos == "NOUN" else ""


def _person(context: Context, token: Token) -> str:
    link = context.link(token)
    if link is not None:
        return link.referent.key if link.referent.type == "PERSON" else ""
    whole = context.protagonist
    return whole.referent.key if whole is not None and token.pos == "PRON" and agree([token], whole) else ""

"""Whose age, birth or death a sentence tells: its only person, or the subject of its verb."""

from claimcheck.claim import Argument
from claimcheck.claims.context import Context
from claimcheck.discourse import Link
from claimcheck.sentence import Function, Token

KIN = frozenset(
    {"son", "daughter", "wife", "husband", "mother", "father", "brother", "sister", "child",
     "boy", "girl", "baby", "twin", "parent",
     "uncle", "aunt", "cousin", "nephew", "niece", "grandson", "granddaughter", "grandfather", "grandmother", "partner", "friend",
     "couple", "teammate", "colleague", "widow", "fiancé", "fiancée", "girlfriend", "boyfriend", "stepson", "stepdaughter"}
)  # fmt: skip
_PRONOUNS = frozenset({"he", "she", "his", "her", "him", "hers"})
_FEMALE = frozenset({"she", "her", "hers"})
_RELATIVE = frozenset({"who", "whose", "whom"})


def sole_person(context: Context) -> Argument | None:
    """Return the one person that the sentence speaks of; None if there may be another."""
    if any(t.lemma in KIN or t.text.lower() in KIN for t in context.sentence.tokens):
        return None
    links = [k for k in context.links if k.referent.type == "PERSON"]
    loose = [t for t in context.sentence.tokens if t.text.lower() in _PRONOUNS and context.link(t) is None]
    keys = {k.referent.key for k in links}
    whole = context.protagonist
    if loose and whole is not None and keys <= {whole.referent.key} and agree(loose, whole):
        return Argument(loose[0].span, whole.referent.text, whole.referent.key, "PERSON")
    if len(keys) != 1 or loose:
        return None
    head = context.sentence.top(links[0].span)
    return context.argument(head) if head is not None else None


def agree(pronouns: list[Token], person: Link) -> bool:
    """Return whether all the pronouns are of the person's gender."""
    genders = {"f" if t.text.lower() in _FEMALE else "m" for t in pronouns}
    return genders == {person.referent.gender}


def subject_person(context: Context, predicate: Token) -> Argument | None:
    """Return the person that is the subject of a predicate, also through "who"."""
    sentence = context.sentence
    subject = sentence.child(predicate, Function.SUBJECT, Function.PASSIVE_SUBJECT)
    if subject is not None and subject.text.lower() in _RELATIVE and context.link(subject) is None:
        subject = sentence.head(predicate)
    if subject is None or sentence.child(subject, Function.CONJUNCT) is not None:
        return None
    if subject.text.lower() in _PRONOUNS and context.link(subject) is None and context.protagonist is not None:
        whole = context.protagonist
        named = [k for k in context.links if k.referent.type == "PERSON" and k.referent.key != whole.referent.key]
        known = not named and agree([subject], whole)
        return Argument(subject.span, whole.referent.text, whole.referent.key, "PERSON") if known else None
    found = context.argument(subject)
    return found if found.type == "PERSON" and found.referent else None

"""Dates of birth: "his date of birth was given as 9 April 1990", "born in a barn in 1990, he", "came into the world in 1990"."""

from collections.abc import Iterator, Mapping

from claimcheck.claim import Argument, Claim, Mention
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import modality
from claimcheck.claims.lives import BORN_ON
from claimcheck.claims.persons import subject_person
from claimcheck.relation import Relation
from claimcheck.sentence import Function, Token
from claimcheck.values.date import Date
from claimcheck.values.relative import NARRATIVE
from claimcheck.values.time import Period, Time

_REACH = 12  # tokens from "date of birth" to the date


_FAR = 20  # tokens from "born" to the date
_WORLD = ("into", "the", "world")
_ENDING = frozenset({";", "—", "–", "(", ":"})


def births(context: Context, relations: Mapping[str, Relation]) -> Iterator[Claim]:
    """Yield a claim for each date of birth with its owner."""
    if BORN_ON not in relations:
        return
    yield from _named(context, relations)
    for token in context.sentence.tokens:
        date = _behind(context, token) if _is_birth(context, token) else None
        person = _newborn(context, token) if date is not None else None
        if person is not None and date is not None:
            yield _claim(context, token, relations[BORN_ON], person, date)


def _is_birth(context: Context, token: Token) -> bool:
    """Whether the verb is "born", or "came" of "came into the world"."""
    after = tuple(t.text.lower() for t in context.sentence.tokens[token.index + 1 : token.index + 4])
    born = token.text.lower() == "born" and token.tag == "VBN" and after[:1] != ("to",)
    came = token.lemma == "come" and token.tag in {"VBD", "VBN"} and after == _WORLD
    return (born or came) and not context.sentence.children(token, Function.NEGATION)


def _newborn(context: Context, verb: Token) -> Argument | None:
    """Return who was born: the subject, or that of the main verb where the sentence opens with "Born in …"."""
    head = context.sentence.head(verb)
    opens = verb.index == 0 and verb.function is Function.ADVERBIAL_CLAUSE and head is not None
    return subject_person(context, head if opens and head is not None else verb)


def _behind(context: Context, verb: Token) -> Mention | None:
    """Return the first date behind the verb and before any other verb; of a feast only the year is sure."""
    for token in context.sentence.tokens[verb.index + 1 : verb.index + _FAR]:
        if token.text in _ENDING or token.tag in {"VBD", "VBZ", "VBP", "VBN"}:
            return None
        found = next((m for m in context.mentions if m.span.start == token.span.start and isinstance(m.value, Time)), None)
        if found is not None and isinstance(found.value, Time):
            return _dated(context, found, found.value)
    return None


def _dated(context: Context, mention: Mention, time: Time) -> Mention | None:
    """Return the date if it has a year of its own and nothing shifts it; that of a feast as its year."""
    year = time.written.year
    held = [m for m in context.mentions if isinstance(m.value, Period) and m.span.contains(mention.span)]
    feast = mention.rule == "named day"
    if (
        year is None
        or not time.date.known
        or time.anchor == NARRATIVE
        or (held and not feast)
        or (time.approximate and not feast)
    ):
        return None
    return Mention(mention.span, "DATE", Time(Date.of_year(year), time.written), mention.rule) if feast else mention


def _named(context: Context, relations: Mapping[str, Relation]) -> Iterator[Claim]:
    """Yield a claim for each "date of birth" with its owner."""
    tokens = context.sentence.tokens
    for token in tokens:
        before = [t.text.lower() for t in tokens[max(0, token.index - 2) : token.index]]
        if token.text.lower() != "birth" or before != ["date", "of"]:
            continue
        owner = _owner(context, tokens[token.index - 2])
        date = _date(context, token)
        person = context.argument(owner) if owner is not None else None
        if person is not None and date is not None and person.type == "PERSON":
            yield _claim(context, token, relations[BORN_ON], person, date)


def _claim(context: Context, token: Token, relation: Relation, person: Argument, date: Mention) -> Claim:
    value = Argument(date.span, context.document.words(date.span), "", date.type, date.value)
    predicate = Predicate(token, negated=False, modality=modality(token, context.sentence), past=True)
    return claim(context, predicate, relation.said(person.text, value.text), person, BORN_ON, value)


def _owner(context: Context, noun: Token) -> Token | None:
    """Return whose date of birth it is: the possessor, or for "whose" the name that the clause belongs to."""
    owner = context.sentence.child(noun, Function.POSSESSOR)
    if owner is None or owner.text.lower() != "whose":
        return owner
    clause = next((t for t in context.sentence.ancestors(noun) if t.function is Function.CLAUSE_MODIFIER), None)
    return context.sentence.head(clause) if clause is not None else None


def _date(context: Context, birth: Token) -> Mention | None:
    """Return the first known day or year behind the words."""
    limit = context.sentence.tokens[min(birth.index + _REACH, len(context.sentence.tokens) - 1)].span.end
    behind = (m for m in context.mentions if birth.span.end <= m.span.start < limit)
    return next((m for m in behind if isinstance(m.value, Time) and m.value.date.known and not m.value.approximate), None)

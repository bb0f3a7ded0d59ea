"""What brackets behind a person's name say: "Ann Lee (3 May 1846, Hull – 1 June 1908)", "(born 1971 in Hull)"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimcheck.claim import Argument, Claim, Mention, Modality
from claimcheck.claims.arguments import wholes
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.document import Span
from claimcheck.relation import Relation
from claimcheck.sentence import Token
from claimcheck.values.date import Date, Written
from claimcheck.values.name import YEAR
from claimcheck.values.time import Time

BORN_ON, DIED_ON, BORN_IN, DIED_IN = "born on", "died on", "born in", "died in"

_BIRTH = frozenset({"born", "b", "b.", "née", "*"})
_DEATH = frozenset({"died", "d", "d.", "†", "deceased"})
_DASHES = frozenset({"–", "—", "-", "to", "until"})
_REIGNING = frozenset(
    {"king", "queen", "emperor", "empress", "pope", "tsar", "president", "sultan", "minister", "chancellor", "governor", "mayor"}
)
_QUOTES = frozenset("\"“”‘’'")
_LONGEST = 60  # tokens that a bracket may hold
# Two bare years this close may be those of an office or of an event; a life is seldom shorter.
_SHORTEST = 26
_OLDEST = 115


@dataclass(frozen=True, slots=True)
class _Life:
    """The first birth and death that a bracket tells: dates and places."""

    born: Mention | None = None
    died: Mention | None = None
    birthplace: Token | None = None
    deathplace: Token | None = None


def lives(context: Context, relations: Mapping[str, Relation]) -> Iterator[Claim]:
    """Yield when and where somebody was born and died, as brackets behind the name tell."""
    tokens = context.sentence.tokens
    for opening in tokens:
        person = _person_before(context, opening) if opening.text in {"(", "["} else None
        if person is None:
            continue
        life = _life(context, opening, person)
        subject = context.argument(person)
        for name, found in ((BORN_ON, life.born), (DIED_ON, life.died)):
            if found is not None and name in relations:
                value = Argument(found.span, context.document.words(found.span), "", found.type, found.value)
                yield _claim(context, opening, relations[name], subject, value)
        for name, place in ((BORN_IN, life.birthplace), (DIED_IN, life.deathplace)):
            if place is not None and name in relations:
                yield _claim(context, opening, relations[name], subject, context.argument(place))
                for part, whole in wholes(context, (place,)):
                    yield _claim(context, opening, relations[name], subject, whole, (f"as the whole of {part}",))


def _claim(
    context: Context, opening: Token, relation: Relation, subject: Argument, object_: Argument, restriction: tuple[str, ...] = ()
) -> Claim:
    predicate = Predicate(opening, negated=False, modality=Modality.ASSERTED, past=True)
    text = relation.said(subject.text, object_.text)
    return claim(context, predicate, text, subject, relation.name, object_, restriction=restriction)


def _person_before(context: Context, opening: Token) -> Token | None:
    """Return the last word of a person's name right before the bracket."""
    tokens = context.sentence.tokens
    index = opening.index - 1
    while index > 0 and tokens[index].text in _QUOTES:
        index -= 1
    token = tokens[index] if index >= 0 else None
    return token if token is not None and context.mention(token, "PERSON") else None


def _life(context: Context, opening: Token, person: Token) -> _Life:
    born: list[Mention] = []
    died: list[Mention] = []
    places: dict[bool, Token] = {}
    told, late, dash = False, False, False
    for token in _inside(context, opening):
        lower = token.text.lower()
        if lower in _BIRTH | _DEATH:
            told, late = True, lower in _DEATH
        elif token.text in _DASHES and born:
            late, dash = True, True
        elif dates := _dates(context, token, told=told):
            (died if late else born).append(dates[0])
            dash = dash or len(dates) == 2  # "1840–1898" is one word
            died.extend(dates[1:])
        elif context.mention(token, "GPE", "LOC") is not None and (born or died or told):
            places.setdefault(late, token)
    lifetime = dash and not _reigns(context, person) and _is_lifetime(born, died)
    if len(born) > 1 or len(died) > 1 or not (told or lifetime):
        return _Life()
    return _Life(next(iter(born), None), next(iter(died), None), places.get(False), places.get(True))


def _inside(context: Context, opening: Token) -> tuple[Token, ...]:
    """Return the tokens of the bracket, none if it does not close."""
    tokens = context.sentence.tokens[opening.index + 1 : opening.index + 1 + _LONGEST]
    close = next((i for i, t in enumerate(tokens) if t.text in {")", "]"}), None)
    return tokens[:close] if close is not None else ()


def _dates(context: Context, token: Token, *, told: bool) -> tuple[Mention, ...]:
    """Return the one or two dates that begin with the token; a bare year is one behind "born"."""
    inside = [m for m in context.mentions if isinstance(m.value, Time) and token.span.contains(Span(m.span.start, m.span.start))]
    if inside or not told or not YEAR.match(token.text) or context.mention(token) is not None:
        return tuple(m for m in inside if m.span.start < token.span.end)[:2]
    year = int(token.text)
    return (Mention(token.span, "DATE", Time(Date.of_year(year), Written(year)), "year of a life"),)


def _reigns(context: Context, person: Token) -> bool:
    """Whether a title stands with the name that years in brackets may belong to."""
    name = context.mention(person, "PERSON")
    words = [t for t in context.sentence.tokens if name is not None and name.span.contains(t.span)]
    before = context.sentence.tokens[max(0, words[0].index - 2) : words[0].index] if words else ()
    return any(t.text.lower() in _REIGNING for t in (*before, *words))


def _is_lifetime(born: list[Mention], died: list[Mention]) -> bool:
    """Whether two dates with a dash between them are those of a life, not of an office."""
    if len(born) != 1 or len(died) != 1:
        return False
    first, last = born[0].value, died[0].value
    if not isinstance(first, Time) or not isinstance(last, Time) or first.date.earliest is None or last.date.earliest is None:
        return False
    years = last.date.earliest.year - first.date.earliest.year
    exact = first.date.day is not None and last.date.day is not None
    return (1 if exact else _SHORTEST) <= years <= _OLDEST

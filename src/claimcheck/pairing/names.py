"""Whether a name in the text and one in a table may, or cannot, be of one thing."""

from rapidfuzz import fuzz

from claimcheck.claim import Argument
from claimcheck.evidence import Fact, Reference
from claimcheck.relation import Relation
from claimcheck.values.name import Name, fold

_SPELLING = 85  # per cent of like letters from which two names may be spellings of one


def is_same(argument: Argument, fact: Fact, reference: Reference) -> bool:
    """Whether the two name the same, or the argument the whole in which the fact's object lies."""
    if not isinstance(fact.object, Name):
        return False
    if argument.text in fact.object or any(reference.same(argument.text, name) for name in _names(fact.object)):
        return True
    return reference.part_of(fact.object.text, argument.text)


def agrees(argument: Argument, fact: Fact, reference: Reference) -> bool:
    """Whether the two may name the same, or one may lie in the other."""
    if not isinstance(fact.object, Name):
        return False
    if is_same(argument, fact, reference):
        return True
    if argument.type == "PERSON":
        mine, theirs = set(fold(argument.text).split()), [set(fold(n).split()) for n in _names(fact.object)]
        alike = any(fuzz.ratio(fold(argument.text), fold(n)) >= _SPELLING for n in _names(fact.object))
        return alike or any(mine <= names or names <= mine for names in theirs)
    return reference.part_of(argument.text, fact.object.text)


def excludes(argument: Argument, fact: Fact, relation: Relation, reference: Reference) -> bool:
    """Whether the two name different things for certain: the tables know both, or two persons share no name."""
    if not isinstance(fact.object, Name):
        return False
    if argument.type == "PERSON":
        mine = set(fold(argument.text).split())
        return len(mine) > 1 and all(not mine & set(fold(n).split()) for n in _names(fact.object))
    where = bool(relation.objects) and set(relation.objects) <= {"GPE", "LOC"}
    if where and relation.fixed and not relation.spread and _is_country(argument.text, reference):
        return False  # a birthplace lay in more than one state in its time
    if not reference.entities(argument.text) and not reference.naming(argument.text, relation.name):
        return False
    return not (relation.spread and _share_a_whole(argument.text, fact.object.text, reference))


def _share_a_whole(one: str, other: str, reference: Reference) -> bool:
    """Whether two places lie in one country, so that an event may have used both."""
    return bool(_countries_of(one, reference) & _countries_of(other, reference))


def _countries_of(place: str, reference: Reference) -> set[str]:
    """Return the countries that a place lies in, folded; a country lies in itself alone."""
    if _is_country(place, reference):
        return {fold(name.text) for name in reference.entities(place)}
    wholes = [f.object.text for f in reference.about(place, "located in") if isinstance(f.object, Name)]
    return {fold(whole) for whole in wholes if _is_country(whole, reference)}


def _is_country(place: str, reference: Reference) -> bool:
    return bool(reference.about(place, "capital"))


def _names(name: Name) -> tuple[str, ...]:
    return (name.text, *name.aliases)

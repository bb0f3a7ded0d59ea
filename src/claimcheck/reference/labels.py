"""What kind of thing an entity of a table is: an OntoNotes label."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from claimcheck.evidence import Fact
from claimcheck.reference.headers import read_header, singular
from claimcheck.relation import Relation
from claimcheck.values.name import Name, fold

_PLACES = frozenset({"GPE", "LOC"})


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    read = tomllib.loads(files("claimcheck.reference").joinpath("kinds.toml").read_text(encoding="utf-8"))
    return {word: label for label, words in read.items() for word in words}


def kind_of(header: str) -> str:
    """Return the label of what a column with that header names: EVENT for "festival", "" where it does not tell."""
    words = read_header(header).words.split()
    return _kinds().get(words[-1], _kinds().get(singular(words[-1]), "")) if words else ""


def label_names(
    facts: Iterable[Fact], relations: Iterable[Relation], rows: Iterable[Name], stated: str
) -> tuple[tuple[str, str], ...]:
    """Return pairs of folded name and label, for the entities whose kind can be told.

    A table may state it for all that its rows are about.  Else it is a label that every
    relation allows the entity on its side (all rows of a table of records together);
    an object gets none where it may be a person or something else.
    """
    by_name = {relation.name: relation for relation in relations}
    about = {fold(name.text) for name in rows}
    together: set[tuple[str, ...]] = set()
    subjects: dict[str, set[tuple[str, ...]]] = {}
    found: dict[str, str] = {}
    for fact in facts:
        relation, key = by_name[fact.relation], fold(fact.subject.text)
        if relation.subjects:
            (together if key in about else subjects.setdefault(key, set())).add(relation.subjects)
        if isinstance(fact.object, Name) and _of_one_kind(relation.objects):
            found.setdefault(fold(fact.object.text), relation.objects[0])
    found |= {key: label for key, choices in subjects.items() if (label := _common(choices))}
    common = stated or _common(together)
    return tuple((found | dict.fromkeys(about, common) if common else found).items())


def _of_one_kind(labels: tuple[str, ...]) -> bool:
    """Return whether all labels are of persons, or none is, so that the first will do."""
    return bool(labels) and (set(labels) == {"PERSON"} or "PERSON" not in labels)


def _common(choices: set[tuple[str, ...]]) -> str:
    """Return the label that all allow; of several, what most name first, and a place only if nothing else is left."""
    allowed = set.intersection(*map(set, choices)) if choices else set()
    allowed = allowed - _PLACES or allowed
    firsts = Counter(next(label for label in labels if label in allowed) for labels in choices) if allowed else Counter()
    return min(firsts, key=lambda label: (-firsts[label], label), default="")

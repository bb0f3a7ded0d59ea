"""What a user can add without Python: predicates that exclude each other, posts, units, and wholes with their parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Antonym:
    """Verbs, by lemma, every one of the one side excluding every one of the other."""

    one: frozenset[str]
    other: frozenset[str]


@dataclass(frozen=True, slots=True)
class Role:
    """A post that one person at a time holds in one place or body, with the titles and verbs that tell of it.

    `sole`: there is one in a whole text.  `paired`: a text most often speaks of two, each of a body that it
    must name for two holders to clash.  `of`: nouns one of which the body must be or have in its name.
    `unless`: words with one of which the text may well speak of two.  `kin`: it is held in relation to a person.
    """

    name: str
    titles: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    sole: bool = False
    paired: bool = False
    of: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    kin: bool = False


@dataclass(frozen=True, slots=True)
class OwnUnit:
    """A unit of the user's: one of it is `factor` of the known unit `of`; `words` may have a plural "s"."""

    words: tuple[str, ...]
    factor: Decimal
    of: str


@dataclass(frozen=True, slots=True)
class Whole:
    """A thing that is counted and what all its parts are called, so that the numbers of the parts make up its own."""

    name: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """All of these that a run goes by: the program's own and the user's."""

    antonyms: tuple[Antonym, ...] = ()
    roles: tuple[Role, ...] = ()
    units: tuple[OwnUnit, ...] = ()
    wholes: tuple[Whole, ...] = ()
    single: frozenset[str] = frozenset()  # relations of the user's that hold one object at a time

    @cached_property
    def opposites(self) -> Mapping[str, frozenset[str]]:
        """The verbs that each verb excludes, by lemma."""
        found: dict[str, frozenset[str]] = {}
        for pair in self.antonyms:
            for mine, theirs in ((pair.one, pair.other), (pair.other, pair.one)):
                for verb in mine:
                    found[verb] = found.get(verb, frozenset()) | theirs
        return found

    def excludes(self, one: str, other: str) -> bool:
        """Return whether the two verbs, said of the same things at one time, exclude each other."""
        return other in self.opposites.get(one, ())

    @cached_property
    def roles_by_title(self) -> Mapping[str, Role]:
        """The post that each title names, by the title in lower case; the last that claims a title has it."""
        return {title: role for role in self.roles for title in role.titles}

    @cached_property
    def roles_by_verb(self) -> Mapping[str, Role]:
        """The post of which each verb tells, by the verb's lemma."""
        return {verb: role for role in self.roles for verb in role.verbs}

    @cached_property
    def parts(self) -> Mapping[str, frozenset[str]]:
        """The words for all the parts of each whole, all in lower case."""
        return {whole.name.lower(): frozenset(part.lower() for part in whole.parts) for whole in self.wholes}


EMPTY = Lexicon()

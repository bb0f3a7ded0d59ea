"""Whom and what has been spoken of so far, while the text is read from its beginning."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from claimcheck.annotate.coreference.phrases import Phrase
from claimcheck.discourse import Referent

REACH = 80  # expressions that a pronoun can look back over
SENTENCES = 5  # and sentences


@dataclass(slots=True, eq=False)
class Entity:
    """One thing, with the expressions so far that stand for it.

    `total` counts its names in the whole text, also those still to come; `gender` is what
    a title or noun says of it, `heard` how surely pronouns of each gender have been taken for it.
    """

    referent: Referent
    type: str = ""
    gender: str = ""
    plural: bool = False
    total: int = 0
    phrases: list[Phrase] = field(default_factory=list)
    subjects: int = 0
    last_subject: Phrase | None = None
    last_name: Phrase | None = None
    heard: dict[str, float] = field(default_factory=dict)

    def add(self, phrase: Phrase) -> None:
        """Note one more expression for it."""
        self.phrases.append(phrase)
        if phrase.subject:
            self.subjects += 1
            self.last_subject = phrase
        if phrase.kind == "name":
            self.last_name = phrase

    @property
    def named(self) -> bool:
        """Whether some name stands for it."""
        return self.last_name is not None or self.total > 0


@dataclass(slots=True)
class Discourse:
    """The expressions read so far, each with what it stands for, and the names of this sentence still to come.

    `heads` are the subjects of the main clauses, by the number of the sentence.
    """

    history: list[tuple[Phrase, Entity]] = field(default_factory=list)
    coming: list[tuple[Phrase, Entity]] = field(default_factory=list)
    first: Entity | None = None
    heads: dict[int, Entity] = field(default_factory=dict)

    def add(self, phrase: Phrase, entity: Entity) -> None:
        """Note an expression and what it stands for."""
        entity.add(phrase)
        self.history.append((phrase, entity))
        if phrase.subject and phrase.predicate >= 0 and phrase.sentence.tokens[phrase.predicate].head == phrase.predicate:
            self.heads.setdefault(phrase.number, entity)
        if self.first is None and phrase.kind == "name":
            self.first = entity

    def near(self, phrase: Phrase) -> Iterator[tuple[Phrase, Entity]]:
        """Yield what a pronoun can stand for, latest first, each with its nearest expression; then what comes after it."""
        met: set[int] = set()
        for earlier, entity in self.history[: -REACH - 1 : -1]:
            if phrase.number - earlier.number > SENTENCES:
                break
            if id(entity) not in met:
                met.add(id(entity))
                yield earlier, entity
        for later, entity in self.coming:
            if later.order > phrase.order and id(entity) not in met:
                met.add(id(entity))
                yield later, entity

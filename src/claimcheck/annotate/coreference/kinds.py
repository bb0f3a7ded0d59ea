"""The named things so far by their type, for descriptions that only their type tells: "the company", "both countries"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimcheck.annotate.coreference.descriptions import Things
from claimcheck.annotate.coreference.entities import Discourse, Entity
from claimcheck.annotate.coreference.phrases import Phrase
from claimcheck.annotate.names import words
from claimcheck.discourse import Referent

DESCRIBED = ("ORG", "FAC", "LAW", "GPE")
_LEADERS = frozenset({"leader", "president", "men", "women", "man", "woman", "minister", "counterpart"})
_COUNTRIES = frozenset({"country", "nation", "state"})


@dataclass(slots=True)
class Kinds:
    """The named things of each type, in the order in which they were first spoken of."""

    by_type: dict[str, dict[str, Entity]] = field(default_factory=dict)

    def add(self, referent: Referent, entity: Entity) -> None:
        """Note something named, under the type that this name of it has."""
        self.by_type.setdefault(referent.type, {})[referent.key] = entity

    def only(self, phrase: Phrase, discourse: Discourse, things: Things) -> Entity | None:
        """Return the one thing of the noun's type in the text so far, or else in this sentence and the one before."""
        kinds = [kind for kind in DESCRIBED if phrase.token.lemma in words()[kind]]
        nouns = frozenset().union(*(words()[kind] for kind in kinds))
        unnamed = {id(k.entity) for noun in nouns for k in things.by_noun.get(noun, ()) if not k.entity.named}
        near = {id(e): e for e in _near(phrase, discourse) if (e.named and e.type in kinds) or id(e) in unnamed}
        nearest = next(iter(near.values())) if len(near) == 1 else None
        found = next(self._alone(kinds), None) if not unnamed else None
        return found or (nearest if nearest is not None and nearest.named else None)

    def _alone(self, kinds: Sequence[str]) -> Iterator[Entity]:
        for kind in kinds:
            if len(found := self.by_type.get(kind, {})) == 1:
                yield from found.values()

    def pair(self, noun: str) -> Referent | None:
        """Return the two persons or the two countries that alone have been spoken of so far."""
        kind = "PERSON" if noun in _LEADERS else "GPE" if noun in _COUNTRIES else ""
        members = [e.referent for e in self.by_type.get(kind, {}).values()]
        if len(members) != 2:
            return None
        key, text = "+".join(sorted(m.key for m in members)), f"{members[0].text} and {members[1].text}"
        return Referent(key, text, kind, members=tuple(m.key for m in members))


def _near(phrase: Phrase, discourse: Discourse) -> Iterator[Entity]:
    """Yield what this sentence and, in the same paragraph, the one before speak of."""
    for earlier, entity in reversed(discourse.history):
        if earlier.number < phrase.number - 1 or earlier.sentence.paragraph != phrase.sentence.paragraph:
            return
        yield entity

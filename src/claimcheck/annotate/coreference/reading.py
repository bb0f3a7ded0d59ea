"""Reading a text from its beginning: each expression is taken for what it stands for."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from claimcheck.annotate.coreference.entities import Discourse, Entity
from claimcheck.annotate.coreference.names import Names, people
from claimcheck.annotate.coreference.nouns import Nouns
from claimcheck.annotate.coreference.phrases import Phrase, phrases, still_quoted
from claimcheck.annotate.coreference.pronouns import Rank, resolve
from claimcheck.claim import Mention
from claimcheck.discourse import Link, Referent
from claimcheck.sentence import Sentence
from claimcheck.values.name import Name, fold


class Reading:
    """The state of reading one text: `read` it first, then take its `links`."""

    def __init__(self, mentions: Sequence[Mention], canonical: Callable[[str], str], rank: Rank, threshold: float) -> None:
        self._mentions = [m for m in mentions if isinstance(m.value, Name)]
        self._starts = [m.span.start for m in self._mentions]
        self._names = Names(canonical, people(self._mentions))
        self._rank = rank
        self._threshold = threshold
        self._entities: dict[str, Entity] = {}
        self._named: dict[int, tuple[Entity, Referent]] = {}
        self._links: list[Link] = []
        self.all: list[Phrase] = []
        self.discourse = Discourse()
        self._nouns = Nouns(self.discourse, guesses=threshold <= 0)

    def read(self, sentences: Sequence[Sentence]) -> None:
        """Read all sentences."""
        lists = list(self._phrases(sentences))
        self.all = [p for inside in lists for p in inside]
        for phrase in self.all:
            if phrase.kind == "name":
                self._name(phrase)
        for inside in lists:
            self.discourse.coming = [(p, self._named[p.order][0]) for p in inside if p.kind == "name"]
            self._nouns.coming = {p.token.index: e for p, e in self.discourse.coming}
            for phrase in inside:
                self.take(phrase)

    def links(self) -> tuple[Link, ...]:
        """Return the links of what has been read, in text order."""
        return tuple(sorted([*self._links, *self._nouns.links()], key=lambda item: (item.span, item.referent.key)))

    def resolved(self, pronoun: Phrase) -> tuple[Entity, float] | None:
        """Return what a pronoun most likely stands for, with the score."""
        return resolve(pronoun, self.discourse, self._rank)

    def named(self, entity: Entity) -> Iterator[Phrase]:
        """Yield all names of the text that stand for the entity, also those still to come."""
        return (self.all[order] for order, (owner, _) in self._named.items() if owner is entity)

    def _phrases(self, sentences: Sequence[Sentence]) -> Iterator[list[Phrase]]:
        order, quoted, paragraph = 0, False, -1
        for number, sentence in enumerate(sentences):
            quoted = quoted and sentence.paragraph == paragraph
            paragraph = sentence.paragraph
            first, last = (bisect_left(self._starts, edge) for edge in (sentence.span.start, sentence.span.end))
            made = list(phrases(sentence, number, self._mentions[first:last], order, quoted=quoted))
            order += len(made)
            quoted = still_quoted(sentence, quoted=quoted)
            yield made

    def _name(self, phrase: Phrase) -> None:
        """Find out what a name stands for, before anything else is read: it may follow its pronoun."""
        if phrase.mention is not None:
            referent = self._names.referent(phrase.sentence, phrase.mention)
        else:
            text = " ".join(t.text for t in phrase.sentence.within(phrase.span))
            referent = self._names.person(text) or Referent(fold(text), text, "")
        entity = self._entities.setdefault(referent.key, Entity(referent, referent.type))
        entity.total += 1
        entity.type = entity.type or referent.type
        if referent.type:
            entity.referent = referent
        entity.gender = entity.gender or referent.gender
        self._named[phrase.order] = (entity, referent)

    def entity_of(self, name: Phrase) -> Entity:
        """Return what a name stands for."""
        return self._named[name.order][0]

    def take(self, phrase: Phrase) -> None:
        """Take an expression for what it stands for."""
        if phrase.kind == "name":
            entity, referent = self._named[phrase.order]
            if phrase.mention is not None or self._nouns.guesses:
                self._links.append(Link(phrase.span, referent))
            self.discourse.add(phrase, entity)
            self._nouns.hear_name(phrase, entity, referent)
        elif phrase.kind == "pronoun":
            self._pronoun(phrase)
        else:
            self._nouns.take(phrase)

    def _pronoun(self, phrase: Phrase) -> None:
        found = self.resolved(phrase)
        if found is None:
            text = phrase.token.text
            nameless = Entity(
                Referent(f"{text.lower()}@{phrase.span.start}", text, ""), phrase.type, phrase.gender, phrase.plural
            )
            self.discourse.add(phrase, nameless)
            return
        entity, score = found
        self.discourse.add(phrase, entity)
        entity.heard[phrase.gender] = entity.heard.get(phrase.gender, 0.0) + score
        if score >= self._threshold:
            self._nouns.sure.add(phrase.order)
            if entity.named and (entity.referent.type or self._nouns.guesses):
                self._links.append(Link(phrase.span, entity.referent))

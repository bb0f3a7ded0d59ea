"""What noun phrases stand for: an indefinite one brings something in, a definite one takes it up where that is safe."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from claimcheck.annotate.coreference.descriptions import Description, Known, Things, describe, noun_of, opaque
from claimcheck.annotate.coreference.entities import Discourse, Entity
from claimcheck.annotate.coreference.kinds import DESCRIBED, Kinds
from claimcheck.annotate.coreference.phrases import Phrase
from claimcheck.annotate.names import titles_before, words
from claimcheck.discourse import Link, Referent
from claimcheck.document import PartKind
from claimcheck.sentence import Function, Token
from claimcheck.values.name import fold

_SUBJECTS = (Function.SUBJECT, Function.PASSIVE_SUBJECT)
_BEARING = frozenset({*DESCRIBED, "EVENT", "LOC"})
_PAIRS = frozenset({"two", "2", "both"})
_LEARNED = frozenset({"a", "the", "own", "another", "other"})


@dataclass(slots=True)
class Nouns:
    """The noun phrases of a text.

    `coming` are the names of the sentence at hand by the place of their head; `sure` are the
    orders of pronouns whose link is safe.  What is unnamed and plural gets links only where `guesses` are asked for.
    """

    discourse: Discourse
    guesses: bool = False
    coming: dict[int, Entity] = field(default_factory=dict)
    sure: set[int] = field(default_factory=set)
    things: Things = field(default_factory=Things)
    kinds: Kinds = field(default_factory=Kinds)
    unnamed: list[Entity] = field(default_factory=list)
    found: list[Link] = field(default_factory=list)

    def links(self) -> Iterator[Link]:
        """Yield what descriptions stand for, and each expression for something unnamed that is spoken of more than once."""
        yield from self.found
        for entity in self.unnamed:
            safe = [p for p in entity.phrases if p.kind == "noun" or p.order in self.sure]
            if len(safe) > 1 and (self.guesses or not entity.plural):
                yield from (Link(p.span, entity.referent) for p in safe)

    def hear_name(self, phrase: Phrase, entity: Entity, referent: Referent) -> None:
        """Note by what nouns a name tells that its bearer goes: "Elm Mill" is a mill, "Mayor Ann Lee" a mayor."""
        self.kinds.add(referent, entity)
        parts = referent.key.split()
        self.things.bearing.setdefault(parts[-1] if parts else "", set()).add(referent.key)
        if referent.type in _BEARING and len(parts) > 1:
            for part in parts:
                modifiers = frozenset(parts) - {part} - words()["contrasts"]
                self.things.learn(Known(entity, part, modifiers | {f"of {m}" for m in modifiers}))
        if phrase.mention is not None and phrase.type == "PERSON":
            title = list(titles_before(phrase.sentence, phrase.mention))
            if title and title[0].text.lower() in words()["titles"]:
                before = frozenset(t.text.lower() for t in title[1:])
                self.things.learn(Known(entity, title[0].text.lower(), before))

    def take(self, phrase: Phrase) -> None:
        """Find out what a noun phrase stands for, or note what it brings in."""
        bearer = self._said_of(phrase)
        description = describe(phrase, self._owner(phrase))
        if bearer is not None:
            self.things.learn(Known(bearer, description.noun, description.modifiers))
            return
        if phrase.plural or description.determiner == "both":
            self._plural(phrase)
            return
        entity, named = self._resolved(phrase, description)
        if entity is None:
            entity = self._new(phrase)
            if _headline(phrase) or (description.determiner in _LEARNED and not self._names(phrase, description)):
                self._learn(entity, description, weak=_headline(phrase) and not description.determiner)
        elif named:
            self.found.append(Link(phrase.span, entity.referent))
        self.discourse.add(phrase, entity)

    def _names(self, phrase: Phrase, description: Description) -> bool:
        """Whether a definite phrase may well mean somebody or something named, only it is not sure which."""
        if description.determiner != "the" or description.modifiers:
            return False
        types = ["PERSON"] if phrase.person else [kind for kind in DESCRIBED if description.noun in words()[kind]]
        return any(self.kinds.by_type.get(kind) for kind in types)

    def _resolved(self, phrase: Phrase, description: Description) -> tuple[Entity | None, bool]:
        """Return what the phrase takes up, if anything, and whether that has a name."""
        if opaque(description.noun) or _act(description):
            return None, False
        if description.determiner == "a":
            weak = self.things.by_noun.get(description.noun, [])
            return (weak[0].entity if len(weak) == 1 and weak[0].weak else None), False
        if description.determiner not in {"the", "own"}:
            return None, False
        known = self.things.taken_up(description)
        bare = description.determiner == "the" and not description.modifiers
        far = known is None or (not known.entity.named and known.entity.phrases[-1].number < phrase.number - 1)
        if bare and far and (entity := self.kinds.only(phrase, self.discourse, self.things)) is not None:
            return entity, True
        return (known.entity, known.entity.named) if known is not None else (None, False)

    def _learn(self, entity: Entity, description: Description, *, weak: bool) -> None:
        if not opaque(description.noun) and not _act(description):
            self.things.learn(Known(entity, description.noun, description.modifiers, weak))

    def _new(self, phrase: Phrase) -> Entity:
        inside = [t for t in phrase.sentence.within(phrase.span) if t.function is not Function.DETERMINER]
        text = " ".join(["the", *(t.text for t in inside)])
        key = f"{fold(phrase.token.lemma) or 'thing'}@{phrase.span.start}"
        entity = Entity(Referent(key, text, ""), phrase.type, phrase.gender, phrase.plural)
        self.unnamed.append(entity)
        return entity

    def _plural(self, phrase: Phrase) -> None:
        token, sentence = phrase.token, phrase.sentence
        self.things.plurals.add(noun_of(token, sentence))
        marks = sentence.children(token, Function.DETERMINER, Function.NUMBER)
        pair = {t.text.lower() for t in marks} & _PAIRS and {t.text.lower() for t in marks} & {"the", "these", "both"}
        referent = self.kinds.pair(token.lemma) if pair else None
        if referent is not None:
            self.found.append(Link(phrase.span, referent))
        plural = Entity(Referent(f"{token.lemma}@{phrase.span.start}", phrase.token.text, ""), phrase.type, "", plural=True)
        self.unnamed.append(plural)
        self.discourse.add(phrase, plural)

    def _owner(self, phrase: Phrase) -> str:
        """Return the key of whoever possesses the thing, one of its own where that is not sure, "" where nobody is said to."""
        possessor = phrase.sentence.child(phrase.token, Function.POSSESSOR)
        if possessor is None:
            return ""
        entity = self._at(possessor, phrase)
        return entity.referent.key if entity is not None else f"?{phrase.order}"

    def _at(self, token: Token, phrase: Phrase) -> Entity | None:
        """Return what the expression headed by the token stands for, if it is in this sentence and sure."""
        for earlier, entity in reversed(self.discourse.history):
            if earlier.number != phrase.number:
                break
            if earlier.token is token:
                return entity if earlier.kind != "pronoun" or earlier.order in self.sure else None
        return self.coming.get(token.index)

    def _said_of(self, phrase: Phrase) -> Entity | None:
        """Return of what the noun is only said: the subject of "is", what it stands in apposition to."""
        sentence, token = phrase.sentence, phrase.token
        if sentence.child(token, Function.NEGATION) is not None or phrase.plural:
            return None
        head = sentence.head(token)
        if sentence.child(token, Function.COPULA) is not None:
            other = sentence.child(token, *_SUBJECTS)
        elif token.function is Function.APPOSITION and head is not None:
            other = head
        else:
            other = next((t for t in sentence.children(token, Function.APPOSITION) if t.index in self.coming), None)
        bearer = self._at(other, phrase) if other is not None else None
        fits = bearer is not None and not bearer.plural and (bearer.type == "PERSON") == phrase.person
        return bearer if fits else None


def _headline(phrase: Phrase) -> bool:
    return phrase.sentence.kind is PartKind.HEADLINE


def _act(description: Description) -> bool:
    """Whether the phrase tells an act with who does it or to what ("her opening of the fair"), which claims are made of."""
    return description.noun.endswith("ing") and any(m.startswith("of ") for m in description.modifiers)

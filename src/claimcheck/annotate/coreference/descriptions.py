"""What a noun phrase says of the thing it names, and whether another can take that up."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from claimcheck.annotate.coreference.entities import Entity
from claimcheck.annotate.coreference.phrases import Phrase, before_noun
from claimcheck.annotate.names import words
from claimcheck.sentence import Function, Sentence, Token

_MANY = 40  # things of one name; where there are more, none is meant alone
_INDEFINITE = frozenset({"a", "an"})
_DEFINITE = frozenset({"the", "this", "that"})
_PLAIN = frozenset({"same", "whole", "entire", "very", "said"})
_MODIFIERS = (Function.ADJECTIVE, Function.COMPOUND)
_FOLLOWING = (Function.MODIFIER, Function.OBLIQUE)
_CLAUSES = (Function.CLAUSE_MODIFIER,)


@dataclass(frozen=True, slots=True)
class Description:
    """A noun with its determiner ("a", "the", "own", "" or "other") and what modifies it, in small letters."""

    noun: str
    determiner: str
    modifiers: frozenset[str]
    plural: bool = False

    @property
    def contrasts(self) -> frozenset[str]:
        """The modifiers that set it apart from others of its kind."""
        return self.modifiers & words()["contrasts"]


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Something that goes by a noun in the text; `weak` where only a headline says so."""

    entity: Entity
    noun: str
    modifiers: frozenset[str]
    weak: bool = False

    @property
    def contrasts(self) -> frozenset[str]:
        """The modifiers that set it apart from others of its kind."""
        return self.modifiers & words()["contrasts"]


def describe(phrase: Phrase, owner: str) -> Description:
    """Return what the noun phrase says; `owner` is the key of whoever possesses it, if that is known."""
    sentence, token = phrase.sentence, phrase.token
    kind = _determiner(token, sentence)
    modifiers = {word for word in _modifiers(token, sentence) if word not in _PLAIN}
    if owner:
        modifiers.add(f"of {owner}")
    if kind not in {"a", "the", "own", ""}:
        modifiers.add(kind)
    return Description(noun_of(token, sentence), kind, frozenset(modifiers), phrase.plural)


def _determiner(token: Token, sentence: Sentence) -> str:
    if sentence.child(token, Function.POSSESSOR) is not None:
        return "own"
    marks = [*before_noun(token, sentence, Function.DETERMINER), *sentence.children(token, Function.NEGATION)]
    found = [t.text.lower() for t in marks]
    if not found:
        return ""
    first = found[0]
    return "a" if first in _INDEFINITE else "the" if first in _DEFINITE and len(found) == 1 else first


def _modifiers(token: Token, sentence: Sentence) -> Iterator[str]:
    start = _start(token, sentence)
    yield from (t.text.lower() for t in before_noun(token, sentence, *_MODIFIERS, Function.NUMBER) if t.index < start)
    for child in sentence.children(token, *_FOLLOWING):
        if child.index > token.index:
            marks = [t.text.lower() for t in sentence.children(child, Function.CASE)]
            yield " ".join([*marks, child.text.lower()])
    for clause in sentence.children(token, *_CLAUSES):
        if sentence.tokens[min(token.index + 1, len(sentence.tokens) - 1)].text != ",":
            yield f"clause {clause.lemma}"


def _start(token: Token, sentence: Sentence) -> int:
    """Return where the noun begins: at "break" in "break-in", which the tokenizer takes apart."""
    tokens, start = sentence.tokens, token.index
    while start > 1 and tokens[start - 1].text == "-" and tokens[start - 2].span.end == tokens[start].span.start - 1:
        start -= 2
    return start


def noun_of(token: Token, sentence: Sentence) -> str:
    """Return the noun in its dictionary form, with what a hyphen joins to it."""
    before = sentence.tokens[_start(token, sentence) : token.index]
    return "".join([*(t.text.lower() for t in before), token.lemma])


@lru_cache(maxsize=1)
def _also_called() -> Mapping[str, frozenset[str]]:
    """Return, for each noun, what it can take up although that went by another noun."""
    data = tomllib.loads(files("claimcheck.annotate").joinpath("words.toml").read_text(encoding="utf-8"))
    return MappingProxyType({noun: frozenset(others) for noun, others in data["taken_up"].items()})


@dataclass(slots=True)
class Things:
    """What goes by which noun so far, the nouns that were also used in the plural, and all names that end in each word."""

    by_noun: dict[str, list[Known]] = field(default_factory=dict)
    plurals: set[str] = field(default_factory=set)
    bearing: dict[str, set[str]] = field(default_factory=dict)

    def learn(self, known: Known) -> None:
        """Note that something goes by a noun."""
        have = self.by_noun.setdefault(known.noun, [])
        mine = next((k for k in have if k.entity is known.entity), None)
        if mine is None and len(have) < _MANY:
            have.append(known)
        elif mine is None:
            return
        else:
            have[have.index(mine)] = Known(known.entity, known.noun, mine.modifiers | known.modifiers, mine.weak and known.weak)

    def taken_up(self, description: Description) -> Known | None:
        """Return the one thing that a definite description can only mean, or None."""
        if description.noun in self.plurals:
            return None
        known = self.by_noun.get(description.noun, [])
        own = [k for k in known if not k.weak] or known  # what only the headline has may be any of them
        if own:
            return self._one(own, description)
        others = _also_called().get(description.noun, frozenset())
        if self.plurals & others:
            return None
        found = [k for noun in sorted(others) for k in self.by_noun.get(noun, [])]
        distinct = {id(k.entity) for k in found}
        return self._one(found[:1], description) if len(distinct) == 1 else None

    def _one(self, among: list[Known], description: Description) -> Known | None:
        if any(k.entity.named for k in among) and len(self.bearing.get(description.noun, ())) > 1:
            return None
        fitting = [k for k in among if takes_up(description, k)]
        if len(fitting) != 1 or len(among) == _MANY:
            return None
        if len(among) > 1 and not description.modifiers:
            return None
        return fitting[0]


def takes_up(description: Description, known: Known) -> bool:
    """Whether the description adds nothing, and leaves out nothing that sets the thing apart."""
    if not description.modifiers <= known.modifiers:
        return False
    left_out = known.contrasts - description.contrasts
    return left_out <= words()["harmless"]


def opaque(noun: str) -> bool:
    """Whether the noun brings in nothing that could be taken up: "the end", "the weather", "the year"."""
    return noun in words()["generic"]

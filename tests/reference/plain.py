"""The library as it is on plain tables: dictionaries of everything, against which the compiled form is tested."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.document import Document
from claimcheck.evidence import Fact
from claimcheck.reference.series import Series
from claimcheck.reference.table import Table
from claimcheck.relation import Relation
from claimcheck.values.name import YEAR, Name, fold
from reference.plain_gazetteer import Gazetteer, written_as

if TYPE_CHECKING:
    from claimcheck.reference.context import InContext

_INSIDE = frozenset({"located in", "part of", "continued as"})
_ADJECTIVES = frozenset({"adjective", "demonym"})
_DEEPEST = 6


@dataclass(frozen=True)
class Library:
    """The tables of a run.  Names are looked up folded: case, accents, punctuation and "the" do not matter."""

    tables: tuple[Table, ...] = ()

    @classmethod
    def of(cls, tables: Iterable[Table]) -> "Library":
        """Return the library of the tables, in that order."""
        return cls(tuple(tables))

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The relations that only the tables know, each once."""
        found = {relation.name: relation for table in reversed(self.tables) for relation in table.relations}
        return tuple(found.values())

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """All facts, table by table."""
        return tuple(fact for table in self.tables for fact in table.facts)

    def in_context(self, document: Document) -> "InContext":
        """Return the library as the document means it: its sports decide what a bare "World Cup" may be."""
        from claimcheck.reference.context import InContext
        from claimcheck.reference.sports import sports_in

        prose = " ".join(document[part.span] for part in document.prose())
        return InContext(self, sports_in(prose))

    def entities(self, text: str) -> tuple[Name, ...]:
        """Return every entity that goes by the name, or the countries it is the adjective of.

        There is none for "who", though there is a WHO.
        """
        found = tuple(dict.fromkeys(name for form, name in self._forms.get(fold(text), ()) if written_as(form, text)))
        return found or self._adjectives.get(fold(text), ())

    def canonical(self, text: str) -> str:
        """Return the usual name of the one entity that the text names; any other text as it is."""
        found = self.entities(text)
        return found[0].text if len(found) == 1 else text

    def label(self, names: Sequence[Name]) -> str:
        """Return the OntoNotes label of what the names stand for, "" if the tables do not tell."""
        return next((label for name in names if (label := self._labels.get(fold(name.text), ""))), "")

    def about(self, text: str, relation: str) -> tuple[Fact, ...]:
        """Return the facts that have the named entity as their subject, for one relation."""
        return tuple(fact for name in self.entities(text) for fact in self._about.get((fold(name.text), relation), ()))

    def all_about(self, text: str) -> tuple[Fact, ...]:
        """Return all facts that have the named entity as their subject."""
        return tuple(fact for name in self.entities(text) for fact in self._all_about.get(fold(name.text), ()))

    def naming(self, text: str, relation: str) -> tuple[Fact, ...]:
        """Return the facts that have the named entity as their object, for one relation."""
        return tuple(fact for name in self.entities(text) for fact in self._naming.get((fold(name.text), relation), ()))

    def complete(self, text: str, relation: str) -> bool:
        """Return whether the tables list every object the named entity has, or had, in the relation.

        So for the members of an organisation, though there are many: a country that is
        not among them was never one.
        """
        listed = self._complete.get(relation, frozenset())
        found = self.entities(text)
        return bool(found) and all(fold(name.text) in listed for name in found)

    def longest_names_in(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[Name, ...]]]:
        """Yield (start, end, entities) of the longest names among the words of a sentence.

        Offsets count words; each match has a capital letter; matches do not overlap.
        """
        return self._gazetteer.longest_in(words)

    def series_named(self, text: str) -> tuple[Series, ...]:
        """Return every series that goes by the name, as "World Cup" does in several sports."""
        return self._series.get(fold(text), ())

    def same(self, one: str, other: str) -> bool:
        """Return whether the two may name one entity."""
        if fold(one) == fold(other):
            return True
        return not set(self.entities(one)).isdisjoint(self.entities(other))

    def part_of(self, place: str, whole: str) -> bool:
        """Return whether the first may lie inside the second, at any time: Beijing in China."""
        wanted = {fold(name.text) for name in self.entities(whole)} or {fold(whole)}
        current = {fold(name.text) for name in self.entities(place)} or {fold(place)}
        seen = set(current)
        for _ in range(_DEEPEST):
            current = {outer for inner in current for outer in self._wholes.get(inner, ())} - seen
            if current & wanted:
                return True
            seen |= current
        return False

    def wholes(self, place: str) -> tuple[Name, ...]:
        """Return what the place lies directly in: its city, region, country or continent."""
        found = (outer for name in self.entities(place) for outer in self._wholes.get(fold(name.text), ()))
        return tuple(self._named[key] for key in dict.fromkeys(found))

    @cached_property
    def _named(self) -> dict[str, Name]:
        """The entities by their usual name, folded; the aliases of all tables together."""
        found: dict[str, Name] = {}
        for table in self.tables:
            for name in (*table.names, *_names_in(table.facts)):
                key = fold(name.text)
                known = found.get(key)
                if known is None:
                    found[key] = name
                elif name.aliases and name.aliases != known.aliases:
                    found[key] = Name(known.text, tuple(dict.fromkeys((*known.aliases, *name.aliases))))
        return {key: name for key, name in found.items() if key}

    @cached_property
    def _forms(self) -> dict[str, tuple[tuple[str, Name], ...]]:
        """The entities by every name they go by, folded, with the form as the table writes it.

        A name that is only an object ("Peking" as a host) and an alias elsewhere is that other entity.
        """
        found: dict[str, list[tuple[str, Name]]] = {}
        for name in self._named.values():
            for form in name.aliases:
                found.setdefault(fold(form), []).append((form, name))
        subjects = self._subjects
        for key, name in self._named.items():
            if key in subjects or key not in found:
                found.setdefault(key, []).insert(0, (name.text, name))
        return {key: tuple(forms) for key, forms in found.items()}

    @cached_property
    def _subjects(self) -> frozenset[str]:
        return frozenset(fold(name.text) for table in self.tables for name in (*table.names, *(f.subject for f in table.facts)))

    def _key(self, name: Name) -> str:
        """Return the key of the entity that a table's name stands for."""
        key = fold(name.text)
        if key in self._subjects:
            return key
        forms = self._forms.get(key, ())
        return fold(forms[0][1].text) if len(forms) == 1 else key

    @cached_property
    def _all_about(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fold(fact.subject.text), []).append(fact)
        return found

    @cached_property
    def _about(self) -> dict[tuple[str, str], list[Fact]]:
        found: dict[tuple[str, str], list[Fact]] = {}
        for key, facts in self._all_about.items():
            for fact in facts:
                found.setdefault((key, fact.relation), []).append(fact)
        return found

    @cached_property
    def _naming(self) -> dict[tuple[str, str], list[Fact]]:
        found: dict[tuple[str, str], list[Fact]] = {}
        for fact in self.facts:
            if isinstance(fact.object, Name):
                found.setdefault((self._key(fact.object), fact.relation), []).append(fact)
        return found

    @cached_property
    def _wholes(self) -> dict[str, tuple[str, ...]]:
        """What each place lies in: as its table says, and a capital in its country."""
        found: dict[str, dict[str, None]] = {}
        for fact in self.facts:
            if isinstance(fact.object, Name) and (fact.relation in _INSIDE or fact.relation == "capital"):
                ends = (self._key(fact.subject), self._key(fact.object))
                inner, outer = ends if fact.relation in _INSIDE else reversed(ends)
                found.setdefault(inner, {})[outer] = None
        return {inner: tuple(outer) for inner, outer in found.items()}

    @cached_property
    def _series(self) -> dict[str, tuple[Series, ...]]:
        found: dict[str, tuple[Series, ...]] = {}
        for table in self.tables:
            for series in table.series:
                for key in dict.fromkeys(map(fold, (series.name, *series.aliases))):
                    found[key] = (*found.get(key, ()), series)
        return found

    @cached_property
    def _complete(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for table in self.tables:
            for fact in table.facts if table.complete else ():
                if fact.relation in table.complete:
                    found.setdefault(fact.relation, set()).add(fold(fact.subject.text))
        return {relation: frozenset(keys) for relation, keys in found.items()}

    @cached_property
    def _adjectives(self) -> dict[str, tuple[Name, ...]]:
        found: dict[str, tuple[Name, ...]] = {}
        for fact in self.facts:
            if fact.relation in _ADJECTIVES and isinstance(fact.object, Name):
                key, name = fold(fact.object.text), self._named[fold(fact.subject.text)]
                for form in (key,) if key.endswith(("s", "sh", "ch", "ese")) else (key, key + "s"):
                    found[form] = tuple(dict.fromkeys((*found.get(form, ()), name)))
        return found

    @cached_property
    def _labels(self) -> dict[str, str]:
        """The label of each entity; the first table that tells it wins."""
        found = {fold(series.name): "EVENT" for table in self.tables for series in table.series}
        return found | {key: label for table in reversed(self.tables) for key, label in table.labels}

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        """The names to be found in text: of things whose label is known, of series, and all of the user's own tables."""
        editions = {fold(name.text) for table in self.tables for series in table.series for _, name in series.editions}
        own = {fold(name.text) for name in _names_in(fact for fact in self.facts if not fact.source.builtin)}
        known = (
            (key, form, name)
            for key, forms in self._forms.items()
            for form, name in forms
            if (self._labels.get(fold(name.text)) or fold(name.text) in own)
            and not (fold(name.text) in editions and _has_year(form))
        )
        named = ((s.name, *s.aliases) for table in self.tables for s in table.series)
        recurring = ((fold(form), form, Name(forms[0], forms[1:])) for forms in named for form in forms)
        return Gazetteer(entry for entry in (*known, *recurring) if _is_name(entry[1]))


def _is_name(form: str) -> bool:
    return len(form) > 1 and any(c.isupper() for c in form)


def _has_year(form: str) -> bool:
    words = form.split()
    return bool(YEAR.match(words[0]) or YEAR.match(words[-1]))


def _names_in(facts: Iterable[Fact]) -> Iterator[Name]:
    for fact in facts:
        yield fact.subject
        if isinstance(fact.object, Name) and fact.relation not in _ADJECTIVES:
            yield fact.object

"""Which names are variants of one: full names and surnames, initials, short forms of the names of bodies."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from claimcheck.annotate.names import titles_before, words
from claimcheck.claim import Mention
from claimcheck.discourse import Referent
from claimcheck.document import Span
from claimcheck.sentence import Sentence
from claimcheck.values.name import Name, fold

_PLACES = frozenset({"GPE", "LOC", "NORP"})
_BACK = 8  # names looked back over for the place in a title
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_VARIED = frozenset({"PERSON", "ORG", "GPE"})


@dataclass(slots=True)
class Names:
    """The names so far.  `canonical` gives the usual name of something that a reference table knows."""

    canonical: Callable[[str], str]
    people: dict[str, str]
    seen: dict[str, Referent] = field(default_factory=dict)
    by_word: dict[tuple[str, str], dict[str, Referent]] = field(default_factory=dict)
    by_initials: dict[str, dict[str, Referent]] = field(default_factory=dict)
    placed: list[tuple[Span, Referent]] = field(default_factory=list)

    def referent(self, sentence: Sentence, mention: Mention) -> Referent:
        """Return what a name stands for, and remember it."""
        found = self._named(sentence, mention)
        self.placed.append((mention.span, found))
        if self.seen.get(found.key) != found:
            self.seen[found.key] = found
            for word in found.key.split():
                self.by_word.setdefault((found.type, word), {})[found.key] = found
            self.by_initials.setdefault(_initials(found.text), {})[found.key] = found
        return found

    def person(self, text: str) -> Referent | None:
        """Return the only person of the text who bears the name, full or in part."""
        full = self.people.get(fold(text))
        return self.seen.get(fold(full), Referent(fold(full), full, "PERSON")) if full is not None else None

    def _named(self, sentence: Sentence, mention: Mention) -> Referent:
        text = mention.value.text if isinstance(mention.value, Name) else ""
        person = self.person(text) if mention.type in _VARIED else None
        if person is not None:
            return self._described(person, sentence, mention)
        usual = self.canonical(text)
        longer = self._longer(text) if usual == text else None
        if longer is not None:
            return longer
        if mention.type == "ORG" and (earlier := self._spelled_out(text)):
            return earlier
        return Referent(fold(usual), usual, mention.type)

    def _longer(self, text: str) -> Referent | None:
        """Return the one body or building whose name ends in all the words of this one: "Elm Park Hall" for "Park Hall"."""
        parts = fold(text).split()
        if len(parts) < 2:
            return None
        bearing = [r for kind in ("ORG", "FAC") for r in self.by_word.get((kind, parts[-1]), {}).values()]
        return only(r for r in bearing if r.key.split()[-len(parts) :] == parts and len(r.key.split()) > len(parts))

    def _spelled_out(self, text: str) -> Referent | None:
        """Return the organization whose initials the text is: "UN" after "the United Nations"."""
        if not (2 <= len(text) <= 6 and text.isupper()):
            return None
        return only(r for r in self.by_initials.get(text, {}).values() if r.type == "ORG" and " " in r.text)

    def _described(self, person: Referent, sentence: Sentence, mention: Mention) -> Referent:
        """Add what the titles before the name tell: gender, and the country that is represented."""
        for token in titles_before(sentence, mention):
            word = token.text.lower().rstrip(".")
            gender = "f" if word in words()["female"] else "m" if word in words()["male"] else ""
            person = replace(person, gender=person.gender or gender)
            place = next((r for span, r in self.placed[: -_BACK - 1 : -1] if span.contains(token.span)), None)
            if place is not None and place.type in _PLACES and not person.represents:
                person = replace(person, represents=place.key)
        return person


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.split() if word[0].isupper())


def only(referents: Iterable[Referent]) -> Referent | None:
    """Return the referent if there is exactly one."""
    found = {r.key: r for r in referents}
    return next(iter(found.values())) if len(found) == 1 else None


def people(names: Sequence[Mention]) -> dict[str, str]:
    """Return, for each full name and each first or last word that one person alone bears, the fullest name."""
    full = {m.value.text for m in names if m.type == "PERSON" and isinstance(m.value, Name) and " " in m.value.text}
    fullest = _fullest(full)
    bearers: dict[str, set[str]] = {}
    for name in full:
        first, last = _ends(name)
        for form in (name, first, last, f"{first} {last}"):
            bearers.setdefault(fold(form), set()).add(fullest[name])
    return {form: next(iter(owners)) for form, owners in bearers.items() if len(owners) == 1}


def _ends(name: str) -> tuple[str, str]:
    """Return the first name and the surname."""
    parts = [part for part in name.split() if fold(part) not in _SUFFIXES] or name.split()
    return parts[0], parts[-1]


def _fullest(full: Iterable[str]) -> dict[str, str]:
    """Return for each full name the longest that differs from it only in middle names or by an initial."""
    groups: dict[tuple[str, str], list[str]] = {}
    for name in sorted(full, key=lambda n: (-len(n), n)):
        _, last = _ends(name)
        suffix = fold(name.split()[-1])
        groups.setdefault((fold(last), suffix if suffix in _SUFFIXES else ""), []).append(name)
    found: dict[str, str] = {}
    for names in groups.values():
        for name in names:
            longer = {found[n] for n in names if n in found and _agree(n, name)}
            found[name] = next(iter(longer)) if len(longer) == 1 else name
    return found


def _agree(longer: str, shorter: str) -> bool:
    """Whether the given names of two who share a surname can be one's: equal, or an initial, and so the middle ones."""
    ours, theirs = ([fold(part) for part in name.split()[:-1]] for name in (longer, shorter))
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in zip(ours, theirs, strict=False) if a and b)

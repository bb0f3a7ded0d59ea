"""What relations there are: names, cues and argument types, as data that a user can extend."""

import re
import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from importlib.resources import files
from itertools import product
from pathlib import Path

from claimcheck.errors import SettingsError

_LINKS = (" by", " on", " in", " from", " since", " of", " at", " to", " for", " with", " after", " as")


class ObjectKind(StrEnum):
    """What stands on the object's side of a relation."""

    NAME = "name"
    DATE = "date"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between a subject and an object, and the ways to say it.

    `name` reads between the two: "2022 Winter Olympics *hosted by* Beijing".
    `functional`: one object at a time.  `fixed`: it never changes, so no date is needed
    to compare.  `spread`: several places within one country may all be right.  `occasion`:
    it is told of at the time it falls, so the words around must show that it is told of now.
    `recurs`: it may happen to one subject more than once, so two dates do not clash.
    `columns` are the table headers that mean it (lower case, words apart).
    `adjectives` say the measure: "828 metres *tall*".
    `verbs` and `nouns` are cue patterns, see `relations.toml`.  `inverse` is the name of the
    relation from object to subject, its own if it holds both ways.  `kin` are relations whose
    rows in a user's table may decide it where that has none of its own.  `named` are words one
    of which the object's name must hold, `unit` one that its measure must convert to.  `wikidata` is the
    matching property, or "".
    """

    name: str
    kind: ObjectKind
    functional: bool = False
    fixed: bool = False
    spread: bool = False
    occasion: bool = False
    recurs: bool = False
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    inverse: str = ""
    kin: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    unit: str = ""
    wikidata: str = ""

    def said(self, subject: str, object_: str) -> str:
        """Return the relation in words: "2022 Winter Olympics hosted by Beijing", "capital of France: Paris"."""
        if self.name in object_:  # "25th anniversary"
            return f"{object_} of {subject}"
        if self.name.endswith(_LINKS):
            return f"{subject} {self.name} {object_}"
        return f"{self.name} of {subject}: {object_}" if self.nouns else f"{subject}, {self.name}: {object_}"


_FIELDS = frozenset(Relation.__dataclass_fields__)
_LISTS = frozenset({"adjectives", "subjects", "objects", "columns", "verbs", "nouns", "named", "kin"})


def read_relations(text: str, origin: str) -> tuple[Relation, ...]:
    """Return the relations of a TOML text, see `relations.toml` for the form.

    Raises:
        SettingsError: the text is not TOML, or an entry has an unknown or missing field.
    """
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{origin}: not a TOML file: {error}") from error
    entries = read.get("relation", [])
    if read.keys() - {"relation"} or not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise SettingsError(f"{origin}: a relations file holds [[relation]] entries and nothing else")
    return tuple(_relation(entry, f"{origin}: relation {number}") for number, entry in enumerate(entries, 1))


def _relation(entry: dict[str, object], where: str) -> Relation:
    name = entry.get("name")
    if not isinstance(name, str) or not name.strip():
        raise SettingsError(f"{where}: no name; each relation needs name and kind")
    unknown = sorted(set(entry) - _FIELDS)
    if unknown:
        near = get_close_matches(unknown[0], sorted(_FIELDS), n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(sorted(_FIELDS))}"
        raise SettingsError(f"{where} ({name}): unknown field {unknown[0]!r}; {hint}")
    if entry.get("kind") not in tuple(ObjectKind):
        raise SettingsError(f"{where} ({name}): kind must be one of {', '.join(ObjectKind)}, got {entry.get('kind')!r}")
    for key in _LISTS & set(entry):
        if not isinstance(entry[key], list) or not all(isinstance(item, str) for item in entry[key]):  # type: ignore[attr-defined]  # checked on the left
            raise SettingsError(f"{where} ({name}): {key} must be a list of strings")
    fields = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    for key in {"verbs", "nouns"} & set(fields):
        fields[key] = tuple(form for pattern in fields[key] for form in alternatives(pattern))  # type: ignore[attr-defined]  # a tuple of strings
    return Relation(**{**fields, "kind": ObjectKind(str(entry["kind"]))})  # type: ignore[arg-type]  # checked above


def alternatives(pattern: str) -> tuple[str, ...]:
    """Return the patterns that one with "a/b" stands for: "S live/dwell in O" is two."""
    pieces = [piece.split("/") for piece in re.split(r"([ _])", pattern)]
    return tuple("".join(choice) for choice in product(*pieces))


def load_relations(*extra: Path | None) -> tuple[Relation, ...]:
    """Return the built-in relations, with those of the user's files added or in their place.

    Raises:
        SettingsError: a file of the user's cannot be read or used.
    """
    builtin = files("claimcheck").joinpath("relations.toml").read_text(encoding="utf-8")
    relations = {relation.name: relation for relation in read_relations(builtin, "relations.toml")}
    for path in extra:
        if path is None:
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"{path}: cannot be read as a relations file: {error}") from error
        relations |= {relation.name: relation for relation in read_relations(text, str(path))}
    return tuple(relations.values())

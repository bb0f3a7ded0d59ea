"""Reads the lexicon from the program's own data and from the files of a configuration folder, each entry checked."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from claimcheck.errors import SettingsError
from claimcheck.lexicon import Antonym, Lexicon, OwnUnit, Role, Whole
from claimcheck.relation import read_relations
from claimcheck.values.units import CURRENCIES, UNITS

# The files that a configuration folder may hold.
FILES = ("relations.toml", "antonyms.toml", "roles.toml", "units.toml", "wholes.toml")

_WORDS, _WORD, _NUMBER, _FLAG = "a list of words", "a text", "a number above 0", "true or false"
_ANTONYM = {"one": _WORDS, "other": _WORDS}
_ROLE = {
    "name": _WORD, "titles": _WORDS, "verbs": _WORDS, "sole": _FLAG, "paired": _FLAG, "of": _WORDS, "unless": _WORDS, "kin": _FLAG
}  # fmt: skip
_UNIT = {"words": _WORDS, "factor": _NUMBER, "of": _WORD}
_WHOLE = {"name": _WORD, "parts": _WORDS}
_HIGHEST = Decimal(10) ** 15  # a factor beyond it, or below its inverse, is a slip
_MANY = 20  # more names than this are no answer


def load_lexicon(folder: Path | None = None, relations: Path | None = None) -> Lexicon:
    """Return the program's own lexicon, with the files of a configuration folder and one more file of relations added to it.

    Raises:
        SettingsError: the folder is none, or a file in it cannot be read or used; the message names file and entry.
    """
    own = replace(_builtin(), single=_single(relations_file(folder), relations))
    if folder is None:
        return own
    check_folder(folder)
    texts = {name: _text(folder / name) for name in FILES[1:]}
    return Lexicon(
        antonyms=(*own.antonyms, *read_antonyms(texts["antonyms.toml"], str(folder / "antonyms.toml"))),
        roles=_replaced(own.roles, read_roles(texts["roles.toml"], str(folder / "roles.toml"))),
        units=read_units(texts["units.toml"], str(folder / "units.toml")),
        wholes=read_wholes(texts["wholes.toml"], str(folder / "wholes.toml")),
        single=own.single,
    )


def _single(*paths: Path | None) -> frozenset[str]:
    """Return the relations of the user's that hold one object at a time."""
    read = (relation for path in paths if path is not None for relation in read_relations(_text(path), str(path)))
    return frozenset(relation.name for relation in read if relation.functional)


def relations_file(folder: Path | None) -> Path | None:
    """Return the relations file of a configuration folder, or None if it has none."""
    path = folder / FILES[0] if folder is not None else None
    return path if path is not None and path.exists() else None


def check_folder(folder: Path) -> None:
    """Do nothing if every TOML file of the folder is one that is read.

    Raises:
        SettingsError: there is no such folder, or another TOML file is in it.
    """
    if not folder.is_dir():
        raise SettingsError(f"{folder}: no configuration folder; wanted a folder with {', '.join(FILES)}, or some of them")
    for path in sorted(folder.glob("*.toml")):
        if path.name not in FILES:
            raise SettingsError(f"{path}: not a file of a configuration; {_nearest(path.name, FILES)}")


@lru_cache(maxsize=1)
def _builtin() -> Lexicon:
    folder = files("claimcheck")
    antonyms, roles = (folder.joinpath(name).read_text(encoding="utf-8") for name in ("antonyms.toml", "roles.toml"))
    return Lexicon(read_antonyms(antonyms, "antonyms.toml"), read_roles(roles, "roles.toml"))


def _replaced(own: Sequence[Role], added: Sequence[Role]) -> tuple[Role, ...]:
    """Return the posts with the user's in the place of those of the same name."""
    return tuple({role.name: role for role in (*own, *added)}.values())


def read_antonyms(text: str, origin: str) -> tuple[Antonym, ...]:
    """Return the antonyms of a TOML text: `[[antonym]]` with `one` and `other`, lists of verbs by lemma."""
    found = []
    for where, entry in _entries(text, origin, "antonym", _ANTONYM, needed=("one", "other")):
        one, other = (frozenset(_lowered(entry[side])) for side in ("one", "other"))
        if one & other:
            raise SettingsError(f"{where}: {min(one & other)!r} stands on both sides, and would exclude itself")
        found.append(Antonym(one, other))
    return tuple(found)


def read_roles(text: str, origin: str) -> tuple[Role, ...]:
    """Return the posts of a TOML text: `titles` that are posts each, or `[[role]]` with the titles of one post."""
    found: list[Role] = []
    for where, entry in _entries(text, origin, "role", _ROLE, needed=("name", "titles"), listed="titles"):
        titles, verbs = _lowered(entry["titles"]), _lowered(entry.get("verbs", ()))
        taken = {title: role.name for role in found for title in role.titles}
        if twice := next((title for title in titles if title in taken), None):
            raise SettingsError(f"{where}: the title {twice!r} is also one of {taken[twice]!r}")
        sole, paired, kin = (bool(entry.get(flag, False)) for flag in ("sole", "paired", "kin"))
        of, unless = _lowered(entry.get("of", ())), _lowered(entry.get("unless", ()))
        found.append(Role(entry["name"], titles, verbs, sole, paired, of, unless, kin))
    return tuple(found)


def read_units(text: str, origin: str) -> tuple[OwnUnit, ...]:
    """Return the units of a TOML text: `[[unit]]` with `words`, and one of it as `factor` of the known unit `of`."""
    known = {word.lower() for row in UNITS.values() for word in (*row["words"], *row["signs"])}
    found: list[OwnUnit] = []
    for where, entry in _entries(text, origin, "unit", _UNIT, needed=("words", "factor", "of")):
        words = _lowered(entry["words"])
        taken = known.union(*(unit.words for unit in found))
        if twice := next((word for word in words if word in taken), None):
            raise SettingsError(f"{where}: {twice!r} is a unit already; give it another word")
        found.append(OwnUnit(words, _factor(entry["factor"], where), _known_unit(entry["of"], where)))
    return tuple(found)


def _factor(written: Decimal | int, where: str) -> Decimal:
    factor = Decimal(written)
    if not (factor.is_finite() and 1 / _HIGHEST <= factor <= _HIGHEST):
        raise SettingsError(f"{where}: factor must be a number above 0, got {written}")
    return factor


def _known_unit(symbol: str, where: str) -> str:
    """Return the symbol of a unit that the program knows, given as it or as one of its words."""
    symbols = {word: unit for unit, row in UNITS.items() for word in row["words"]}
    symbols |= {unit: unit for unit in (*UNITS, *CURRENCIES["codes"]["all"])}
    if symbol not in symbols:
        raise SettingsError(f"{where}: no known unit {symbol!r}; {_nearest(symbol, sorted(symbols))}")
    return symbols[symbol]


def read_wholes(text: str, origin: str) -> tuple[Whole, ...]:
    """Return the wholes of a TOML text: `[[whole]]` with its `name` and all its `parts`."""
    found: list[Whole] = []
    for where, entry in _entries(text, origin, "whole", _WHOLE, needed=("name", "parts")):
        name, parts = entry["name"], tuple(entry["parts"])
        if len(parts) < 2 or len({part.lower() for part in (name, *parts)}) <= len(parts):
            raise SettingsError(f"{where} ({name}): parts must be two or more, each another, and none the whole itself")
        if name.lower() in {whole.name.lower() for whole in found}:
            raise SettingsError(f"{where} ({name}): this whole is given twice")
        found.append(Whole(name, parts))
    return tuple(found)


# entries of any file


def _text(path: Path) -> str:
    if not path.exists():
        return ""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read: {error}") from error


def _entries(
    text: str, origin: str, kind: str, fields: Mapping[str, str], *, needed: Sequence[str], listed: str = ""
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each entry with the words for where it stands; `listed` words are an entry each."""
    try:
        read = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{origin}: not a TOML file: {error}") from error
    known = (kind, listed) if listed else (kind,)
    for key in read:
        if key not in known:
            raise SettingsError(f"{origin}: unknown entry {key!r}; {_nearest(key, known)}")
    if listed in read:
        _check(read[listed], _WORDS, f"{origin}: {listed}")
        yield from ((f"{origin}: {word!r}", {"name": word.lower(), listed: [word]}) for word in read[listed])
    entries = read.get(kind, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise SettingsError(f"{origin}: {kind} must be written [[{kind}]]")
    for number, entry in enumerate(entries, 1):
        where = f"{origin}: {kind} {number}"
        _check_entry(entry, fields, needed, where)
        yield where, entry


def _check_entry(entry: Mapping[str, object], fields: Mapping[str, str], needed: Sequence[str], where: str) -> None:
    for key, value in entry.items():
        if key not in fields:
            raise SettingsError(f"{where}: unknown field {key!r}; {_nearest(key, tuple(fields))}")
        _check(value, fields[key], f"{where}: {key}")
    for key in needed:
        if key not in entry:
            raise SettingsError(f"{where}: no {key}; each needs {' and '.join(needed)}")


def _check(value: object, wanted: str, where: str) -> None:
    if not _fits(value, wanted):
        raise SettingsError(f"{where} must be {wanted}, got {value!r}")


def _fits(value: object, wanted: str) -> bool:
    if wanted == _FLAG:
        return isinstance(value, bool)
    if wanted == _NUMBER:
        return isinstance(value, int | Decimal) and not isinstance(value, bool)
    if wanted == _WORD:
        return isinstance(value, str) and bool(value.strip())
    return isinstance(value, list) and bool(value) and all(_fits(word, _WORD) for word in value)


def _lowered(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(word.lower().split()) for word in words))


def _nearest(word: str, known: Sequence[str]) -> str:
    near = get_close_matches(word, known, n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    return f"known are {', '.join(known)}" if len(known) < _MANY else "those that are known stand in values/units.toml"

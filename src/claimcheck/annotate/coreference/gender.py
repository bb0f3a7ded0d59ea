"""What given names and nouns tell about gender, and which nouns speak of people."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from claimcheck.annotate.names import words
from claimcheck.values.name import fold

_PEOPLE_ENDINGS = ("man", "woman", "person", "ist", "ician", "ologist", "ographer")


@lru_cache(maxsize=1)
def _given_names() -> dict[str, str]:
    """Return m or f for each given name of the list."""
    text = files("claimcheck.annotate.coreference").joinpath("given_names.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(text)
    return {name: letter for letter, key in (("f", "female"), ("m", "male")) for name in lists[key].split()}


@lru_cache(maxsize=1 << 12)
def gender_of_name(first: str) -> str:
    """Return m or f for a name's first word if it is a given name known to tell it, else ""."""
    return _given_names().get(fold(first), "")


@lru_cache(maxsize=1 << 12)
def gender_of_noun(lemma: str) -> str:
    """Return m or f for a noun that tells it ("wife", "chairman"), n for one that names no person, else ""."""
    if lemma in words()["women"] or lemma in words()["female"] or lemma.endswith("woman"):
        return "f"
    if lemma in words()["men"] or lemma in words()["male"]:
        return "m"
    return "" if is_person(lemma) else "n"


@lru_cache(maxsize=1 << 12)
def is_person(lemma: str) -> bool:
    """Whether a noun speaks of somebody."""
    lists = words()
    listed = any(lemma in lists[key] for key in ("PERSON", "women", "men", "people", "titles"))
    return listed or (lemma.endswith(_PEOPLE_ENDINGS) and len(lemma) > 5)

"""One entity and its other names."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

YEAR = re.compile(r"(?:1[0-9]|20|21)\d\d\Z")  # the year in the name of an edition: "2024 Winter Olympics"
_NOT_WORD = re.compile(r"[^\w+]+")


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Return the form under which spellings of one name meet: no case, accents, punctuation or leading "the"."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"'s\b|'(?=\s|$)", "", plain)
    words = _NOT_WORD.sub(" ", plain.replace("&", " and ")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@dataclass(frozen=True, slots=True)
class Name:
    """An entity by its usual name, with the others it goes by."""

    text: str
    aliases: tuple[str, ...] = ()

    def __contains__(self, text: str) -> bool:
        """Return whether `text` is one of the entity's names."""
        return fold(text) in {fold(form) for form in (self.text, *self.aliases)}

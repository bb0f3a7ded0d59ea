"""What a number counts, as far as the words behind it tell: "12 fire engines", "seven of them women"."""

import re

from claimcheck.annotate.quantities.lexicon import GLUE
from claimcheck.claim import Mention
from claimcheck.document import Span

_BEHIND = re.compile(r"(?:[ \u00a0]|-)(?:of (?:them|these|those|the|its|his|her|their|our|all)\b[ ,]*)?")
_WORD = re.compile(r"[a-z][\w’'-]*")
_PLURALS = frozenset(
    {"people", "men", "women", "children", "police", "sheep", "fish", "mice", "geese", "teeth", "feet", "cattle", "deer"}
)
_LONGEST = 4  # words


def counted(text: str, mention: Mention) -> Span | None:
    """Return the noun, with what stands before it, that a number counts; None where no small word follows it.

    Without a parse the noun is the first plural of the next words, or else the next word.
    """
    behind = _BEHIND.match(text, mention.span.end)
    if behind is None:
        return None
    first = at = behind.end()
    end = None
    for _ in range(_LONGEST):
        word = _WORD.match(text, at)
        if word is None or word.group() in GLUE:
            break
        if _is_plural(word.group()):
            return Span(first, word.end())
        end = end or word.end()
        if text[word.end() : word.end() + 1] != " ":
            break
        at = word.end() + 1
    return Span(first, end) if end else None


def _is_plural(word: str) -> bool:
    return word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is")))

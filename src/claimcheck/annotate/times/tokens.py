"""From text to tokens, each with the class that the grammar speaks of."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from claimcheck.annotate.times.grammar import Node
from claimcheck.annotate.times.vocabulary import CAPITAL_ONLY, COMMON, KINDS, UNCOUNTED

if TYPE_CHECKING:
    from claimcheck.annotate.times.meaning import Meaning

Token: TypeAlias = Node["Meaning"]

_TOKEN = re.compile(
    r"""(?P<ISODATE> (?<![\w/.-])\d{4}-\d\d-\d\d(?:T\d\d:\d\d[\d:.]*Z?)?(?![\w-]))
    | (?P<NUMDATE> (?<![\w/.])(?<!\D-)
          (?:\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}-\d{1,2}-\d{4}|\d{4}/\d{1,2}/\d{1,2})
          (?![\w/]|\.\d)(?!-(?!\d+[/-]\d)))
    | (?P<SHORTDATE> (?<![\w/.])(?<!\D-)\d{1,2}/\d{1,2}(?![\w/.]\w)(?!-(?!\d+/\d)))
    | (?P<HM> (?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]))
    | (?P<DECADE> 1\d\d0['’]?s(?!\w)|20\d0['’]?s(?!\w))
    | (?P<SHORTDECADE> ['’]?[1-9]0['’]?s(?!\w))
    | (?P<QN> (?:[Qq][1-4]|H[12]|(?<!\w)[1-4]Q)(?!\w))
    | (?P<FISCAL> FY(?![^\W\d]))
    | (?P<ORDNUM> \d{1,4}(?:st|nd|rd|th)(?!\w))
    | (?P<NUM> \d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+(?:\.\d+)*)
    | (?P<YY> (?<!\w)['’]\d\d(?!\w))
    | (?P<INT> \d+)
    | (?P<ABBREVIATED> (?:[Jj]an|[Ff]eb|Mar|[Aa]pr|Jun|Jul|[Aa]ug|[Ss]ept?|[Oo]ct|[Nn]ov|[Dd]ec
          |Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)\.(?!\w))
    | (?P<CIRCA> (?<!\w)ca?\.(?![^\W\d]))
    | (?P<LIFE> (?<!\w)(?:b|d|m|r|fl|div|est)\.(?![^\W\d]))
    | (?P<PAGE> (?<!\w)(?:pp?|nos?|vols?|ch|figs?|arts?|Nos?|Vols?|Figs?|Arts?)\.(?![^\W\d]))
    | (?P<LETTERS> (?:[^\W\d_]\.){2,4})
    | (?P<POSSESSIVE> ['’]s(?!\w)|(?<=s)['’](?!\w))
    | (?P<HALFSIGN> ½)
    | (?P<WORD> [^\W\d_][^\W_]*(?:['’][a-rt-zA-RT-Z][^\W\d_]*)?)
    | (?P<COMMA> ,) | (?P<DASH> [-–—~]) | (?P<OPEN> \() | (?P<CLOSE> \)) | (?P<SLASH> /)
    | (?P<STOP> \.(?!\S)|[;:?!…]) | (?P<OTHER> \S)""",
    re.VERBOSE,
)
# Forms of which the name is the class.
FORMS = frozenset(_TOKEN.groupindex) - {"SHORTDECADE", "ORDNUM", "INT", "ABBREVIATED", "LETTERS", "HALFSIGN", "WORD"}


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a text, phrases still in their words."""
    for match in _TOKEN.finditer(text):
        shown = match.lastgroup or "OTHER"
        word = match[0].lower().replace("’", "'")
        yield Node(shown if shown in FORMS else _kind(shown, match[0], word), match.start(), match.end(), word)


def _kind(shown: str, text: str, word: str) -> str:
    if shown == "INT":
        return _integer(text)
    if shown == "HALFSIGN":
        return "HALFWORD"
    if shown == "SHORTDECADE":
        return "NINETIES"
    if shown == "ORDNUM":
        return "ORD" if 1 <= int(word[:-2]) <= 31 else "ORDN"
    if shown == "ABBREVIATED":
        return KINDS[word.rstrip(".")]
    known = KINDS.get(word)
    if word in COMMON and text[0].islower():
        return f"{known}LOW"
    if known is not None and (word not in CAPITAL_ONLY or text[0].isupper()):
        return known
    if text[0].isupper():
        return "CAP"
    plural = word.endswith("s") and not word.endswith("ss") and word not in UNCOUNTED
    return "PLUR" if plural else "LOW"


def _integer(text: str) -> str:
    """Return the class of a whole number: what it may be in a date."""
    if len(text) > 4 or (len(text) == 3 and text[0] == "0"):
        return "N"
    value = int(text)
    if len(text) == 4:
        return "YEAR" if 1000 <= value <= 2199 else "N"
    if len(text) <= 2 and 1 <= value <= 31:
        return "H12" if value <= 12 else "H24" if value <= 24 else "D31"
    return "N"

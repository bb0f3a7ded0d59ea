"""The words of change, and the patterns in which they stand around quantities."""

import re
import tomllib
from importlib.resources import files

from claimcheck.pairing.slots import DATE, FIGURE
from claimcheck.values.amounts import Direction

WORDS: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("changes.toml").read_text(encoding="utf-8"))
DIRECTION = dict.fromkeys(WORDS["up"], Direction.UP) | dict.fromkeys(WORDS["down"], Direction.DOWN)
NO_NOUN = frozenset(WORDS["no_noun"])


def alternatives(*keys: str) -> str:
    """Return the words of some lists as the alternatives of a pattern, the longest first."""
    return "|".join(sorted((re.escape(w) for key in keys for w in WORDS[key]), key=len, reverse=True))


def _read(*pieces: str) -> re.Pattern[str]:
    return re.compile("".join(pieces), re.IGNORECASE)


_ANY, _NOUN = alternatives("up", "down"), alternatives("noun")
WORD = _read(rf"\b(?:{_ANY})\b")
ADJUSTED = _read(rf"\b(?:{alternatives('adjusted')})\b")
RATES = _read(rf"[ -](?:{alternatives('rates')})\b")
REVERSED = _read(rf"\b(?:{alternatives('reversed')})\b")
NEGATING = _read(rf"(?:\b|(?<=\w))(?:{alternatives('negating')})\b")

_FREE = r"[^\ue000-\uefff.;:!?]"  # what may stand between, no other figure
HEDGE = rf"(?:(?:{alternatives('hedges')}) ){{0,3}}"
_BEFORE, _AFTER, _BY = (rf"{HEDGE}(?P<{name}>{FIGURE})" for name in ("before", "after", "by"))
_AGAINST = r"(?:(?:up|down) (?:from|on)|after|against|versus|compared (?:with|to)|as against|in comparison with) "
_MORE = "more|less|fewer|higher|lower|up|down"
_NP, _OLD = (
    r"(?:[a-z]+ )?",
    r"(?:(?:the|its|their|his|her|in|on|for|at|of|were) ){0,3}(?:(?:last (?:season|term|time)|\uf8fe+)(?:['’]s)? )?",
)
PAIRS = (
    ("from-to", _read(rf"\bfrom {_BEFORE}{_FREE}{{0,50}}?\b(?:in)?to {_AFTER}")),
    ("to-from", _read(rf"\b(?:to|at) {_AFTER}{_FREE}{{0,60}}?\bfrom {_BEFORE}")),
    ("after", _read(rf"(?P<after>{FIGURE}){_FREE}{{0,60}}?[,(–—-] ?(?:and )?", _AGAINST, _BEFORE)),
    ("than", _read(rf"(?P<after>{FIGURE}){_FREE}{{0,40}}?[,(–—-] ?{HEDGE}{FIGURE} {_NP}(?:{_MORE}) than {_OLD}", _BEFORE)),
    (
        "is-on",
        _read(
            rf"(?P<after>{FIGURE}){_FREE}{{0,25}}? (?:is|are|was|were) (?:well |slightly )?(?:up|down) (?:from|on) {_OLD}",
            _BEFORE,
        ),
    ),
    ("ago", _read(rf"(?P<before>{FIGURE}) {DATE}, (?:has|have|had|is|are|was|were) [^.;:!?]{{0,30}}?\bto ", _AFTER)),
    (
        "by-on",
        _read(rf"(?P<after>{FIGURE}){_FREE}{{0,40}}?[,(–—-] ?(?:up|down) (?:by )?{HEDGE}{FIGURE} (?:from|on) {_BEFORE}"),
    ),
)
STATED = (
    _read(rf"\b(?P<word>{_NOUN}) of {_BY}"),
    _read(rf"\b(?P<word>{_ANY})\b (?:by )?{_BY}(?! (?:to|and) )"),
    _read(rf"\b(?P<word>{_ANY})\b{_FREE}{{1,40}}? by {_BY}(?! (?:to|and) )"),
    _read(rf"(?P<by>{FIGURE})[ -](?:\w+ )?(?P<word>{_NOUN})\b"),
    _read(rf"\b(?P<word>{alternatives('lost')}) {_BY}(?= of (?:its|their|his|her)\b)"),
    _read(rf"\b(?P<word>{alternatives('gained')}) {_BY}(?= to\b|,| (?:in|since|from|on)\b)"),
    _read(rf", (?P<word>or) {_BY}(?!,? of)"),
)
# A direction is told by "up" where something is or goes up, or up from and by something; not where it is made up.
MEASURED = frozenset(WORDS["measured"])
# What narrows a number down to a place, a time or a part, before the change of it and behind, and in the next sentence.
NARROW = _read(rf"(?<!number) of\b|\b(?:in|at|for|among|on|from|by)(?= (?!a\b|an\b|{FIGURE}))")
PLAIN_END = _read(rf"(?: (?:last|this) (?:year|month|season)|,? (?:in|since|over|during) (?:a year|{DATE})|,? {DATE})?[.!]?\s*\Z")
OPENING = _read(rf"\s*(?:in|for|at|on|over|among|but|while|elsewhere|{DATE})\b")
GOES = _read(
    r"(?:\b(?:is|are|was|were|be|been|went|go|goes|gone|going|edged|crept|inched|ticked|sharply|slightly|now|well|and|but)|[,(–—:-])\s*\Z"
)
ELSE = _read(r"\s*(?:against|for|and running)\b")
LEVEL = _read(r" (?:\w+ )?(?:below|above|under|past|short of|away|apart)\b")
JOINED = _read(r"\b(?:and|but|while|with|although|though)\b")  # something else is told then
OWN = _read(rf" in (?!{FIGURE}|{DATE}|(?:just|only|an?|one|under|over|real|the (?:last|past|space))\b)[a-z]")
SPLIT = _read(r" (?:for|among|at|in) [a-z]")
GONE = _read(r"\s*(?:(?:sharply|slightly|again) )?(?:from|on|by)\b")
DATED = _read(rf"[ ,]*(?:\w+ ){{0,2}}(?:{DATE}|earlier\b|before\b|previously\b)")
LATER = _read(
    rf"\s*(?:(?:by|in|since|at|as of) )?(?:the )?{DATE},? ",
    rf"(?:it|they|there|that|this|he|she|the (?:{alternatives('measures')}))\b",
    rf"(?: \w+){{0,2}}? (?:{alternatives('stands')})(?: to| at)? ", _AFTER,
)  # fmt: skip
# A change told behind its two numbers: "1,200 in 2010 and 1,500 now, an increase of 25 per cent".
CLOSING = _read(
    rf",? (?:or )?(?:an? )?(?:\w+ )?(?:(?P<word>{_NOUN}) of {_BY}|(?P<way>up|down) (?:by )?{HEDGE}(?P<size>{FIGURE}))"
)
TIMED = _read(r"\uf8fe|\b(?:since|ago|now|today|then|earlier|before|year|years|previously|once|used to)\b")
MOVED = _read(
    rf"(?:\b(?P<word>{_ANY}|was|is|were|are|stands at|stood at|reached)\b ",
    rf"(?:(?!by |of |from )\w+ ){{0,2}}?(?:to |at )?|{FIGURE},? to )",
    _AFTER,
)
BACK = _read(
    r"\s*(?:(?:by|in|since) (?:\w+ ){0,3}?)?(?:\uf8fe+,? )?(?:(?:by|since) then,? )?",
    rf"(?:it|that|this|they|the (?:{alternatives('measures')}))\b|\s*(?:now|today|last|this|by)\b",
)
NEXT = re.compile(r"[ -](?:of )?(?:the )?([a-z]+)")
ARTICLE = _read(r"\b(?:an?|the|this|that|its|their)(?: \w+)? \Z")
GOES_ON = _read(r" (?:in|of|to)\b|,? ?\Z")

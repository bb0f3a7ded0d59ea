"""The patterns in which a text gives a whole with its parts, a product with its factors, or a lead with both sides."""

import re

from claimcheck.pairing.slots import FIGURE


def _read(*pieces: str) -> re.Pattern[str]:
    return re.compile("".join(pieces), re.IGNORECASE)


def _slot(name: str) -> str:
    return rf"(?P<{name}>{FIGURE})"


_FREE = r"[^\ue000-\uefff.;!?]"  # no other figure, no end of a clause
_INNER = r"[^\ue000-\uefff.;:!?()]"
_CLAUSE = r"[^\ue000-\uefff.;:!?]"
_NEXT = rf"(?:{_INNER}{{1,70}}{FIGURE})"
_RUN = rf"(?P<run>{FIGURE}{_NEXT}+)"
_ABOUT = r"(?:(?:about|some|around|nearly|almost|just over|just under) )?"
_WHOLE = _ABOUT + _slot("whole")
_SOLELY = r"(?: (?:solely|entirely|only|wholly|exclusively))?"
_MADE = (
    rf"(?:made up|comprised|composed|consist(?:s|ed|ing)?){_SOLELY} of|compris(?:es|ed|ing)|"
    r"divided (?:into|between|among)|split (?:into|between|among)|namely|that is"
)
_SUMMED = (
    r"(?:a total of|totall?ing|for a total of|making a total of|adding up to|which adds up to|add up to|added up to|"
    r"making|a combined)"
)  # fmt: skip
_CLOSED = rf"{_INNER}{{1,60}}\b(?:the other|the remaining|remaining|the rest,?) {FIGURE}"

MARK = _read(rf"(?:\b(?:{_MADE})\b:?|:|–|—|-{{2}}| - |\() ?(?P<gap>[^\ue000-\uefff.;!?:()]{{0,40}}?)", _RUN)
LEAD_IN = re.compile(r"[.;!?:()–—]")
APART = _read(_WHOLE, r"(?P<between>[^\ue000-\uefff.;!?,]{1,40}), ?(?:the )?", _RUN)
TOTAL = _read(_RUN, rf"{_FREE}{{0,50}}?\b{_SUMMED} ", _WHOLE)
IN_ALL = _read(_RUN, rf"{_INNER}{{0,40}}?,? (?:or |making )?", _WHOLE, r"(?: \w+){0,2} (?:in all|in total|altogether|all told)\b")
REST = _read(
    r"\b(?:of|among) (?:the |its |their |all |all the |those )?",
    _WHOLE,
    rf"(?P<between>{_FREE}{{0,60}}?,? )(?P<run>{FIGURE}(?:{_INNER}{{1,90}}{FIGURE})*{_CLOSED})",
)
SHARES = _read(rf"(?P<run>{FIGURE}{_NEXT}*{_CLOSED})")
EACH = _read(
    _slot("one"),
    rf"(?P<thing> {_CLAUSE}{{1,40}}?)(?:,? (?:each|all)\b{_CLAUSE}{{0,30}}?|,? at )",
    _slot("two"),
    rf"(?P<behind>{_CLAUSE}{{0,40}}?)\b(?:a total of|total(?:l?ing| of)|for a total of|in all,?|altogether,?|",
    r"(?:would |will )?(?:costs?|costing|brings?|raise|raising)(?: (?:them|him|her|it|in))?|worth|or|making|a combined) ",
    _WHOLE,
)
LEAD = _read(
    rf"{_slot('one')}{_CLAUSE}{{0,30}}, {_slot('by')} (?:\w+ )?(?:more|fewer|less) than {_CLAUSE}{{0,50}}{_slot('two')}"
    r"(?!\uf8ff* (?:\w+ )?(?:more|fewer|less) than)|",
    rf"{_slot('ayes')}(?: \w+)? (?:for|in favou?r)(?: and|,| to) {_slot('noes')}(?: \w+)? against",
    rf"{_CLAUSE}{{0,30}}majority of {_slot('lead')}",
)
AND_ONE = _read(rf" {_INNER}{{0,60}}? and (?P<one>an? (?P<noun>\w+))")
GOES_ON = _read(r"[^,]*, (?!plus|another|along|as well|together|and|with)\w+ \w+ ")  # the list has ended
SEPARATOR = re.compile(r",| and |&|plus| with ")
BROKEN = _read(
    r"\b(?:includ\w+|among (?:them|which)|such as|compared|than|at least|up (?:from|by)|down (?:from|by)|rose|fell|or)\b"
)
STOP = _read(
    r"\b(?:includ\w+|among (?:them|which)|such as|up from|down from|compared|after|against|from|than|at least|more than|or)\b"
)
SEXES = frozenset({"man", "woman", "boy", "girl", "child", "male", "female"})
PERSON = re.compile(r"(?:er|or|ist|ian|ant|ent|ee)\Z")  # players, musicians, dancers
_WON = r"(?:w[oi]n|dr[ae]w|los)\w* "
PLAYED = _read(
    r"\bplayed (?:all )?(?:the |their |its |his |her )?",
    _WHOLE,
    rf"{_FREE}{{0,40}}?[,:–—(-]{_FREE}{{0,25}}?\b(?P<run>{_WON}{FIGURE}{_FREE}{{1,12}}?{_WON}{FIGURE}{_FREE}{{1,12}}?{_WON}{FIGURE})",
)
OF_WHICH = _read(
    _WHOLE,
    rf"(?P<between>{_FREE}{{0,30}}?, )of (?:which|whom|these|them),? ",
    rf"(?P<run>{FIGURE}(?:{_INNER}{{1,90}}{FIGURE})*{_INNER}{{1,60}}\b(?:the other|the remaining|remaining) {FIGURE})",
)

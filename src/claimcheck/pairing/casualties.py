"""How many one event of the document killed or hurt, told twice."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import combinations

from claimcheck.claim import Mention, Modality
from claimcheck.document import Document
from claimcheck.figure import Figure, Reckoning, Sort
from claimcheck.finding import Conflict, Note
from claimcheck.pairing.slots import DATE, FIGURE, Slots
from claimcheck.values.date import Date
from claimcheck.values.quantity import Quantity
from claimcheck.verdict import Verdict

_WORDS: dict[str, dict[str, list[str]]] = tomllib.loads(
    files(__package__).joinpath("casualties.toml").read_text(encoding="utf-8")
)
_PEOPLE = rf"(?: (?:\w+ )?(?:{'|'.join(_WORDS['words']['people'])}))"
_OTHER = re.compile(rf"\b(?:{'|'.join(map(re.escape, _WORDS['words']['other']))})\b", re.IGNORECASE)
_ELSE = re.compile(r"\b(?:another|others?|more|further|including|among|one of|some|least|than|up to|several|of)\b", re.IGNORECASE)
_LEAD = re.compile(r"\b(?:of|another|a further|at least|more than|some|other) \Z", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:all|the|all the|those) \Z", re.IGNORECASE)
_PAST_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b|\b(?:in|of|since) \uf8fe{4}(?!\uf8fe)", re.IGNORECASE)
_WERE = r"(?:(?:were|was|had been|have been|are|being|be|who were) )?(?:\w+ly )?"
_REACHED = r"(?: (?:of|to|at|is|was|stood at|stands at|reached)){1,2} "


def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    words = {key: "|".join(map(re.escape, forms)) for key, forms in _WORDS[kind].items()}
    number = rf"(?P<n>{FIGURE})"
    active = (rf"\b(?:{words['active']}) (?:all |the )?{number}{_PEOPLE}",) if words["active"] else ()
    told = (
        *active,
        rf"{number}{_PEOPLE}?(?: of (?:the|those))? (?:who )?{_WERE}(?:{words['passive']})\b",
        rf"\b(?:{words['toll']}){_REACHED}{number}",
    )
    victims = (rf"\bvictims, all {number} of them\b", rf"{number} victims\b") if kind == "dead" else ()
    return tuple(re.compile(one, re.IGNORECASE) for one in (*told, *victims))


_PATTERNS = {kind: _patterns(kind) for kind in _WORDS if kind != "words"}
_ANYONE = frozenset(_WORDS["words"]["anyone"])


_BEFORE = 25  # characters
_MOST = 20  # tolls


@dataclass(frozen=True, slots=True)
class _Toll:
    mention: Mention
    sentence: Slots
    definite: bool
    voice: str
    who: str
    time: Date
    dated: bool


def casualties(document: Document, sentences: Sequence[Slots], figures: Sequence[Figure]) -> Iterator[Reckoning]:
    """Yield each pair of tolls of one kind, one of them taken for known ("the 37 hurt"), that differ."""
    framed = {f.mention.span.start: f for f in figures}
    for kind, patterns in _PATTERNS.items():
        tolls = [t for s in sentences for p in patterns for t in _tolls(s, p, framed)]
        yield from _conflicts(document, kind, sorted(tolls, key=lambda t: t.mention.span))


def _tolls(sentence: Slots, pattern: re.Pattern[str], framed: dict[int, Figure]) -> Iterator[_Toll]:
    if _OTHER.search(sentence.text) or _PAST_YEAR.search(sentence.text):
        return
    for match in pattern.finditer(sentence.text):
        mention = sentence.figure(match, "n")
        figure = framed.get(mention.span.start)
        before = sentence.text[max(0, match.start("n") - _BEFORE) : match.start("n")]
        definite = _DEFINITE.search(before) is not None
        if figure is None or not _counts(figure) or _LEAD.search(before) or (_ELSE.search(match.group()) and not definite):
            continue
        # "The 37 hurt, she said, …" takes for granted what the author tells; in quotation marks it is hers.
        granted = definite and not _is_quoted(sentence.text[: match.start("n")])
        voice = "" if granted or figure.speaker is None else figure.speaker.referent or figure.speaker.text
        yield _Toll(mention, sentence, definite, voice, _who(match.group()), figure.time, _is_dated(sentence, match))


def _is_dated(sentence: Slots, match: "re.Match[str]") -> bool:
    return re.search(DATE, sentence.text[match.end() : match.end() + _BEFORE]) is not None


def _who(told: str) -> str:
    """Return the word for those who are counted if it may be true of some of them only: "children", "women"."""
    named = [word for word in told.lower().split() if word in _WORDS["words"]["people"] and word not in _ANYONE]
    return named[0] if named else ""


def _counts(figure: Figure) -> bool:
    """Whether a figure is a whole number, more than one, that holds."""
    value = figure.value
    whole = not value.unit and value.exact and value.number is not None and value.number > 1
    return whole and not figure.negated and figure.modality is Modality.ASSERTED


def _is_sum(one: _Toll, other: _Toll) -> bool:
    """Whether a third number beside them makes the smaller the larger: "12 … a further 15 … all 27"."""
    mine, theirs = one.mention.value, other.mention.value
    if not (isinstance(mine, Quantity) and isinstance(theirs, Quantity)):
        return False
    rest = abs(mine.middle - theirs.middle)
    beside = (*one.sentence.mentions, *other.sentence.mentions)
    return any(isinstance(m.value, Quantity) and m.value.middle == rest for m in beside)


def _is_quoted(before: str) -> bool:
    """Whether a quotation is open at the end of a text."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _conflicts(document: Document, kind: str, tolls: Sequence[_Toll]) -> Iterator[Reckoning]:
    """Yield the first two tolls that differ, if one of them is taken for known."""
    for one, other in combinations(tolls[:_MOST], 2):
        mine, theirs = one.mention.value, other.mention.value
        same = isinstance(mine, Quantity) and isinstance(theirs, Quantity) and mine.overlaps(theirs)
        at_once = one.time.overlaps(other.time) if one.time.known and other.time.known else not (one.dated and other.dated)
        if (
            at_once
            and not same
            and not _is_sum(one, other)
            and one.who == other.who
            and one.sentence is not other.sentence
            and (one.definite or other.definite)
            and one.voice == other.voice
        ):
            yield _reckoning(document, kind, one, other)
            return


def _reckoning(document: Document, kind: str, one: _Toll, other: _Toll) -> Reckoning:
    first, second = (document.words(t.mention.span) for t in (one, other))
    conflict = Conflict(
        other.mention.span,
        f"the text counts {second} {kind} here and {first} elsewhere",
        label="one toll",
        notes=(Note(one.mention.span, "the other count"),),
        derivation=(f"{kind}: {first}", f"{kind}: {second}"),
    )
    return Reckoning(Sort.COUNT, Verdict.REFUTED, conflict)

"""Who is said to have won and who to have lost, against each other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from claimcheck.claim import LOST, PLACED, WON, Argument, Claim, Modality
from claimcheck.evidence import Comparison
from claimcheck.values.name import fold
from claimcheck.values.quantity import Quantity
from claimcheck.verdict import Verdict

# More results than this make a table.
_MOST = 30
_TWO = 2
_TWO_CONTESTS = "they may be told of two contests"
_PRIZES = frozenset({"title", "crown", "points", "gold", "prize", "trophy", "award", "honours", "honors", "victory", "win"})
_FIRST = frozenset({"top", "main", "first", "grand", "best", "overall", "golden"})
# A side with one of these words beside its name is another side.
_SIDES = frozenset(
    {"ladies", "women", "womens", "men", "mens", "girls", "boys", "reserves", "colts", "juniors", "youth", "academy", "seniors",
     "b", "ii", "development", "veterans"}
)  # fmt: skip
_SIDED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
# What a text may call any contest.
_PLAIN = _PRIZES | {
    "match",
    "race",
    "game",
    "final",
    "contest",
    "event",
    "election",
    "seat",
    "vote",
    "tournament",
    "poll",
    "tie",
    "fight",
}
_AGED = re.compile(r"u(?:nder)?-?\d\d?s?")
_NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "WORK_OF_ART", "PRODUCT", "NORP"})


def compare(claims: Sequence[Claim]) -> Iterator[Comparison]:
    """Yield each winner who is told to have lost, and each prize that two have won, or the reason why that may be."""
    won = [c for c in claims if c.relation == WON][:_MOST]
    lost = [c for c in claims if c.relation == LOST][:_MOST]
    rivals = _rivals(won, lost)
    many = _Many.told(claims)
    for winner, loser in product(won, lost):
        if not winner.span.overlaps(loser.span) and _are_one(winner.subject, loser.subject, rivals):
            yield _compared(winner, loser, _reason(winner, loser) or _other_contest(winner, loser) or many.between(winner, loser))
    placed = [c for c in claims if c.relation == PLACED][:_MOST]
    several = {_contest(c) for c in (*won, *placed)} - {""}
    for one, other in combinations((*won, *placed), 2):
        if _places_differ(one, other) and not one.span.overlaps(other.span) and _are_one(one.subject, other.subject, rivals):
            mine, theirs = _contest(one), _contest(other)
            apart = mine != theirs and (len(several) > 1 or bool(mine and theirs))
            reason = _reason(one, other) or (_TWO_CONTESTS if apart else "") or many.between(one, other)
            yield _compared(one, other, reason)
    firsts = [*won, *(c for c in placed if _place(c) == 1)]
    alone = len(several) < _TWO and len({c.subject.referent for c in firsts}) == _TWO
    for one, other in combinations(firsts, 2):
        exclusive = _same_prize(one, other) or (alone and _outright(one) and _outright(other) and _may_be_one_prize(one, other))
        if exclusive and _are_two(one.subject, other.subject) and not one.span.overlaps(other.span):
            yield _compared(one, other, _reason(one, other))


@dataclass(frozen=True, slots=True)
class _Many:
    """Whether the text tells of several contests: by what sets each apart, or by the opponents of one name."""

    contests: int
    opponents: Mapping[frozenset[str], frozenset[frozenset[str]]]

    @classmethod
    def told(cls, claims: Sequence[Claim]) -> "_Many":
        results = [c for c in claims if c.relation in {WON, LOST, PLACED}][:_MOST]
        met: dict[frozenset[str], set[frozenset[str]]] = {}
        for claim in results:
            if claim.relation in {WON, LOST} and claim.object.type in _SIDED and claim.modality is Modality.ASSERTED:
                met.setdefault(_words(claim.subject), set()).add(_words(claim.object))
        own = {key for c in results if (key := _own_words(c))}
        return cls(len(own), {name: frozenset(others) for name, others in met.items()})

    def between(self, one: Claim, other: Claim) -> str:
        """Return why two results of one name may be of two contests, or ""."""
        if _own_words(one) and _own_words(one) == _own_words(other):
            return ""
        mine = _words(one.subject)
        met = {rival for name, rivals in self.opponents.items() if name <= mine or mine <= name for rival in rivals}
        if self.contests >= _TWO or not all(first & second for first, second in combinations(met, 2)):
            return "the text tells of several contests"
        return ""


def _own_words(claim: Claim) -> frozenset[str]:
    """Return the words that set a contest or a prize apart from others: "800" in "the 800 metres"."""
    if claim.relation == PLACED:
        return frozenset(claim.object.represents.split()[1:])
    if claim.object.type in _NAMED | {"DATE", "TIME", "CARDINAL", "MONEY"}:
        return frozenset()
    key, _, place = claim.object.referent.partition("@")
    return frozenset(key.split()[1:]) or (frozenset({claim.object.referent}) if place and key not in _PLAIN else frozenset())


def _places_differ(one: Claim, other: Claim) -> bool:
    """Whether one place of finishing is told with another, or with a victory."""
    first, second = _place(one), _place(other)
    return first != second and PLACED in {one.relation, other.relation}


def _contest(claim: Claim) -> str:
    """Return the key of the contest that the claim names, "" for none: a prize or an opponent is no contest."""
    if claim.relation == PLACED:
        return claim.object.represents
    named = claim.object.type in _NAMED or claim.object.text.split(" ")[-1] in _PRIZES
    return "" if named else claim.object.referent


def _may_be_one_prize(one: Claim, other: Claim) -> bool:
    """Whether no word sets the one prize apart from the other."""
    mine, theirs = (set(fold(c.object.text).split()) - {"the", "a"} if c.relation == WON else set() for c in (one, other))
    return not mine or not theirs or mine == theirs


def _outright(claim: Claim) -> bool:
    """Whether the victory is over all others: no opponent is told, and no half of the prize."""
    opponent = claim.relation == WON and claim.object.type in _NAMED
    return not opponent and not claim.restriction


def _place(claim: Claim) -> int:
    value = claim.object.value
    return int(value.number) if claim.relation == PLACED and isinstance(value, Quantity) and value.number is not None else 1


def _compared(one: Claim, other: Claim, reason: str) -> Comparison:
    first, second = sorted((one, other), key=lambda c: c.span)
    steps = (first.text, second.text)
    verdict = Verdict.NOT_ENOUGH_INFO if reason else Verdict.REFUTED
    return Comparison(second, first, verdict, reason=reason, derivation=steps)


def _rivals(won: Sequence[Claim], lost: Sequence[Claim]) -> tuple[frozenset[str], ...]:
    """Return the names of all that took part, each as a set of words."""
    return tuple({_words(c.subject) for c in (*won, *lost)})


def _words(argument: Argument) -> frozenset[str]:
    return frozenset(fold(argument.text).split())


def _are_one(one: Argument, other: Argument, rivals: tuple[frozenset[str], ...]) -> bool:
    """Whether two names are of one: the same link, or a part of the other's words that no third name has."""
    if one.referent == other.referent:
        return True
    mine, theirs = _words(one), _words(other)
    if not (mine <= theirs or theirs <= mine):
        return False
    part, whole = sorted((mine, theirs), key=len)
    if any(word in _SIDES or _AGED.fullmatch(word) for word in whole - part):
        return False
    return not any(part <= rival for rival in rivals if not (rival <= whole))


def _are_two(one: Argument, other: Argument) -> bool:
    """Whether both are names that share no word."""
    return one.type in _NAMED and other.type in _NAMED and not _words(one) & _words(other)


def _reason(one: Claim, other: Claim) -> str:
    """Return why both may hold, or ""."""
    limits = (*one.restriction, *other.restriction)
    if limits:
        return f"it is limited: {', '.join(limits)}"
    if one.negated or other.negated or one.modality is not Modality.ASSERTED or other.modality is not Modality.ASSERTED:
        return "one of the two is denied, to come or only possible"
    if not one.time.overlaps(other.time):
        return "they are told of two times"
    if one.attributed_to is not None and other.attributed_to is not None:
        return "" if one.attributed_to.referent == other.attributed_to.referent else "two voices say so"
    return ""


def _other_contest(winner: Claim, loser: Claim) -> str:
    """Return why the two may be of two contests, or ""."""
    mine, theirs = winner.object, loser.object
    if mine.type in _NAMED and theirs.type in _NAMED and not _words(mine) & _words(theirs) and mine.type != "EVENT":
        return "they are told of two opponents"
    if not mine.type and not theirs.type and mine.text and theirs.text and not _words(mine) & _words(theirs):
        return _TWO_CONTESTS
    return ""


def _same_prize(one: Claim, other: Claim) -> bool:
    """Whether both won a prize that goes by one name of its own."""
    mine, theirs = one.object, other.object
    if mine.referent != theirs.referent or not mine.referent:
        return False
    named = mine.type not in {"", "PERSON", "GPE", "NORP", "CARDINAL", "DATE", "MONEY", "ORDINAL"}
    words = set(fold(mine.text).split())
    return named or (bool(_PRIZES & words) and bool(_FIRST & words))

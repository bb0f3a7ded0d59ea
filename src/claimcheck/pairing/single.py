"""Relations that hold one object at a time, and two objects that the text gives one subject."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from claimcheck.claim import Claim, Modality
from claimcheck.evidence import Comparison, Reference
from claimcheck.lexicon import Lexicon
from claimcheck.pairing.reasons import not_comparable
from claimcheck.relation import ObjectKind, Relation
from claimcheck.values.name import fold
from claimcheck.verdict import Verdict

METHOD = "one at a time"

# Of the program's own relations those that a thing has one of as long as it is told of; posts are compared elsewhere.
_OWN = frozenset({"capital", "currency"})
_SPELLING = 85  # per cent of like letters from which two names may be spellings of one
_MOST = 2  # different objects; more make a list or a history


def compare(
    claims: Sequence[Claim], relations: Mapping[str, Relation], reference: Reference, lexicon: Lexicon
) -> Iterator[Comparison]:
    """Yield each pair of claims that give one subject two objects, refuted or with the reason why it was let pass."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if _counts(claim, relations, lexicon):
            groups.setdefault((claim.relation, claim.subject.referent), []).append(claim)
    for told in groups.values():
        firsts = list({c.object.referent: c for c in reversed(told)}.values())[::-1]
        for one, other in combinations(firsts[: _MOST + 1], 2):
            if not _may_be_one(one, other, reference):
                yield _compared(one, other, len(firsts))


def _counts(claim: Claim, relations: Mapping[str, Relation], lexicon: Lexicon) -> bool:
    relation = relations.get(claim.relation)
    if relation is None or relation.kind is not ObjectKind.NAME or not relation.functional:
        return False
    named = claim.subject.referent and claim.subject.type and claim.object.referent and claim.object.type
    return bool(named) and claim.relation in _OWN | lexicon.single


def _may_be_one(one: Claim, other: Claim, reference: Reference) -> bool:
    """Whether the two objects may be one thing: spellings, a part of the name, a part of the place."""
    mine, theirs = one.object.text, other.object.text
    names = (set(fold(mine).split()), set(fold(theirs).split()))
    if names[0] & names[1] or fuzz.ratio(fold(mine), fold(theirs)) >= _SPELLING or reference.same(mine, theirs):
        return True
    return reference.part_of(mine, theirs) or reference.part_of(theirs, mine)


def _compared(one: Claim, other: Claim, objects: int) -> Comparison:
    reason = _reason(one, other, objects)
    verdict = Verdict.NOT_ENOUGH_INFO if reason else Verdict.REFUTED
    steps = (one.text, other.text, f"{one.relation}: one at a time")
    return Comparison(other, one, verdict, METHOD, reason=reason, derivation=steps)


def _reason(one: Claim, other: Claim, objects: int) -> str:
    """Return why the two may both hold, or ""."""
    for claim in (one, other):
        if reason := not_comparable(claim):
            return reason
        if claim.negated or claim.modality is not Modality.ASSERTED:
            return "one of the two is denied, or told of a time to come"
    if objects > _MOST:
        return "so many are named that it may be a list or a history"
    if not _same_voice(one, other):
        return "two voices say it"
    if one.time != other.time or _is_past(one) or _is_past(other):
        return "it may have been another at another time"
    return ""


def _is_past(claim: Claim) -> bool:
    """Whether it is told of the past; what a noun phrase takes for granted has the tense of what is said beside it."""
    return claim.past and not claim.presupposed


def _same_voice(one: Claim, other: Claim) -> bool:
    if one.attributed_to is None or other.attributed_to is None:
        return one.attributed_to is other.attributed_to
    return one.attributed_to.referent == other.attributed_to.referent != ""

"""Posts that one person at a time holds, and whom the text gives each."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.claim import BARE, GENERIC, INCOMING, POST, Claim, Modality
from claimcheck.document import Publication
from claimcheck.evidence import Comparison
from claimcheck.lexicon import Lexicon
from claimcheck.values.name import fold
from claimcheck.verdict import Verdict

# More holders than this make a table, or a history.
_MOST = 12
_CHANGES = frozenset(
    {"succeed", "replace", "take over", "step down", "resign", "retire", "appoint", "hand over", "stand down", "quit", "leave",
     "oust", "sack", "promote", "elect", "inherit"}
)  # fmt: skip


def compare(claims: Sequence[Claim], publication: Publication, lexicon: Lexicon) -> Iterator[Comparison]:
    """Yield each pair of different people whom the text gives one post, refuted or with the reason why not."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.relation == POST:
            groups.setdefault(claim.subject.referent, []).append(claim)
    changing = _changing(claims)
    paired = {role.name for role in lexicon.roles if role.paired}
    for held in groups.values():
        bodies = {b for c in held if (b := c.subject.represents) and not b.startswith(GENERIC)}
        firsts = list({c.object.referent: c for c in reversed(held[:_MOST])}.values())[::-1]
        for one, other in combinations(firsts, 2):
            named = {c.subject.represents.startswith(GENERIC) for c in (one, other)}
            if _are_two(one, other) and not (len(named) > 1 and one.subject.referent in paired):
                yield _held(one, other, bodies, changing, publication)


def _held(one: Claim, other: Claim, bodies: set[str], changing: set[str], publication: Publication) -> Comparison:
    reason = _reason(one, other, bodies, changing, publication)
    steps = (f"{one.subject.text}: {one.object.text}", f"{other.subject.text}: {other.object.text}")
    verdict = Verdict.NOT_ENOUGH_INFO if reason else Verdict.REFUTED
    return Comparison(other, one, verdict, "values", reason=reason, derivation=steps)


def _are_two(one: Claim, other: Claim) -> bool:
    """Whether two people share no name, so that they are two for certain."""
    mine, theirs = set(fold(one.object.text).split()), set(fold(other.object.text).split())
    return not mine & theirs and max(len(mine), len(theirs)) > 1


def _reason(one: Claim, other: Claim, bodies: set[str], changing: set[str], publication: Publication) -> str:
    """Return why both may hold the post, or ""."""
    limits = tuple(r for c in (one, other) for r in c.restriction if r not in {INCOMING, BARE})
    if limits:
        return f"it is limited: {', '.join(limits)}"
    if one.negated or other.negated or {one.modality, other.modality} & {Modality.POSSIBLE, Modality.HYPOTHETICAL}:
        return "one of the two is denied or only possible"
    if _is_to_come(one) != _is_to_come(other):
        return "one is still to take up the post"
    bare = [c for c in (one, other) if BARE in c.restriction]
    if len(bare) > 1 or not _of_one(one, other, bodies, publication):
        return "the text does not say that it is the post of one body"
    if {one.object.referent, other.object.referent} & changing:
        return "the text tells of a change"
    if not one.time.overlaps(other.time):
        return "they are told of two times"
    return ""


def _of_one(one: Claim, other: Claim, bodies: set[str], publication: Publication) -> bool:
    """Whether both posts are of one body: the same, or one that is not named where the text names no two."""
    mine, theirs = one.subject.represents, other.subject.represents
    if mine == theirs:
        return bool(mine) or publication.known
    if "board" in {mine, theirs} and mine and theirs:
        return False  # "the chair of governors", "the chair of the trust"
    generic = {body for body in (mine, theirs) if body.startswith(GENERIC)}
    return len(generic) < 2 and len(bodies) < 2 and publication.known


def _changing(claims: Sequence[Claim]) -> set[str]:
    """Return those of whom the text says that they came to a post or left one."""
    told = [c for c in claims if c.open and c.relation in _CHANGES]
    return {key for c in told for key in (c.subject.referent, c.object.referent) if key}


def _is_to_come(claim: Claim) -> bool:
    """Whether the post is still to be taken up."""
    return INCOMING in claim.restriction or claim.modality is Modality.FUTURE

"""Which claims and facts are about the same thing, and how their values compare."""

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.claim import Claim
from claimcheck.document import Publication
from claimcheck.evidence import Comparison, Reference
from claimcheck.pairing import anniversaries, editions, facts, others
from claimcheck.relation import Relation


def compare(
    claims: Sequence[Claim], reference: Reference, relations: Mapping[str, Relation], publication: Publication
) -> tuple[Comparison, ...]:
    """Return every comparison that could be made, and the reason for each claim that none could be made for."""
    found = [c for claim in claims for c in _with_reference(claim, reference, relations, publication)]
    found.extend(anniversaries.with_claims(claims, publication))
    found.extend(others.compare(claims, relations))
    return tuple(found)


def _with_reference(
    claim: Claim, reference: Reference, relations: Mapping[str, Relation], publication: Publication
) -> Iterator[Comparison]:
    if claim.relation == editions.RELATION:
        yield from editions.compare(claim, reference)
    elif claim.relation == anniversaries.RELATION:
        yield from anniversaries.with_facts(claim, reference, relations, publication)
    else:
        yield from facts.compare(claim, reference, relations, publication)

"""Which claims and facts are about the same thing, and how their values compare."""

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.claim import Claim
from claimcheck.document import Publication
from claimcheck.evidence import Comparison, Reference
from claimcheck.lexicon import EMPTY, Lexicon
from claimcheck.pairing import (
    ages,
    anniversaries,
    contests,
    deeds,
    editions,
    events,
    facts,
    happened,
    incumbency,
    lengths,
    lifespan,
    order,
    others,
    phases,
    posts,
    ranks,
    scenes,
    single,
)
from claimcheck.relation import Relation


def compare(
    claims: Sequence[Claim],
    reference: Reference,
    relations: Mapping[str, Relation],
    publication: Publication,
    lexicon: Lexicon = EMPTY,
) -> tuple[Comparison, ...]:
    """Return every comparison that could be made, and the reason for each claim that none could be made for."""
    found = [c for claim in claims for c in _with_reference(claim, reference, relations, publication)]
    found.extend(anniversaries.with_claims(claims, publication))
    found.extend(others.compare(claims, relations))
    found.extend(posts.compare(claims, publication, lexicon))
    found.extend(contests.compare(claims))
    found.extend(ranks.compare(claims))
    found.extend(scenes.compare(claims, reference))
    found.extend(deeds.compare(claims, lexicon))
    found.extend(ages.compare(claims, publication))
    found.extend(lengths.compare(claims, publication))
    found.extend(lifespan.compare(claims))
    found.extend(order.compare(claims))
    found.extend(events.compare(claims))
    found.extend(happened.compare(claims))
    found.extend(phases.compare(claims, publication))
    found.extend(single.compare(claims, relations, reference, lexicon))
    return tuple(found)


def _with_reference(
    claim: Claim, reference: Reference, relations: Mapping[str, Relation], publication: Publication
) -> Iterator[Comparison]:
    if claim.relation == editions.RELATION:
        yield from editions.compare(claim, reference)
    elif claim.relation == anniversaries.RELATION:
        yield from anniversaries.with_facts(claim, reference, relations, publication)
    elif claim.relation in incumbency.RELATIONS:
        yield from incumbency.compare(claim, reference, relations)
    else:
        yield from facts.compare(claim, reference, relations, publication)

"""Acts that happen once, told as done in one place and as still to come in another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.claim import Claim
from claimcheck.document import Publication
from claimcheck.evidence import Comparison
from claimcheck.verdict import Verdict

METHOD = "phases"
DONE, TO_COME = "done", "to come"

_LONG_AGO = 730  # days before publication after which a thing may have closed and begin anew


def compare(claims: Sequence[Claim], publication: Publication) -> Iterator[Comparison]:
    """Yield each act that is to come with the place where it is done."""
    done: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.relation == DONE and claim.attributed_to is None and _is_recent(claim, publication):
            for key in {claim.subject.referent, *claim.subject.represents.split("|")}:
                done[key].append(claim)
    for claim in claims:
        if claim.relation != TO_COME or claim.subject.referent not in done:
            continue
        other = next((c for c in done[claim.subject.referent] if not c.span.overlaps(claim.span)), None)
        if other is not None:
            steps = (f"done: {other.text}", f"to come: {claim.text}", f"the text is of {publication.date}")
            yield Comparison(claim, other, Verdict.REFUTED, METHOD, derivation=steps)


def _is_recent(claim: Claim, publication: Publication) -> bool:
    latest, published = claim.time.latest, publication.date.latest
    return latest is None or published is None or latest.until(published) < _LONG_AGO

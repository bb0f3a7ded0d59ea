"""Why a claim could not be compared, in the words that the report prints."""

from claimcheck.claim import PRONOUNS, Claim, Modality
from claimcheck.evidence import Comparison
from claimcheck.verdict import Verdict

OPEN = "only its wording could decide"
POSSIBLE = "it is said to be possible, wished or feared"
HYPOTHETICAL = "it stands under a condition"
NOT_IN_REFERENCE = "not in the reference tables"
NO_DATE = "it depends on a publication date that is not known"
UNIDENTIFIED = "the text does not say for certain who or what is meant"
UNKNOWN_TIME = "the text does not say for which time"


def not_comparable(claim: Claim) -> str:
    """Return why the claim as it stands can be held against nothing, or ""."""
    if claim.open:
        return OPEN
    if claim.modality is Modality.POSSIBLE:
        return POSSIBLE
    if claim.modality is Modality.HYPOTHETICAL:
        return HYPOTHETICAL
    if claim.subject.text in PRONOUNS or claim.object.text in PRONOUNS:
        return UNIDENTIFIED
    if claim.restriction:
        return f"it is limited: {', '.join(claim.restriction)}"
    return ""


def unknown(claim: Claim, reason: str, method: str = "table", derivation: tuple[str, ...] = ()) -> Comparison:
    """Return the comparison that did not come about."""
    return Comparison(claim, None, Verdict.NOT_ENOUGH_INFO, method, reason=reason, derivation=derivation)

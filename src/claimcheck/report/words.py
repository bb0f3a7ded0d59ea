"""The words in which reports speak to people."""

from collections.abc import Mapping

from claimcheck.claim import Claim
from claimcheck.coverage import outcomes
from claimcheck.document import DateSource, Publication
from claimcheck.evidence import Comparison
from claimcheck.pairing.reasons import HYPOTHETICAL, NOT_IN_REFERENCE, POSSIBLE
from claimcheck.verdict import Verdict

__all__ = ["outcomes", "publication", "shown", "verdict"]

_DATED = {
    DateSource.GIVEN: "as given",
    DateSource.METADATA: "from the front matter",
    DateSource.DATELINE: "from the dateline",
    DateSource.INFERRED: "inferred",
    DateSource.UNKNOWN: "unknown",
}


def verdict(claim: Claim, ended: Mapping[str, Comparison]) -> str:
    """Return how the claim ended, in words that judge no truth."""
    comparison = ended.get(claim.id)
    if comparison is None:
        return "could not be compared"
    if comparison.verdict is Verdict.SUPPORTED:
        return "supported by reference"
    if comparison.verdict is Verdict.REFUTED:
        return "contradicts itself" if isinstance(comparison.evidence, Claim) else "differs from reference"
    if comparison.reason in {POSSIBLE, HYPOTHETICAL}:
        return "not checkable"
    return "not in reference" if NOT_IN_REFERENCE in comparison.reason else "could not be compared"


def publication(known: Publication) -> str:
    """Return the publication date and how it is known."""
    if not known.known:
        return "unknown; nothing that depends on it was checked"
    reason = f": {known.reason}" if known.reason else ""
    return f"{known.date} ({_DATED[known.source]}{reason})"


def shown(text: str) -> str:
    """Return hostile text with everything made visible that a terminal would obey: controls, escapes, text direction."""
    return "".join(c if c.isprintable() or c == " " else _escaped(c) for c in text)


def _escaped(character: str) -> str:
    if character in "\n\t\r":
        return " "
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

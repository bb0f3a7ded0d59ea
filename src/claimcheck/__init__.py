"""The public names."""

from claimcheck.analysis import Analysis
from claimcheck.api import check
from claimcheck.claim import Argument, Claim, Mention, Modality
from claimcheck.document import Document, Span
from claimcheck.errors import ClaimcheckError, InputError, ModelError, SettingsError, TableError
from claimcheck.evidence import Comparison, Fact
from claimcheck.finding import Conflict, Finding, Severity
from claimcheck.verdict import Verdict

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Argument",
    "Claim",
    "ClaimcheckError",
    "Comparison",
    "Conflict",
    "Document",
    "Fact",
    "Finding",
    "InputError",
    "Mention",
    "Modality",
    "ModelError",
    "SettingsError",
    "Severity",
    "Span",
    "TableError",
    "Verdict",
    "check",
]

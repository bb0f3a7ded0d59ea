"""Documents after the check, and a whole run."""

from dataclasses import dataclass

from claimcheck.analysis import Analysis
from claimcheck.document import Document
from claimcheck.finding import Finding


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many sentences and claims there are, and how the claims ended."""

    sentences: int
    claims: int
    supported: int
    refuted: int
    not_in_reference: int
    not_comparable: int
    not_checkable: int


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """A document (its publication date settled) with what was found in it."""

    document: Document
    analysis: Analysis
    findings: tuple[Finding, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be checked, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class TableSummary:
    """A reference table of the run: name, number of rows, digest of its file."""

    name: str
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Run:
    """All that a report needs: each input checked or failed, in the order given, and what they were checked with.

    `problems` say why nothing could be checked at all (a table or an option that cannot be used).
    """

    results: tuple[CheckedDocument | Failure, ...]
    tables: tuple[TableSummary, ...] = ()
    language: str = ""
    nli: str | None = None
    problems: tuple[str, ...] = ()

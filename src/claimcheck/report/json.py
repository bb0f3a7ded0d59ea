"""The JSON contract, version 1: one object, also on failure."""

import json
from collections.abc import Mapping
from typing import TypeAlias

from claimcheck.checked import CheckedDocument, Failure, Run
from claimcheck.claim import Argument, Claim
from claimcheck.coverage import outcomes
from claimcheck.document import Document, Publication, Span
from claimcheck.evidence import Comparison, Fact
from claimcheck.finding import Finding
from claimcheck.values.date import Date
from claimcheck.values.quantity import Quantity
from claimcheck.verdict import Verdict

SCHEMA_VERSION = "1"

_Object: TypeAlias = dict[str, object]


def render(run: Run, version: str) -> str:
    """Return the run as JSON text, ending in a line break; the same run gives the same bytes."""
    return json.dumps(_run(run, version), ensure_ascii=False, indent=2).translate(CONTROLS) + "\n"


CONTROLS = {code: f"\\u{code:04x}" for code in (0x7F, *range(0x80, 0xA0), 0x2028, 0x2029, *range(0xD800, 0xE000))}


def _run(run: Run, version: str) -> _Object:
    failures = [r for r in run.results if isinstance(r, Failure)]
    return {
        "schema_version": SCHEMA_VERSION,
        "claimcheck_version": version,
        "complete": not failures and bool(run.results),
        "incomplete": [f"{f.path}: {f.reason}" for f in failures] + ([] if run.results else list(run.problems)),
        "models": {"language": run.language, "nli": run.nli},
        "tables": [{"name": t.name, "rows": t.rows, "sha256": t.sha256} for t in run.tables],
        "documents": [_failure(r) if isinstance(r, Failure) else _document(r) for r in run.results],
    }


def _failure(failure: Failure) -> _Object:
    return {
        "path": failure.path,
        "sha256": None,
        "status": "error",
        "error": failure.reason,
        "date": _publication(Publication.unknown()),
        "parts": [],
        "claims": [],
        "findings": [],
        "coverage": dict.fromkeys(_COVERAGE, 0),
    }


_COVERAGE = ("sentences", "claims", "supported", "refuted", "not_in_reference", "not_comparable", "not_checkable")


def _document(checked: CheckedDocument) -> _Object:
    document, analysis = checked.document, checked.analysis
    ended = outcomes(analysis)
    evidence = _evidence_by_claim(analysis.comparisons)
    return {
        "path": document.name,
        "sha256": document.sha256,
        "status": "ok",
        "error": None,
        "date": _publication(document.publication),
        "parts": [{"kind": p.kind.value, "start": p.span.start, "end": p.span.end} for p in document.parts],
        "claims": [claim_object(c, ended.get(c.id), evidence.get(c.id, [])) for c in analysis.claims],
        "findings": [finding_object(f, document) for f in checked.findings],
        "coverage": {name: getattr(checked.coverage, name) for name in _COVERAGE},
    }


def _publication(publication: Publication) -> _Object:
    return {**_interval(publication.date), "source": publication.source.value, "reason": publication.reason}


def _interval(date: Date) -> _Object:
    return {
        "earliest": str(date.earliest) if date.earliest else None,
        "latest": str(date.latest) if date.latest else None,
    }


def _evidence_by_claim(comparisons: tuple[Comparison, ...]) -> Mapping[str, list[Comparison]]:
    found: dict[str, list[Comparison]] = {}
    for comparison in comparisons:
        if comparison.evidence is not None and comparison.verdict is not Verdict.NOT_ENOUGH_INFO:
            found.setdefault(comparison.claim.id, []).append(comparison)
    return found


def claim_object(claim: Claim, ended: Comparison | None, evidence: list[Comparison]) -> _Object:
    """Return a claim, how it ended, and what it was held against."""
    return {
        "id": claim.id,
        "text": claim.text,
        "start": claim.span.start,
        "end": claim.span.end,
        "subject": _argument(claim.subject),
        "relation": claim.relation,
        "object": _argument(claim.object),
        "time": _interval(claim.time),
        "restriction": list(claim.restriction),
        "negated": claim.negated,
        "modality": claim.modality.value,
        "place": _argument(claim.place) if claim.place else None,
        "quantity": _quantity(claim.object.value) if isinstance(claim.object.value, Quantity) else None,
        "attributed_to": _argument(claim.attributed_to) if claim.attributed_to else None,
        "verdict": (ended.verdict if ended else Verdict.NOT_ENOUGH_INFO).value,
        "reason": ended.reason if ended else "",
        "evidence": [evidence_object(c.evidence) for c in evidence],
    }


def _quantity(quantity: Quantity) -> _Object:
    """Return the bounds as decimal strings, null where one is open."""
    low, high = (None if end is None else f"{end:f}" for end in (quantity.low, quantity.high))
    return {"low": low, "high": high, "unit": quantity.unit, "exact": quantity.exact}


def _argument(argument: Argument) -> _Object:
    return {"text": argument.text, "start": argument.span.start, "end": argument.span.end}


def evidence_object(evidence: Claim | Fact | None) -> _Object:
    """Return what a claim is held against: a row of a table, or another claim."""
    if isinstance(evidence, Fact):
        source = evidence.source
        return {
            "kind": "fact",
            "table": source.table,
            "row": source.row,
            "column": source.column,
            "source": source.publisher,
            "claim": None,
            "text": evidence.text,
        }
    claim = evidence.id if evidence else None
    return {"kind": "claim", "table": None, "row": None, "claim": claim, "text": evidence.text if evidence else ""}


def finding_object(finding: Finding, document: Document) -> _Object:
    """Return a finding with all its places."""
    conflict = finding.conflict
    spans = [(conflict.span, "primary", conflict.label)] + [(n.span, "related", n.label) for n in conflict.notes]
    return {
        "id": finding.id,
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity.word,
        "message": conflict.message,
        "method": conflict.method,
        "score": conflict.score,
        "attributed_to": _argument(conflict.speaker) if conflict.speaker else None,
        "spans": [_span(span, document, role, label) for span, role, label in spans],
        "claims": list(conflict.claims),
        "evidence": [evidence_object(fact) for fact in conflict.evidence],
        "derivation": list(conflict.derivation),
        "suggestions": [
            {"start": s.span.start, "end": s.span.end, "replacement": s.replacement, "why": s.why} for s in conflict.suggestions
        ],
    }


def _span(span: Span, document: Document, role: str, label: str) -> _Object:
    position = document.position(span.start)
    return {
        "start": span.start,
        "end": span.end,
        "line": position.line,
        "column": position.column,
        "text": document[span],
        "role": role,
        "label": label,
    }

"""Why a sentence was flagged or was not: what was read in it, what each claim was held against, and what was let pass."""

import json
from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule as Line
from rich.table import Table
from rich.text import Text

from claimcheck.checked import CheckedDocument
from claimcheck.claim import Claim, Mention, Value
from claimcheck.coverage import outcomes
from claimcheck.document import Document, PartKind, Span
from claimcheck.evidence import Comparison, Fact
from claimcheck.examined import Examined, ExaminedClaim, apart
from claimcheck.report.json import CONTROLS, SCHEMA_VERSION, claim_object, evidence_object, finding_object
from claimcheck.report.words import publication, shown
from claimcheck.values.date import Date
from claimcheck.values.name import Name
from claimcheck.values.time import Period, Recurrence, Time
from claimcheck.verdict import Verdict

_BESIDE = 4  # claims about the same thing that are listed
_STYLES = {Verdict.REFUTED: "bold red", Verdict.SUPPORTED: "green", Verdict.NOT_ENOUGH_INFO: "dim"}


def render(checked: CheckedDocument, examined: Sequence[Examined], console: Console) -> None:
    """Print what is known of each sentence."""
    document = checked.document
    console.print(Line(Text(shown(document.name), "bold"), align="left", style="dim"))
    console.print(Text(f"published: {shown(publication(document.publication))}", "dim"))
    for one in examined:
        console.print(_sentence(one, document))
    console.print(Text("only values were compared (dates, numbers, names): this version compares no wording", "dim"))


def _sentence(one: Examined, document: Document) -> RenderableType:
    head = Text.assemble((f"{_place(document, one.span)} ", "dim"), (f"“{shown(document.words(one.span))}”", "bold"))
    rows: list[RenderableType] = [Text(), head, *(Padding(row, (0, 0, 0, 2)) for row in _rows(one, document))]
    return Group(*rows)


def _rows(one: Examined, document: Document) -> Iterator[RenderableType]:
    if one.kind is PartKind.FURNITURE and not one.claims:
        yield Text("page furniture (navigation, teasers, notices): nothing is read there, so nothing was checked")
        return
    yield from _findings(one)
    yield from _read(one, document)
    for claim in one.claims:
        yield _claim(claim, document)
    yield from _reckoned(one)
    yield from _silence(one, document)


def _findings(one: Examined) -> Iterator[Text]:
    if not one.findings:
        yield Text("not flagged: no rule found a conflict that touches it")
    for finding in one.findings:
        message = f": {shown(finding.conflict.message)}"
        yield Text.assemble((f"flagged ({finding.severity.word}) ", "bold red"), (finding.rule, "bold"), message)


def _read(one: Examined, document: Document) -> Iterator[RenderableType]:
    if not one.mentions:
        yield Text("read: no date, number or name")
        return
    grid = _grid()
    for number, mention in enumerate(one.mentions):
        label = "" if number else "read"
        grid.add_row(label, Text(shown(f"“{document.words(mention.span)}” {mention.type}{_meaning(mention)}")))
    yield grid


def _meaning(mention: Mention) -> str:
    said = in_words(mention.value)
    return f", {said}" if said else ""


def in_words(value: Value) -> str:
    """Return a value as it was understood, "" for a name."""
    match value:
        case Name():
            return ""
        case Time():
            return _time(value)
        case Period():
            ends = [f"{word} {_time(end)}" for word, end in (("from", value.start), ("to", value.end)) if end.date.known]
            return " ".join(ends) or "of unknown ends"
        case Recurrence():
            return f"every {value.count} {value.unit.value}"
        case _:
            return str(value)


def _time(value: Time) -> str:
    if not value.date.known:
        return "on days that are not known"
    day = str(value.date)
    return f"about {day}" if value.approximate else day


def _claim(one: ExaminedClaim, document: Document) -> RenderableType:
    grid = _grid()
    grid.add_row(one.claim.id, Text(shown(one.claim.text), "bold"))
    grid.add_row("", Text(shown("; ".join(_frame(one.claim))), "dim"))
    for comparison in one.comparisons:
        for label, line in _comparison(one.claim, comparison, document):
            grid.add_row(label, line)
    if not one.comparisons:
        grid.add_row("", Text("held against nothing: no other claim, and no row of a table, tells the same of the same thing"))
    for number, other in enumerate(one.beside[:_BESIDE]):
        label = "" if number else "beside"
        grid.add_row(label, Text(shown(f"{_quoted(other, document)}: {apart(one.claim, other)}"), "dim"))
    return grid


def _frame(claim: Claim) -> Iterator[str]:
    yield f"said by {claim.attributed_to.text}" if claim.attributed_to else "in the author's voice"
    yield claim.modality.value + (", denied" if claim.negated else "") + (", of the past" if claim.past else "")
    if claim.time != Date(None, None):
        yield f"time {claim.time}"
    if claim.place is not None:
        yield f"place {claim.place.text}"
    if claim.object.value is not None and (said := in_words(claim.object.value)):
        yield f"value {said}"
    if claim.restriction:
        yield f"limited: {', '.join(claim.restriction)}"
    if claim.total:
        yield "of all there are"
    if not claim.subject.referent:
        yield "its subject is not identified"
    if claim.open:
        yield "in the text's own words only"


def _comparison(claim: Claim, comparison: Comparison, document: Document) -> Iterator[tuple[str, Text]]:
    other = comparison.evidence if comparison.claim.id == claim.id else comparison.claim
    yield "", Text(shown(_ended(comparison, other, document)), _STYLES[comparison.verdict])
    for number, step in enumerate(comparison.derivation):
        yield ("" if number else "because"), Text(shown(step))


def _ended(comparison: Comparison, other: Claim | Fact | None, document: Document) -> str:
    """Return how a comparison ended, in words that judge no truth."""
    reason = f": {comparison.reason}" if comparison.reason else ""
    if other is None:
        return f"could not be held against anything{reason}"
    what = _quoted(other, document) if isinstance(other, Claim) else f"{other.source} ({other.text})"
    if comparison.verdict is Verdict.REFUTED:
        return f"{'contradicts' if isinstance(other, Claim) else 'differs from'} {what}{reason}"
    if comparison.verdict is Verdict.SUPPORTED:
        return f"supported by {what}{reason}"
    return f"close to {what} and let pass{reason}"


def _reckoned(one: Examined) -> Iterator[Text]:
    for reckoning in one.reckonings:
        if reckoning.verdict is not Verdict.REFUTED:  # which a finding tells
            ended = "it comes out" if reckoning.verdict is Verdict.SUPPORTED else f"let pass: {reckoning.reason}"
            yield Text(shown(f"{reckoning.sort.value}: {reckoning.conflict.message}; {ended}"))


def _silence(one: Examined, document: Document) -> Iterator[Text]:
    """Yield what could not be held against anything, and why."""
    if not one.claims:
        yield Text("no claim was read in it, so it was held against no other sentence and no table")
    if one.unused:
        words = ", ".join(f"“{document.words(m.span)}”" for m in one.unused)
        yield Text(shown(f"in no claim: {words}; held only against the calendar and the numbers beside it"))


def _quoted(claim: Claim, document: Document) -> str:
    return f"{claim.id} at {_place(document, claim.span)} “{claim.text}”"


def _place(document: Document, span: Span) -> str:
    position = document.position(span.start)
    return f"{position.line}:{position.column}"


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", justify="right", no_wrap=True, min_width=7)
    grid.add_column(overflow="fold")
    return grid


# as JSON


def render_json(query: str, path: str, checked: CheckedDocument | None, examined: Sequence[Examined], error: str | None) -> str:
    """Return the same as one JSON object, also on failure; its parts are those of `check --output-format json`."""
    sentences = [_object(one, checked) for one in examined] if checked else []
    written = {"schema_version": SCHEMA_VERSION, "path": path, "query": query, "error": error, "sentences": sentences}
    return json.dumps(written, ensure_ascii=False, indent=2).translate(CONTROLS) + "\n"


def _object(one: Examined, checked: CheckedDocument) -> dict[str, object]:
    document, ended = checked.document, outcomes(checked.analysis)
    return {
        "start": one.span.start,
        "end": one.span.end,
        "kind": one.kind.value,
        "text": document[one.span],
        "mentions": [
            {"start": m.span.start, "end": m.span.end, "type": m.type, "value": in_words(m.value), "rule": m.rule}
            for m in one.mentions
        ],
        "claims": [
            {
                **claim_object(e.claim, ended.get(e.claim.id), []),
                "comparisons": [_comparison_object(e.claim, c) for c in e.comparisons],
                "beside": [{"claim": c.id, "reason": apart(e.claim, c)} for c in e.beside],
            }
            for e in one.claims
        ],
        "reckonings": [
            {"sort": r.sort.value, "verdict": r.verdict.value, "reason": r.reason, "message": r.conflict.message}
            for r in one.reckonings
        ],
        "findings": [finding_object(f, document) for f in one.findings],
    }


def _comparison_object(claim: Claim, comparison: Comparison) -> dict[str, object]:
    other = comparison.evidence if comparison.claim.id == claim.id else comparison.claim
    return {
        "verdict": comparison.verdict.value,
        "reason": comparison.reason,
        "evidence": evidence_object(other) if other is not None else None,
        "derivation": list(comparison.derivation),
    }

"""The report that a fact-checker prints: each finding with both places, evidence and arithmetic, then the coverage."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule as Line
from rich.table import Table
from rich.text import Text

from claimcheck.checked import CheckedDocument, Failure, Run
from claimcheck.document import Document, PartKind, Span
from claimcheck.evidence import Comparison, Fact
from claimcheck.finding import Conflict, Finding, Severity
from claimcheck.report.words import outcomes, publication, shown, verdict
from claimcheck.values.name import Name
from claimcheck.verdict import Verdict

_SYMBOLS = {Severity.ERROR: "✗", Severity.WARNING: "▲", Severity.INFO: "·"}
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
_AROUND = 160  # characters of a long sentence shown on either side of what is marked
_REASONS = 6  # kinds of reasons listed under what could not be checked


def render(run: Run, console: Console) -> None:
    """Print the report of the run."""
    for result in run.results:
        if isinstance(result, Failure):
            console.print(Text(f"✗ {shown(result.path)}: not checked: {shown(result.reason)}", "bold red"))
        else:
            console.print(_document(result))
    if any(isinstance(result, CheckedDocument) for result in run.results):
        console.print(_checked_with(run))


def _document(checked: CheckedDocument) -> RenderableType:
    findings = [item for finding in checked.findings for item in (_finding(finding, checked.document), Text())]
    silent = [] if findings else [Text("nothing found in what could be checked (see below)"), Text()]
    return Group(_head(checked), Text(), *findings, *silent, _coverage(checked), Text())


def _head(checked: CheckedDocument) -> RenderableType:
    document = checked.document
    headline = next((document.words(p.span) for p in document.parts if p.kind is PartKind.HEADLINE), "")
    title = Text(shown(document.name), "bold")
    lines = [Line(title, align="left", style="dim")]
    body = [Text(shown(headline), "italic")] if headline else []
    return Group(*lines, *body, Text(f"published: {shown(publication(document.publication))}", "dim"), *_notes(document))


def _notes(document: Document) -> list[Text]:
    return [Text(shown(note), "yellow") for note in document.notes]


# findings


def _finding(finding: Finding, document: Document) -> RenderableType:
    conflict = finding.conflict
    style = _STYLES[finding.severity]
    head = Text.assemble((f"{_SYMBOLS[finding.severity]} {finding.severity.word}", style), "  ", (finding.rule, "bold"))
    if conflict.speaker is not None:
        head.append(f"   said by {shown(conflict.speaker.text)}", "magenta")
    rows: list[RenderableType] = [head, Text(shown(conflict.message))]
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, content in _details(conflict, document, style):
        grid.add_row(label, content)
    return Group(*rows[:1], *(Padding(row, (0, 0, 0, 2)) for row in (*rows[1:], grid)))


def _details(conflict: Conflict, document: Document, style: str) -> Iterator[tuple[str, Text]]:
    yield _place(document, conflict.span), _marked(document, conflict.span, f"{style} underline")
    for note in conflict.notes:
        yield _place(document, note.span), _marked(document, note.span, "bold underline")
    for number, line in enumerate(_rows(conflict.evidence)):
        yield ("" if number else "reference"), Text(shown(line))
    for number, step in enumerate(conflict.derivation):
        yield ("" if number else "because"), Text(shown(step))
    for suggestion in conflict.suggestions:
        yield "perhaps", Text(f"{shown(suggestion.replacement)} ({shown(suggestion.why)})")


def _rows(facts: Iterable[Fact]) -> Iterator[str]:
    """Yield a line for each row of evidence: what its cells say, the table, the row, and who published it."""
    for _, cells in groupby(facts, key=lambda f: (f.source.table, f.source.row, f.relation)):
        first, *others = cells
        more = "".join(f", {f.object.text if isinstance(f.object, Name) else f.object}" for f in others)
        publisher = f"; {first.source.publisher}" if first.source.publisher else ""
        yield f"{first.text}{more}  [{first.source.table}, row {first.source.row}{publisher}]"


def _place(document: Document, span: Span) -> str:
    position = document.position(span.start)
    return f"{position.line}:{position.column}"


def _marked(document: Document, span: Span, style: str) -> Text:
    """Return the sentence (or what fits of it) around the span, with the span marked."""
    text = document.text
    part = next((p.span for p in document.parts if p.span.contains(span)), Span(0, len(text)))
    start, end = max(part.start, span.start - _AROUND), min(part.end, span.end + _AROUND)
    before, after = text[start : span.start], text[span.end : end]
    for mark in (". ", "? ", "! ", ".” ", '." '):
        before = before.rpartition(mark)[2] if mark in before else before
        after = after.partition(mark)[0] + mark.strip() if mark in after else after
    opened = "…" if start > part.start and len(before) == span.start - start else ""
    closed = "…" if end < part.end and len(after) == end - span.end else ""
    return Text.assemble(opened + shown(before), (shown(text[span.start : span.end]), style), shown(after) + closed)


# coverage


def _coverage(checked: CheckedDocument) -> RenderableType:
    counts = checked.coverage
    severities = Counter(f.severity for f in checked.findings)
    found = ", ".join(f"{n} {s.word}" for s, n in sorted(severities.items(), reverse=True)) or "none"
    furniture = sum(p.kind is PartKind.FURNITURE for p in checked.document.parts)
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row("findings", found)
    grid.add_row("checked", f"{counts.sentences} sentences, {counts.claims} claims; {furniture} parts left out as page furniture")
    grid.add_row("claims", f"{counts.supported} supported, {counts.refuted} refuted, {counts.not_in_reference} not in reference,")
    grid.add_row("", f"{counts.not_comparable} could not be compared, {counts.not_checkable} not checkable")
    for label, line in _unchecked(checked):
        grid.add_row(label, line)
    return Group(Text("What was checked and what could not be", "bold"), Padding(grid, (0, 0, 0, 2)))


def _unchecked(checked: CheckedDocument) -> Iterator[tuple[str, Text]]:
    """Yield the most frequent reasons why claims were not decided, each with an example."""
    ended = outcomes(checked.analysis)
    open_ends = [c for c in checked.analysis.claims if _is_open(ended.get(c.id))]
    reasons = Counter(_reason(ended.get(c.id)) for c in open_ends)
    for number, (reason, count) in enumerate(reasons.most_common(_REASONS)):
        example = next(c.text for c in open_ends if _reason(ended.get(c.id)) == reason)
        short = example if len(example) <= 70 else f"{example[:69]}…"
        yield ("" if number else "undecided"), Text(f"{count} × {shown(reason)}, as “{shown(short)}”")


def _is_open(comparison: Comparison | None) -> bool:
    return comparison is None or comparison.verdict is Verdict.NOT_ENOUGH_INFO


def _reason(comparison: Comparison | None) -> str:
    if comparison is None or not comparison.reason:
        return "nothing to hold it against"
    return "it is limited by a modifier" if comparison.reason.startswith("it is limited") else comparison.reason


def _checked_with(run: Run) -> RenderableType:
    rows = sum(table.rows for table in run.tables)
    tables = ", ".join(t.name for t in run.tables if not t.name.startswith("world/"))
    own = f", among them {shown(tables)}" if tables else ""
    nli = run.nli or "off: wording was not compared"
    return Text(f"tables: {len(run.tables)} with {rows:,} rows{own}; language: {shown(run.language)}; NLI: {nli}", "dim")


# claims


def render_claims(run: Run, console: Console) -> None:
    """Print the claims of the run, each with who says it, in which world, and how it ended."""
    for result in run.results:
        if isinstance(result, Failure):
            console.print(Text(f"✗ {shown(result.path)}: not checked: {shown(result.reason)}", "bold red"))
            continue
        ended = outcomes(result.analysis)
        table = Table(title=Text(shown(result.document.name), "bold"), title_justify="left", box=None, header_style="dim")
        for column in ("", "claim", "said by", "world", "verdict"):
            table.add_column(column, overflow="fold")
        for claim in result.analysis.claims:
            speaker = claim.attributed_to.text if claim.attributed_to else ""
            world = claim.modality.value + (", denied" if claim.negated else "")
            table.add_row(
                claim.id,
                Text(shown(claim.text)),
                Text(shown(speaker)),
                world,
                Text(verdict(claim, ended), _verdict_style(ended.get(claim.id))),
            )
        console.print(table)


def _verdict_style(comparison: Comparison | None) -> str:
    if comparison is None or comparison.verdict is Verdict.NOT_ENOUGH_INFO:
        return "dim"
    return "green" if comparison.verdict is Verdict.SUPPORTED else "bold red"

"""One line a finding: path:line:column: severity rule message."""

from claimcheck.checked import CheckedDocument, Failure, Run
from claimcheck.finding import Finding
from claimcheck.report.words import shown


def render(run: Run) -> str:
    """Return the findings of the run, and its failures, one a line."""
    lines = [line for result in run.results for line in _lines(result)]
    return "".join(f"{line}\n" for line in lines)


def _lines(result: CheckedDocument | Failure) -> list[str]:
    if isinstance(result, Failure):
        return [shown(f"{result.path}: not checked: {result.reason}")]
    return [_line(result, finding) for finding in result.findings]


def _line(checked: CheckedDocument, finding: Finding) -> str:
    conflict = finding.conflict
    place = checked.document.position(conflict.span.start)
    speaker = f" (said by {conflict.speaker.text})" if conflict.speaker else ""
    head = f"{checked.document.name}:{place.line}:{place.column}: {finding.severity.word} {finding.rule}"
    return shown(f"{head}: {conflict.message}{speaker}")

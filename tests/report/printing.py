"""A run over texts, for tests of reports."""

from dataclasses import replace
from io import StringIO

from rich.console import Console

from claimcheck.checked import CheckedDocument, Run
from claimcheck.pipeline import Checker
from claimcheck.read import read_text
from claimcheck.report import terminal


def checked(checker: Checker, text: str, name: str = "article.txt", notes: tuple[str, ...] = ()) -> CheckedDocument:
    """Return the checked document of a text."""
    return checker.check(replace(read_text(text, name), notes=notes))


def run(checker: Checker, *documents: CheckedDocument) -> Run:
    """Return the run that ended with these documents."""
    return Run(documents, checker.tables, checker.language)


def printed(run_: Run, *, claims: bool = False, width: int = 100) -> str:
    """Return the terminal report, uncoloured."""
    console = Console(file=StringIO(), width=width, force_terminal=False, highlight=False, markup=False, emoji=False)
    (terminal.render_claims if claims else terminal.render)(run_, console)
    return console.file.getvalue()  # type: ignore[attr-defined]  # its file is a StringIO

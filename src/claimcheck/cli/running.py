"""From the inputs of a command line to a checked run, failures kept beside what went well."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.checked import CheckedDocument, Failure, Run
from claimcheck.document import DateSource, Document, Publication
from claimcheck.errors import ClaimcheckError, InputError
from claimcheck.read import find_inputs, read_file
from claimcheck.report.words import shown
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

    from claimcheck.pipeline import Checker

DEMO_NAME = "article.txt (demo)"
DEMO = Path(__file__).parents[1] / "demo" / "article.txt"


def run(settings: Settings, arguments: Iterable[str]) -> Run:
    """Return the run over all inputs that the arguments name; what cannot be checked is a failure of its own.

    Raises:
        ClaimcheckError: a table, an option or the language pipeline cannot be used, so nothing can be checked.
    """
    from claimcheck.pipeline import Checker

    checker = Checker(settings)
    inputs = list(find_inputs(arguments))
    results = []
    with _progress(len(inputs)) as advance:
        for one in inputs:
            results.append(_check(checker, settings, one))
            advance()
    return Run(tuple(results), checker.tables, checker.language)


def _check(checker: "Checker", settings: Settings, one: "Path | None | InputError") -> CheckedDocument | Failure:
    name = "-" if one is None else str(one)
    try:
        if isinstance(one, InputError):
            raise one
        document = _dated(read_file(one), settings)
        if one == DEMO:  # where the program is installed tells a reader nothing
            document = replace(document, name=DEMO_NAME)
    except InputError as error:
        told = str(error)
        path = told.partition(": ")[0] if isinstance(one, InputError) else name
        remark(told)
        return Failure(path, told.removeprefix(f"{path}: "))
    for note in document.notes:
        remark(note)
    return checker.check(document)


def _dated(document: Document, settings: Settings) -> Document:
    if settings.date is None:
        return document
    return replace(document, publication=Publication(settings.date, DateSource.GIVEN))


def remark(message: str) -> None:
    """Tell the user one line on standard error."""
    click.echo(f"claimcheck: {shown(message)}", err=True)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """Show progress on standard error if a person watches and there is more than one input."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("checking", total=total)
        yield lambda: progress.advance(task)


def console(color: str, output: Path | None) -> "Console":
    """Return a console that keeps what is printed, coloured as asked, as wide as the terminal."""
    from io import StringIO

    from rich.console import Console

    tty = output is None and sys.stdout.isatty()
    force = {"always": True, "never": False, "auto": tty}[color]
    width = None if tty else 100
    plain = color == "never" or (color == "auto" and not tty)
    return Console(
        file=StringIO(), force_terminal=force, no_color=plain or None, width=width, highlight=False, markup=False, emoji=False
    )


def printed(target: "Console") -> str:
    """Return what a console of `console` has kept."""
    return str(target.file.getvalue())  # type: ignore[attr-defined]  # its file is a StringIO


def write(text: str, output: Path | None) -> None:
    """Write the report to standard output, or to a file that is complete or not there at all.

    Raises:
        InputError: the file cannot be written.
    """
    if output is None:
        click.echo(text, nl=False)
        return
    partial = output.with_name(f".{output.name}.partial")
    try:
        partial.write_text(text, encoding="utf-8", errors="backslashreplace")
        partial.replace(output)
    except OSError as error:
        raise InputError(f"{output}: cannot be written: {error.strerror or error}") from error


def failed(error: ClaimcheckError) -> Run:
    """Return the run in which nothing could be checked, having told the user why."""
    remark(str(error))
    return Run((), problems=(str(error),))

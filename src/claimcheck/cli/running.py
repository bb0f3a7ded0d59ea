"""From the inputs of a command line to a checked run, failures kept beside what went well."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn

import click

from claimcheck.checked import CheckedDocument, Failure, Run
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
            results.append(_checked(checker, settings, one))
            advance()
    return Run(tuple(results), checker.tables, checker.language)


def _checked(checker: "Checker", settings: Settings, one: Path | None | Failure) -> CheckedDocument | Failure:
    if isinstance(one, Failure):
        remark(f"{one.path}: {one.reason}")
        return one
    name = "-" if one is None else str(one)
    try:
        document = read_file(one)
        if one == DEMO:  # where the program is installed tells a reader nothing
            document = replace(document, name=DEMO_NAME)
    except InputError as error:
        remark(str(error))
        return Failure(name, str(error).removeprefix(f"{name}: "))
    for note in document.notes:
        remark(note)
    try:
        return checker.check(document)
    except ClaimcheckError:
        raise
    except Exception as error:  # a fault of the program in one document must not lose what the others gave
        reason = f"a fault of the program ({type(error).__name__}); please report it"
        remark(f"{name}: {reason}")
        return Failure(name, reason)


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
    colors: Literal["auto", "standard"] = "standard" if color == "always" else "auto"
    plain = {"always": False, "never": True, "auto": None if tty else True}[color]  # None: as NO_COLOR says
    return Console(
        file=StringIO(), force_terminal=force, color_system=colors, no_color=plain, width=width,
        highlight=False, markup=False, emoji=False,
    )  # fmt: skip


def printed(target: "Console") -> str:
    """Return what a console of `console` has kept."""
    return str(target.file.getvalue())  # type: ignore[attr-defined]  # its file is a StringIO


def write(text: str, output: Path | None) -> None:
    """Write the report to standard output, or to a file that is complete or not there at all.

    Raises:
        InputError: the file cannot be written.
    """
    if output is None:
        click.echo(text, nl=False, color=True)  # the console has decided on colour; click would take it out of a pipe
        return
    try:
        if output.exists() and not output.is_file():  # a device or a pipe is written to, never replaced
            output.write_text(text, encoding="utf-8", errors="backslashreplace")
        else:
            _replace(output.resolve(), text)
    except OSError as error:
        raise InputError(f"{output}: cannot be written: {error.strerror or error}") from error


def _replace(target: Path, text: str) -> None:
    """Put a file with the text in the place of `target`, in one step."""
    partial = target.with_name(f".{target.name}.partial")
    try:
        partial.write_text(text, encoding="utf-8", errors="backslashreplace")
        partial.replace(target)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


def finish(text: str, output: Path | None, status: int) -> NoReturn:
    """Write the report and end the command with the exit status; 2 if the report cannot be written."""
    try:
        write(text, output)
    except InputError as error:
        remark(str(error))
        status = 2
    raise click.exceptions.Exit(status)


def failed(error: ClaimcheckError) -> Run:
    """Return the run in which nothing could be checked, having told the user why."""
    remark(str(error))
    return Run((), problems=(str(error),))

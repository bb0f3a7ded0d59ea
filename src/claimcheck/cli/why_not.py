"""Tell why a sentence was flagged, or was not."""

from pathlib import Path
from typing import Any

import click

from claimcheck.checked import CheckedDocument, Failure, Run
from claimcheck.cli.options import settings, shared
from claimcheck.cli.running import console, finish, printed, remark, run
from claimcheck.errors import ClaimcheckError, InputError


@click.command("why-not")
@click.argument("file", metavar="FILE|-")
@click.argument("sentence")
@click.option("--output-format", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
@shared
def command(
    *, file: str, sentence: str, output_format: str, color: str, output: Path | None, device: str, **options: Any
) -> None:  # fmt: skip
    """Tell what was read in a SENTENCE of a document, what it was held against, and why it was let pass.

    A part of the sentence will do if it stands there once.
    Exit status: 0 it is told, 2 there is no such sentence or the document cannot be checked.
    """
    from claimcheck.examined import Examined, examine
    from claimcheck.report import why_not

    checked: CheckedDocument | None = None
    examined: tuple[Examined, ...] = ()
    error = ""
    try:
        result = _only(run(settings(**options), [file]))
        if isinstance(result, Failure):  # which the run has told already
            error = f"{result.path}: {result.reason}"
        else:
            checked, examined = result, examine(result, sentence)
    except ClaimcheckError as problem:
        error = str(problem)
        remark(error)
    if output_format == "json":
        text = why_not.render_json(sentence, file, checked, examined, error or None)
    else:
        target = console(color, output)
        if checked is not None and examined:
            why_not.render(checked, examined, target)
        text = printed(target)
    finish(text, output, 2 if error else 0)


def _only(done: Run) -> CheckedDocument | Failure:
    """Return the one document of the run.

    Raises:
        InputError: the run has several, those of a folder.
    """
    if len(done.results) != 1:
        raise InputError(f"one document is wanted, got {len(done.results)}; name the file that has the sentence")
    return done.results[0]

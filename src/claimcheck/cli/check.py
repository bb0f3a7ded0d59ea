"""Check documents and report."""

from pathlib import Path
from typing import Any

import click

import claimcheck
from claimcheck.checked import CheckedDocument, Failure, Run
from claimcheck.cli.options import LEVELS, settings, shared
from claimcheck.cli.running import DEMO, console, failed, finish, printed, run
from claimcheck.errors import ClaimcheckError
from claimcheck.finding import Severity
from claimcheck.settings import check_rule_names

FORMATS = ("terminal", "concise", "json")


@click.command("check")
@click.argument("inputs", metavar="[FILE|DIR|-]...", nargs=-1)
@click.option("--demo", is_flag=True, help="Check a sample article that comes with the program.")
@click.option("--select", metavar="RULE", multiple=True, help="Run only this rule; repeatable.")
@click.option("--ignore", metavar="RULE", multiple=True, help="Do not run this rule; repeatable.")
@click.option("--min-level", type=click.Choice(LEVELS), default="info", show_default=True, help="The least severity to report.")
@click.option("--fail-on", type=click.Choice([*LEVELS, "never"]), default="error", show_default=True,
              help="The least severity that makes the exit status 1.")  # fmt: skip
@click.option("--output-format", type=click.Choice(FORMATS), default="terminal", show_default=True)
@shared
def command(
    *, inputs: tuple[str, ...], demo: bool, select: tuple[str, ...], ignore: tuple[str, ...], min_level: str,
    fail_on: str, output_format: str, color: str, output: Path | None, device: str, **options: Any,
) -> None:  # fmt: skip
    """Check documents against themselves, the calendar, arithmetic and reference tables.

    Folders are searched for text and Markdown files; - is standard input.
    Exit status: 0 nothing at the fail level, 1 findings, 2 something could not be checked.
    """
    if demo == bool(inputs):
        raise click.UsageError("name files, folders or - to check, or give --demo")
    try:
        from claimcheck.rules import RULES

        check_rule_names([*select, *ignore], [rule.name for rule in RULES])
        chosen = settings(select=select, ignore=ignore, min_level=min_level, **options)
        done = run(chosen, [str(DEMO)] if demo else inputs)
        status = _status(done, fail_on)
    except ClaimcheckError as error:
        done, status = failed(error), 2
    finish(_render(done, output_format, color, output), output, status)


def _status(done: Run, fail_on: str) -> int:
    if any(isinstance(result, Failure) for result in done.results):
        return 2
    if fail_on == "never":
        return 0
    least = Severity[fail_on.upper()]
    findings = (f for r in done.results if isinstance(r, CheckedDocument) for f in r.findings)
    return int(any(f.severity >= least for f in findings))


def _render(done: Run, output_format: str, color: str, output: Path | None) -> str:
    """Return the report in the format asked for; the formats are imported when used."""
    if output_format == "json":
        from claimcheck.report import json

        return json.render(done, claimcheck.__version__)
    if output_format == "concise":
        from claimcheck.report import concise

        return concise.render(done)
    from claimcheck.report import terminal

    target = console(color, output)
    terminal.render(done, target)
    return printed(target)

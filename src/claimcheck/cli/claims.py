"""List the claims of documents with their verdicts."""

from pathlib import Path
from typing import Any

import click

import claimcheck
from claimcheck.checked import Failure, Run
from claimcheck.cli.options import settings, shared
from claimcheck.cli.running import console, failed, finish, printed, run
from claimcheck.errors import ClaimcheckError


@click.command("claims")
@click.argument("inputs", metavar="[FILE|DIR|-]...", nargs=-1, required=True)
@click.option("--output-format", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
@shared
def command(
    inputs: tuple[str, ...], output_format: str, color: str, output: Path | None, device: str, **options: Any
) -> None:  # fmt: skip
    """List what documents claim, who says so, and how each claim ended."""
    try:
        done = run(settings(**options), inputs)
        status = 2 if any(isinstance(result, Failure) for result in done.results) else 0
    except ClaimcheckError as error:
        done, status = failed(error), 2
    finish(_render(done, output_format, color, output), output, status)


def _render(done: Run, output_format: str, color: str, output: Path | None) -> str:
    if output_format == "json":
        from claimcheck.report import json

        return json.render(done, claimcheck.__version__)
    from claimcheck.report import terminal

    target = console(color, output)
    terminal.render_claims(done, target)
    return printed(target)

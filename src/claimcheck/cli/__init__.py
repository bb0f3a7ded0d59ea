"""Options in, exit code out; one command per file."""

import sys
from importlib import import_module

import click

_COMMANDS = ("check", "claims", "rule", "table", "why-not")


class _Commands(click.Group):
    """Commands that are imported when they are asked for, so that --help stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None."""
        if cmd_name not in _COMMANDS:
            return None
        command = import_module(f"claimcheck.cli.{cmd_name.replace('-', '_')}").command
        return command if isinstance(command, click.Command) else None


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="claimcheck", message="claimcheck %(version)s")
def cli() -> None:
    """Read a text like a relentless fact-checker: against itself, the calendar, arithmetic and reference tables.

    Everything runs on this machine.  Try: claimcheck check --demo
    """


def main() -> None:
    """Run the command line; exit 0 nothing found, 1 findings, 2 could not run, 130 interrupted."""
    if sys.stdout is None:
        if sys.stderr is not None:
            sys.stderr.write("claimcheck: standard output is closed; there is nowhere to report to\n")
        sys.exit(2)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = cli.main(prog_name="claimcheck", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code if error.exit_code == 2 else 2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    sys.exit(status if isinstance(status, int) else 0)

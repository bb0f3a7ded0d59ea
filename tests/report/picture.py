"""The picture of README and the snapshot of the terminal report: both on the packaged sample, as rich prints it.

`python tests/report/picture.py` writes the two; tests compare them with the program.
"""

from io import StringIO
from pathlib import Path

from rich.console import Console

from claimcheck.checked import Run
from claimcheck.cli.running import DEMO, run
from claimcheck.report import terminal
from claimcheck.settings import Settings

PICTURE = Path(__file__).parents[2] / "src" / "claimcheck" / "demo" / "report.svg"
SNAPSHOT = Path(__file__).parent / "snapshots" / "demo.txt"
WIDTH = 100


def sample() -> Run:
    """Return the run of `claimcheck check --demo`."""
    return run(Settings(), [str(DEMO)])


def draw(done: Run) -> str:
    """Return the report as SVG; the same report gives the same bytes."""
    console = Console(
        record=True, width=WIDTH, file=StringIO(), force_terminal=True, highlight=False, markup=False, emoji=False,
        _environ={},  # whatever NO_COLOR and TERM say here
    )  # fmt: skip
    terminal.render(done, console)
    return console.export_svg(title="claimcheck check --demo", unique_id="claimcheck")


def write(done: Run) -> str:
    """Return the report as it is printed to a file."""
    console = Console(width=WIDTH, file=StringIO(), force_terminal=False, highlight=False, markup=False, emoji=False)
    terminal.render(done, console)
    return console.file.getvalue()  # type: ignore[attr-defined]  # its file is a StringIO


if __name__ == "__main__":
    made = sample()
    PICTURE.write_text(draw(made), encoding="utf-8")
    SNAPSHOT.write_text(write(made), encoding="utf-8")

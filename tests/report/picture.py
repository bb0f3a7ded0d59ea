"""The picture of README: the report on the packaged sample, as rich draws it.

`python tests/report/picture.py` writes it; a test compares it with the file.
"""

from io import StringIO
from pathlib import Path

from rich.console import Console

from claimcheck.cli.running import DEMO, run
from claimcheck.report import terminal
from claimcheck.settings import Settings

PICTURE = Path(__file__).parents[2] / "src" / "claimcheck" / "demo" / "report.svg"
WIDTH = 100


def draw() -> str:
    """Return the SVG of `claimcheck check --demo`; the same report gives the same bytes."""
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True, highlight=False, markup=False, emoji=False)
    terminal.render(run(Settings(), [str(DEMO)]), console)
    return console.export_svg(title="claimcheck check --demo", unique_id="claimcheck")


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")

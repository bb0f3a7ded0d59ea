"""`claimcheck table show` and `claimcheck table check`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimcheck.cli import cli

GOOD = "hall,seats,opened,source\nElm Hall,640,1911,Register\nAsh Hall,12,1899,Register\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Return a small table."""
    path = tmp_path / "halls.csv"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_show(table: Path) -> None:
    """Show says what each column is taken for, in words and as JSON."""
    shown = CliRunner().invoke(cli, ["table", "show", str(table)])
    assert shown.exit_code == 0
    assert "halls.csv: wide (each row a hall), 2 rows" in shown.output
    told = json.loads(CliRunner().invoke(cli, ["table", "show", str(table), "--output-format", "json"]).output)
    assert [c["relation"] for c in told["columns"]] == [None, "seats", "opened on", None]


def test_check(table: Path) -> None:
    """Check ends with 0 for a good table, 1 for one to mend, 2 for one that cannot be read."""
    run = CliRunner().invoke
    assert run(cli, ["table", "check", str(table)]).exit_code == 0
    bad = table.with_name("bad.csv")
    bad.write_text(GOOD.replace("640", "-640"), encoding="utf-8")
    found = run(cli, ["table", "check", str(bad), "--output-format", "json"])
    assert found.exit_code == 1
    assert json.loads(found.output)[0]["problems"] == [
        {"severity": "error", "line": 2, "column": "seats", "message": "-640 is below zero; check the sign"}
    ]
    assert run(cli, ["table", "check", str(table.with_name("none.csv"))]).exit_code == 2

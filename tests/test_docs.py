"""README says what is so: its commands run, and it mentions every rule and option."""

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from claimcheck.cli import cli
from claimcheck.rules import RULES

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
TABLES = [text for language, text in BLOCKS if language == "csv"]


def command_lines() -> list[str]:
    """Return the command lines of README's console blocks."""
    lines = [line.removeprefix("$ ") for language, text in BLOCKS if language == "console" for line in text.splitlines()]
    return sorted({line for line in lines if line.startswith("claimcheck ")})


def options() -> list[str]:
    """Return the long name of every option of every command."""
    context = click.Context(cli)
    commands = [cli.get_command(context, name) for name in cli.list_commands(context)]
    found = [p for command in commands if command for p in command.params if isinstance(p, click.Option)]
    return sorted({max(option.opts, key=len) for option in found})


@pytest.mark.parametrize("line", command_lines())
def test_every_command_of_readme_runs(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With an article and a table of the names that README uses, it ends with 0 or 1."""
    monkeypatch.chdir(tmp_path)
    for name in re.findall(r"\S+\.(?:txt|md)\b", line):
        Path(name).write_text("The fair opens on 31 June.\n", encoding="utf-8")
    for name in re.findall(r"\S+\.csv\b", line):
        Path(name).write_text(TABLES[0], encoding="utf-8")

    result = CliRunner().invoke(cli, shlex.split(line, comments=True)[1:], input="Good day.\n")

    assert result.exit_code in {0, 1}, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)


@pytest.mark.parametrize("number", range(len(TABLES)))
def test_every_table_of_readme_loads(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shown as a form is one."""
    monkeypatch.chdir(tmp_path)
    Path("shown.csv").write_text(TABLES[number], encoding="utf-8")

    result = CliRunner().invoke(cli, ["check", "-", "--reference", "shown.csv", "--no-builtin-reference"], input="Good day.\n")

    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("number", [i for i, (language, _) in enumerate(BLOCKS) if language == "python"])
def test_every_program_of_readme_runs(number: int, capsys: pytest.CaptureFixture[str]) -> None:
    """It prints something."""
    exec(compile(BLOCKS[number][1], "README.md", "exec"), {})

    assert capsys.readouterr().out


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_stands_in_the_table(rule: object) -> None:
    """With its severity and the summary of its page."""
    row = f"| `{rule.name}` | {rule.severity.word} | {rule.summary} |"  # type: ignore[attr-defined]  # a Rule

    assert row in README


@pytest.mark.parametrize("option", options())
def test_every_option_is_mentioned(option: str) -> None:
    """Nothing that a user may choose is left untold."""
    assert f"`{option}" in README or f" {option} " in README


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", README))
def test_every_link_to_a_file_leads_somewhere(link: str) -> None:
    """Pictures included."""
    assert (Path(__file__).parents[1] / link).exists()

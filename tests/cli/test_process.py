"""The command as a process: pipes, interrupts, terminals and imports."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import claimcheck
from claimcheck.cli import cli, main

COMMAND = [sys.executable, "-m", "claimcheck"]


def process(*arguments: str, **options: object) -> "subprocess.CompletedProcess[str]":
    """Return how `python -m claimcheck` ended."""
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload]


def test_the_module_runs() -> None:
    """`python -m claimcheck` is the command."""
    assert process("--version").stdout == f"claimcheck {claimcheck.__version__}\n"


def test_no_arguments_show_the_help() -> None:
    """With status 2, since nothing was done."""
    ended = process()

    assert ended.returncode == 2
    assert "check" in ended.stdout + ended.stderr


def test_an_unknown_command_is_a_usage_error() -> None:
    """Status 2, no traceback."""
    ended = process("nonsense")

    assert ended.returncode == 2
    assert "No such command 'nonsense'" in ended.stderr


def test_a_closed_pipe_gives_no_traceback(tmp_path: Path) -> None:
    """As under `| head -1`: the reader has gone, and nobody complains."""
    text = tmp_path / "long.txt"
    text.write_text("The fair opens on 31 June.\n" * 200)
    read, write = os.pipe()
    os.close(read)
    try:
        ended = subprocess.run(
            [*COMMAND, "check", str(text), "--output-format", "json"],
            stdout=write,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(write)

    assert ended.stderr == ""


@pytest.mark.parametrize("error", [KeyboardInterrupt, None], ids=["interrupted", "signal"])
def test_an_interrupt_ends_with_130(error: type[BaseException] | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback, and the status that shells know."""

    def stop(**_: object) -> None:
        if error is not None:
            raise error
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(cli, "main", stop)
    with pytest.raises(SystemExit) as caught:
        main()

    assert caught.value.code == 130


def test_names_that_are_no_unicode_are_shown(tmp_path: Path) -> None:
    """The name of a missing file may hold any bytes."""
    ended = subprocess.run([*COMMAND, "check", os.fsencode(tmp_path) + b"/\xff\x1b[31m.txt"], capture_output=True, check=False)

    assert ended.returncode == 2
    assert b"\x1b" not in ended.stdout + ended.stderr
    assert b"Traceback" not in ended.stderr

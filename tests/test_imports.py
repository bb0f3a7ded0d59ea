"""What importing costs, and that everything stands where it is said to."""

import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import claimcheck
import claimcheck.rules
from claimcheck.rules import RULES

HEAVY = ("torch", "spacy", "transformers", "dateparser")


@pytest.mark.parametrize(
    "code",
    [
        "import claimcheck",
        "import sys; sys.argv = ['claimcheck', '--help']; from claimcheck.cli import main; main()",
        "import sys; sys.argv = ['claimcheck', 'check', '--help']; from claimcheck.cli import main; main()",
        "import sys; sys.argv = ['claimcheck', 'rule']; from claimcheck.cli import main; main()",
    ],
    ids=["import", "help", "check help", "rule"],
)
def test_what_need_not_be_loaded_is_not(code: str) -> None:
    """No model library is imported before it is used."""
    tell = f"print('loaded', *sorted({set(HEAVY)!r} & set(sys.modules)), file=sys.stderr)"
    watch = f"import atexit, sys; atexit.register(lambda: {tell})"
    ended = subprocess.run([sys.executable, "-c", f"{watch}\n{code}"], capture_output=True, text=True, check=True)

    assert ended.stderr == "loaded\n"


def test_the_public_names_are_sorted() -> None:
    """So that a name is found at once."""
    assert claimcheck.__all__ == sorted(set(claimcheck.__all__))


def test_the_public_names_are_complete() -> None:
    """All that is there is public, and all that is public is there."""
    there = {name for name, value in vars(claimcheck).items() if not name.startswith("_") and not isinstance(value, type(sys))}

    assert there == set(claimcheck.__all__)


def test_every_module_has_a_line_that_says_what_is_inside() -> None:
    """The first line of its docstring is a sentence."""
    modules = [m.name for m in pkgutil.walk_packages(claimcheck.__path__, "claimcheck.") if m.name != "claimcheck.__main__"]

    assert [name for name in modules if not (importlib.import_module(name).__doc__ or "").strip()] == []


def test_every_rule_file_stands_in_the_list() -> None:
    """A rule that is not listed would never run; one rule is one file of its name, in the folder of its family."""
    root = Path(claimcheck.rules.__file__).parent
    files = {(path.parent.name, path.stem.replace("_", "-")) for path in root.glob("*/*.py") if path.stem != "__init__"}

    assert {(rule.family, rule.name) for rule in RULES} == files
    assert len(RULES) == len(files)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_a_page(rule: object) -> None:
    """A summary, what it flags, and at least two near misses that it accepts."""
    assert rule.summary.endswith(".")  # type: ignore[attr-defined]  # a Rule
    assert rule.section("Flagged")  # type: ignore[attr-defined]  # a Rule
    assert len(rule.section("Accepted")) >= 2  # type: ignore[attr-defined]  # a Rule

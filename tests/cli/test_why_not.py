"""`claimcheck why-not`: the sentence that is meant, and what is told of it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimcheck.cli import cli

TEXT = """Corrie Baths reopen

The Corrie Baths were opened in 1911. The Corrie Baths were opened in 1921, the warden said.

Swimmers ate plum cake. The Corrie Baths will be shown on Tuesday 3 May 2021. If it rains, the Corrie Baths will close.

It is 12 metres.

Cookie notice: we use cookies. Accept all
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which the command runs, with a text in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "baths.txt").write_text(TEXT)
    return tmp_path


def told(sentence: str, *options: str) -> Result:
    """Return how the command ended."""
    return CliRunner().invoke(cli, ["why-not", "baths.txt", sentence, "--no-builtin-reference", *options])


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Corrie Baths were opened in 1911.", "opened on 1911"),
        ("the corrie baths   were opened in 1911.", "opened on 1911"),
        ("in 1921, the", "said by the warden"),
        ("“The Corrie Baths were opened in 1911.", "no sentence has the words"),
        ("Tuesday 3 May", "flagged (error) weekday-date"),
        ("Swimmers ate", "read: no date, number or name"),
        ("Swimmers ate", "not flagged"),
        ("were opened in", "stand in 2 places (3:18; 3:"),
        ("The Corrie Bath was opened in 1912.", "the closest is at 3:1"),
        ("Qwertz zuiop", "nor is any sentence close"),
        ("  ", "no words are given"),
        ("we use cookies", "nothing is read there"),
        ("If it rains", "in the author's voice; hypothetical"),
    ],
)
def test_the_sentence_that_is_meant_is_found(sentence: str, words: str) -> None:
    """A whole sentence, or a part that stands there once; else it is said what there is."""
    result = told(sentence)

    assert words in " ".join(result.output.split())


@pytest.mark.parametrize(("sentence", "status"), [("in 1911", 0), ("in 1912", 2), ("were opened", 2)])
def test_the_exit_status(sentence: str, status: int) -> None:
    """2 if nothing could be told."""
    assert told(sentence).exit_code == status


def test_what_stands_beside_a_claim_is_told_with_what_keeps_them_apart() -> None:
    """The two openings are not compared, since another voice tells of one."""
    assert "“Corrie Baths opened on 1921”: it is said in another voice" in " ".join(told("opened in 1911").output.split())


def test_json_has_the_same_parts() -> None:
    """One object, with the claims as `check` gives them, and their comparisons."""
    (sentence,) = json.loads(told("opened in 1911", "--output-format", "json").output)["sentences"]

    assert sentence["text"] == "The Corrie Baths were opened in 1911."
    assert [m["value"] for m in sentence["mentions"]] == ["", "1911"]
    claim = next(c for c in sentence["claims"] if c["relation"] == "opened on")
    assert claim["comparisons"][0]["reason"]
    assert claim["beside"][0]["reason"] == "it is said in another voice"


def test_json_is_one_object_also_on_failure() -> None:
    """With the reason, and no sentences."""
    result = CliRunner().invoke(cli, ["why-not", "absent.txt", "x", "--output-format", "json", "--no-builtin-reference"])
    output = json.loads(result.stdout)

    assert (result.exit_code, output["sentences"]) == (2, [])
    assert "absent.txt" in output["error"]


def test_a_pair_that_contradicts_is_told_from_either_side(folder: Path) -> None:
    """With the derivation."""
    (folder / "baths.txt").write_text("The Corrie Museum was founded in 1951. The Corrie Museum was founded in 1957.\n")

    for one, other in (("1951", "1957"), ("1957", "1951")):
        output = " ".join(told(f"in {one}").output.split())
        assert "flagged (warning) conflicting-dates" in output
        assert f"founded on {other}”" in output
        assert "because 1951: 1951" in output or "because 1957: 1957" in output


def test_the_configuration_of_the_folder_counts(folder: Path) -> None:
    """As with every other command."""
    (folder / ".claimcheck").mkdir()
    (folder / ".claimcheck" / "units.toml").write_text("[[units]]\n")

    result = told("in 1911")

    assert result.exit_code == 2
    assert "did you mean 'unit'?" in result.output

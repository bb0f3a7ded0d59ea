"""The command line: what goes in, what comes out, and the exit status."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimcheck.cli import cli
from claimcheck.rules import RULES

FAULTY = "The fair opens on 31 June.\n"
LIKELY = "The Elm Park Museum was founded in 1951. The Elm Park Museum was founded in 1957.\n"
CLAIM = "Elm Park is the capital of Ruritania.\n"
CLEAN = "The bakers sold plum cake.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which the command runs, with a faulty and a clean text."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    (tmp_path / "faulty.txt").write_text(FAULTY)
    (tmp_path / "clean.txt").write_text(CLEAN)
    return tmp_path


def ran(*arguments: str, stdin: str | bytes | None = None) -> Result:
    """Return how the command ended; the built-in tables play no part here."""
    quick = ["--no-builtin-reference"] if arguments[:1] in {("check",), ("claims",)} and "--demo" not in arguments else []
    return CliRunner().invoke(cli, [*arguments, *quick], input=stdin)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["clean.txt"], 0),
        (["faulty.txt"], 1),
        (["faulty.txt", "--fail-on", "never"], 0),
        (["faulty.txt", "--fail-on", "info"], 1),
        (["clean.txt", "--fail-on", "info"], 0),
        (["faulty.txt", "--ignore", "impossible-date"], 0),
        (["faulty.txt", "--select", "weekday-date"], 0),
        (["faulty.txt", "--select", "impossible-date"], 1),
        (["absent.txt"], 2),
        (["absent.txt", "--fail-on", "never"], 2),
        (["clean.txt", "faulty.txt"], 1),
        ([], 2),
        (["clean.txt", "--demo"], 2),
        (["clean.txt", "--min-level", "fatal"], 2),
        (["clean.txt", "--nli", "off"], 0),
    ],
    ids=lambda value: " ".join(value) or "none" if isinstance(value, list) else str(value),
)
@pytest.mark.usefixtures("folder")
def test_the_exit_status_tells_how_it_ended(arguments: list[str], status: int) -> None:
    """0 nothing at the fail level, 1 findings, 2 something could not be checked."""
    assert ran("check", *arguments).exit_code == status


def test_what_is_likely_fails_only_if_asked(folder: Path) -> None:
    """A warning is below the default level."""
    (folder / "likely.txt").write_text(LIKELY)

    assert ran("check", "likely.txt").exit_code == 0
    assert ran("check", "likely.txt", "--fail-on", "warning").exit_code == 1


def test_the_least_level_hides_what_is_below(folder: Path) -> None:
    """The report at error has no warning."""
    (folder / "both.txt").write_text(FAULTY + "\n" + LIKELY)
    lines = ran("check", "both.txt", "--min-level", "error", "--output-format", "concise").output.splitlines()

    assert [line.split()[1:3] for line in lines] == [["error", "impossible-date:"]]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--select", "impossible-dat"], "no rule 'impossible-dat'; did you mean 'impossible-date'?"),
        (["--ignore", "zzz"], "no rule 'zzz'; the rules are "),
        (["--date", "2023-02-30"], "--date 2023-02-30: not a day of the calendar; wanted YYYY-MM-DD"),
        (["--date", "soon"], "--date soon: not a day of the calendar; wanted YYYY-MM-DD"),
        (["--nli", "big-model"], "--nli big-model: this version has no NLI model"),
        (["--reference", "absent.csv"], "absent.csv"),
        (["--relations", "absent.toml"], "absent.toml"),
        (["--language", "absent"], "language pipeline 'absent' cannot be loaded"),
    ],
    ids=[
        "unknown rule",
        "unlike any rule",
        "no such day",
        "no date",
        "NLI",
        "missing table",
        "missing relations",
        "missing pipeline",
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_used_is_told_in_one_line(options: list[str], told: str) -> None:
    """On standard error, with status 2 and a JSON object that says the same."""
    result = ran("check", "faulty.txt", *options, "--output-format", "json")
    found = json.loads(result.stdout)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"claimcheck: {told}")
    assert result.stderr.count("\n") == 1
    assert not found["complete"]
    assert found["incomplete"][0].startswith(told)


@pytest.mark.parametrize(
    ("order", "rest", "found"),
    [
        ("day-first", "", 1),
        ("month-first", "", 0),
        ("auto", "", 0),
        ("auto", "  The drains were laid by 28/01/2022.", 1),
        ("auto", "  The drains were laid by 01/28/2022.", 0),
    ],
)
def test_the_order_of_day_and_month(folder: Path, order: str, rest: str, found: int) -> None:
    """3 April 2021 was a Saturday, 4 March a Thursday; without an order or a date that shows it nothing is told."""
    (folder / "order.txt").write_text(f"The pool opened on Thursday, 03/04/2021.{rest}\n")
    report = ran("check", "order.txt", "--date-order", order, "--output-format", "concise").output

    assert report.count("weekday-date:") == found


@pytest.mark.usefixtures("folder")
def test_a_broken_table_is_refused_by_line(folder: Path) -> None:
    """File and line are named before anything is checked."""
    (folder / "broken.csv").write_text("subject,relation,object,start\nElm Park,mayor,Ann Lee,someday\n")
    result = ran("check", "clean.txt", "--reference", "broken.csv", "--output-format", "json")

    assert result.exit_code == 2
    assert "broken.csv" in result.stderr
    assert json.loads(result.stdout)["documents"] == []


@pytest.mark.usefixtures("folder")
def test_one_missing_file_does_not_stop_the_others() -> None:
    """Both others are reported, in order."""
    result = ran("check", "faulty.txt", "absent.txt", "clean.txt", "--output-format", "json")
    found = json.loads(result.stdout)

    assert result.exit_code == 2
    assert result.stderr == "claimcheck: absent.txt: no such file\n"
    assert [(d["path"], d["status"]) for d in found["documents"]] == [
        ("faulty.txt", "ok"),
        ("absent.txt", "error"),
        ("clean.txt", "ok"),
    ]


def test_a_folder_is_searched(folder: Path) -> None:
    """Its documents are checked, each under its own name."""
    found = json.loads(ran("check", str(folder), "--output-format", "json").stdout)

    assert [Path(d["path"]).name for d in found["documents"]] == ["clean.txt", "faulty.txt"]


def test_a_dash_reads_standard_input() -> None:
    """Its name is the dash."""
    result = ran("check", "-", "--output-format", "concise", stdin=FAULTY)

    assert result.output.startswith("-:1:19: error impossible-date: ")


@pytest.mark.usefixtures("folder")
def test_the_given_date_is_the_publication_date() -> None:
    """It stands in the report with its source."""
    (document,) = json.loads(ran("check", "clean.txt", "--date", "2022-05-03", "--output-format", "json").stdout)["documents"]

    assert (document["date"]["earliest"], document["date"]["source"]) == ("2022-05-03", "given")


def test_invalid_utf8_is_said_on_standard_error(folder: Path) -> None:
    """And the text is checked."""
    (folder / "latin.txt").write_bytes(b"The caf\xe9 opens on 31 June.")
    result = ran("check", "latin.txt")

    assert result.exit_code == 1
    assert result.stderr == "claimcheck: latin.txt: not valid UTF-8; 1 place was replaced by \ufffd\n"


@pytest.mark.parametrize("output_format", ["terminal", "concise", "json"])
def test_a_report_goes_to_a_file(folder: Path, output_format: str) -> None:
    """The same bytes as on standard output, and nothing is left beside the file."""
    printed = ran("check", "faulty.txt", "--output-format", output_format).stdout
    result = ran("check", "faulty.txt", "--output-format", output_format, "-o", "report")

    assert (result.exit_code, result.stdout) == (1, "")
    assert (folder / "report").read_text(encoding="utf-8") == printed
    assert sorted(path.name for path in folder.iterdir()) == ["clean.txt", "faulty.txt", "report"]


def test_a_link_to_a_report_stays_a_link(folder: Path) -> None:
    """What it points to is written."""
    (folder / "link").symlink_to("target")
    ran("check", "faulty.txt", "-o", "link")

    assert (folder / "link").is_symlink()
    assert "31 June" in (folder / "target").read_text(encoding="utf-8")


def test_a_device_is_written_to_and_not_replaced() -> None:
    """It is no file."""
    assert ran("check", "-", "-o", "/dev/null", stdin=CLEAN).exit_code == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", ["check", "claims"])
def test_a_missing_folder_for_the_report_is_told(command: str) -> None:
    """One line, status 2, whatever was found."""
    result = ran(command, "faulty.txt", "-o", "absent/report")

    assert result.exit_code == 2
    assert result.stderr == "claimcheck: absent/report: cannot be written: No such file or directory\n"


@pytest.mark.parametrize(("color", "coloured"), [("auto", False), ("always", True), ("never", False)])
@pytest.mark.usefixtures("folder")
def test_colour_is_as_asked(color: str, coloured: bool) -> None:
    """Without a terminal only `always` colours."""
    assert ("\x1b[" in ran("check", "faulty.txt", "--color", color).stdout) is coloured


@pytest.mark.usefixtures("folder")
def test_what_is_asked_outweighs_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """`--color always` colours although NO_COLOR is set."""
    monkeypatch.setenv("NO_COLOR", "1")

    assert "\x1b[1;31m" in ran("check", "faulty.txt", "--color", "always").stdout


def test_claims_are_listed_with_their_verdicts() -> None:
    """As a table, in words."""
    result = ran("claims", "-", stdin=CLAIM)

    assert result.exit_code == 0
    assert "capital of Ruritania: Elm Park" in result.output
    assert "could not be compared" in result.output or "not in reference" in result.output


def test_claims_are_listed_as_json() -> None:
    """The same object as that of a check."""
    (document,) = json.loads(ran("claims", "-", "--output-format", "json", stdin=CLAIM).stdout)["documents"]

    assert document["status"] == "ok"
    assert document["claims"]


def test_claims_of_a_missing_file_fail() -> None:
    """Status 2 and one line."""
    result = ran("claims", "absent.txt")

    assert (result.exit_code, result.stderr) == (2, "claimcheck: absent.txt: no such file\n")


def test_rules_are_listed() -> None:
    """One line each: name, severity, summary."""
    lines = ran("rule").output.splitlines()

    assert [line.split()[0] for line in lines] == [rule.name for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_explained(rule: object) -> None:
    """Its page is printed whole."""
    assert rule.page.strip() in ran("rule", rule.name).output  # type: ignore[attr-defined]  # a Rule


def test_an_unknown_rule_is_told_with_the_nearest() -> None:
    """Status 2 and one line."""
    result = ran("rule", "weekday")

    assert (result.exit_code, result.stderr) == (2, "claimcheck: no rule 'weekday'; did you mean 'weekday-date'?\n")


def test_the_sample_is_checked_under_a_name_of_its_own() -> None:
    """No path of the machine is in the report."""
    result = ran("check", "--demo", "--output-format", "concise")

    assert result.exit_code == 1
    assert all(line.startswith("article.txt (demo):") for line in result.output.splitlines())

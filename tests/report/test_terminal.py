"""The report for people: complete in words, and deaf to what a text tells the terminal."""

import re
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from claimcheck.checked import Failure, Run
from claimcheck.cli.running import DEMO
from claimcheck.errors import TableError
from claimcheck.pipeline import Checker
from claimcheck.report import concise, terminal
from claimcheck.settings import Settings
from report.printing import checked, printed, run

HOSTILE = {
    "colour": "\x1b[31mred\x1b[0m",
    "link": "\x1b]8;;http://example.org\x07here\x1b]8;;\x07",
    "carriage return": "Tom\rAnn",
    "backspace": "Tom\x08\x08\x08",
    "bell": "\x07",
    "C1": "\x9b31m",
    "direction": "\u202eABC\u202c\u2066x\u2069",
    "zero width": "a\u200bb\ufeffc",
    "markup": "[bold red]x[/]",
    "markup link": "[link=http://example.org]x[/link]",
    "unclosed markup": "[/red] [/]",
    "emoji code": ":smiley:",
}
OBEYED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
hostile = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())


@hostile
def test_hostile_article_text_is_shown_and_not_obeyed(checker: Checker, text: str) -> None:
    """In the headline, around the finding, in the name, in a remark, and in the list of claims."""
    head, body = f"Fair {text} opens", f"The {text} fair opens on 31 June, said Ann {text} Lee, as Paris hosted the {text} show."
    article = f"{head}\n\n{body}\n"
    made = run(checker, checked(checker, article, f"{text}.txt", (f"{text}: odd",)))
    reports = [printed(made), printed(made, claims=True), concise.render(made)]

    assert not any(OBEYED.search(report) for report in reports)
    if text.isprintable():
        assert text in reports[0]


@hostile
def test_hostile_failures_are_shown_and_not_obeyed(text: str) -> None:
    """Path and reason of what could not be read."""
    failed = Run((Failure(text, f"odd {text}"),))

    assert not OBEYED.search(printed(failed) + printed(failed, claims=True) + concise.render(failed))


@hostile
def test_hostile_table_cells_are_shown_and_not_obeyed(tmp_path: Path, text: str) -> None:
    """A row of evidence is the user's text too; a cell with control characters is refused, and told of without them."""
    table = tmp_path / "towns.csv"
    table.write_text(
        f'subject,relation,object,source\nElm Park,capital of,Oakland,"G {text}"\n'.replace("\r", " "),
        encoding="utf-8",
        newline="",
    )
    try:
        checker = Checker(Settings(reference=(table,), builtin_reference=False))
    except TableError as error:
        shown = str(error)
        assert "control character" in shown
    else:
        made = run(checker, checked(checker, "Elm Park is the capital of Ruritania."))
        shown = printed(made) + printed(made, claims=True)

    assert not OBEYED.search(shown)


def test_each_finding_says_its_severity_in_words(checker: Checker) -> None:
    """Colour and symbol are not all that tells."""
    made = checked(checker, DEMO.read_text(encoding="utf-8"))
    report = printed(run(checker, made))

    for finding in made.findings:
        assert f"{finding.severity.word}  {finding.rule}" in report


def test_a_report_without_findings_says_what_was_checked(checker: Checker) -> None:
    """Silence would not tell a clean text from one that was not understood."""
    report = printed(run(checker, checked(checker, "The bakers sold plum cake. Berlin is a city in Germany.")))

    assert "nothing found in what could be checked" in report
    assert "2 sentences" in report
    assert re.search(r"tables: \d+ with [\d,]+ rows", report)


def test_no_report_judges_truth(checker: Checker) -> None:
    """A claim differs or is supported; it is never true or false."""
    made = run(checker, checked(checker, DEMO.read_text(encoding="utf-8")))

    assert not re.search(
        r"\b(?:true|false|wrong|lie|incorrect|hallucinat\w+)\b", printed(made) + printed(made, claims=True), re.IGNORECASE
    )


@pytest.mark.parametrize("width", [40, 60, 100])
def test_long_lines_are_wrapped(checker: Checker, width: int) -> None:
    """No line is wider than the terminal, and no word is lost."""
    report = printed(run(checker, checked(checker, f"The fair of {'very ' * 60}old Elm Park opens on 31 June.")), width=width)

    assert max(map(len, report.splitlines())) <= width
    assert "31 June" in " ".join(report.split())


def test_a_remark_of_the_reader_is_in_the_report(checker: Checker) -> None:
    """What was replaced in the text is said where the text is reported."""
    assert "2 places were replaced" in printed(run(checker, checked(checker, "Good day.", notes=("2 places were replaced",))))


def test_colour_marks_the_place(checker: Checker) -> None:
    """On a terminal the words at issue are underlined."""
    console = Console(file=StringIO(), width=100, force_terminal=True, color_system="standard", no_color=False, highlight=False)
    terminal.render(run(checker, checked(checker, "The fair opens on 31 June.")), console)

    assert "\x1b[1;4;31m31 June\x1b[0m" in console.file.getvalue()  # type: ignore[attr-defined]  # its file is a StringIO

"""The whole path from a text to findings."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.checked import CheckedDocument
from claimcheck.pipeline import Checker
from claimcheck.read import read_text
from claimcheck.settings import Settings
from claimcheck.values.date import Date, Day

FAULTY = """Elm Park fair opens

ELM PARK, May 3, 2022 - The fair opens on 31 June, the mayor said.

Rosa Diaz won silver at the 2016 Winter Olympics. She sat on the council from 1999 to 1995.
"""
UNRELATED = "The weather was mild, and the bakers of the old town sold out of plum cake before noon."
WORDS = [
    "Paris",
    "hosted",
    "the",
    "2024",
    "Summer Olympics",
    "in",
    "on 31 June 2020",
    "“",
    "”",
    "said",
    ",",
    ".",
    "two",
    "who",
    "'s",
]


def findings(checked: CheckedDocument) -> list[tuple[str, str, str]]:
    """Return id, rule and primary words of each finding."""
    return [(f.id, f.rule, checked.document[f.conflict.span]) for f in checked.findings]


def test_a_faulty_text_gives_its_findings(checker: Checker) -> None:
    """Each planted fault is found, and nothing else."""
    found = findings(checker.check(read_text(FAULTY)))

    assert [(rule, words) for _, rule, words in found] == [
        ("impossible-date", "31 June"),
        ("no-such-edition", "2016 Winter Olympics"),
        ("end-before-start", "from 1999 to 1995"),
    ]


def test_an_unrelated_paragraph_keeps_all_findings(checker: Checker) -> None:
    """Ids and words stay; only the places move."""
    before = findings(checker.check(read_text(FAULTY)))
    after = findings(checker.check(read_text(FAULTY.replace("\n\nRosa", f"\n\n{UNRELATED}\n\nRosa"))))

    assert after == before


def test_two_runs_are_equal(checker: Checker) -> None:
    """What else was checked before makes no difference."""
    first = checker.check(read_text(FAULTY))
    checker.check(read_text(UNRELATED))

    assert checker.check(read_text(FAULTY)) == first


def test_furniture_is_never_a_source(checker: Checker) -> None:
    """Faults in a list of other stories are not the article's."""
    page = f"{UNRELATED}\n\n{UNRELATED}\n\nRecent posts\n\nThe fair opens on 31 June, the mayor said…\n\nApril 8, 2025\n"
    checked = checker.check(read_text(page))

    assert checked.findings == ()
    assert not checked.document.publication.known


@pytest.mark.parametrize(
    "text",
    [
        "word " * 5000,
        "Paris, " * 2000 + "and Rome hosted it.",
        "no end " * 300 + "\n" + "still none " * 300,
        "👩‍👩‍👧 met on 31 June 🎉. שלום עולם. مرحبا. Привет, мир!",
        "| city | year |\n| Paris | 2024 |\n| Rome | 1960 |",
        "((((" * 500 + "“" * 500,
        "a\u0301\u0302 e\ufeff\u200b31 June\u2028x",
    ],
    ids=["long sentence", "names only", "no sentence end", "scripts", "table", "brackets", "marks"],
)
def test_odd_texts_are_read_with_exact_offsets(checker: Checker, text: str) -> None:
    """Nothing raises, and every mention slices the text."""
    checked = checker.check(read_text(text))
    document = checked.document

    for mention in checked.analysis.mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert document.words(mention.span)
    for claim in checked.analysis.claims:
        assert document.words(claim.span)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=8)), max_size=40).map(" ".join))
def test_any_text_at_all_never_raises(checker: Checker, text: str) -> None:
    """Whatever the text is, the check ends, and its spans lie in the text."""
    checked = checker.check(replace(read_text(text), name="any"))

    assert all(f.conflict.span.end <= len(text) for f in checked.findings)


def test_the_settings_date_every_document() -> None:
    """Also from Python, the date given is the publication date."""
    dated = Settings(date=Date.of_day(Day(2023, 6, 1)))
    text = "The bridge will open on 3 May 2021."

    assert [f.rule for f in Checker(dated).check(read_text(text, "given")).findings] == ["tense-against-date"]
    assert not Checker(Settings()).check(read_text(text, "unknown")).findings

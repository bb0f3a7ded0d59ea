"""Statements are looked up in a table: supported, refuted, or told why neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reference.statements import View, judge
from claimcheck.reference.statements.reader import OTHER_COLUMN, RECKONING, UNEXPLAINED, UNLINKED
from claimcheck.verdict import Verdict

FERRIES = View.of(
    "ferries of the northern islands",
    ["ferry", "launched", "home port", "winter port", "capacity", "skipper"],
    [
        ["Grey Heron", "3 May 1998", "Stavness", "Oldwick", "1,200", "Ina Lund"],
        ["Sea Thrift", "12 June 2004", "Oldwick", "Stavness", "860", "Tor Helle"],
        ["Kittiwake", "9 April 2011", "Marfjord", "Oldwick", "415", "Ina Brekke"],
    ],
)

SUPPORTED = [
    "Grey Heron has its home port in Stavness",
    "the capacity of Sea Thrift is 860",
    "the Kittiwake was launched on 9 April 2011",
    "Tor Helle is the skipper of the Sea Thrift",
    "the ferry with a capacity of 1,200 was launched on 3 May 1998",
    "Kittiwake was launched in 2011",
]
REFUTED = [
    "Grey Heron has its home port in Marfjord",
    "the capacity of Sea Thrift is 415",
    "the Kittiwake was launched on 3 May 1998",
    "Tor Helle is the skipper of the Grey Heron",
]
UNDECIDED = {
    "two ferries have a capacity under 900": RECKONING,
    "the Grey Heron is not based in Stavness": RECKONING,
    "Grey Heron has more seats than Sea Thrift": RECKONING,
    "Grey Heron smells of diesel, fish and wet dogs at Stavness": UNEXPLAINED,
    "the Grey Heron was launched in 1066": UNEXPLAINED,
    "the Grey Heron is a ferry": UNLINKED,
    "the winter port of the Grey Heron is Stavness": OTHER_COLUMN,
    "": UNLINKED,
}


@pytest.mark.parametrize("statement", SUPPORTED)
def test_supported(statement: str) -> None:
    """One row has all that the statement says."""
    assert judge(statement, FERRIES).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("statement", REFUTED)
def test_refuted(statement: str) -> None:
    """One row has all but one, and something else in its place; that cell is told."""
    told = judge(statement, FERRIES)
    assert told.verdict is Verdict.REFUTED
    assert told.cells


@pytest.mark.parametrize(("statement", "reason"), UNDECIDED.items())
def test_undecided(statement: str, reason: str) -> None:
    """What cannot be looked up is left, with the reason."""
    told = judge(statement, FERRIES)
    assert (told.verdict, told.reason) == (Verdict.NOT_ENOUGH_INFO, reason)


@given(st.text(max_size=120))
def test_any_text_gets_a_judgement(text: str) -> None:
    """Any text gets a judgement, and a reason or cells."""
    told = judge(text, FERRIES)
    assert bool(told.reason) != bool(told.cells)


@given(st.lists(st.lists(st.text(max_size=12), min_size=2, max_size=2), max_size=6))
def test_any_table_can_be_read_against(rows: list[list[str]]) -> None:
    """Any cells make a view."""
    assert judge("Grey Heron has its home port in Stavness", View.of("", ["a", "b"], rows)).verdict in set(Verdict)

"""Changes are read around quantities, and counts with the nouns behind them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.annotate.quantities import read_quantities
from claimcheck.annotate.quantities.changes import read_changes
from claimcheck.annotate.quantities.nouns import counted

CHANGES = {
    "Sales rose 30% to 60.": "up by 30 % to 60",
    "It was 60, up from 40.": "up from 40 to 60",
    "There were 60 (up from 40).": "up from 40 to 60",
    "Output grew from 5 to 8 per cent.": "up from 5 % to 8 %",
    "Visits fell to 300 from 400 a year ago.": "down from 400 to 300",
    "Shares were down 12% at 40 pence.": "down by 12 %",
    "Costs increased by about 10 per cent.": "up by 9 to 11 %",
    "There was a threefold rise in thefts.": "up by × 3",
}
UNCHANGED = ["They sold 60 boats.", "The rise of the 3 villages was slow.", "He cut the rope. Then 4 men came.", "It fell."]
COUNTED = {
    "12 fire engines came.": "fire engines",
    "They were seven of them women.": "women",
    "One man slept.": "",
    "There was one man.": "man",
    "Some 300 old people sang.": "old people",
    "It took 40.": "",
    "A 12-seat bus came.": "seat",
}


def changes(text: str) -> list[str]:
    """Return the changes of a text."""
    return [str(m.value) for m in read_changes(text, read_quantities(text, 0, len(text), ()))]


@pytest.mark.parametrize(("text", "value"), CHANGES.items())
def test_changes(text: str, value: str) -> None:
    """Direction, amount, from and to."""
    assert changes(text) == [value]


@pytest.mark.parametrize("text", UNCHANGED)
def test_no_change(text: str) -> None:
    """Numbers beside other things change nothing."""
    assert changes(text) == []


@pytest.mark.parametrize(("text", "noun"), COUNTED.items())
def test_counted(text: str, noun: str) -> None:
    """A count has the noun behind it."""
    spans = [counted(text, m) for m in read_quantities(text, 0, len(text), ())]

    assert [text[s.start : s.end] for s in spans if s] == ([noun] if noun else [])


@given(
    st.lists(st.sampled_from(["rose", "by", "to", "from", "40", "5%", "a third", "up", ",", "threefold", "the", "."])).map(
        " ".join
    )
)
def test_any_change_slices_its_text(text: str) -> None:
    """No text raises, and changes stand one behind the other."""
    last = 0
    for mention in read_changes(text, read_quantities(text, 0, len(text), ())):
        assert last <= mention.span.start < mention.span.end <= len(text)
        last = mention.span.end

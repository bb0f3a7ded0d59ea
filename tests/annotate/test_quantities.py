"""Numbers are read with their units and hedges, and labels, scores and years are left alone."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.annotate.quantities import read_quantities
from claimcheck.claim import Mention
from claimcheck.document import Span
from claimcheck.values.quantity import Quantity

CORPUS = tomllib.loads(Path(__file__).with_name("quantities.toml").read_text(encoding="utf-8"))
WORDS = [
    "1",
    "2,000",
    "1.5",
    "9" * 40,
    "million",
    "m",
    "£",
    "$",
    "%",
    "per cent",
    "about",
    "more than",
    "dozen",
    "ft",
    "km",
    "°C",
]
MARKS = ["to", "and", "a", "half", "one", "two", "hundred", "third", "of", "in", "th", " ", "-", ",", ".", "\n", "é", "²", "𝟙"]
PIECES = st.sampled_from([*WORDS, *MARKS])
TEXTS = st.text() | st.lists(PIECES).map(" ".join) | st.lists(PIECES).map("".join)


def read(text: str) -> tuple[Mention, ...]:
    """Return the quantities of a whole text."""
    return read_quantities(text, 0, len(text), ())


def said(mention: Mention) -> str:
    """Return type and value of a mention as the corpus writes them."""
    value = mention.value
    assert isinstance(value, Quantity)
    low, high = (None if end is None else end.normalize() for end in (value.low, value.high))
    return f"{mention.type} {Quantity(low, high, value.unit, value.exact)}"


@pytest.mark.parametrize(("value", "wording"), [(v, w) for v, words in CORPUS["quantities"].items() for w in words])
def test_quantities(value: str, wording: str) -> None:
    """A wording gives the one value, alone and in a sentence."""
    for text in (wording, f"There were {wording}, they said.".replace("were Thirty", "were thirty")):
        assert [said(m) for m in read(text)] == [value]


@pytest.mark.parametrize("text", CORPUS["nothing"]["texts"])
def test_no_quantities(text: str) -> None:
    """Labels, addresses, telephone numbers, scores and years count nothing."""
    assert [text[m.span.start : m.span.end] for m in read(text)] == []


def test_a_change_is_two_quantities() -> None:
    """In "from 8 to 10 per cent" both numbers are percentages, and no range is meant."""
    assert [said(m) for m in read("It rose from 8 to 10 per cent.")] == ["PERCENT 8 %", "PERCENT 10 %"]


def test_the_hedge_is_outside_the_span() -> None:
    """The span is the number with its unit."""
    text = "It weighs about 186 kg."
    (mention,) = read(text)

    assert text[mention.span.start : mention.span.end] == "186 kg"


def test_taken_spans_are_left_alone() -> None:
    """What is part of a date is no number."""
    text = "On 3 May 4 boats sank."

    assert [text[m.span.start : m.span.end] for m in read_quantities(text, 0, len(text), [Span(3, 8)])] == ["4"]


@given(TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_any_text_is_read(text: str, skip: int, taken: int) -> None:
    """No text raises; mentions lie in the stretch, in order, and keep clear of what is taken."""
    start = min(skip, len(text))
    spans = [Span(min(taken, len(text)), min(taken + 3, len(text) + 3))]
    mentions = read_quantities(text, start, len(text), spans)

    assert all(start <= m.span.start < m.span.end <= len(text) for m in mentions)
    assert all(one.span.end <= other.span.start for one, other in pairwise(mentions))
    assert not any(m.span.overlaps(span) for m in mentions for span in spans)


@given(st.integers(0, 10**9), st.sampled_from(["about", "around", "some", "nearly", "at least", "up to", "roughly"]))
def test_a_hedge_keeps_the_number(number: int, hedge: str) -> None:
    """What is said with a hedge may still be the number itself."""
    (mention,) = read(f"There were {hedge} {number:,} birds")

    assert isinstance(mention.value, Quantity)
    assert mention.value.overlaps(Quantity.of(number))
    assert not mention.value.exact

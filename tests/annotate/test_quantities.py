"""Numbers are read with their units and hedges, and labels, scores and years are left alone."""

import tomllib
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.annotate.quantities import clear_caches, read_quantities
from claimcheck.claim import Mention
from claimcheck.document import Span
from claimcheck.values.amounts import Multiple, Score
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
    if isinstance(value, Score):
        value = Score(plain(value.first), plain(value.second))
    elif isinstance(value, Multiple):
        value = Multiple(plain(value.factor))
    else:
        assert isinstance(value, Quantity)
        value = plain(value)
    return f"{mention.type} {value}"


def plain(value: Quantity) -> Quantity:
    """Return a quantity without the noughts behind its points."""
    low, high = (None if end is None else end.normalize() for end in (value.low, value.high))
    return Quantity(low, high, value.unit, value.exact)


@pytest.mark.parametrize(("value", "wording"), [(v, w) for v, words in CORPUS["quantities"].items() for w in words])
def test_quantities(value: str, wording: str) -> None:
    """A wording gives the one value, alone and in a sentence."""
    for text in (wording, f"There were {wording}, they said.".replace("were Thirty", "were thirty")):
        assert [said(m) for m in read(text)] == [value]


@pytest.mark.parametrize("text", CORPUS["nothing"]["texts"])
def test_no_quantities(text: str) -> None:
    """Labels, addresses, telephone numbers, scores and years count nothing."""
    assert [text[m.span.start : m.span.end] for m in read(text)] == []


@pytest.mark.parametrize(("text", "values"), CORPUS["pairs"].items())
def test_two_quantities(text: str, values: list[str]) -> None:
    """Where one might be read, two are meant: both ends of a change are by themselves."""
    assert [said(m) for m in read(text)] == values


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


@given(st.integers(0, 10**9), st.sampled_from(["about", "around", "some", "roughly", "nearly", "almost", "up to", "at least"]))
def test_a_hedge_only_widens(number: int, hedge: str) -> None:
    """The interval of "about x" contains that of x."""
    (plain_one,), (wide,) = read(f"They saw {number:,} birds"), read(f"They saw {hedge} {number:,} birds")

    assert isinstance(plain_one.value, Quantity)
    assert isinstance(wide.value, Quantity)
    assert wide.value.contains(plain_one.value)


@given(TEXTS, TEXTS)
def test_paragraphs_are_read_by_themselves(one: str, other: str) -> None:
    """What stands in another paragraph changes nothing."""
    one, other = (text.replace("\n", " ") for text in (one, other))
    whole = read(f"{one}\n\n{other}")
    shift = len(one) + 2

    alone = [*read(one), *(Mention(Span(m.span.start + shift, m.span.end + shift), m.type, m.value, m.rule) for m in read(other))]
    assert list(whole) == alone


@given(TEXTS)
def test_nothing_remembered_changes_a_reading(text: str) -> None:
    """A text is read the same the first time and the second."""
    first = read(text)
    assert read(text) == first
    clear_caches()
    assert read(text) == first


LONG = [
    "7", ",", "and ", "one ", "1,", "half ", "million ", "1 ", "1-", "$", "$1 ", "US$", "twenty-", "hundred ", "1:", "2/",
    "a third of ", "tens of ", "zero point ", "1 in ", "12 feet ", "row 3, ", "\n", "½", "1 million and ",
]  # fmt: skip


@pytest.mark.parametrize("piece", LONG)
def test_long_lines_are_read_in_time(piece: str) -> None:
    """Time grows with the length, not with its square: 200,000 characters take well under a second."""
    text = piece * (200_000 // len(piece))
    start = process_time()
    read(text)
    assert process_time() - start < 2

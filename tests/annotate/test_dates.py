"""Time expressions are read where they stand, mean what the corpus says, and are left alone where there is none."""

import datetime as dt
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.annotate.dates import read_dates, resolve
from claimcheck.claim import Mention
from claimcheck.document import DateSource, Publication
from claimcheck.values.date import Date, Period, Time, Written
from claimcheck.values.quantity import Quantity

CORPUS = tomllib.loads(Path(__file__).with_name("dates.toml").read_text(encoding="utf-8"))
FRIDAY = Publication(Date.of_day(dt.date(2023, 10, 13)), DateSource.GIVEN)
WORDS = [
    "May",
    "March",
    "December",
    "Monday",
    "New Year",
    "1999",
    "2024",
    "3",
    "31st",
    "19th",
    "00",
    "years",
    "ago",
    "last",
    "century",
]
MARKS = ["from", "to", "and", "the", "of", "a", "half", "aged", "pm", " ", "-", "–", ",", "/", ".", "'s", "\n", "é", "𝟙", "²"]
PIECES = st.sampled_from([*WORDS, *MARKS])
TEXTS = st.text() | st.lists(PIECES).map(" ".join) | st.lists(PIECES).map("".join)


def cases(section: str) -> list[tuple[str, str]]:
    """Return each value with each of its wordings."""
    return [(value, wording) for value, wordings in CORPUS[section].items() for wording in wordings]


def said(mention: Mention) -> str:
    """Return the value of a mention as the corpus writes it."""
    match mention.value:
        case Time(date=date):
            return str(date)
        case Period(start=start, end=end):
            return f"{start.date} to {end.date}"
        case Quantity() as quantity:
            return f"{mention.type} {(quantity.number or 0).normalize():f} {quantity.unit}"
    return ""


@pytest.mark.parametrize(("value", "wording"), cases("dates"))
def test_dates(value: str, wording: str) -> None:
    """A wording alone and in a sentence gives the one value."""
    for text in (wording, f"It was {wording}.", f"({wording}), they said"):
        assert said(read_dates(text)[0]) == value


@pytest.mark.parametrize(("value", "wording"), cases("periods"))
def test_periods(value: str, wording: str) -> None:
    """A period is found over the whole wording."""
    found = [m for m in read_dates(f"It ran {wording}.") if isinstance(m.value, Period)]

    assert [said(m) for m in found] == [value]


@pytest.mark.parametrize(("value", "wording"), cases("lengths"))
def test_lengths(value: str, wording: str) -> None:
    """Durations, ages and anniversaries are quantities of time."""
    assert [said(m) for m in read_dates(f"It was {wording} then.")] == [value]


@pytest.mark.parametrize("text", CORPUS["nothing"]["texts"])
def test_no_dates(text: str) -> None:
    """Numbers, names and words that only look like dates are left alone."""
    assert [text[m.span.start : m.span.end] for m in read_dates(text) if m.type == "DATE"] == []


def test_weekday_and_date_are_one_mention() -> None:
    """The weekday before a date is part of it, and is kept as written."""
    (mention,) = read_dates("Opened on Monday, September 6, 2023, in rain.")

    assert mention.value == Time(Date.of_day(dt.date(2023, 9, 6)), Written(2023, 9, 6, 0))


def test_a_day_that_is_none_is_kept_as_written() -> None:
    """The calendar has no such day, so no date is known, but the fields are."""
    (mention,) = read_dates("Due on 31 September 2020.")

    assert isinstance(mention.value, Time)
    assert not mention.value.written.possible
    assert not mention.value.date.known


def test_the_first_end_takes_the_year_of_the_second() -> None:
    """In "23 July to 8 August 2021" both days are days of 2021."""
    days = [said(m) for m in read_dates("from 23 July to 8 August 2021") if isinstance(m.value, Time)]

    assert days == ["2021-07-23", "2021-08-08"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("yesterday", "2023-10-12"),
        ("today", "2023-10-13"),
        ("last year", "2022"),
        ("this year", "2023"),
        ("next year", "2024"),
        ("last month", "2023-09"),
        ("next month", "2023-11"),
    ],
)
def test_deictic_words_rest_on_the_publication_date(text: str, date: str) -> None:
    """A relative expression is anchored once the day of publication is known."""
    (mention,) = resolve(read_dates(text), FRIDAY, text)

    assert said(mention) == date
    assert isinstance(mention.value, Time)
    assert mention.value.anchor == "publication"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Thursday", dt.date(2023, 10, 12)),
        ("two years ago", dt.date(2021, 10, 13)),
        ("three weeks ago", dt.date(2023, 9, 22)),
        ("on 3 May", dt.date(2023, 5, 3)),
        ("on 3 May", dt.date(2024, 5, 3)),
        ("in December", dt.date(2022, 12, 5)),
    ],
)
def test_open_wordings_keep_all_their_days(text: str, day: dt.date) -> None:
    """Where the wording leaves it open, the interval holds every reading."""
    (mention,) = resolve(read_dates(text), FRIDAY, text)

    assert isinstance(mention.value, Time)
    assert Date.of_day(day).within(mention.value.date)
    assert mention.value.date.known


@pytest.mark.parametrize("text", ["yesterday", "last year", "on Thursday", "on 3 May", "two years ago"])
def test_nothing_is_anchored_without_a_publication_date(text: str) -> None:
    """Without a publication date a relative expression stays open."""
    assert resolve(read_dates(text), Publication.unknown(), text) == read_dates(text)


@given(TEXTS, st.integers(0, 20))
def test_any_text_is_read(text: str, skip: int) -> None:
    """No text raises; every mention lies in the stretch and ends after it begins."""
    start = min(skip, len(text))
    mentions = read_dates(text, start)

    assert all(start <= m.span.start < m.span.end <= len(text) for m in mentions)
    assert len(resolve(mentions, FRIDAY, text)) == len(mentions)


@given(TEXTS)
def test_mentions_overlap_only_in_periods(text: str) -> None:
    """Two expressions share a character only if one is a period."""
    single = [m.span for m in read_dates(text) if not isinstance(m.value, Period)]

    assert not any(one.overlaps(other) for one, other in pairwise(single))

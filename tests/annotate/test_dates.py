"""Time expressions are read where they stand, mean what the corpus says, and are left alone where there is none."""

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wordings import FRIDAY, all_rows, outermost, problem, texts, unequal, unmarked

from claimcheck.annotate.dates import read_dates, resolve
from claimcheck.claim import Mention
from claimcheck.document import Publication, Span
from claimcheck.values.date import MONTHS, UNKNOWN_DATE, Date, Day, Written
from claimcheck.values.time import Period, Time

VOCABULARY = tomllib.loads((files("claimcheck.annotate.times") / "vocabulary.toml").read_text(encoding="utf-8"))["words"]
WORDS = [word for words in VOCABULARY.values() for word in words]
NUMBERS = [
    "1",
    "2",
    "12",
    "29",
    "31",
    "00",
    "099",
    "700",
    "1999",
    "2024",
    "99999",
    "10:30",
    "9.40",
    "3/4",
    "03/04/2021",
    "2021-02-30",
    "1990s",
]
RANKS = ["first", "31st", "19th", "twenty", "hundred", "hundredth", "millions", "dozen", "'98", "Q3", "H2", "FY19"]
MARKS = [
    " ",
    "-",
    "–",
    ",",
    "/",
    ".",
    ":",
    "(",
    ")",
    "'s",
    "’",
    "“",
    "£",
    "%",
    "½",
    "\n",
    "\n\n",
    "\t",
    "\u200b",
    "é",
    "𝟙",
    "²",
    "\x00",
    "東京",
]
PIECES = st.sampled_from([*WORDS, *map(str.title, WORDS), *NUMBERS, *RANKS, *MARKS])
TEXTS = st.text() | st.lists(PIECES).map(" ".join) | st.lists(PIECES).map("".join)
WORDINGS = [unmarked(wording)[0] for _, _, wording in all_rows()]
STORIES = st.lists(st.sampled_from(WORDINGS), max_size=6).map(" ".join)
DEICTIC = ["yesterday", "tomorrow", "last year", "next month", "two years ago", "three weeks ago", "this week", "last Tuesday"]


@pytest.mark.parametrize(("section", "value", "wording"), list(all_rows()))
def test_wordings(section: str, value: str, wording: str) -> None:
    """A wording means its value, and the whole wording is read."""
    assert problem(section, value, wording) == ""


@pytest.mark.parametrize("text", texts("nothing"))
def test_nothing(text: str) -> None:
    """Numbers, names and words that only look like expressions of time are left alone."""
    assert unequal(text) == ([], [])


@pytest.mark.parametrize("text", texts("only"))
def test_only(text: str) -> None:
    """All expressions of a text are found, and no others."""
    assert unequal(text) == ([], [])


@pytest.mark.parametrize("wording", ["2 May 2011", "1990s", "18 months", "every Monday", "9.40pm", "30 years old", "1951–1963"])
def test_places(wording: str) -> None:
    """Where a wording stands does not matter: at the start, in brackets, quoted, at the end of a line."""
    for text in (wording, f"({wording}), they said", f"“{wording}”", f"{wording}\n\nThey said", f"It was {wording}; it was."):
        (mention,) = outermost(read_dates(text))
        assert text[mention.span.start : mention.span.end] == wording


def test_weekday_and_date_are_one_mention() -> None:
    """The weekday before a date is part of it, and is kept as written."""
    (mention,) = read_dates("Opened on Monday, September 6, 2023, in rain.")

    assert isinstance(mention.value, Time)
    assert mention.value.date == Date.of_day(Day(2023, 9, 6))
    assert mention.value.written == Written(2023, 9, 6, 0)


def test_a_day_that_is_none_is_kept_as_written() -> None:
    """The calendar has no such day, so no date is known, but the fields are."""
    (mention,) = read_dates("Due on 31 September 2020.")

    assert isinstance(mention.value, Time)
    assert not mention.value.written.possible
    assert not mention.value.date.known


def test_the_first_end_takes_the_year_of_the_second() -> None:
    """In "23 July to 8 August 2021" both days are days of 2021."""
    days = [str(m.value.date) for m in read_dates("from 23 July to 8 August 2021") if isinstance(m.value, Time)]

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

    assert isinstance(mention.value, Time)
    assert str(mention.value.date) == date
    assert mention.value.anchor == "publication"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Thursday", Day(2023, 10, 12)),
        ("two years ago", Day(2021, 10, 13)),
        ("three weeks ago", Day(2023, 9, 22)),
        ("on 3 May", Day(2023, 5, 3)),
        ("on 3 May", Day(2024, 5, 3)),
        ("in December", Day(2022, 12, 5)),
    ],
)
def test_open_wordings_keep_all_their_days(text: str, day: Day) -> None:
    """Where the wording leaves it open, the interval holds every reading."""
    (mention,) = resolve(read_dates(text), FRIDAY, text)

    assert isinstance(mention.value, Time)
    assert Date.of_day(day).within(mention.value.date)
    assert mention.value.date.known


@pytest.mark.parametrize("text", ["yesterday", "last year", "on Thursday", "on 3 May", "two years ago"])
def test_nothing_is_anchored_without_a_publication_date(text: str) -> None:
    """Without a publication date a relative expression stays open."""
    assert resolve(read_dates(text), Publication.unknown(), text) == read_dates(text)


@given(TEXTS | STORIES, st.integers(0, 20))
def test_any_text_is_read(text: str, skip: int) -> None:
    """No text raises; every mention lies in the stretch and ends after it begins."""
    start = min(skip, len(text))
    mentions = read_dates(text, start)

    assert all(start <= m.span.start < m.span.end <= len(text) for m in mentions)
    assert [m.span for m in resolve(mentions, FRIDAY, text)] == [m.span for m in mentions]


@given(TEXTS)
def test_mentions_overlap_only_in_periods(text: str) -> None:
    """Two expressions share a character only if one is a period."""
    single = [m.span for m in read_dates(text) if not isinstance(m.value, Period)]

    assert not any(one.overlaps(other) for one, other in pairwise(single))


@given(TEXTS | STORIES, st.integers(0, 40), st.integers(0, 80))
def test_a_stretch_is_read_like_a_text_of_its_own(text: str, start: int, length: int) -> None:
    """What stands outside of a stretch is not seen."""
    start = min(start, len(text))
    end = min(start + length, len(text))

    assert read_dates(text, start, end) == shifted(read_dates(text[start:end]), start)


@example("They met in June", "1998 people came.")
@given(TEXTS | STORIES, TEXTS | STORIES)
def test_paragraphs_are_read_alone(one: str, other: str) -> None:
    """What stands in another paragraph changes nothing."""
    one, other = one.strip(), other.strip()

    assert read_dates(f"{one}\n\n{other}") == read_dates(one) + shifted(read_dates(other), len(one) + 2)


@given(TEXTS | STORIES)
def test_readings_lie_within_the_days_that_may_be_meant(text: str) -> None:
    """Speech is looser than the words, and never stricter."""
    for time in times(resolve(read_dates(text), FRIDAY, text)):
        assert all(reading.within(time.date) for reading in time.readings)


@given(TEXTS | STORIES, st.sampled_from([FRIDAY, Publication.unknown()]))
def test_resolving_twice_changes_nothing(text: str, publication: Publication) -> None:
    """What is anchored stays where it is."""
    once = resolve(read_dates(text), publication, text)

    assert resolve(once, publication, text) == once


@given(STORIES, st.sampled_from(DEICTIC), STORIES)
def test_deictic_words_stay_relative_without_a_publication_date(before: str, deictic: str, after: str) -> None:
    """No other date of the text is an anchor for them."""
    text = f"{before} It rained {deictic}, they said. {after}"
    place = len(before) + 11
    (time,) = times([m for m in resolve(read_dates(text), Publication.unknown(), text) if m.span.start == place])

    assert time.relative is not None
    assert (time.readings, time.anchor, time.date) == ((), "", UNKNOWN_DATE)


@given(st.integers(1000, 2199), st.integers(1, 12))
def test_about_is_wider(year: int, month: int) -> None:
    """The days of "about X" hold those of X."""
    named = f"{MONTHS[month - 1]} {year}"
    for wording, days in ((f"circa {year}", Date.of_year(year)), (f"around {named}", Date.of_month(year, month))):
        (time,) = times(read_dates(wording))
        assert days.within(time.date)
        assert time.approximate


@pytest.mark.parametrize("part", ["early", "mid", "late", "the beginning of", "the middle of", "the end of", "the start of"])
@given(year=st.integers(1000, 2199).filter(lambda year: year % 100), month=st.integers(1, 12))
def test_parts_lie_inside(part: str, year: int, month: int) -> None:
    """Early, mid and late X are days of X."""
    named = f"{MONTHS[month - 1]} {year}"
    for wording, days in ((f"in {part} {year}", Date.of_year(year)), (f"in {part} {named}", Date.of_month(year, month))):
        (time,) = times(read_dates(wording))
        assert time.date.within(days)
        assert time.date != days


@given(st.lists(st.sampled_from(WORDINGS), min_size=2, max_size=4))
def test_what_is_read_is_compared_with_certainty_only(wordings: list[str]) -> None:
    """Of two times that are read at most one precedes the other, and neither if they may be the same."""
    read = [time.date for wording in wordings for time in times(resolve(read_dates(wording), FRIDAY, wording))]
    for one, other in pairwise(read):
        assert not (one.precedes(other) and other.precedes(one))
        assert one.overlaps(other) != (one.precedes(other) or other.precedes(one))


@given(st.integers(1000, 2199), st.integers(1, 12), st.integers(1, 28))
def test_all_styles_of_a_day_agree(year: int, month: int, day: int) -> None:
    """British, American and ISO wordings of one day mean that day."""
    name = MONTHS[month - 1]
    styles = [f"{day} {name} {year}", f"{name} {day}, {year}", f"{year}-{month:02}-{day:02}", f"{day} {name[:3]} {year}"]

    assert {time.date for style in styles for time in times(read_dates(style))} == {Date.of_day(Day(year, month, day))}


def times(mentions: Iterable[Mention]) -> list[Time]:
    """Return the values that are times."""
    return [m.value for m in mentions if isinstance(m.value, Time)]


def shifted(mentions: Iterable[Mention], by: int) -> tuple[Mention, ...]:
    """Return the mentions so many characters later."""
    return tuple(replace(m, span=Span(m.span.start + by, m.span.end + by)) for m in mentions)

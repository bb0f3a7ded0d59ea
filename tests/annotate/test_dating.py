"""A publication date is inferred where the words of the text force it, and only there."""

from dataclasses import replace

import pytest

from build import document
from claimcheck.annotate.dates import read_dates
from claimcheck.annotate.dating import infer_publication
from claimcheck.document import DateSource, Part, PartKind, Publication, Span
from claimcheck.values.date import Date, Day


def inferred(text: str) -> Publication:
    """Return the publication date that the text forces."""
    return infer_publication(document(text), read_dates(text))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("They sent greetings for the upcoming 2024 New Year.", "2023"),
        ("Prices rose last year, 2021, by a tenth.", "2022"),
        ("The hall will close next year, 2025.", "2024"),
        ("This year, 2019, there is no fair.", "2019"),
        ("In 2021, last year, there was no fair.", "2022"),
    ],
)
def test_words_that_force_the_date(text: str, date: str) -> None:
    """The date follows, and the reason quotes the text."""
    publication = inferred(text)

    assert publication.date.within(Date.of_year(int(date)))
    assert publication.source is DateSource.INFERRED
    assert publication.reason


@pytest.mark.parametrize(
    "text",
    [
        "The fair of 2021 was wet.",
        "It closed in 2024 and opened again in 2030.",
        "The upcoming fair is in the park.",
        "This year, 2019, there is no fair. This year, 2023, there is one.",
        "Last year was dry.",
    ],
)
def test_words_that_force_nothing(text: str) -> None:
    """No date is guessed from the years in the text, nor from hints that contradict each other."""
    assert not inferred(text).known


def test_a_known_date_stands() -> None:
    """What was given is not inferred anew."""
    given = Publication(Date.of_day(Day(2020, 1, 1)), DateSource.GIVEN)
    text = "They sent greetings for the upcoming 2024 New Year."

    assert infer_publication(replace(document(text), publication=given), read_dates(text)) == given


def test_furniture_dates_nothing() -> None:
    """A teaser beside the article says nothing about when that was written."""
    text = "Get ready for the upcoming 2024 New Year."
    page = replace(document(text), parts=(Part(PartKind.FURNITURE, Span(0, len(text))),))

    assert not infer_publication(page, read_dates(text)).known


@pytest.mark.parametrize(("line", "day"), [("LISBON, February 28", "2023-02-28"), ("LISBON, February 29", "")])
def test_a_dateline_is_a_day_of_the_year_that_the_body_forces(line: str, day: str) -> None:
    """A day that the year does not have dates nothing; the year is known all the same."""
    text = f"{line}\nPrices will rise next year, 2024."
    whole = document(text)
    page = replace(whole, parts=(replace(whole.parts[0], kind=PartKind.DATELINE), *whole.parts[1:]))

    assert str(infer_publication(page, read_dates(text)).date) == (day or "2023")

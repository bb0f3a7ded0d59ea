"""Plain text: paragraphs, and what each is to its reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.document import DateSource, Document
from claimcheck.read import read_text

MILL = "The council voted on Monday to keep the old mill open for ten more years, after a long debate about the cost of it all."
ROOF = "Its owners had said in spring that they could not pay for a new roof, and that the wheel would stop unless the town did."
BAKERS = (
    "Bakers in the valley still buy all of their flour there, and say that they would miss the sound of the great old oak wheel."
)
LINES = [
    "Tags: mill",
    "Recent posts",
    "Related",
    "By Ann Lee",
    "ELM PARK, May 3, 2022 - ",
    MILL,
    "\r\n",
    "\n\n",
    "\f",
    "Home | News | Sport",
    "3 May",
]


def kinds(text: str, name: str = "article.txt") -> list[tuple[str, str]]:
    """Return kind and first words of each part."""
    document = read_text(text, name)
    return [(part.kind.value, " ".join(document[part.span].split()[:2])) for part in document.parts]


def page(*paragraphs: str) -> str:
    """Return the paragraphs with a blank line after each."""
    return "".join(f"{paragraph}\n\n" for paragraph in paragraphs)


def assert_parts_are_sound(document: Document) -> None:
    """Parts are in order, do not overlap, lie in the text and hold words."""
    end = 0
    for part in document.parts:
        assert end <= part.span.start < part.span.end <= len(document.text)
        assert document[part.span].strip()
        end = part.span.end
    assert len(document.plain) == len(document.text)


@given(st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=12))).map("\n".join)))
def test_any_text_gives_sound_parts(text: str) -> None:
    """Nothing raises, whatever the text."""
    assert_parts_are_sound(read_text(text))


@pytest.mark.parametrize(
    "text",
    [
        f"{MILL}\n{ROOF}\n",
        f"{MILL}\n\n{ROOF}",
        f"{MILL}\r\n\r\n{ROOF}\r\n",
        f"{MILL}\r{ROOF}",
        f"{MILL}\x0c{ROOF}",
        f"{MILL}\u2029{ROOF}",
        f"\n\n  {MILL}  \n \t \n{ROOF}",
    ],
    ids=["one a line", "blank line", "CRLF", "CR", "form feed", "paragraph separator", "white space around"],
)
def test_paragraphs_slice_the_text(text: str) -> None:
    """Two paragraphs, each exactly its own words."""
    document = read_text(text)

    assert [document[part.span] for part in document.parts] == [MILL, ROOF]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_lines_broken_to_fit_a_width_are_one_paragraph(end: str) -> None:
    """A sentence is not cut where its line ends."""
    lines = [
        "The council voted on Monday to keep the old mill open for ten",
        "more years, after a long debate about what it costs and who",
        "is to pay.",
    ]
    document = read_text(end.join([*lines, "", "A new roof comes first."]))

    assert [document.words(part.span) for part in document.parts] == [" ".join(lines), "A new roof comes first."]


def test_a_short_first_line_is_the_headline() -> None:
    """Headline, then body."""
    assert kinds(page("Mill stays open", MILL, ROOF)) == [
        ("headline", "Mill stays"),
        ("body", "The council"),
        ("body", "Its owners"),
    ]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published 3 May 2022", "2022-05-03"),
        ("Last updated: May 3, 2022 at 10:15", "2022-05-03"),
        ("3 May 2022", "2022-05-03"),
        ("Tuesday, May 3, 2022", "2022-05-03"),
    ],
    ids=["published", "updated", "date", "weekday and date"],
)
def test_a_line_that_dates_the_page_is_a_dateline(line: str, date: str) -> None:
    """It gives the publication date."""
    document = read_text(page("Mill stays open", line, MILL, ROOF))

    assert [p.kind.value for p in document.parts] == ["headline", "dateline", "body", "body"]
    assert (str(document.publication.date), document.publication.source) == (date, DateSource.DATELINE)


@pytest.mark.parametrize(
    ("prefix", "head"),
    [
        ("ELM PARK, May 3, 2022 - ", "ELM PARK, May 3, 2022"),
        ("ELM PARK, 3 May — ", "ELM PARK, 3 May"),
        ("ELM PARK, Ont. (Valley Wire) — ", "ELM PARK, Ont. (Valley Wire)"),
    ],
    ids=["full date", "day and month", "agency"],
)
def test_a_dateline_before_a_paragraph_is_split_off(prefix: str, head: str) -> None:
    """The rest of the paragraph is body."""
    document = read_text(page("Mill stays open", prefix + MILL, ROOF))

    assert [(p.kind.value, document[p.span]) for p in document.parts][1:3] == [("dateline", head), ("body", MILL)]


def test_a_date_that_the_calendar_lacks_dates_nothing() -> None:
    """A dateline of 31 June leaves the publication unknown."""
    assert not read_text(page("Mill stays open", "Published 31 June 2022", MILL)).publication.known


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee",
        "Home | News | Sport | Contact",
        "This site uses cookies so that it runs. Accept all",
        "This website uses cookies.",
        "Keep Reading",
        "Continue reading",
        "Advertisement",
        "Share this",
        "© 2025 Valley Gazette. All rights reserved.",
        "Photo: Ann Lee",
        "Sign up for our newsletter",
        "Contact: press@example.org",
    ],
    ids=lambda line: " ".join(line.split()[:2]),
)
def test_a_line_of_furniture_in_the_middle_ends_nothing(line: str) -> None:
    """It is furniture itself, and the article goes on."""
    found = kinds(page("Mill stays open", MILL, line, ROOF))

    assert [kind for kind, _ in found] == ["headline", "body", "furniture", "body"]


@pytest.mark.parametrize("heading", ["Recent Posts", "Tags: mill, valley", "About the author", "You may also like", "Comments"])
def test_after_the_article_everything_is_furniture(heading: str) -> None:
    """Author boxes, teasers and later dates play no part, long ones included."""
    found = read_text(
        page(
            "Mill stays open", MILL, ROOF, heading, "Ann Lee", BAKERS, "Dam closed", BAKERS, BAKERS, "April 8, 2025", "Read More"
        )
    )

    assert [part.kind.value for part in found.parts] == ["headline", "body", "body", *["furniture"] * 8]
    assert not found.publication.known


def test_the_article_goes_on_after_related_stories() -> None:
    """Two long paragraphs in a row end the list."""
    found = kinds(page("Mill stays open", MILL, "Related stories", "Dam to be closed", "Ferry times change", ROOF, BAKERS))

    assert [kind for kind, _ in found] == ["headline", "body", "furniture", "furniture", "furniture", "body", "body"]


def test_a_heading_of_other_stories_is_a_headline_word_too() -> None:
    """A body sentence that merely begins with such a word is body."""
    assert kinds(page("Mill stays open", MILL, f"Related costs were not named. {ROOF}"))[-1][0] == "body"


def test_crossheads_and_lists_stay_in_the_article() -> None:
    """What stands between paragraphs of the article is body."""
    found = kinds(page("Mill stays open", MILL, "The money", ROOF, "- 3 dams", "- 2 mills", BAKERS))

    assert [kind for kind, _ in found] == ["headline", *["body"] * 6]


def test_a_transcript_is_body() -> None:
    """Speaker labels make no headline and no furniture."""
    found = kinds(
        page("MAYOR: We will keep the mill.", "REPORTER: For how long will you?", "MAYOR: Ten years, if the roof holds.")
    )

    assert [kind for kind, _ in found] == ["body"] * 3


def test_a_letter_is_body_and_its_signature_is_not() -> None:
    """Name and place of the writer say nothing."""
    found = kinds(page(f"Sir, your report left out the dam. {ROOF}", "Ann Lee", "Elm Park"))

    assert [kind for kind, _ in found] == ["body", "furniture", "furniture"]


def test_a_press_release_keeps_its_notes_to_editors() -> None:
    """The line above the headline and the contact below are furniture; the notes assert something."""
    release = page(
        "FOR IMMEDIATE RELEASE", "Mill stays open", f"ELM PARK, May 3, 2022 - {MILL}", ROOF, "Notes to editors",
        "The mill was built in 1820 and has ground flour ever since.", "Contact: press@example.org",
    )  # fmt: skip

    assert [kind for kind, _ in kinds(release)] == [
        "furniture",
        "headline",
        "dateline",
        "body",
        "body",
        "body",
        "body",
        "furniture",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Search teams found two bodies",
        "Share prices fell 3 per cent",
        "Share of profit",
        "By the way, the mayor was there",
        "By Thursday the roof had gone",
        "Smith 12 | Jones 15 | Brown 9",
        "Rovers  2  Athletic  1",
        "Attendance 12 345 678",
        "25-21 25-19 23-25 25-17",
        "NATO — the alliance — sent a choir.",
    ],
    ids=lambda line: line.split("  ")[0],
)
def test_a_short_line_of_the_article_is_not_lost(line: str) -> None:
    """Words, marks and numbers that furniture has too are no proof of it."""
    found = kinds(page("Mill stays open", MILL, line, ROOF))

    assert [kind for kind, _ in found] == ["headline", "body", "body", "body"]


def test_a_short_last_sentence_is_not_lost() -> None:
    """The end of a sentence tells it from a signature."""
    assert kinds(page("Mill stays open", MILL, ROOF, "No one was hurt."))[-1] == ("body", "No one")


@pytest.mark.parametrize(
    "menu", ["HOME  NEWS  SPORT  SUBSCRIBE", "Home\tNews\tSport", "Home / Climate / Explainers", "News | Euro 2024 | Sport"]
)
def test_a_menu_is_furniture_whatever_sets_its_items_apart(menu: str) -> None:
    """Marks, tabs or wide spaces."""
    assert [kind for kind, _ in kinds(page("Mill stays open", menu, MILL, ROOF))] == ["headline", "furniture", "body", "body"]


@pytest.mark.parametrize("heading", ["MORE FROM ELM PARK", "More by Ann Lee", "Latest from the valley"])
def test_a_heading_may_name_its_list(heading: str) -> None:
    """Teasers below it are furniture, each a part of its own."""
    teasers = "\n".join([heading, "Dam to be closed for a year, the town says - 29 May 2021", "New bridge opened - 4 June 2020"])
    found = kinds(page("Mill stays open", MILL, ROOF, teasers))

    assert [kind for kind, _ in found] == ["headline", "body", "body", *["furniture"] * 3]


def test_a_box_about_the_author_is_furniture() -> None:
    """It begins with the name in the byline; a person of the article who writes is another matter."""
    box = "Ann Lee writes about mills. Her last column appeared in 1999."
    found = kinds(page("Mill stays open", "By Ann Lee", MILL, ROOF, "Tom Rusk writes poems about the mill.", box))

    assert [kind for kind, _ in found][-2:] == ["body", "furniture"]


def test_lines_that_are_paragraphs_are_not_joined() -> None:
    """A headline above short paragraphs, with no blank line, stays a headline."""
    lines = [
        "Council votes to keep the old mill open for ten more years",
        "Its owners said they could not pay for a new roof.",
        "The wheel will stop unless the town pays, they added.",
        "A decision on the dam is due in spring, the mayor said.",
    ]
    document = read_text("\n".join(lines))

    assert [document[part.span] for part in document.parts] == lines
    assert document.parts[0].kind.value == "headline"


def test_front_matter_of_a_plain_text_dates_it_too() -> None:
    """The same block as in Markdown."""
    document = read_text(f"---\ntitle: Mill 1999\ndate: 2022-05-03\n---\n\n{MILL}\n")

    assert [part.kind.value for part in document.parts] == ["furniture", "body"]
    assert (str(document.publication.date), document.publication.source) == ("2022-05-03", DateSource.METADATA)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("FOR IMMEDIATE RELEASE - May 3, 2022", "2022-05-03"),
        ("3 May 2022 - 6 minute read - Business", "2022-05-03"),
        ("Updated 4 May 2022\nPublished 3 May 2022", "2022-05-03"),
        ("Held on Tuesday 3 May 2022.", "../.."),
    ],
    ids=["release", "reading time", "updated first", "an event"],
)
def test_the_day_of_publication_is_told_from_others(line: str, date: str) -> None:
    """Published counts before updated, and the day of an event is none."""
    assert str(read_text(page("Mill stays open", line, MILL, ROOF)).publication.date) == date

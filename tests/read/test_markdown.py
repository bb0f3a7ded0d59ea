"""Markdown: what it says, without the marks that say nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.document import DateSource, PartKind
from claimcheck.read import read_text

PIECES = [
    "# ",
    "> ",
    "- ",
    "1. ",
    "```\n",
    "| a | b |\n|---|---|\n| c | d |\n",
    "*",
    "_",
    "[x](y)",
    "![x](y)",
    "<!--",
    "-->",
    "\n",
    "\r\n",
    "\r",
    "---\n",
    "+++\n",
    "    ",
]


def said(text: str) -> list[str]:
    """Return the words of each part that asserts something."""
    document = read_text(text, "article.md")
    return [document.words(part.span) for part in document.prose()]


@given(st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8))).map("".join)))
def test_any_text_gives_sound_parts(text: str) -> None:
    """Nothing raises; parts are in order, apart and in the text."""
    document = read_text(text, "article.md")
    end = 0
    for part in document.parts:
        assert end <= part.span.start < part.span.end <= len(text)
        end = part.span.end
    assert len(document.plain) == len(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# The mill", "The mill"),
        ("The mill\n========", "The mill"),
        ("The *old* mill and the **new** one turn.", "The old mill and the new one turn."),
        ("The mill is un*believ*able, they say.", "The mill is un believ able, they say."),
        ("See the [old mill](https://example.org/1999) by the dam.", "See the old mill by the dam."),
        ("Here ![the mill in 1999](mill.png) it is.", "Here it is."),
        ("The `wheel` turns.", "The wheel turns."),
        ("The mill <!-- built 1999 --> turns.", "The mill turns."),
        ("The <b>mill</b> turns.", "The mill turns."),
        ("The key old_mill_wheel stays.", "The key old_mill_wheel stays."),
        ("> The mill turns\n> all day long.", "The mill turns all day long."),
        ("- The mill turns all day long.", "The mill turns all day long."),
        ("12. The mill turns all day long.", "The mill turns all day long."),
    ],
    ids=[
        "heading",
        "underlined heading",
        "emphasis",
        "inside a word",
        "link",
        "image",
        "code",
        "comment",
        "tag",
        "underscores",
        "quote",
        "list",
        "numbered",
    ],
)
def test_marks_are_blank_and_words_stay(text: str, words: str) -> None:
    """The words of the part are what a reader sees."""
    assert said(text) == [words]


@pytest.mark.parametrize(
    "block",
    [
        "```\nbuilt = 1999\n```",
        "    built = 1999",
        "| mill | built |\n|---|---|\n| old | 1999 |",
        "<!-- built in 1999 -->",
        "<div>\n1999\n</div>",
    ],
    ids=["fence", "indented code", "table", "comment", "html"],
)
def test_blocks_that_tell_nothing_are_furniture(block: str) -> None:
    """Code, tables and HTML assert nothing; what stands around does."""
    assert said(f"The mill turns all day.\n\n{block}\n\nThe wheel was mended in spring.") == [
        "The mill turns all day.",
        "The wheel was mended in spring.",
    ]


@pytest.mark.parametrize(
    "front", ["---\ntitle: Mill 1999\ndate: 2022-05-03\n---", "+++\ndate = 2022-05-03\n+++"], ids=["YAML", "TOML"]
)
def test_front_matter_dates_the_text_and_says_nothing(front: str) -> None:
    """It is furniture, and the source of the date."""
    document = read_text(f"{front}\n\n# The mill\n\nThe mill turns all day.\n", "article.md")

    assert document.parts[0].kind is PartKind.FURNITURE
    assert document[document.parts[0].span] == front
    assert (str(document.publication.date), document.publication.source) == ("2022-05-03", DateSource.METADATA)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_offsets_are_those_of_the_source(end: str) -> None:
    """Whatever the line ends, a part slices its own line."""
    document = read_text(end.join(["# The mill", "", "The *old* mill turns.", "", "It was mended."]), "article.md")

    assert [document[part.span] for part in document.parts] == ["The mill", "The *old* mill turns.", "It was mended."]


def test_the_name_tells_markdown_from_plain_text() -> None:
    """In plain text an asterisk is an asterisk."""
    assert read_text("The *old* mill turns.", "article.txt").markup == ()

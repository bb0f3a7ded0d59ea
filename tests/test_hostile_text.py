"""Texts that nobody should have written: nothing raises, offsets stay exact, and work grows with the length."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.checked import CheckedDocument
from claimcheck.document import Span
from claimcheck.pipeline import Checker
from claimcheck.read import read_text
from hostile import HOSTILE

ALL = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
WORDS = 600
# The doubled text may call three times as many functions; a square would be four, and there is always a share that is the same.
MOST = 3.0

PIECES = [
    *("“", "”", '"', "(", ")", "\u200b", "\ufeff", "\u0301", "\x00", "\r\n", "\r", "\n\n", "\t", "|", "\u2028", "\ud83d"),
    *("Paris", "Ann Lee", "he", "said", "hosted", "the 2024 Winter Olympics", "31 June", "1999 to 1995", "$4m", "👩‍👩‍👧", "שלום"),
    *(".", ",", "not", "will", "’s", "who", "its", "-", "46-year-old", "all 12 boats", "according to"),
]


def spans(checked: CheckedDocument) -> Iterator[Span]:
    """Yield every span that says where something is."""
    analysis = checked.analysis
    for sentence in analysis.sentences:
        yield sentence.span
        yield from (token.span for token in sentence.tokens)
    yield from (mention.span for mention in analysis.mentions)
    for claim in analysis.claims:
        yield from (claim.span, claim.subject.span, claim.object.span)
        yield from (a.span for a in (claim.place, claim.attributed_to) if a is not None)
    for finding in checked.findings:
        yield finding.conflict.span
        yield from (note.span for note in finding.conflict.notes)


def assert_exact(checked: CheckedDocument, text: str) -> None:
    """Every span lies in the text and holds a word of it, and each token is what its span slices."""
    assert checked.document.text == text
    for span in spans(checked):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip()
    for sentence in checked.analysis.sentences:
        for token in sentence.tokens:
            assert len(token.text) == len(token.span)
            if token.text.isalnum():
                assert text[token.span.start : token.span.end] == token.text


@ALL
def test_nothing_raises_and_offsets_stay_exact(checker: Checker, text: Callable[[int], str]) -> None:
    """Whatever is given, what comes back points into it."""
    written = text(WORDS)

    assert_exact(checker.check(read_text(written)), written)


@ALL
def test_twice_the_text_is_about_twice_the_work(checker: Checker, text: Callable[[int], str]) -> None:
    """Counted in calls of functions, which no other work of the machine changes."""
    once, twice = (calls(checker, text(size)) for size in (WORDS, 2 * WORDS))

    assert twice <= MOST * once


def calls(checker: Checker, text: str) -> int:
    """Return how many functions are called to check the text."""
    profiler = cProfile.Profile()
    profiler.runcall(checker.check, read_text(text))
    return int(pstats.Stats(profiler).total_calls)  # type: ignore[attr-defined]


def test_a_sentence_of_five_thousand_words_goes_on_as_several(checker: Checker) -> None:
    """None is so long that work within it could count."""
    checked = checker.check(read_text("word and " * 2500))

    assert max(len(s.tokens) for s in checked.analysis.sentences) <= 300


def test_a_run_without_a_space_is_read_in_pieces(checker: Checker) -> None:
    """Ten thousand brackets, and a word of a hundred thousand letters, between two sentences that stay whole."""
    before, after = "The hall opened in 1932. ", " The fair opened in Ghent on 31 June."
    for run in ("(" * 10_000, "“" * 10_000, "x" * 100_000):
        text = f"{before}{run}{after}"
        checked = checker.check(read_text(text))

        assert_exact(checked, text)
        assert max(len(t.text) for s in checked.analysis.sentences for t in s.tokens) <= 200
        assert [text[f.conflict.span.start : f.conflict.span.end] for f in checked.findings] == ["31 June"]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(st.characters(), max_size=6)), max_size=60), st.sampled_from(["", " "])
)
def test_any_pieces_in_any_order(checker: Checker, pieces: list[str], joint: str) -> None:
    """Every span of what comes back slices the text as it was given."""
    text = joint.join(pieces)

    assert_exact(checker.check(read_text(text)), text)

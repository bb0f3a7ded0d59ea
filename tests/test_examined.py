"""Finding a sentence in any text, by any words."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.errors import InputError
from claimcheck.examined import examine
from claimcheck.pipeline import Checker
from claimcheck.read import read_text
from claimcheck.report.why_not import render_json
from hostile import HOSTILE


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_any_sentence_of_any_text_can_be_asked_for(text, checker: Checker) -> None:  # type: ignore[no-untyped-def]  # as in HOSTILE
    """Its own words find it, and what is told of it can be written."""
    checked = checker.check(read_text(text(60), "text"))
    for sentence in checked.analysis.sentences[:3]:
        words = checked.document.text[sentence.span.start : sentence.span.end]
        try:
            examined = examine(checked, words)
        except InputError:
            assert not words.strip() or checked.document.text.count(words) > 1 or checked.document.markup
            continue
        assert any(one.span.overlaps(sentence.span) for one in examined)
        assert render_json(words, "text", checked, examined, None).endswith("}\n")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_no_words_raise_anything_else(checker: Checker, words: str) -> None:
    """Either a sentence has them, or it is said that none has."""
    checked = checker.check(read_text("The Straße was opened in 1911. It’s “ours”, İpek said.", "text"))

    with suppress(InputError):
        assert examine(checked, words)

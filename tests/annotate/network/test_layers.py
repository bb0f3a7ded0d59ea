"""Names from places, lemmas from edits, features from words."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.annotate.network.lemmas import edit_of, edited
from claimcheck.annotate.network.pieces import CASES, case_of
from claimcheck.annotate.network.spans import best_names, place_labels, place_tags

TYPES = ("PERSON", "GPE")
LABELS = place_labels(TYPES)


def _scores(tags: list[str]) -> np.ndarray:
    """Return scores that prefer these tags."""
    return np.array([[0.0 if label == tag else -4.0 for label in LABELS] for tag in tags], dtype=np.float32)


@pytest.mark.parametrize(
    "names",
    [[], [(0, 1, "GPE")], [(0, 3, "PERSON"), (3, 4, "GPE")], [(1, 3, "GPE"), (4, 6, "PERSON")]],
)
def test_names_come_back_from_their_places(names: list[tuple[int, int, str]]) -> None:
    """What was written as places is read as the same names."""
    assert best_names(_scores(place_tags(6, names)), LABELS) == names


def test_places_that_do_not_fit_give_the_nearest_that_do() -> None:
    """An end without a beginning takes the word before it, if that is the better of two repairs."""
    scores = _scores(["O", "E-PERSON", "O"])
    scores[0, LABELS.index("B-PERSON")] = -0.5

    assert best_names(scores, LABELS) == [(0, 2, "PERSON")]


@given(st.integers(0, 12), st.integers(0, 2**32 - 1))
def test_any_scores_give_names_apart(words: int, seed: int) -> None:
    """Names lie in the text, in order, and do not overlap."""
    rng = np.random.default_rng(seed)
    found = best_names(rng.normal(size=(words, len(LABELS))).astype(np.float32), LABELS)

    edges = [edge for start, end, _ in found for edge in (start, end)]
    assert edges == sorted(edges)
    assert all(start < end <= words and kind in TYPES for start, end, kind in found)


@pytest.mark.parametrize(
    ("form", "lemma", "edit"),
    [
        ("houses", "house", "l1"),
        ("Houses", "house", "l1"),
        ("cities", "city", "l3y"),
        ("went", "go", "l4go"),
        ("Leeds", "Leeds", "k0"),
        ("was", "be", "l3be"),
        ("UN", "UN", "k0"),
    ],
)
def test_an_edit_makes_the_lemma(form: str, lemma: str, edit: str) -> None:
    """The shortest one is taken, and does what it was taken from."""
    assert edit_of(form, lemma) == edit
    assert edited(form, edit) == lemma


@given(st.text(max_size=12), st.sampled_from(["l1", "k0", "l9y", "k4go", "l2"]))
def test_any_word_can_be_edited(form: str, edit: str) -> None:
    """A word that is too short for an edit keeps its letters; nothing becomes empty."""
    assert edited(form, edit) or not form


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("the", "lower"),
        ("Leeds", "title"),
        ("UN", "upper"),
        ("McAdam", "mixed"),
        ("A", "letter"),
        ("1998", "digits"),
        ("…", "punct"),
    ],
)
def test_the_case_of_a_word(word: str, case: str) -> None:
    """As the encoder, which reads everything in lower case, is told it."""
    assert CASES[case_of(word)] == case

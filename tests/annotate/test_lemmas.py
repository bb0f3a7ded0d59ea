"""Lemmas that the pipeline made up give way to those of a dictionary."""

import pytest

from claimcheck.annotate.lemmas import known_lemma


@pytest.mark.parametrize(
    ("form", "pos", "lemma", "expected"),
    [
        ("defeated", "VERB", "defeate", "defeat"),
        ("bidding", "VERB", "bidd", "bid"),
        ("flew", "VERB", "fl", "fly"),
        ("skies", "NOUN", "skie", "sky"),
        ("found", "VERB", "find", "find"),  # it may also be "found", which the pipeline decides
        ("found", "VERB", "found", "found"),
        ("people", "NOUN", "person", "person"),
        ("glorped", "VERB", "glorp", "glorp"),  # a word that no dictionary has
        ("defeated", "PROPN", "defeate", "defeate"),
        ("", "VERB", "", ""),
    ],
)
def test_a_lemma_is_that_of_the_dictionary(form: str, pos: str, lemma: str, expected: str) -> None:
    """Only verbs and nouns whose lemma the dictionary does not have are changed."""
    assert known_lemma(form, pos, lemma) == expected

"""Both label schemes give the same grammatical functions."""

import pytest

from build import sentence
from claimcheck.claims.frames import frames
from claimcheck.sentence import Function

PASSIVE_UD = (
    "The|the|DET|DT|2|det Games|game|NOUN|NNS|4|nsubj:pass were|be|AUX|VBD|4|aux:pass held|hold|VERB|VBN|0|root "
    "in|in|ADP|IN|6|case Oslo|oslo|PROPN|NNP|4|obl by|by|ADP|IN|8|case Norway|norway|PROPN|NNP|4|obl"
)
PASSIVE_CLEAR = (
    "The|the|DET|DT|2|det Games|game|NOUN|NNS|4|nsubjpass were|be|AUX|VBD|4|auxpass held|hold|VERB|VBN|0|ROOT "
    "in|in|ADP|IN|4|prep Oslo|oslo|PROPN|NNP|5|pobj by|by|ADP|IN|4|agent Norway|norway|PROPN|NNP|7|pobj"
)
COPULA_UD = (
    "Oslo|oslo|PROPN|NNP|4|nsubj is|be|AUX|VBZ|4|cop the|the|DET|DT|4|det capital|capital|NOUN|NN|0|root "
    "of|of|ADP|IN|6|case Norway|norway|PROPN|NNP|4|nmod"
)
COPULA_CLEAR = (
    "Oslo|oslo|PROPN|NNP|2|nsubj is|be|AUX|VBZ|0|ROOT the|the|DET|DT|4|det capital|capital|NOUN|NN|2|attr "
    "of|of|ADP|IN|4|prep Norway|norway|PROPN|NNP|5|pobj"
)


@pytest.mark.parametrize(("one", "other"), [(PASSIVE_UD, PASSIVE_CLEAR), (COPULA_UD, COPULA_CLEAR)], ids=["passive", "copula"])
def test_schemes_agree(one: str, other: str) -> None:
    """A sentence has the same heads and functions whichever labels its parse speaks."""
    ours = [(t.text, t.head, t.function) for t in sentence(one).tokens]
    theirs = [(t.text, t.head, t.function) for t in sentence(other).tokens]

    assert ours == theirs


def test_passive_gives_the_active_frame() -> None:
    """What is held is the object and who holds it the subject, in either voice."""
    (frame,) = frames(sentence(PASSIVE_CLEAR))

    assert [t.text for t in frame.subject] == ["Norway"]
    assert [t.text for t in frame.object] == ["Games"]
    assert [(place, t.text) for place, t in frame.obliques] == [("in", "Oslo")]
    assert frame.past


def test_negation_is_told_from_other_adverbs() -> None:
    """The word "never" denies, "often" does not."""
    parsed = sentence("Oslo|oslo|PROPN|NNP|3|nsubj never|never|ADV|RB|3|advmod slept|sleep|VERB|VBD|0|root")

    assert parsed.tokens[1].function is Function.NEGATION
    assert next(frames(parsed)).negated


def test_a_ring_of_heads_is_opened() -> None:
    """Two tokens that hang on each other would have no end; one of them becomes a root."""
    parsed = sentence("Oslo|oslo|PROPN|NNP|2|nsubj slept|sleep|VERB|VBD|1|root")

    assert [t.text for t in parsed.subtree(parsed.tokens[0])] == ["Oslo", "slept"]
    assert any(t.head == t.index for t in parsed.tokens)

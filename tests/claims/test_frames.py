"""Frames over hand-built parses: what grammar leaves out is found again."""

from build import sentence
from claimcheck.claims.frames import Frame, frames

RELATIVE = (
    "Acme|acme|PROPN|NNP|6|nsubj ,|,|PUNCT|,|5|punct which|which|PRON|WDT|5|obj Lee|lee|PROPN|NNP|5|nsubj "
    "founded|found|VERB|VBD|1|acl:relcl closed|close|VERB|VBD|0|root"
)
JOINED = (
    "Lee|lee|PROPN|NNP|3|nsubj:pass was|be|AUX|VBD|3|aux:pass born|bear|VERB|VBN|0|root and|and|CCONJ|CC|5|cc "
    "raised|raise|VERB|VBN|3|conj in|in|ADP|IN|7|case Ulm|ulm|PROPN|NNP|5|obl"
)


def words(frame: Frame) -> tuple[list[str], list[str], list[str]]:
    """Return the subjects, objects and obliques of a frame as written."""
    return (
        [t.text for t in frame.subject],
        [t.text for t in frame.object],
        [f"{place} {t.text}" for place, t in frame.obliques],
    )


def test_relative_pronoun_gives_way_to_its_noun() -> None:
    """In "Acme, which Lee founded" it is Acme that Lee founded."""
    found = {f.lemma: words(f) for f in frames(sentence(RELATIVE))}

    assert found["found"] == (["Lee"], ["Acme"], [])


def test_joined_verbs_share_subject_and_place() -> None:
    """What "Lee was born and raised in Ulm" tells, both verbs tell of Lee and of Ulm."""
    found = {f.lemma: words(f) for f in frames(sentence(JOINED))}

    assert found["bear"] == ([], ["Lee"], ["in Ulm"])
    assert found["raise"] == ([], ["Lee"], ["in Ulm"])

"""The world of a claim: whose it is, whether they deny it, and how certain they are."""

import pytest

from claimcheck.claim import Claim, Modality
from claimcheck.pipeline import Checker
from claimcheck.read.plain import read_plain


def opening(checker: Checker, text: str) -> Claim:
    """Return the one claim of the text that dates an opening."""
    claims = checker.analyze(read_plain(text, "test")).claims
    (found,) = [claim for claim in claims if claim.relation == "opened on"]
    return found


@pytest.mark.parametrize(
    ("text", "modality", "speaker"),
    [
        ("The Tarn Bridge opened in 1990.", Modality.ASSERTED, ""),
        ("Ann Lee said that the Tarn Bridge opened in 1990.", Modality.ASSERTED, "Ann Lee"),
        ("Ann Lee confirmed that the Tarn Bridge opened in 1990.", Modality.ASSERTED, "Ann Lee"),
        ("“The Tarn Bridge opened in 1990,” Ann Lee said.", Modality.ASSERTED, "Ann Lee"),
        ("According to Ann Lee, the Tarn Bridge opened in 1990.", Modality.ASSERTED, "Ann Lee"),
        ("Ann Lee fears that the Tarn Bridge opened in 1990.", Modality.POSSIBLE, "Ann Lee"),
        ("Ann Lee believes that the Tarn Bridge opened in 1990.", Modality.POSSIBLE, "Ann Lee"),
        ("Ann Lee did not say that the Tarn Bridge opened in 1990.", Modality.POSSIBLE, "Ann Lee"),
        ("Ann Lee said that the Tarn Bridge may have opened in 1990.", Modality.POSSIBLE, "Ann Lee"),
        ("Ann Lee said that the Tarn Bridge will open in 2090.", Modality.FUTURE, "Ann Lee"),
        ("Ann Lee warned that the Tarn Bridge could open in 2090.", Modality.POSSIBLE, "Ann Lee"),
        ("The Tarn Bridge reportedly opened in 1990.", Modality.POSSIBLE, ""),
        ("The Tarn Bridge allegedly opened in 1990.", Modality.POSSIBLE, ""),
        ("The Tarn Bridge is said to have opened in 1990.", Modality.POSSIBLE, "a quoted speaker"),
        ("It was claimed that the Tarn Bridge opened in 1990.", Modality.ASSERTED, "a quoted speaker"),
        ("Did they say that the Tarn Bridge opened in 1990?", Modality.POSSIBLE, None),
    ],
)
def test_the_world_of_what_is_said(checker: Checker, text: str, modality: Modality, speaker: str | None) -> None:
    """By the verb of speech, by hedges, and by the words of what is said."""
    claim = opening(checker, text)

    assert (claim.modality, claim.negated) == (modality, False)
    if speaker is not None:
        assert (claim.attributed_to.text if claim.attributed_to else "") == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee denied that the Tarn Bridge opened in 1990.",
        "Ann Lee rejected the claim that the Tarn Bridge opened in 1990.",
        "Ann Lee disputed that the Tarn Bridge opened in 1990.",
    ],
)
def test_what_is_denied_is_negated_for_the_speaker(checker: Checker, text: str) -> None:
    """And the author says nothing of it."""
    claim = opening(checker, text)

    assert claim.negated
    assert claim.modality is Modality.ASSERTED
    assert claim.attributed_to is not None
    assert claim.attributed_to.text == "Ann Lee"


def test_the_denial_of_a_denial_is_left_open(checker: Checker) -> None:
    """Whoever denies that it did not open need not say that it did."""
    claim = opening(checker, "Ann Lee denied that the Tarn Bridge had not opened in 1990.")

    assert (claim.negated, claim.modality) == (False, Modality.POSSIBLE)


def test_what_is_told_in_passing_within_a_denial_is_not_denied(checker: Checker) -> None:
    """It is left open, since it may be the author's."""
    claim = opening(checker, "Ann Lee denied that the Tarn Bridge, which opened in 1990, was unsafe.")

    assert (claim.negated, claim.modality) == (False, Modality.POSSIBLE)


def test_the_author_s_own_claims_have_no_speaker(checker: Checker) -> None:
    """Also beside somebody's speech."""
    claim = opening(checker, "“It is a fine bridge,” said Ann Lee. The Tarn Bridge opened in 1990.")

    assert claim.attributed_to is None

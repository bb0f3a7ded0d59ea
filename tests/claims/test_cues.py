"""Cue patterns of the relations data."""

import pytest

from claimcheck.claims.cues import Cues, noun_cue, verb_cue
from claimcheck.errors import SettingsError
from claimcheck.relation import ObjectKind, Relation, load_relations

RELATION = Relation("hosted by", ObjectKind.NAME)


def test_every_builtin_cue_can_be_read() -> None:
    """The shipped data has no pattern that the program cannot read."""
    cues = Cues.of(load_relations())

    assert "host" in cues.verbs
    assert "capital" in cues.nouns


def test_verb_cue_places_its_arguments() -> None:
    """Left, right, preposition and the words that belong to the verb are told apart."""
    cue = verb_cue(RELATION, "X put_on S in O")

    assert (cue.lemma, cue.words) == ("put", ("on",))
    assert [(slot.place, slot.role) for slot in cue.slots] == [("left", "X"), ("right", "S"), ("in", "O")]


def test_noun_cue_places_its_arguments() -> None:
    """Owner, count and complement are told apart, and a noun of several words is kept whole."""
    owner = noun_cue(RELATION, "O's hosting of S")
    count = noun_cue(RELATION, "O:seat of S")
    words = noun_cue(RELATION, "chief executive of S")

    assert [(slot.place, slot.role) for slot in owner.slots] == [("'s", "O"), ("of", "S")]
    assert [(slot.place, slot.role, slot.noun) for slot in count.slots] == [("number", "O", "seat"), ("of", "S", "")]
    assert (words.words, words.lemma) == (("chief",), "executive")


@pytest.mark.parametrize("pattern", ["host S", "O", "O host S in", "O host S in in O"])
def test_unreadable_cue_is_a_settings_error(pattern: str) -> None:
    """A broken pattern names its relation and itself."""
    with pytest.raises(SettingsError, match="hosted by"):
        verb_cue(RELATION, pattern)

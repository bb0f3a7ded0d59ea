"""The component over the shipped network: what it sets, where it cuts, what it refuses."""

import shutil
from pathlib import Path

import pytest
import spacy

from claimcheck.annotate.pipeline import _shipped, load_language
from claimcheck.errors import ModelError

PLAIN = "The council met in Norwich on Tuesday. Its chair, Petra Quill, said the new bridge had cost too much."


def test_every_layer_is_set() -> None:
    """Tags, parts of speech, lemmas, one tree a sentence, sentences and names."""
    doc = load_language()(PLAIN)

    assert [sent.text.split()[0] for sent in doc.sents] == ["The", "Its"]
    assert {"Norwich": "GPE", "Petra Quill": "PERSON"}.items() <= {e.text: e.label_ for e in doc.ents}.items()
    assert all(token.tag_ and token.pos_ and token.lemma_ and token.dep_ for token in doc)
    assert [token.lemma_ for token in doc[:5]] == ["the", "council", "meet", "in", "Norwich"]
    assert all(sum(token.head == token for token in sent) == 1 for sent in doc.sents)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "  A  ", " \n Ann slept.  \n\n  Bob  read. \t ", "\u200b", "😀", "\x00"])
def test_white_space_and_oddities_are_kept(text: str) -> None:
    """The text comes back as it was, whatever it holds."""
    doc = load_language()(text)

    assert doc.text == text
    assert sum(len(sent) for sent in doc.sents) == len(doc)


def test_a_blank_line_ends_a_sentence() -> None:
    """As it does for a reader, with or without a full stop."""
    doc = load_language()("New library opens\n\nThe library opened in May.")

    assert [sent.text.strip() for sent in doc.sents] == ["New library opens", "The library opened in May."]


def test_a_long_text_is_read_like_its_sentences() -> None:
    """Windows end where a sentence ends, so that a text of many windows has the sentences of its parts."""
    parts = [f"The {name} bridge was opened in {1900 + n} by the mayor of Norwich." for n, name in enumerate(["old", "new"] * 40)]
    doc = load_language()(" ".join(parts))

    assert [sent.text for sent in doc.sents] == parts


def test_one_sentence_without_end_is_read_in_windows() -> None:
    """It is cut, not refused, and every word has a head in its own piece."""
    doc = load_language()("stone and " * 2500)

    assert len(doc) == 5000
    assert all(len(sent) <= 200 for sent in doc.sents)


def test_other_texts_beside_it_change_nothing() -> None:
    """A document's annotation is its own, wherever it stands among others."""
    nlp = load_language()
    alone = nlp(PLAIN)
    among = list(nlp.pipe(["One.", PLAIN, "A much longer text, which goes on for a while and then ends. " * 5]))[1]

    assert [(t.tag_, t.dep_, t.head.i, t.ent_type_) for t in alone] == [(t.tag_, t.dep_, t.head.i, t.ent_type_) for t in among]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """Weights in half precision go around unchanged."""
    nlp = load_language()
    nlp.to_disk(tmp_path / "copy")
    again = spacy.load(tmp_path / "copy")

    assert [(t.tag_, t.dep_, t.head.i) for t in again(PLAIN)] == [(t.tag_, t.dep_, t.head.i) for t in nlp(PLAIN)]


@pytest.mark.parametrize("file", ["network.safetensors", "sizes.json", "labels.json", "tokenizer.json"])
def test_a_broken_folder_is_a_clear_error(tmp_path: Path, file: str) -> None:
    """Whatever file of a copy is cut short."""
    shutil.copytree(_shipped(), tmp_path / "model")
    broken = tmp_path / "model" / "reader" / file
    broken.write_bytes(broken.read_bytes()[: broken.stat().st_size // 2])

    with pytest.raises(ModelError, match="cannot be loaded"):
        load_language(str(tmp_path / "model"))


def test_a_pipeline_without_names_is_refused(tmp_path: Path) -> None:
    """Claims need trees and names."""
    spacy.blank("en").to_disk(tmp_path / "blank")

    with pytest.raises(ModelError, match="gives no parse and no tags"):
        load_language(str(tmp_path / "blank"))

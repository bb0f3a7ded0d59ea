"""A pipeline with other labels, parts or names gives the same claims."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import EntityRuler
from spacy.tokens import Doc

from annotate.gold import Pair, Scheme, pairs, pipeline
from claimcheck.annotate.pipeline import load_language, parse
from claimcheck.claim import Claim
from claimcheck.errors import ModelError
from claimcheck.pipeline import Checker
from claimcheck.read import read_text
from claimcheck.sentence import Function, Token
from claimcheck.settings import Settings

ALL = pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.about)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[Scheme, Path]:
    """Return the folders of two saved pipelines, one of each scheme, with a component of their own."""
    folder = tmp_path_factory.mktemp("pipelines")
    schemes: tuple[Scheme, Scheme] = ("ud", "clear")
    for scheme in schemes:
        pipeline(scheme).to_disk(folder / scheme)
    return {scheme: folder / scheme for scheme in schemes}


@pytest.fixture(scope="module")
def checkers(saved: dict[Scheme, Path]) -> dict[Scheme, Checker]:
    """Return a checker for each pipeline, named by its path as on the command line."""
    return {scheme: Checker(Settings(language=str(path))) for scheme, path in saved.items()}


def tokens(pair: Pair, scheme: Scheme) -> list[Token]:
    """Return the tokens of the sentence as the claims see them."""
    sentences, _ = parse(read_text(pair.text), pipeline(scheme))
    return [t for s in sentences for t in s.tokens]


def claims(checker: Checker, text: str) -> list[Claim]:
    """Return the claims of the text without what the pipeline cannot change."""
    return [replace(c, id="") for c in checker.analyze(read_text(text)).claims]


@ALL
def test_functions_agree(pair: Pair) -> None:
    """A word has the same head and function in both schemes; where punctuation hangs makes no difference."""
    both = zip(tokens(pair, "ud"), tokens(pair, "clear"), strict=True)
    compared = [(one, other) for one, other in both if one.text not in pair.free and one.pos != "PUNCT"]

    assert [(a.text, a.head, a.function) for a, _ in compared] == [(b.text, b.head, b.function) for _, b in compared]


@ALL
def test_claims_agree(pair: Pair, checkers: dict[Scheme, Checker]) -> None:
    """The claims are equal in every field, and there are some unless the sentence claims nothing."""
    ours, theirs = claims(checkers["ud"], pair.text), claims(checkers["clear"], pair.text)

    assert ours == theirs
    assert bool(ours) is not pair.silent


@ALL
@pytest.mark.parametrize("scheme", ["ud", "clear"])
def test_every_sentence_keeps_one_root(pair: Pair, scheme: Scheme) -> None:
    """No head is lost, and none leads back to itself, when a parse is brought into shape."""
    found = tokens(pair, scheme)
    roots = [t for t in found if t.head == t.index]

    assert len(roots) == 1
    assert roots[0].function is Function.ROOT


def test_dates_and_numbers_of_the_pipeline_make_no_difference(saved: dict[Scheme, Path]) -> None:
    """Their values are read from the text, so a pipeline that labels none of them gives the same claims."""
    path = saved["clear"].parent / "unnumbered"
    nlp = pipeline("clear")
    nlp.add_pipe("names_only")
    nlp.to_disk(path)
    without, with_all = Checker(Settings(language=str(path))), Checker(Settings(language=str(saved["clear"])))

    for pair in pairs():
        assert claims(without, pair.text) == claims(with_all, pair.text)


@Language.component("names_only")
def names_only(doc: Doc) -> Doc:
    """Return the document without the entities that are no names."""
    doc.ents = [e for e in doc.ents if e.label_ not in {"DATE", "CARDINAL", "QUANTITY", "MONEY"}]
    return doc


@Language.component("first_word_is_subject")
def first_word_is_subject(doc: Doc) -> Doc:
    """Return the document with a parse: the first word is the subject of the second, and all else hangs there."""
    for sent in doc.sents:
        verb = sent[min(1, len(sent) - 1)]
        for token in sent:
            token.head = verb
            token.dep_ = "obj" if token.pos_ == "PROPN" else "dep"
        sent[0].dep_ = "nsubj"
        verb.dep_ = "ROOT"
    return doc


def test_a_sentence_splitter_tags_by_rule_and_names_by_rule_are_enough(tmp_path: Path) -> None:
    """Sentences of a senter, parts of speech of an attribute ruler, and no morphologizer: there are claims."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "painted"}]], {"TAG": "VBD", "POS": "VERB", "LEMMA": "paint"})  # type: ignore[attr-defined]
    ruler.add([[{"IS_TITLE": True}]], {"TAG": "NNP", "POS": "PROPN", "LEMMA": "name"})  # type: ignore[attr-defined]
    ruler.add([[{"IS_LOWER": True, "LOWER": {"NOT_IN": ["painted"]}}]], {"TAG": "NN", "POS": "NOUN", "LEMMA": "word"})  # type: ignore[attr-defined]
    names = nlp.add_pipe("entity_ruler")
    assert isinstance(names, EntityRuler)
    names.add_patterns([{"label": "GPE", "pattern": "Ghent"}, {"label": "EVENT", "pattern": "Tulipa"}])
    nlp.add_pipe("first_word_is_subject")
    nlp.to_disk(tmp_path / "ruled")
    found = claims(Checker(Settings(language=str(tmp_path / "ruled"))), "Ghent painted Tulipa. Ghent painted Tulipa.")

    assert [(c.subject.text, c.relation, c.object.text) for c in found if c.open] == [("Ghent", "paint", "Tulipa")] * 2


def test_a_missing_pipeline_tells_how_to_get_it() -> None:
    """The name of a package that is not there comes with the command that installs it."""
    with pytest.raises(ModelError, match=r"'en_core_web_absent' cannot be loaded: .*python -m spacy download en_core_web_absent"):
        load_language("en_core_web_absent")


def test_a_folder_that_holds_none_is_told(tmp_path: Path) -> None:
    """A path is no package to install."""
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        load_language(str(tmp_path / "nothing"))

    assert "download" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    """What is lacking is named, before any text is read."""
    spacy.blank("en").to_disk(tmp_path / "blank")

    with pytest.raises(ModelError, match="gives no parse and no tags and no parts of speech and no lemmas and no names"):
        load_language(str(tmp_path / "blank"))


def test_another_language_is_refused(tmp_path: Path) -> None:
    """A German pipeline would make nonsense of English."""
    spacy.blank("de").to_disk(tmp_path / "german")

    with pytest.raises(ModelError, match="is for the language 'de'"):
        load_language(str(tmp_path / "german"))

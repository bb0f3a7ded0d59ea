"""Scores of the syntax components, and the speed of the whole pipeline."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.scorer import Scorer

from .span_scores import entity_scores
from .treebank import Sentence, example, paragraphs, part, pud

REPORTED = {
    "uas": "dep_uas",
    "las": "dep_las",
    "tag_accuracy": "tag_acc",
    "pos_accuracy": "pos_acc",
    "morph_accuracy": "morph_acc",
    "lemma_accuracy": "lemma_acc",
    "sentence_f": "sents_f",
}
RUN = 10

Scores = dict[str, dict[str, float]]


def all_scores(nlp: Language, data: Path) -> Scores:
    """Return every score that the model card reports, in percent, and words a second."""
    test, news = part(data, "test"), pud(data)
    entities = entity_scores(nlp, data)
    return {
        "ewt_gum_test_paragraphs": syntax_scores(nlp, paragraphs(test)),
        "ewt_gum_test_running": syntax_scores(nlp, running(test)),
        "pud": syntax_scores(nlp, running(news)),
        "uner_ewt_dev": _percent(entities, "uner_ewt_"),
        "crossner_politics_dev": _percent(entities, "politics_"),
        "speed": {"words_per_second": words_per_second(nlp, running(news))},
    }


def syntax_scores(nlp: Language, groups: Sequence[Sequence[Sentence]]) -> dict[str, float]:
    """Return the scores on documents of these sentences, punctuation not counted as dependent."""
    scorer = Scorer(default_pipeline=("tagger", "morphologizer", "trainable_lemmatizer", "parser"))
    scores = nlp.evaluate([example(nlp, group) for group in groups], batch_size=64, scorer=scorer)
    return {name: round(100 * scores[key], 2) for name, key in REPORTED.items()}


def running(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """Return runs of ten sentences of one document, in one line without paragraph breaks."""
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence.opens_document or not groups or len(groups[-1]) == RUN:
            groups.append([])
        groups[-1].append(replace(sentence, opens_paragraph=False))
    return groups


def words_per_second(nlp: Language, groups: Sequence[Sequence[Sentence]]) -> float:
    """Return how fast the pipeline reads text, tokenizer included."""
    texts = [example(nlp, group).reference.text for group in groups]
    began = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return round(words / (time.perf_counter() - began))


def _percent(scores: dict[str, float], prefix: str) -> dict[str, float]:
    return {name.removeprefix(prefix): round(100 * value, 2) for name, value in scores.items() if name.startswith(prefix)}

"""The model card, written from the recipe and the measured scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .scores import Scores

TITLES = {
    "ewt_gum_test_paragraphs": "EWT + GUM test, a paragraph at a time",
    "ewt_gum_test_running": "EWT + GUM test, runs of ten sentences",
    "pud": "PUD, runs of ten sentences",
    "uner_ewt_dev": "UNER-EWT dev",
    "crossner_politics_dev": "CrossNER politics dev",
}

PAGE = """\
# en_claimcheck_sm {version}

A spaCy pipeline for English prose: tags, morphology, lemmas, dependencies, sentences and names.
It is trained on open data only, from scratch, and needs nothing but spaCy. `tok2vec` serves the
next four components; `ner` has an encoder of its own.

```python
import spacy

nlp = spacy.load("models/en_claimcheck_sm")
```

| component | gives |
| --- | --- |
| `tok2vec` | hash embeddings of {attributes}, {width} wide, {depth} convolutions |
| `tagger` | Penn Treebank tags (`token.tag_`) |
| `morphologizer` | universal parts of speech and features (`token.pos_`, `token.morph`) |
| `trainable_lemmatizer` | lemmas, by learned edits |
| `parser` | Universal Dependencies 2 (`nsubj:pass`, `obl`, `acl:relcl`, …) and sentences |
| `ner` | names, from an encoder {entity_width} wide |

Labels of names: {labels}.
Titles (President, Mr) are not part of a PERSON; nationalities, faiths and parties' members are
NORP. Dates, times and quantities are not labelled: claimcheck has its own
readers for them.

## Scores

{syntax_table}

Scores are spaCy's, on its own tokens; punctuation is not counted as a dependent. All open genres of
GUM are measured, conversations too. Paragraphs are how the program feeds the pipeline; a run of ten
sentences has lost the line breaks between headings, list items and speakers. PUD is news and
Wikipedia; its treebank writes some features in another way, hence its lower morph accuracy.

{entity_tables}

Whole spans have to be right. UNER-EWT has PERSON, ORG and places; LOC and GPE count as places.
CrossNER's types are mapped as in `labels.toml`; its miscellaneous names are not judged, except
that demonyms are NORP. Checkpoints were chosen by the mean of these two, so they are development
figures; nothing was trained on either.

Speed: {speed:,.0f} words a second on one core, the whole pipeline.

Measured with `python tests/bench/language.py --data DIR`.

## Data

{data_table}

Nothing known to be under a non-commercial licence was used. GUM is without its non-commercial genres, and
training further leaves out its conversations; its licence file does not name speech, textbook and
vlog, which were kept. In Few-NERD, of which the published part is only
partly labelled, capitalised words outside names are left out of training rather than taken as no
name. Some names in the training text are replaced by others of the same label, from the tables of
facts or made up of parts of two, so that unknown names are found as well.

Test parts of the treebanks, PUD, UNER-EWT and the development part of CrossNER politics were not
trained on. The train, dev and test parts of CrossNER's other four domains and all three shards of
Few-NERD were, so none of these can measure this model.

## Recipe

`recipe.toml` has every size, rate and seed. Training documents of the parser are one to
{max_sentences} sentences, cut anew in each pass; a share is written with typographic quotation
marks and dashes, a small one in lower case. {steps:,} steps for syntax and {entity_steps:,} for
names, about an hour each on one core that others use too.

```sh
python models/train_language.py --data DIR --work build/language
```

`DIR` holds the data sets unpacked, in `parse/`, `ner/` and `facts/`.

{history}

## Limits

- Trained on web text, Wikipedia, Wikinews and prepared speech; not on licensed newswire.
- Names are the weakest part: products, works and laws are learned from Wikipedia alone, and
  GPE, LOC and FAC are told apart by data that do not always agree.
- Text in lower case or in capitals throughout is read less well; so are headlines.
- spaCy's `doc.noun_chunks` expects other labels than those of Universal Dependencies.
- A paragraph should be given without hard line breaks.
- The encoder does not see spaces, so it cannot tell an opening straight quotation mark (") from a
  closing one, and sentence boundaries beside it suffer. Give typographic ones, which are as long:
  “ where a word follows at once, ” elsewhere. Apostrophes may stay as they are.

## Licence

The weights are under CC BY-SA 4.0, as the texts that they were trained on ask.
"""


def model_card(recipe: Mapping[str, Any], scores: Scores, labels: Sequence[str]) -> str:
    """Return the model card."""
    syntax, entities = recipe["syntax"], recipe["entities"]
    trees = [name for name in scores if "las" in scores[name]]
    spans = [name for name in scores if "f" in scores[name]]
    return PAGE.format(
        version=recipe["version"],
        attributes=", ".join(syntax["encoder"]["attributes"]),
        width=syntax["encoder"]["width"],
        depth=syntax["encoder"]["depth"],
        entity_width=entities["encoder"]["width"],
        labels=", ".join(labels),
        syntax_table=_table(scores, trees),
        entity_tables="\n\n".join(_table(scores, [name]) for name in spans),
        speed=scores["speed"]["words_per_second"],
        data_table=_data_table(recipe["data"]),
        history=recipe.get("history", "").strip(),
        max_sentences=syntax["shaping"]["max_sentences"],
        steps=syntax["schedule"]["steps"],
        entity_steps=entities["schedule"]["steps"],
    )


def _table(scores: Scores, names: Sequence[str]) -> str:
    """Return a table of the scores of some data sets, one a line."""
    columns = [column.replace("_", " ") for column in scores[names[0]]]
    lines = [f"| set | {' | '.join(columns)} |", "| --- |" + " ---: |" * len(columns)]
    for name in names:
        figures = " | ".join(f"{value:.1f}" for value in scores[name].values())
        lines.append(f"| {TITLES[name]} | {figures} |")
    return "\n".join(lines)


def _data_table(sets: Sequence[Mapping[str, str]]) -> str:
    lines = ["| set | used for | size | licence |", "| --- | --- | --- | --- |"]
    lines += [f"| {s['name']} | {s['use']} | {s['size']} | {s['licence']} |" for s in sets]
    return "\n".join(lines)

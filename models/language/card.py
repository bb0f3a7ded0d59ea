"""The model card, written from the recipe and the measured scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .scores import Scores
from .teaching import TYPES

TITLES = {
    "ewt_gum_test_paragraphs": "EWT + GUM test, a paragraph at a time",
    "ewt_gum_test_running": "EWT + GUM test, runs of ten sentences",
    "pud": "PUD, runs of ten sentences",
    "uner_ewt_dev": "UNER-EWT dev",
    "crossner_politics_dev": "CrossNER politics dev",
}

PAGE = """\
# en_claimcheck {version}

A spaCy pipeline for English prose: tags, morphology, lemmas, dependencies, sentences and names.
It is one component, `reader`, over a small pretrained encoder; it is trained on open data only.

```python
import spacy

nlp = spacy.load("models/en_claimcheck")  # with claimcheck installed, which brings the component
```

| layer | by |
| --- | --- |
| encoder | all-MiniLM-L6-v2, 22 million parameters, uncased; it is also told case and spaces |
| `token.tag_`, `token.pos_`, `token.morph` | Penn Treebank tags; universal parts of speech and features |
| `token.lemma_` | lemmas, by learned edits of a word's end |
| `token.dep_`, `token.head` | Universal Dependencies 2 (`nsubj:pass`, `obl`, `acl:relcl`, …): biaffine scores, best tree |
| `doc.sents` | sentences; none begins within a name, one begins after every blank line |
| `doc.ents` | names, the best sequence of begin, inside, end, single and outside |

Labels of names: {labels}.
Titles (President, Mr) are not part of a PERSON; nationalities, faiths and parties' members are
NORP. Dates, times and quantities are not labelled: claimcheck has its own readers for them.

The encoder knows no capitals, so embeddings of how a word is written (title, capitals, digits, …) and
of what stands before it (nothing, a space, a break) are added to those of its pieces.

## Scores

{syntax_table}

Scores are spaCy's, on its own tokens; punctuation is not counted as a dependent. All open genres of
GUM are measured, conversations too. Paragraphs are how the program feeds the pipeline; a run of ten
sentences has lost the line breaks between headings, list items and speakers. PUD is news and
Wikipedia; its treebank writes some features in another way, hence its lower morph accuracy.

{entity_tables}

Whole spans have to be right. UNER-EWT has PERSON, ORG and places; LOC and GPE count as places.
CrossNER's types are mapped as in `labels.toml`; its miscellaneous names are not judged, except
that demonyms are NORP. Nothing was trained on either, and no checkpoint was chosen by them: the
last one of the schedule is what is here.

Speed: {speed:,.0f} words a second on two cores, the whole pipeline.

Measured with `python tests/bench/language.py --data DIR`.

{history}

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

The encoder's own training text is told in its card (all-MiniLM-L6-v2, Apache-2.0).

## Recipe

`recipe.toml` has every size, rate and seed. All heads are trained at once, each step on a batch of
trees and one of names. Texts with trees are one to {max_sentences} sentences, cut anew in each pass; a share
is written with typographic quotation marks and dashes, a small one in lower case or in capitals.
The embeddings of pieces stay as they were pretrained. {steps:,} steps, about forty minutes on two
cores that multiply bfloat16 in hardware; a GPU is used if there is one.

```sh
python models/train_language.py --data DIR --work build/language
```

`DIR` holds the data sets unpacked, in `parse/`, `ner/` and `facts/`. A run that is cut off goes on
from its last checkpoint.

## Limits

- Trained on web text, Wikipedia, Wikinews and prepared speech; not on licensed newswire.
- Products, works and laws are learned from Wikipedia alone, and GPE, LOC and FAC are told apart by
  data that do not always agree.
- Where the processor has bfloat16 multiplication the encoder uses it, elsewhere single precision: now
  and then a close decision falls the other way.
- A text is read in windows of 200 words; a longer sentence is cut there.
- spaCy's `doc.noun_chunks` expects other labels than those of Universal Dependencies.

## Licence

The weights are under CC BY-SA 4.0, as the texts that they were trained on ask.
"""


def model_card(recipe: Mapping[str, Any], scores: Scores) -> str:
    """Return the model card."""
    trees = [name for name in scores if "las" in scores[name]]
    spans = [name for name in scores if "f" in scores[name]]
    return PAGE.format(
        version=recipe["version"],
        labels=", ".join(TYPES),
        syntax_table=_table(scores, trees),
        entity_tables="\n\n".join(_table(scores, [name]) for name in spans),
        speed=scores["speed"]["words_per_second"],
        data_table=_data_table(recipe["data"]),
        history=recipe.get("history", "").strip(),
        max_sentences=recipe["shaping"]["max_sentences"],
        steps=recipe["schedule"]["steps"],
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

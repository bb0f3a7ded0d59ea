"""The network as a spaCy component, which fills in tags, lemmas, trees, sentences and names."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import minibatch
from spacy.vocab import Vocab

from claimcheck.annotate.network.lemmas import EDIT, edited
from claimcheck.annotate.network.network import Network, Sizes
from claimcheck.annotate.network.pieces import BREAK, SPACE, Cutter, Word
from claimcheck.annotate.network.reading import LAYERS, Reading, quick_halves, read

FACTORY = "claimcheck_reader"
ASSIGNS = [
    "token.tag", "token.pos", "token.morph", "token.lemma", "token.dep", "token.head",
    "token.is_sent_start", "doc.sents", "doc.ents", "token.ent_iob", "token.ent_type",
]  # fmt: skip
WEIGHTS, SIZES, LABELS, PIECES = "network.safetensors", "sizes.json", "labels.json", "tokenizer.json"
_COLUMNS = [HEAD, DEP, TAG, POS, MORPH, LEMMA]


@Language.factory(FACTORY, assigns=ASSIGNS)
def make_reader(nlp: Language, name: str) -> "Reader":
    """Return a component without weights; they come from disk."""
    return Reader(nlp.vocab, name)


class Reader:
    """A spaCy component over a trained network."""

    def __init__(self, vocab: Vocab, name: str = FACTORY) -> None:
        self.vocab = vocab
        self.name = name

    def set(self, network: Network, labels: Mapping[str, Sequence[str]], cutter: Cutter) -> None:
        """Take over a trained network, the labels of its heads and the vocabulary of its pieces."""
        self.network = network.eval()
        self.labels = {name: tuple(found) for name, found in labels.items()}
        self.cutter = cutter
        self._lemmas: dict[tuple[str, int], int] = {}
        add = self.vocab.strings.add
        self._tags = np.array([add(tag) for tag in self.labels["tag"]], dtype=np.uint64)
        self._deps = np.array([add(dep) for dep in self.labels["dep"]], dtype=np.uint64)
        parts = [label.partition("|") for label in self.labels["morph"]]
        self._pos = np.array([add(pos) for pos, _, _ in parts], dtype=np.uint64)
        self._morphs = np.array([self.vocab.morphology.add(morph) for _, _, morph in parts], dtype=np.uint64)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Annotate documents, `batch_size` of them at a time."""
        for batch in minibatch(docs, batch_size):  # type: ignore[no-untyped-call]
            group: list[Doc] = list(batch)
            places = [np.array([t.i for t in doc if not t.is_space], dtype=np.int64) for doc in group]
            texts = [self._words(doc, found) for doc, found in zip(group, places, strict=True)]
            for doc, found, reading in zip(group, places, read(self.network, texts, self.labels), strict=True):
                self._annotate(doc, found, reading)
                yield doc

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write weights (in half precision), sizes, labels and pieces to a folder."""
        path.mkdir(parents=True, exist_ok=True)
        weights = {name: tensor.detach().half().contiguous() for name, tensor in self.network.state_dict().items()}
        save_file(weights, path / WEIGHTS)
        (path / SIZES).write_text(json.dumps(self.network.sizes.as_dict(), indent=1) + "\n", encoding="utf-8")
        (path / LABELS).write_text(json.dumps(self.labels, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        self.cutter.save(path / PIECES)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "Reader":
        """Read what `to_disk` wrote.

        Raises:
            OSError: a file is missing.
            ValueError: a file is broken, or the files do not fit each other.
        """
        labels = json.loads((path / LABELS).read_text(encoding="utf-8"))
        counts = json.loads((path / SIZES).read_text(encoding="utf-8"))
        try:
            sizes = Sizes(**counts)
            _check(labels, sizes)
            with torch.device("meta"):  # so that sizes that no file bears out take no memory
                network = Network(sizes)
            weights = {name: tensor.float() for name, tensor in load_file(path / WEIGHTS).items()}
            network.load_state_dict(weights, assign=True)
            if quick_halves():
                network.encoder.layers.bfloat16()
        except (TypeError, RuntimeError, SafetensorError) as error:
            raise ValueError(f"the files in {path} do not fit each other: {error}") from error
        self.set(network, labels, Cutter(path / PIECES))
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Refuse, since spaCy would otherwise leave the weights out without a word.

        Raises:
            TypeError: always.
        """
        raise TypeError("the weights live in files: save the pipeline with to_disk")

    def _words(self, doc: Doc, places: NDArray[np.int64]) -> list[Word]:
        forms = [doc[int(place)].text for place in places]
        return self.cutter.words(forms, [_gap(doc, int(place)) for place in places])

    def _annotate(self, doc: Doc, places: NDArray[np.int64], reading: Reading) -> None:
        if not len(doc):
            return
        values = np.zeros((len(doc), len(_COLUMNS)), dtype=np.uint64)
        heads = np.zeros(len(doc), dtype=np.int64)
        heads[places] = places[reading.heads] - places
        self._blanks(doc, heads, values)
        values[:, 0] = heads.astype(np.uint64)
        values[places, 1] = self._deps[reading.layers["dep"]]
        values[places, 2] = self._tags[reading.layers["tag"]]
        values[places, 3] = self._pos[reading.layers["morph"]]
        values[places, 4] = self._morphs[reading.layers["morph"]]
        edits = reading.layers["lemma"]
        values[places, 5] = [self._lemma(doc[int(p)].text, int(edit)) for p, edit in zip(places, edits, strict=True)]
        doc.from_array(_COLUMNS, values)  # type: ignore[arg-type]  # its stub is older than numpy's types
        doc.set_ents([Span(doc, int(places[s]), int(places[e - 1]) + 1, label) for s, e, label in reading.names])

    def _blanks(self, doc: Doc, heads: NDArray[np.int64], values: NDArray[np.uint64]) -> None:
        """Attach each token that is only white space to the word before it, or at the beginning to the one after."""
        add = self.vocab.strings.add
        for token in doc:
            if token.is_space:
                heads[token.i] = -1 if token.i else min(1, len(doc) - 1)
                values[token.i, 1:] = add("dep"), add("_SP"), add("SPACE"), 0, add(token.text)

    def _lemma(self, form: str, edit: int) -> int:
        key = (form, edit)
        if key not in self._lemmas:
            if len(self._lemmas) > 200_000:
                self._lemmas = {}
            self._lemmas[key] = int(self.vocab.strings.add(edited(form, self.labels["lemma"][edit])))
        return self._lemmas[key]


def _gap(doc: Doc, place: int) -> int:
    """Return what stands before a token, as a place in `GAPS`."""
    before = doc[place - 1] if place else None
    if before is None or (before.is_space and "\n" in before.text):
        return BREAK
    return SPACE if before.is_space or before.whitespace_ else 0


def _check(labels: Mapping[str, Sequence[str]], sizes: Sizes) -> None:
    """Raise ValueError unless there are the labels that the network has places for, and the lemmas' are edits."""
    if not isinstance(labels, dict) or {name: len(found) for name, found in labels.items()} != dict(sizes.labels):
        raise ValueError(f"{LABELS} has other labels than {SIZES} counts")
    if set(labels) != {*LAYERS, "sentence", "name"} or "ROOT" not in labels["dep"]:
        raise ValueError(f"{LABELS} lacks a layer or the root's label")
    wrong = [label for label in labels["lemma"] if not EDIT.match(label)]
    if wrong:
        raise ValueError(f"{LABELS} has a lemma edit that is none: {wrong[0]!r}")

"""The network: a pretrained encoder that also sees case and spaces, and a head for each layer of annotation."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn

from claimcheck.annotate.network.pieces import CASES, CLS, ENDING_ROWS, ENDINGS, GAPS, SEP, Word

_ENDING_WIDTH = 48


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of the network; `labels` counts the labels of each head."""

    vocabulary: int
    width: int
    layers: int
    attention_heads: int
    inner: int
    positions: int
    arc: int
    label: int
    labels: Mapping[str, int]

    def as_dict(self) -> dict[str, int | Mapping[str, int]]:
        """Return the sizes by name."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts as tensors: pieces (texts, pieces), and per word (texts, words) the pieces it spans."""

    pieces: Tensor
    cases: Tensor
    gaps: Tensor
    padding: Tensor  # true where there is no piece
    owner: Tensor  # (texts, pieces): the word that a piece belongs to, 0 for none, words count from 1
    words: Tensor  # (texts, words): true where there is a word
    endings: Tensor  # (texts, words, endings)


def collate(texts: Sequence[Sequence[Word]]) -> Batch:
    """Return the texts as one padded batch."""
    most_words = max(len(text) for text in texts)
    most_pieces = max(2 + sum(len(word.pieces) for word in text) for text in texts)
    shape = (len(texts), most_pieces)
    pieces, cases, gaps, owner = (torch.zeros(shape, dtype=torch.long) for _ in range(4))
    padding = torch.ones(shape, dtype=torch.bool)
    words = torch.zeros((len(texts), most_words), dtype=torch.bool)
    endings = torch.zeros((len(texts), most_words, len(ENDINGS)), dtype=torch.long)
    for row, text in enumerate(texts):
        ids, case, gap, own = [CLS], [0], [0], [0]
        for place, word in enumerate(text, 1):
            size = len(word.pieces)
            ids += word.pieces
            case += [word.case] * size
            gap += [word.gap] * size
            own += [place] * size
        size = len(ids) + 1
        pieces[row, :size] = torch.tensor([*ids, SEP])
        cases[row, :size] = torch.tensor([*case, 0])
        gaps[row, :size] = torch.tensor([*gap, 0])
        owner[row, :size] = torch.tensor([*own, 0])
        padding[row, :size] = False
        words[row, : len(text)] = True
        endings[row, : len(text)] = torch.tensor([word.endings for word in text])
    return Batch(pieces, cases, gaps, padding, owner, words, endings)


class Dropout(nn.Module):
    """Dropout of the same features in all words of a text (Gal and Ghahramani 2016, arXiv 1512.05287)."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, states: Tensor) -> Tensor:
        """Return the states (texts, words, width), in training without a share of the features."""
        if not self.training or not self.share:
            return states
        kept = torch.rand((states.shape[0], 1, states.shape[2]), device=states.device) >= self.share
        return states * (kept / (1 - self.share)).to(states.dtype)


class Encoder(nn.Module):
    """BERT's encoder over pieces, with embeddings of case and spaces added to the pieces'."""

    def __init__(self, sizes: Sizes, dropout: float = 0.0) -> None:
        super().__init__()
        self.pieces = nn.Embedding(sizes.vocabulary, sizes.width)
        self.positions = nn.Embedding(sizes.positions, sizes.width)
        self.cases = nn.Embedding(len(CASES), sizes.width)
        self.gaps = nn.Embedding(len(GAPS), sizes.width)
        self.norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.dropout = Dropout(dropout)
        layer = nn.TransformerEncoderLayer(
            sizes.width, sizes.attention_heads, sizes.inner, dropout, "gelu", 1e-12, batch_first=True
        )
        self.layers = nn.TransformerEncoder(layer, sizes.layers, enable_nested_tensor=False)
        for copy in self.layers.layers:
            copy.self_attn.dropout = 0.0  # its masks would take a quarter of the training time on a CPU
            copy.dropout, copy.dropout1, copy.dropout2 = (Dropout(dropout) for _ in range(3))

    def forward(self, batch: Batch) -> Tensor:
        """Return one vector a word: the mean of its pieces' (texts, words, width)."""
        places = torch.arange(batch.pieces.shape[1], device=batch.pieces.device)
        embedded = self.pieces(batch.pieces) + self.positions(places) + self.cases(batch.cases) + self.gaps(batch.gaps)
        states = self.dropout(self.norm(embedded)).to(self.layers.layers[0].linear1.weight.dtype)
        states = self.layers(states, src_key_padding_mask=batch.padding).to(embedded.dtype)
        return _means(states, batch.owner, batch.words.shape[1])


def _means(states: Tensor, owner: Tensor, words: int) -> Tensor:
    """Return the mean of the states that each word owns."""
    texts, _, width = states.shape
    sums = states.new_zeros((texts, words + 1, width))
    sums.scatter_add_(1, owner.unsqueeze(-1).expand_as(states), states)
    counts = states.new_zeros((texts, words + 1))
    counts.scatter_add_(1, owner, torch.ones_like(owner, dtype=states.dtype))
    return (sums / counts.clamp(min=1).unsqueeze(-1))[:, 1:]


class Trees(nn.Module):
    """Biaffine scores of heads and labels (Dozat and Manning 2017, arXiv 1611.01734)."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        self.root = nn.Parameter(torch.zeros(sizes.width))
        self.arc_child = _layer(sizes.width, sizes.arc, dropout)
        self.arc_head = _layer(sizes.width, sizes.arc, dropout)
        self.label_child = _layer(sizes.width, sizes.label, dropout)
        self.label_head = _layer(sizes.width, sizes.label, dropout)
        self.arc = nn.Parameter(torch.zeros(sizes.arc + 1, sizes.arc))
        self.labels = nn.Parameter(torch.zeros(sizes.labels["dep"], sizes.label + 1, sizes.label + 1))

    def heads(self, states: Tensor) -> Tensor:
        """Return the score of each head for each word, the root in the first place (texts, words, 1 + words)."""
        child = _with_one(self.arc_child(states))
        above: Tensor = self.arc_head(self._with_root(states))
        return child @ self.arc.to(child.dtype) @ above.transpose(1, 2)

    def relations(self, states: Tensor, heads: Tensor) -> Tensor:
        """Return the score of each label for each word under its head, 0 being the root (texts, words, labels)."""
        above = _with_one(self.label_head(self._with_root(states)))
        chosen = above.gather(1, heads.unsqueeze(-1).expand(-1, -1, above.shape[-1]))
        child = _with_one(self.label_child(states))
        return torch.einsum("bwi,lij,bwj->bwl", child, self.labels.to(child.dtype), chosen)

    def _with_root(self, states: Tensor) -> Tensor:
        root = self.root.to(states.dtype).expand(states.shape[0], 1, -1)
        return torch.cat([root, states], 1)


def _layer(width: int, out: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, out), nn.GELU(), Dropout(dropout))


def _with_one(states: Tensor) -> Tensor:
    return torch.cat([states, torch.ones_like(states[..., :1])], -1)


class Network(nn.Module):
    """The encoder and all heads; `tags` are the heads that give each word one label."""

    def __init__(self, sizes: Sizes, dropout: float = 0.0, head_dropout: float = 0.0) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes, dropout)
        self.dropout = Dropout(dropout)
        self.trees = Trees(sizes, head_dropout)
        self.endings = nn.Embedding(ENDING_ROWS, _ENDING_WIDTH)
        widths = {"lemma": sizes.width + len(ENDINGS) * _ENDING_WIDTH}
        tagging = {name: count for name, count in sizes.labels.items() if name != "dep"}
        self.tags = nn.ModuleDict({name: nn.Linear(widths.get(name, sizes.width), count) for name, count in tagging.items()})

    def forward(self, batch: Batch) -> Tensor:
        """Return the words' vectors, which the heads read."""
        states: Tensor = self.dropout(self.encoder(batch))
        return states

    def scores(self, name: str, states: Tensor, batch: Batch) -> Tensor:
        """Return the score of each label of a head for each word (texts, words, labels)."""
        if name == "lemma":
            states = torch.cat([states, self.endings(batch.endings).flatten(2).to(states.dtype)], -1)
        found: Tensor = self.tags[name](states)
        return found

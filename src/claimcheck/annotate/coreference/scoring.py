"""The learned weights that rank what a pronoun may stand for."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

NAME = "en_coreference"


@dataclass(frozen=True, slots=True)
class Ranker:
    """A few small networks with one hidden layer, whose probabilities are averaged.

    Shapes: `mean` and `scale` [features], `inner` [networks, features, hidden], `bias` [networks, 1, hidden],
    `outer` [networks, hidden, 1].
    """

    mean: "Array"
    scale: "Array"
    inner: "Array"
    bias: "Array"
    outer: "Array"

    def scores(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Return the probability of each row that it is the right one of them all."""
        import numpy as np  # here, since --help must stay quick

        table = (np.asarray(rows, dtype=np.float32) - self.mean) * self.scale
        hidden = np.maximum(table @ self.inner + self.bias, 0.0)
        raw = (hidden @ self.outer)[..., 0]
        odds = np.exp(raw - raw.max(axis=1, keepdims=True))
        shares = (odds / odds.sum(axis=1, keepdims=True)).mean(axis=0)
        return [float(share) for share in shares]


@lru_cache(maxsize=1)
def load_ranker() -> Ranker:
    """Return the shipped ranker.

    Raises:
        ModelError: its weights are missing.
    """
    package = Path(str(files("claimcheck")))
    for place in (package / "models" / NAME, package.parents[1] / "models" / NAME):
        if (place / "weights.npz").is_file():
            return read_ranker(place / "weights.npz")
    raise ModelError(f"the weights of {NAME} are missing")


def read_ranker(path: Path) -> Ranker:
    """Return the ranker of a file of arrays."""
    import numpy as np

    with np.load(path, allow_pickle=False) as arrays:
        return Ranker(**{key: arrays[key].astype(np.float32) for key in ("mean", "scale", "inner", "bias", "outer")})

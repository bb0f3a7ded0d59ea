"""Words cut into the pieces that the encoder knows, with what lower case hides."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from tokenizers import Tokenizer

CLS, SEP, MASK = 101, 102, 103
LONGEST_WORD = 16  # pieces; what follows is left out, since it tells nothing of an ordinary word
CASES = ("none", "lower", "title", "upper", "mixed", "letter", "digits", "punct")
GAPS = ("none", "space", "break")
SPACE, BREAK = 1, 2  # places in `GAPS`


ENDINGS = (2, 3, 4)  # letters
ENDING_ROWS = 8192


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its pieces, how it is written, and what stands before it (places in `CASES` and `GAPS`).

    `endings` are rows for its last letters, which pieces do not tell and lemmas depend on.
    """

    pieces: tuple[int, ...]
    case: int
    gap: int
    endings: tuple[int, ...]


def case_of(word: str) -> int:
    """Return how a word is written, as a place in `CASES`."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return CASES.index("digits" if any(c.isdigit() for c in word) else "punct")
    if word == word.lower():
        return CASES.index("lower")
    if len(letters) == 1:
        return CASES.index("letter")
    if all(c.isupper() for c in letters):
        return CASES.index("upper")
    title = letters[0].isupper() and all(c.islower() for c in letters[1:])
    return CASES.index("title" if title else "mixed")


def endings_of(word: str) -> tuple[int, ...]:
    """Return a row of a table for each of the word's endings, by a hash."""
    lower = word.lower()
    return tuple(crc32(f"{size}{lower[-size:]}".encode("utf-8", "surrogatepass")) % ENDING_ROWS for size in ENDINGS)


class Cutter:
    """Cuts words into the pieces of an uncased vocabulary, each word once."""

    def __init__(self, path: Path) -> None:
        try:
            self._tokenizer = Tokenizer.from_file(str(path))
        except Exception as error:  # the library raises nothing narrower
            raise ValueError(f"{path} is no vocabulary of pieces: {error}") from error
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, tuple[int, ...]] = {}
        self._unknown = self._tokenizer.token_to_id("[UNK]") or 0

    def save(self, path: Path) -> None:
        """Write the vocabulary to a file."""
        self._tokenizer.save(str(path), pretty=False)

    def pieces(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """Return the pieces of each word, at least one and at most `LONGEST_WORD`."""
        new = sorted({word for word in words if word not in self._known})
        if new:
            if len(self._known) > 200_000:
                self._known = {}
            found = self._tokenizer.encode_batch(new, add_special_tokens=False)
            for word, encoding in zip(new, found, strict=True):
                self._known[word] = tuple(encoding.ids[:LONGEST_WORD]) or (self._unknown,)
        return [self._known[word] for word in words]

    def words(self, forms: Sequence[str], gaps: Sequence[int]) -> list[Word]:
        """Return the words of a text with their features."""
        pieces = self.pieces(forms)
        return [Word(p, case_of(form), gap, endings_of(form)) for p, form, gap in zip(pieces, forms, gaps, strict=True)]

"""The words, numbers and signs of a place, with what stands beside it."""

from claimcheck.annotate.quantities.lexicon import TOKEN


class Tokens:
    """Tokens of a stretch of text, in parallel lists: as written, in small letters, and where each begins and ends."""

    __slots__ = ("after", "before", "ends", "raw", "size", "starts", "text", "words")

    def __init__(self, text: str, before: str, after: str) -> None:
        found = [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text)]
        self.text, self.before, self.after = text, before, after
        self.raw = [token for token, _, _ in found]
        self.words = [token.lower() for token in self.raw]
        self.starts = [start for _, start, _ in found]
        self.ends = [end for _, _, end in found]
        self.size = len(found)

    def word(self, index: int) -> str:
        """Return the token at an index in small letters, "" outside."""
        return self.words[index] if 0 <= index < self.size else ""

    def written(self, index: int) -> str:
        """Return the token at an index as written, "" outside."""
        return self.raw[index] if 0 <= index < self.size else ""

    def glued(self, index: int) -> bool:
        """Return whether nothing stands between a token and the one before it."""
        return 0 < index < self.size and self.starts[index] == self.ends[index - 1]

    def is_number(self, index: int) -> bool:
        """Return whether a token is made of digits."""
        return 0 <= index < self.size and "0" <= self.raw[index][0] <= "9"

    def is_word(self, index: int) -> bool:
        """Return whether a token is made of letters."""
        return 0 <= index < self.size and self.raw[index][0].isalpha()

    def follows(self, index: int) -> str:
        """Return how the word at an index begins: "a" small, "A" capital, "" if there is none."""
        if index >= self.size:
            return self.after if index == self.size and (not self.size or self.ends[-1] == len(self.text)) else ""
        first = self.raw[index][0]
        return "A" if first.isupper() else "a" if first.islower() else ""

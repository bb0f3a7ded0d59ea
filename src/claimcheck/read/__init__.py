"""From a file to a Document, offsets kept: plain text and Markdown."""

from pathlib import Path, PurePath

from claimcheck.document import Document
from claimcheck.read.decoding import decode
from claimcheck.read.inputs import find_inputs, read_bytes
from claimcheck.read.markdown import read_markdown
from claimcheck.read.plain import read_plain

__all__ = ["find_inputs", "read_file", "read_text"]

_MARKDOWN = frozenset({".md", ".markdown", ".mdown"})


def read_text(text: str, name: str = "text", notes: tuple[str, ...] = ()) -> Document:
    """Return the document of a text; the ending of its name tells Markdown from plain text."""
    reader = read_markdown if PurePath(name).suffix.lower() in _MARKDOWN else read_plain
    return reader(text, name, notes)


def read_file(path: Path | None) -> Document:
    """Return the document of a file, or of standard input if there is no path.

    Raises:
        InputError: the file cannot be read, is empty, too large, or no text.
    """
    name = "-" if path is None else str(path)
    text, notes = decode(read_bytes(path), name)
    return read_text(text, name, notes)

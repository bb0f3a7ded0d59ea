"""From bytes to text, with remarks where something had to be replaced."""

import codecs
import unicodedata

from claimcheck.errors import InputError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ALLOWED = frozenset("\t\n\r\x0b\x0c\x1b\x85")
_BINARY_SHARE = 0.02
_REPLACED_SHARE = 0.25  # Latin-1 prose in any language has far less, compressed bytes have more


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of the bytes (UTF-8, or UTF-16 with a byte order mark) and remarks for the user.

    Raises:
        InputError: there is nothing but white space, or the bytes are no text.
    """
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    body = data[len(mark) :]
    text = body.decode(encoding, "replace")
    if not text.strip():
        raise InputError(f"{name}: empty; there is no text to check")
    if "\0" in text or _control_share(text) > _BINARY_SHARE:
        raise InputError(f"{name}: not a text file; wanted plain text or Markdown")
    replaced = text.count("\ufffd") - body.decode(encoding, "ignore").count("\ufffd")
    if not replaced:
        return text, ()
    if replaced > _REPLACED_SHARE * len(text):
        raise InputError(f"{name}: not a text file; wanted plain text or Markdown in UTF-8")
    places = "1 place was" if replaced == 1 else f"{replaced} places were"
    return text, (f"{name}: not valid {encoding.upper()}; {places} replaced by \ufffd",)


def _control_share(text: str) -> float:
    controls = sum(unicodedata.category(c) == "Cc" and c not in _ALLOWED for c in text)
    return controls / len(text)

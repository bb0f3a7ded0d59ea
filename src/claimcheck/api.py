"""One call from Python: a text in, its findings and claims out."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.checked import CheckedDocument
    from claimcheck.settings import Settings


def check(text: str, settings: "Settings | None" = None, *, name: str = "text") -> "CheckedDocument":
    """Return what `claimcheck check` finds in a text.

    Args:
        text: the document as it is, plain or Markdown; offsets of everything returned count its code points.
        settings: tables, date and the rest; the defaults of the command line if left out.
        name: what reports call the document.

    Raises:
        ClaimcheckError: a table, a settings value or the language pipeline cannot be used.
    """
    from claimcheck.pipeline import Checker  # here, so that importing claimcheck stays quick
    from claimcheck.read import read_text
    from claimcheck.settings import Settings

    return Checker(settings or Settings()).check(read_text(text, name))

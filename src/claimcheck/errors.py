"""What can go wrong outside the text.

    ClaimcheckError
    ├── InputError      a document cannot be read
    ├── SettingsError   an option, or a line of a settings file, cannot be used
    ├── TableError      a reference table cannot be trusted as it stands
    └── ModelError      a language model is missing or unusable

A conflict in the text is never an exception.  Messages say where, what was
found, what was wanted, and what to do.
"""


class ClaimcheckError(Exception):
    """Any failure that a user can understand and mend."""


class InputError(ClaimcheckError):
    """Raised when a document cannot be read."""


class SettingsError(ClaimcheckError):
    """Raised when an option or a settings file cannot be used."""


class TableError(ClaimcheckError):
    """Raised when a reference table cannot be trusted as it stands."""


class ModelError(ClaimcheckError):
    """Raised when a language model is missing or unusable."""

"""Tables written for a test, and the built-in ones."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.reference import Library, Table, load_builtin, load_table
from claimcheck.relation import Relation, load_relations

Load = Callable[..., Table]


@pytest.fixture(scope="session")
def relations() -> tuple[Relation, ...]:
    """Return the built-in relations."""
    return load_relations()


@pytest.fixture
def load(tmp_path: Path, relations: tuple[Relation, ...]) -> Load:
    """Return a function that loads a table from its text (and the text of a sidecar)."""

    def write(text: str | bytes, sidecar: str = "") -> Table:
        path = tmp_path / "t.csv"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        if sidecar:
            path.with_suffix(".toml").write_text(sidecar, encoding="utf-8")
        return load_table(path, relations)

    return write


@pytest.fixture(scope="session")
def builtin(relations: tuple[Relation, ...]) -> tuple[Table, ...]:
    """Return the built-in tables."""
    return load_builtin(relations)


@pytest.fixture(scope="session")
def world(builtin: tuple[Table, ...]) -> Library:
    """Return the library of the built-in tables."""
    return Library.of(builtin)

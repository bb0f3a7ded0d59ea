"""What tests share: one checker, since its tables and language pipeline take a second to load."""

import pytest

from claimcheck.pipeline import Checker
from claimcheck.settings import Settings


@pytest.fixture(scope="session")
def checker() -> Checker:
    """Return a checker with the built-in tables and the shipped language pipeline."""
    return Checker(Settings())

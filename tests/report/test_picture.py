"""README's picture and the snapshot of the report; if one is stale, run `make picture` and read the difference."""

import pytest

from claimcheck.checked import Run
from report.picture import PICTURE, SNAPSHOT, draw, sample, write


@pytest.fixture(scope="module")
def done() -> Run:
    """Return the run of `claimcheck check --demo`."""
    return sample()


def test_the_picture_is_what_the_program_prints(done: Run) -> None:
    """README shows this version."""
    assert PICTURE.read_text(encoding="utf-8") == draw(done)


def test_the_report_on_the_sample_is_as_it_was(done: Run) -> None:
    """Every change of the report is seen."""
    assert write(done) == SNAPSHOT.read_text(encoding="utf-8")


def test_the_report_names_no_place_of_this_machine(done: Run) -> None:
    """The sample has a name of its own."""
    assert write(done).startswith("article.txt (demo) ─")

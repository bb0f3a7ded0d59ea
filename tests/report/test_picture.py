"""README's picture."""

from report.picture import PICTURE, draw


def test_the_picture_is_what_the_program_prints() -> None:
    """The picture is stale if this fails: run `make picture`."""
    assert PICTURE.read_text(encoding="utf-8") == draw()

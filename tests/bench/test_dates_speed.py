"""The measure of speed cuts its text into paragraphs."""

from bench.dates_speed import pieces_of


def test_heaps_hold_whole_paragraphs_and_none_twice() -> None:
    """A heap is full as soon as it has the characters asked for."""
    heaps = pieces_of(["One two\n\nthree\n\nfour", "five"], 8)

    assert heaps == [["One two", "three"], ["four", "five"]]

"""What time expressions say, as text and by default."""

import pytest

from claimcheck.values.date import UNKNOWN_DATE, Written
from claimcheck.values.time import Bound, Clock, Period, Time


@pytest.mark.parametrize(
    ("clock", "text"),
    [
        (Clock(9, 40), "T09:40"),
        (Clock(9), "T09"),
        (Clock(0, 0), "T00:00"),
        (Clock(24, 0), "T24:00"),
        (Clock(17, 5, 9), "T17:05:09"),
        (Clock(17, 5, zone=60), "T17:05"),
        (Clock(5, 30, open=True), "T05:30"),
    ],
)
def test_clock(clock: Clock, text: str) -> None:
    """As much as is said is shown."""
    assert str(clock) == text


def test_a_time_says_nothing_by_itself() -> None:
    """What a reader does not set is unknown."""
    time = Time(UNKNOWN_DATE)

    assert time.written == Written()
    assert time.readings == ()
    assert time.clock is None
    assert time.relative is None


def test_a_period_has_two_ends() -> None:
    """Unless it is said to lie on one side of a time."""
    assert Period(Time(UNKNOWN_DATE), Time(UNKNOWN_DATE)).bound is Bound.WITHIN

"""What a time expression says: days, a time of day, a stretch with two ends or one, what comes again."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from claimcheck.values.date import UNWRITTEN, Date, Granularity, Written
from claimcheck.values.relative import Expression


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: hour 0 to 24, minute and second if they are said, and the minutes that its zone is ahead of UTC.

    `open` says that a twelve-hour clock left out which half of the day is meant.
    """

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: int | None = None
    open: bool = False

    def __str__(self) -> str:
        """Return ISO 8601: T09:40."""
        return "T" + ":".join(f"{part:02}" for part in (self.hour, self.minute, self.second) if part is not None)


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: what is written, and the days it may mean once it is anchored.

    `date` holds every day that may be meant, with the tolerance of speech: "two years ago" is
    some day about then.  `readings` are the days that the words give when they are taken at
    their word, more than one where the wording leaves a choice (03/04/2021); none as long as an
    expression is still relative (deictic), and then `date` is unknown and `relative` is what it
    says.  `anchor` tells what the reading rests on: "" nothing, "publication", "narrative".
    `approximate` marks "about 1900", "the mid-1990s" and the like; `slack` are the days that speech
    allows on either side of the readings.
    """

    date: Date
    written: Written = UNWRITTEN
    anchor: str = ""
    approximate: bool = False
    readings: tuple[Date, ...] = ()
    granularity: Granularity = Granularity.UNCLEAR
    clock: Clock | None = None
    relative: Expression | None = None
    slack: int = 0


class Bound(StrEnum):
    """How a period is said to lie at the time that bounds it; `WITHIN` for one with two ends."""

    WITHIN = "within"
    BEFORE = "before"
    UNTIL = "until"
    SINCE = "since"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that is said to run from one expression to another; an end that is not said is an unknown time."""

    start: Time
    end: Time
    bound: Bound = Bound.WITHIN


@dataclass(frozen=True, slots=True)
class Recurrence:
    """What comes again: every `count` units ("every two weeks": 2, WEEK), on the days and at the time given, if any."""

    count: Decimal
    unit: Granularity
    on: Time | None = None

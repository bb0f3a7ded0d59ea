"""What the rules of the grammar make of words, and the values that these become."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from claimcheck.annotate.times import grammar
from claimcheck.values.date import UNKNOWN_DATE, UNWRITTEN, Date, Day, Granularity, Written
from claimcheck.values.quantity import Quantity
from claimcheck.values.relative import ANY_DAY, Absolute, Expression, hull
from claimcheck.values.time import Bound, Clock, Recurrence, Time

_KINDS = {
    Granularity.DAY: "ND", Granularity.WEEK: "NW", Granularity.MONTH: "NM", Granularity.YEAR: "NY", Granularity.DECADE: "NY",
    Granularity.MOMENT: "NOWN",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class When:
    """A time, with the days of tolerance that speech has on either side of it."""

    expression: Expression
    granularity: Granularity
    written: Written = UNWRITTEN
    approximate: bool = False
    clock: Clock | None = None
    slack: int = 0

    @property
    def kind(self) -> str:
        """ND for a day, NM a month, NW a week, NY a year or decade, NX another time."""
        return _KINDS.get(self.granularity, "NX")

    @property
    def bare(self) -> bool:
        """Whether calendar fields are written that want a year."""
        return self.written != UNWRITTEN and self.written.year is None


@dataclass(frozen=True, slots=True)
class Length:
    """So many units of time, from `low` to `high` if that is left open ("several years"); hours and less by name."""

    low: Decimal | None
    high: Decimal | None
    unit: Granularity
    clock: str = ""

    @property
    def kind(self) -> str:
        """LEN."""
        return "LEN"

    @property
    def count(self) -> Decimal | None:
        """How many, or None if that is left open."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True)
class Counted:
    """A mention of a length: a duration, an age, an anniversary."""

    type: str
    quantity: Quantity

    @property
    def kind(self) -> str:
        """The mention's type."""
        return self.type


@dataclass(frozen=True, slots=True)
class Number:
    """A number in words; an ordinal if `rank`."""

    value: int | Decimal
    rank: bool = False

    @property
    def kind(self) -> str:
        """CNT, or ORD for a rank."""
        return "ORD" if self.rank else "CNT"


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day."""

    clock: Clock

    @property
    def kind(self) -> str:
        """CLK."""
        return "CLK"


@dataclass(frozen=True, slots=True)
class Range:
    """Two times with their places, or one that bounds a time; without a bound they are only named together."""

    start: "Placed | None"
    end: "Placed | None"
    bound: Bound | None = Bound.WITHIN

    @property
    def kind(self) -> str:
        """RNG."""
        return "RNG"


@dataclass(frozen=True, slots=True)
class Placed:
    """One end of a range: its time, its place, and the name of the rule that read it."""

    when: When
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Again:
    """What comes again."""

    recurrence: Recurrence

    @property
    def kind(self) -> str:
        """REC."""
        return "REC"


Meaning: TypeAlias = When | Length | Counted | Number | Hour | Range | Again
Node: TypeAlias = grammar.Node[Meaning]
Match: TypeAlias = grammar.Match[Meaning]
Rule: TypeAlias = grammar.Rule[Meaning]


def absolute(dates: tuple[Date, ...] | Date, granularity: Granularity, written: Written = UNWRITTEN, **more: object) -> When:
    """Return the time of days that rest on nothing."""
    readings = dates if isinstance(dates, tuple) else (dates,)
    return When(Absolute(readings), granularity, written, **more)  # type: ignore[arg-type]  # fields of When


def time_of(when: When) -> Time:
    """Return the value of a time: its days, if they rest on nothing."""
    anchor = when.expression.anchor
    readings = () if anchor else when.expression.readings(ANY_DAY)
    return Time(
        spoken(when.granularity, readings, when.slack),
        when.written,
        approximate=when.approximate,
        readings=readings,
        granularity=when.granularity,
        clock=when.clock,
        relative=when.expression if anchor else None,
        slack=when.slack,
    )


def spoken(granularity: Granularity, readings: tuple[Date, ...], slack: int = 0) -> Date:
    """Return all days that may be meant by words that give these readings.

    A season is any months of its year, since the other half of the earth has it then; a century is counted in
    both ways; a moment has no days; a fiscal year's months are not said.
    """
    if not readings or granularity in {Granularity.MOMENT, Granularity.FISCAL}:
        return UNKNOWN_DATE
    whole = hull(readings)
    if whole.earliest is None or whole.latest is None:
        return whole
    first, last = whole.earliest, whole.latest
    if granularity is Granularity.SEASON:
        winter = last.year > first.year
        return Date(Day(first.year, 12, 1), Day(last.year, 3, 31)) if winter else Date.of_years(first.year, last.year)
    if granularity is Granularity.CENTURY:
        return Date(first, last.months_later(12))
    return Date(first.plus(-slack), last.plus(slack)) if slack else whole

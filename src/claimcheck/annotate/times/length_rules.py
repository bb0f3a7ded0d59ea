"""Rules for lengths of time, ages and anniversaries."""

from dataclasses import replace
from decimal import Decimal

from claimcheck.annotate.times.fields import count_of, length, rank_of, vague
from claimcheck.annotate.times.meaning import Counted, Length, Match, Node, Rule
from claimcheck.values.date import Granularity
from claimcheck.values.quantity import Quantity

_OLDEST = 130
_HALF = Decimal("0.5")


def lasting(match: Match) -> Length | None:
    """Return the length of "two and a half years", "a decade", "half a century" or "several weeks"."""
    if "count" in match:
        count = count_of(match["count"])
        if count is None:
            return None
    else:
        count = Decimal(0) if "half" in match else Decimal(2)
    if "half" in match:
        count += _HALF
    if match["unit"].word == "quarters" and match.after() == "OF":
        return None  # "three quarters of an hour"
    return length(count, match["unit"])


def some(unit: Node) -> Length | None:
    """Return the length of "for years"."""
    made = length(Decimal(2), unit)
    return made and replace(made, high=None)


def counted(match: Match) -> Length | None:
    """Return the length of "three to four years" and "two or three weeks"."""
    low, high = count_of(match["low"]), count_of(match["high"])
    return length(low, match["unit"], high) if low is not None and high is not None and low < high else None


def whole(match: Match) -> Length | None:
    """Return the length of "a full day" and "the whole week"."""
    unit = match["unit"] if "unit" in match else match["unit1"]
    return length(Decimal(1), unit) if match.nodes[1].word in {"full", "whole"} else None


def quarters(match: Match) -> Length | None:
    """Return the length of "three quarters of an hour" and "a quarter of a century"."""
    count = count_of(match["count"])
    if not match["quarter"].word.startswith("quarter") or count is None or not 1 <= count <= 3:
        return None
    return length(count / 4, match["unit"])


def indefinite(match: Match) -> Length | None:
    """Return the length of "a year", unless it is what something is counted by: "£20 a day", "five times a week"."""
    if match["unit"].word == "minute" and match.after() == "LOW":
        return None  # "a minute amount"
    shifted = match.after() in {"LATER", "EARLIER", "AGO", "BEFORE", "AFTER"}
    if match["unit"].word == "quarter" and not shifted:
        return None  # a fourth of something
    if not shifted and match.before() in {"PLUR", "NUM", "UNITS", "H12", "H24", "D31", "N", "CNT", "OTHER", "YEAR", "COUNTABLE"}:
        return None
    return length(Decimal(1), match["unit"])


def age(match: Match) -> Counted | None:
    """Return the age of "aged 30", "a 46-year-old" or "18 months old"."""
    count = count_of(match["count"])
    if count is None:
        return None
    if "unit" not in match and count >= _OLDEST:
        return None
    if "unit" not in match:
        # "turned 70 pages": what follows is counted, and it is no age
        turned = match.nodes[0].word.startswith("turn")
        wrong = {"PLUR", "UNITS", "NWORD", "OTHER", "COUNTABLE", "DASH", *({"LOW"} if turned else ())}
        return None if match.after() in wrong else Counted("AGE", Quantity(count, count, "year"))
    made = length(count, match["unit"])
    if made is None or made.count is None or made.unit is Granularity.MOMENT:
        return None
    return Counted("AGE", quantity_of(made) or Quantity(count, count, "year"))


def anniversary(match: Match) -> Counted | None:
    """Return the years of "25th anniversary"; those of a birthday are an age."""
    rank = rank_of(match["rank"])
    if rank is None:
        return None
    kind = "AGE" if match["named"].word == "birthday" else "ANNIVERSARY"
    return Counted(kind, Quantity.of(rank, "year"))


def year_anniversary(match: Match) -> Counted | None:
    """Return the years of "the 40-year anniversary"."""
    count = count_of(match["count"])
    return Counted("ANNIVERSARY", Quantity.of(count, "year")) if count is not None and match["unit"].word == "year" else None


def centenary(match: Match) -> Counted:
    """Return the years of "the centenary"."""
    years = next(count for word, count in _CENTENARIES.items() if match["rank"].word.startswith(word))
    return Counted("ANNIVERSARY", Quantity.of(years, "year"))


_CENTENARIES = {"cent": 100, "bicent": 200, "sesqui": 150, "tercent": 300, "tricent": 300, "quincent": 500}


def quantity_of(made: Length) -> Quantity | None:
    """Return a length as a quantity: weeks in days, decades in years."""
    times, unit = {
        Granularity.WEEK: (7, "day"), Granularity.WEEKEND: (2, "day"), Granularity.QUARTER: (3, "month"),
        Granularity.HALF: (6, "month"), Granularity.DECADE: (10, "year"), Granularity.CENTURY: (100, "year"),
        Granularity.MOMENT: (1, made.clock),
    }.get(made.unit, (1, made.unit.value))  # fmt: skip
    return Quantity(made.low and made.low * times, made.high and made.high * times, unit, exact=made.count is not None)


AGES = (
    Rule("age", r"AGED (?P<count>COUNT) (?P<unit>UNITS)", age),
    Rule("age", r"AGED (?P<count>COUNT)(?!UNIT|NUM)", age),
    Rule("anniversary", r"(?P<count>COUNT) DASH? (?P<unit>UNIT) DASH? ANNIVERSARY", year_anniversary),
    Rule("anniversary", r"(?P<rank>CENTENARY)", centenary),
    Rule("age", r"(?P<count>COUNT) DASH? (?P<unit>UNIT|UNITS) DASH? (?:OLD|OF AGED)", age),
    Rule("anniversary", r"(?P<rank>ORD|ORDN) DASH? (?P<named>ANNIVERSARY)", anniversary),
)
LENGTHS = (
    Rule("duration", r"(?P<count>A|COUNT) DASH? (?P<quarter>UNIT|UNITS) (?:OF A|DASH)? (?P<unit>UNIT)", quarters),
    Rule("duration", r"(?P<low>COUNT) (?:TO|OR|DASH) (?P<high>COUNT) DASH? (?P<unit>UNITS)", counted),
    Rule("duration", r"(?<=BETWEEN) (?P<low>COUNT) AND (?P<high>COUNT) (?P<unit>UNITS)", counted),
    Rule("duration", r"(?P<count>COUNT) (?:DASH? AND DASH? A? DASH?)? (?P<half>HALFWORD) DASH? (?P<unit>UNIT|UNITS)", lasting),
    Rule("duration", r"(?P<count>COUNT) (?P<unit>UNITS|UNIT) AND A? (?P<half>HALFWORD)", lasting),
    Rule(
        "duration",
        r"(?P<count>COUNT) (?:DASH|ADJECTIVE)? (?P<unit>UNITS)|(?P<count1>NUMERAL) DASH? (?P<unit1>UNIT)",
        lambda m: lasting(m) if "count" in m else length(count_of(m["count1"]), m["unit1"]),
    ),
    Rule("duration", r"A (?P<unit>UNIT) AND A (?P<half>HALFWORD)", lambda m: length(Decimal("1.5"), m["unit"])),
    Rule("duration", r"(?:A)? (?P<half>HALFWORD) (?:DASH? A DASH?|DASH)? (?P<unit>UNIT)(?!OF)", lasting),
    Rule("duration", r"COUPLE (?P<unit>UNITS)", lasting),
    Rule("duration", r"(?P<vague>VAGUE) (?P<unit>UNITS)", lambda m: vague(m["vague"], m["unit"])),
    Rule("duration", r"A ADJECTIVE (?P<unit>UNIT)(?!OF)|THE ADJECTIVE (?P<unit1>UNIT)(?!OF)", whole),
    Rule("duration", r"(?:THE)? WHOLE (?P<unit>UNIT)", lambda m: length(Decimal(1), m["unit"])),
    Rule("duration", r"(?P<count>A) (?P<unit>UNIT)(?!OF|DASH|LOW LOW)", indefinite),
    Rule("duration", r"(?<=FOR) (?P<unit>UNITS)", lambda m: some(m["unit"])),
)

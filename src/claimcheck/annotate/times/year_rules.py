"""Rules for years, and for what is named with one: quarters, seasons, decades, centuries, named days."""

from claimcheck.annotate.times.day_rules import before_christ, is_name
from claimcheck.annotate.times.fields import calendar, count_of, feast, rank_of, unit_of, year_of
from claimcheck.annotate.times.meaning import Match, Placed, Range, Rule, When, absolute
from claimcheck.values.date import Date, Day, Granularity, Written
from claimcheck.values.relative import Unit, season_of
from claimcheck.values.time import Bound

_DECADES = {
    word: 1920 + 10 * index
    for index, word in enumerate(("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"))
}
_ABOUT = 1096  # days that "about 1903" may be off
_WEAK_CUES = frozenset({"FROM", "TO", "OF", "BETWEEN", "AND", "ON", "OR", "FOR", "AS"})


def quarter(match: Match) -> When:
    """Return the months of "Q3 2021"; whether the business year is meant is not said."""
    width = 3 if "q" in match["quarter"].word else 6
    first = (int(match["quarter"].word.strip("qh")) - 1) * width + 1
    unit = Granularity.QUARTER if width == 3 else Granularity.HALF
    year = year_of(match["year"]) if "year" in match else None
    if first > 12 or year is None:
        return absolute((), unit, approximate=True)
    return absolute(Date(Day(year, first, 1), Day.last_of(year, first + width - 1)), unit, Written(year), approximate=True)


def ranked_quarter(match: Match) -> When | None:
    """Return the months of "second-quarter 2014" and "the 2014 second quarter"."""
    rank, year = rank_of(match["rank"]), year_of(match["year"])
    if match["unit"].word != "quarter" or rank is None or year is None or not 1 <= rank <= 4:
        return None
    date = Date(Day(year, 3 * rank - 2, 1), Day.last_of(year, 3 * rank))
    return absolute(date, Granularity.QUARTER, Written(year), approximate=True)


def fiscal(match: Match) -> When:
    """Return a business year, of which the months are not said; a calendar year is a year."""
    year = year_of(match["year"])
    if "calendar" in {node.word for node in match.nodes}:
        return calendar(Written(year))
    return absolute((), Granularity.FISCAL, Written(year), approximate=True)


def this_fiscal(match: Match) -> When | None:
    """Return a business year that is told by last or next, or not at all; "this calendar year" is one from today on."""
    if "calendar" not in {node.word for node in match.nodes}:
        return absolute((), Granularity.FISCAL, approximate=True)
    side = {"LAST": -1, "PREVIOUS": -1, "NEXT": 1, "FOLLOWING": 1, "THIS": 0}.get(match.nodes[0].kind)
    return When(Unit(Granularity.YEAR, side), Granularity.YEAR) if side is not None else None


def spoken_year(match: Match) -> When | None:
    """Return the year of "in two thousand and twenty"."""
    year = year_of(match["year"])
    return calendar(Written(year)) if year is not None and 1100 <= year <= 2100 and year % 1000 else None


def season(match: Match) -> When | None:
    """Return the season of a year, a winter of either of two; not in a name such as "2021 Summer School"."""
    node = match["season"]
    if match.text[node.start].isupper() and (match.after() == "CAP" or match.nodes[0].kind == "YEAR"):
        return None
    year = year_of(match["year"], before_christ="bc" in match)
    if year is None:
        return None
    name = node.word.removesuffix("time")
    readings = tuple(season_of(y, name) for y in ((year - 1, year) if name == "winter" else (year,)))
    if "short" in match and name == "winter":
        readings = readings[1:]
    return absolute(readings, Granularity.SEASON, Written(year), approximate=True)


def decade(match: Match) -> When | None:
    """Return the years of "the 1990s"; "the nineties" and "the '90s" are the last ones."""
    node = match.nodes[-1]
    if node.kind == "DECADE":
        start = int(node.word[:4])
        if start % 100 == 0 and start < 2000:  # "the 1700s" are a century, "the 1900s" may be ten years
            whole = Date.of_years(start, start + 99)
            readings = (whole,) if start < 1900 else (Date.of_years(start, start + 9), whole)
            return absolute(readings, Granularity.CENTURY, approximate=True)
    else:
        digits = "".join(c for c in node.word if c.isdigit())
        start = 1900 + int(digits) if digits else _DECADES[node.word]
    return absolute(Date.of_years(start, start + 9), Granularity.DECADE, approximate=True)


def century(match: Match) -> When | None:
    """Return the years of a century, counted in either way."""
    rank, unit = rank_of(match["rank"]), unit_of(match["unit"])
    if match.text[match["unit"].start].isupper() and match.after() == "CAP":
        return None  # a name
    if unit is None or unit[0] is not Granularity.CENTURY or unit[1] != 1 or rank is None or not 1 <= rank <= 30:
        return None
    start = -rank * 100 + 1 if "bc" in match else (rank - 1) * 100
    return absolute(Date.of_years(start or 1, start + 99), Granularity.CENTURY, approximate=True)


def years(match: Match) -> Range | None:
    """Return the years of "1998–2004" and "1998-99", of which a short second one must be later, and "149–146 BC"."""
    first, last = year_of(match["first"], before_christ="bc" in match), year_of(match["last"], before_christ="bc" in match)
    if first is None or last is None:
        return None
    if "DASH" in {match.before(), match.after()} or ("short" in match and match["first"].end + 1 != match["last"].start):
        return None  # a telephone number
    if match.before() == "PAGE":
        return None
    if match.nodes[1].kind == "SLASH" and (last - first) % 100 != 1:
        return None  # "2019/45": only a business year or a season is written so
    if match.nodes[1].kind == "TO" and (first % 100 == 0 or last % 100 == 0 or last < first):
        return None  # "from 1500 to 2000" may as well be numbers
    if "short" in match:
        last = first // 100 * 100 + last
        if last <= first:
            return None
    one, other = match["first"], match["last"]
    return Range(
        Placed(calendar(Written(first)), one.start, one.end, "year of a range"),
        Placed(calendar(Written(last)), other.start, other.end, "year of a range"),
    )


def to_present(match: Match) -> Range:
    """Return the years of "2013–present"."""
    node = match["first"]
    return Range(Placed(calendar(Written(int(node.word))), node.start, node.end, "year of a range"), None, Bound.SINCE)


def short_year(match: Match) -> When | None:
    """Return the year of "in '98"."""
    year = year_of(match["year"])
    return calendar(Written(year)) if year is not None else None


def strong_year(match: Match) -> When:
    """Return the year of "the end of 2000"."""
    return calendar(Written(int(match["year"].word)))


def cued_year(match: Match) -> When | None:
    """Return the year, unless it counts what follows or may as well be a round number: "from 1,500 to 2000"."""
    node = match["year"]
    if match.after() in {"PLUR", "COUNTABLE"} and not (
        match.before() == "IN" and match.text[: node.start].rstrip().endswith("In")
    ):
        return None
    if match.after() in {"BC", "NWORD", "UNITS", "NUM"} or (match.before() in _WEAK_CUES and node.word.endswith("00")):
        return None
    return calendar(Written(int(node.word)), approximate="about" in match, slack=_ABOUT if "about" in match else 0)


def the_year(match: Match) -> When | None:
    """Return the year of "the year 2008"."""
    return cued_year(match) if match["unit"].word == "year" else None


def named_day(match: Match) -> When | None:
    """Return the day of "Christmas Eve 2021"."""
    if "year" not in match and is_name(match):
        return None
    return feast(match["feast"].word, year_of(match["year"]) if "year" in match else None)


def common_era(match: Match) -> When | None:
    """Return the year of "AD 410"."""
    node = match["year"] if "year" in match else match["year2"]
    year = year_of(node)
    return calendar(Written(year)) if year is not None and count_of(node) is not None else None


_CUE = r"(?<=YEARCUE)(?<!COUNTNOUN OF)(?<!PLUR TO)(?<!COUNTABLE TO)"
YEARS = (
    Rule("years before Christ", r"(?P<first>INT) (?:DASH|TO) (?P<last>INT) (?P<bc>BC)", years),
    Rule("year before Christ", r"(?P<about>HEDGE)? (?P<year>INT) BC", before_christ),
    Rule("quarter", r"(?P<quarter>QN) (?:OF|COMMA|DASH)? (?:FISCAL UNIT?)? (?P<year>YEAR)?", quarter),
    Rule("quarter", r"(?P<year>YEAR) DASH? (?P<quarter>QN)", quarter),
    Rule("quarter", r"(?:THE)? (?P<rank>ORD) DASH? (?P<unit>UNIT) (?P<year>YEAR)", ranked_quarter),
    Rule("quarter", r"(?:THE)? (?P<year>YEAR) (?P<rank>ORD) DASH? (?P<unit>UNIT)", ranked_quarter),
    Rule("fiscal year", r"(?:THE)? (?P<year>YEAR) (?:(?:DASH|SLASH) INT)? FISCAL UNIT", fiscal),
    Rule("fiscal year", r"(?:LAST|NEXT|THIS|THE|PREVIOUS|FOLLOWING)? FISCAL UNIT(?!YEAR)", this_fiscal),
    Rule("fiscal year", r"FISCAL UNIT? (?P<year>YEAR) (?:(?:DASH|SLASH) (?:INT))?", fiscal),
    Rule(
        "season of a year",
        r"(?:THE)? (?P<season>SEASON) (?:OF|COMMA|IN)? (?P<year>YEAR|YY) (?:(?:DASH|SLASH) (?P<short>INT))?",
        season,
    ),
    Rule("season of a year", r"(?:THE)? (?P<season>SEASON) (?:OF)? (?P<year>INT) (?P<bc>BC)", season),
    Rule("season of a year", r"(?P<year>YEAR) POSSESSIVE? (?P<season>SEASON)", season),
    Rule("decade", r"(?:THE)? DECADE(?!OF)", decade),
    Rule("decade", r"(?:THE)? NWORD DASH? NINETIES", decade),
    Rule("decade", r"(?:THE) NINETIES", decade),
    Rule("decade", r"(?<=DECADECUE) NINETIES", decade),
    Rule("century", r"(?:THE)? (?P<rank>ORD|ORDN) DASH? (?P<unit>UNIT) (?P<bc>BC)?", century),
    Rule("named day", r"(?:THE)? (?P<feast>FEAST) (?:DAYPART)? (?:(?:COMMA|OF|IN)? (?P<year>YEAR))?", named_day),
    Rule("named day", r"(?P<year>YEAR) (?P<feast>FEAST)", named_day),
    Rule("years in short", r"(?P<first>YEAR) (?:DASH|SLASH) (?P<last>DAY|N)(?P<short>)(?!UNITS|PLUR|COUNTABLE|OLD)", years),
    Rule("years", r"(?P<first>YEAR) (?:DASH|TO|UNTIL) (?P<last>YEAR)(?!PLUR|COUNTABLE)", years),
    Rule("year after Christ", r"AD (?P<year>INT)|(?P<year2>INT) AD", common_era),
    Rule("the year", r"(?:THE)? (?P<unit>UNIT) (?:OF)? (?P<year>YEAR)", the_year),
    Rule("about a year", rf"{_CUE} (?P<about>HEDGE) (?P<year>YEAR)", cued_year),
    Rule("about a year", r"(?P<about>CIRCA) (?P<year>YEAR)", cued_year),
    Rule("about a year", r"(?P<about>ABOUT|HEDGE) (?P<year>YEAR)(?=STOP|COMMA|CLOSE|$)", cued_year),
    Rule("year of a part", r"(?:(?<=PART OF)|(?<=UNIT OF)|(?<=EARLY)) (?P<year>YEAR)(?!PLUR|COUNTABLE)", strong_year),
    Rule("year with a cue", rf"{_CUE} (?P<year>YEAR)", cued_year),
    Rule("year with a cue", r"(?:(?<=EARLY AS)|(?<=UNTIL MORE)|(?<=EARLY DASH)) (?P<year>YEAR)", cued_year),
    Rule("year in short", r"(?<=SHORTCUE) (?P<year>YY)(?!NOUN)", short_year),
    Rule("year in words", r"(?<=IN) (?P<year>CNT)(?!NOUN|UNIT|UNITS|DASH)", spoken_year),
    Rule("year before a noun", r"(?<=DET)(?P<year>YEAR)(?=LOW|PLUR|COUNTABLE)", cued_year),
    Rule("years in a list", r"(?P<year>YEAR)(?=(?:COMMA YEAR){0,6} COMMA? (?:AND|OR) IN? YEAR)", cued_year),
    Rule("year after a comma", r"(?<=COMMA)(?P<year>YEAR)(?=COMMA|STOP|CLOSE|$)", cued_year),
    Rule("year of a life", r"(?<=LIFE)(?P<year>YEAR)", cued_year),
    Rule("open period", r"(?P<first>YEAR) (?:DASH|TO|UNTIL) THE? (?:PRESENT|NOW)", to_present),
    Rule("year or later", r"(?P<year>YEAR)(?=(?:OR|AND) (?:LATER|EARLIER)|ONWARDS)", cued_year),
    Rule("year of a heading", r"^(?P<year>YEAR)(?=$|STOP)", cued_year),
    Rule("year in brackets", r"(?<=OPEN)(?P<year>YEAR)(?=CLOSE|COMMA|STOP|DASH)", cued_year),
)

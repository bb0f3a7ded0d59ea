"""The measure of WikiWars, on a made-up article, and values in the notation of TIMEX2."""

from decimal import Decimal

import pytest

from bench.timex import modifier, plain, values
from bench.wikiwars import count, read_article
from claimcheck.claim import Mention
from claimcheck.document import Span
from claimcheck.values.date import UNKNOWN_DATE, Date, Day, Granularity, Written
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Clock, Period, Recurrence, Time

PLACE = Span(0, 1)
SOURCE = """<DOC><DATETIME> <TIMEX2 val="2031-02-03T10:00:00">2031-02-03T10:00:00</TIMEX2> </DATETIME>
<TEXT>
Looms &amp; sheds burned on <TIMEX2 val="1831-05-04">4 May 1831</TIMEX2>, <TIMEX2 val="1831-05-11">a week after
<TIMEX2 val="1831-05-04">that day</TIMEX2></TIMEX2>.
</TEXT></DOC>"""


def mention(value: object, span: Span = PLACE, kind: str = "DATE") -> Mention:
    return Mention(span, kind, value, "made")  # type: ignore[arg-type]


def time(date: Date, granularity: Granularity) -> Time:
    return Time(date, readings=(date,), granularity=granularity)


def test_an_article_is_its_text_with_places() -> None:
    """Entities are characters, tags may stand one in another, and the header is no text."""
    article = read_article(SOURCE, "looms")

    assert article.day == "2031-02-03"
    assert article.text == "\nLooms & sheds burned on 4 May 1831, a week after\nthat day.\n"
    assert {article.text[g.span.start : g.span.end]: g.val for g in article.golds} == {
        "4 May 1831": "1831-05-04", "that day": "1831-05-04", "a week after\nthat day": "1831-05-11",
    }  # fmt: skip


def test_counts_of_an_article() -> None:
    """One of three is found in full, one in part with the wrong value."""
    article = read_article(SOURCE, "looms")
    first, second = article.text.index("4 May"), article.text.index("a week")
    day = time(Date.of_day(Day(1831, 5, 4)), Granularity.DAY)
    found = [mention(day, Span(first, first + 10)), mention(Quantity.of(7, "day"), Span(second, second + 6), "DURATION")]

    counts, lines = count(article, found)

    assert (counts["strict"], counts["overlapping"], counts["valued"], counts["right"], counts["with mod"]) == (1, 2, 2, 1, 1)
    assert len(lines) == 2


@pytest.mark.parametrize(
    ("value", "words", "wanted"),
    [
        (time(Date.of_day(Day(1831, 5, 4)), Granularity.DAY), "4 May 1831", "1831-05-04"),
        (time(Date.of_day(Day(1831, 5, 4)), Granularity.DAY), "the morning of 4 May", "1831-05-04TMO"),
        (time(Date.of_month(1831, 5), Granularity.MONTH), "May 1831", "1831-05"),
        (time(Date(Day(1831, 5, 1), Day(1831, 5, 10)), Granularity.MONTH), "early May", "1831-05"),
        (time(Date(Day(1831, 5, 1), Day(1831, 5, 10)), Granularity.UNCLEAR), "early May", "1831-05"),
        (time(Date.of_year(1831), Granularity.YEAR), "1831", "1831"),
        (time(Date.of_years(1830, 1839), Granularity.DECADE), "the 1830s", "183"),
        (time(Date.of_years(1801, 1900), Granularity.CENTURY), "the 19th century", "18"),
        (time(Date.of_year(-300), Granularity.YEAR), "301 BC", "BC0301"),
        (time(Date(Day(1831, 3, 1), Day(1831, 5, 31)), Granularity.SEASON), "spring", "1831-SP"),
        (time(Date(Day(1831, 12, 1), Day(1832, 2, 29)), Granularity.SEASON), "winter", "1831-WI"),
        (time(Date(Day(2031, 1, 6), Day(2031, 1, 12)), Granularity.WEEK), "that week", "2031-W02"),
        (time(Date.of_day(Day(2031, 1, 6)), Granularity.MOMENT), "now", "PRESENT_REF"),
        (Time(UNKNOWN_DATE), "currently", "PRESENT_REF"),
        (Time(UNKNOWN_DATE), "recently", "PAST_REF"),
        (Time(UNKNOWN_DATE), "the future", "FUTURE_REF"),
        (Time(UNKNOWN_DATE, Written(month=5, day=4)), "4 May", "XXXX-05-04"),
        (Time(UNKNOWN_DATE), "the winter", "XXXX-WI"),
        (Quantity.of(9, "year"), "nine years", "P9Y"),
        (Quantity.of(6, "hour"), "six hours", "PT6H"),
        (Quantity(Decimal(100), None, "day"), "more than 100 days", "P100D"),
        (Quantity(Decimal(2), Decimal(9), "day", exact=False), "several days", "PXD"),
        (Recurrence(Decimal(1), Granularity.WEEK, Time(UNKNOWN_DATE, Written(weekday=0))), "every Monday", "XXXX-WXX-1"),
        (Recurrence(Decimal(1), Granularity.DAY), "daily", "XXXX-XX-XX"),
        (Clock(9, 40), "9:40", "XXXX-XX-XXT09:40"),
        (Period(Time(UNKNOWN_DATE), Time(UNKNOWN_DATE)), "from then on", ""),
    ],
)
def test_values(value: object, words: str, wanted: str) -> None:
    """Each kind of expression has its notation."""
    assert values(mention(value), words) == (wanted,)


def test_one_form_for_what_means_the_same() -> None:
    """Weeks are days, centuries and decades years."""
    assert [plain(v) for v in ("P2W", "P1.5CE", "P3DE", "PXW", "P10Y", "PT5H", "1831-05")] == [
        "P14D", "P150Y", "P30Y", "PXW", "P10Y", "PT5H", "1831-05",
    ]  # fmt: skip


def test_what_comes_again_has_two_notations() -> None:
    """A duration of a day has one."""
    assert (plain("P1D", again=True), plain("P1D")) == ("XXXX-XX-XX", "P1D")


def test_modifiers() -> None:
    """They are named by words."""
    phrases = ("early May", "mid-1831", "the end of May", "about 1831", "more than a week", "May")
    assert [modifier(p) for p in phrases] == ["START", "MID", "END", "APPROX", "MORE_THAN", ""]

"""The measure of GUM's dates, on made-up documents."""

from xml.etree import ElementTree as ET

import pytest

from bench.gum_dates import RIGHT, TWO, VALUE, Gold, Running, gold_days, verdict
from claimcheck.claim import Mention
from claimcheck.document import Span
from claimcheck.values.date import UNKNOWN_DATE, Date, Day, Granularity, Written
from claimcheck.values.time import Bound, Period, Time

SOURCE = """<text><head><s>
Looms	NNS
</s></head><p><s>
Una	NP
's	POS
mill	NN
(	(
<date when="1831">
1831	CD
</date>
–	SYM
<date when="1834">
34	CD
</date>
)	)
was	VBD
"	``
<w>
can	MD
not	RB
</w>
"	''
.	SENT
</s></p></text>"""


def test_tokens_are_a_running_text_again() -> None:
    """Words stand apart, what closes and what is cut off a word does not; every date has its place."""
    running = Running()
    running.walk(ET.fromstring(SOURCE))

    assert running.text == 'Looms\n\nUna\'s mill (1831–34) was "cannot".'
    assert [running.text[g.span.start : g.span.end] for g in running.golds] == ["1831", "34"]


@pytest.mark.parametrize(
    ("attributes", "wanted"),
    [
        ({"when": "1831"}, Date.of_year(1831)),
        ({"when": "-0301"}, Date.of_year(-300)),
        ({"when": "1831-05-04"}, Date.of_day(Day(1831, 5, 4))),
        ({"from": "1831-05", "to": "1832"}, Date(Day(1831, 5, 1), Day(1832, 12, 31))),
        ({"notBefore": "1831"}, Date(Day(1831, 1, 1), None)),
        ({"when": "--05-04"}, None),
        ({"from": "--12", "to": "--03"}, None),
    ],
)
def test_days_of_the_gold(attributes: dict[str, str], wanted: Date | None) -> None:
    """Open ends stay open; what lacks its year has no days."""
    assert gold_days(attributes) == wanted


def outcome(value: Time | Period, attributes: dict[str, str], text: str, words: str, gold_words: str) -> str:
    found, gold = (Span(text.index(w), text.index(w) + len(w)) for w in (words, gold_words))
    return verdict(Gold(gold, attributes), Mention(found, "DATE", value, "made"), text)


def time(*dates: Date, granularity: Granularity = Granularity.YEAR) -> Time:
    return Time(dates[0], readings=dates, granularity=granularity)


def test_readings_and_periods() -> None:
    """A reading or the whole period is the gold."""
    year, next_year = time(Date.of_year(1831)), time(Date.of_year(1832))

    assert outcome(year, {"when": "1831"}, "in 1831", "1831", "1831") == RIGHT
    assert outcome(time(Date.of_year(1831), Date.of_year(1832)), {"when": "1831"}, "in 1831", "1831", "1831") == TWO
    assert outcome(next_year, {"when": "1831"}, "in 1831", "1831", "1831") == VALUE
    assert (
        outcome(Period(year, next_year), {"from": "1831", "to": "1832"}, "1831 to 1832", "1831 to 1832", "1831 to 1832") == RIGHT
    )
    since = Period(year, Time(UNKNOWN_DATE), Bound.SINCE)
    assert outcome(since, {"notBefore": "1831"}, "since 1831", "since 1831", "since 1831") == RIGHT
    assert outcome(year, {"notBefore": "1831"}, "since 1831", "1831", "1831") == RIGHT


def test_a_part_named_outside_the_gold_may_narrow_it() -> None:
    """The gold of "early 1830s" is the decade."""
    attributes = {"from": "1830-01-01", "to": "1839-12-31"}
    early = time(Date.of_years(1830, 1833), granularity=Granularity.DECADE)

    assert outcome(early, attributes, "the early 1830s", "early 1830s", "1830s") == RIGHT
    assert outcome(early, attributes, "the 1830s", "1830s", "1830s") == VALUE


def test_what_lacks_its_year() -> None:
    """Fields are compared as written, seasons by their first month."""
    fourth = Time(UNKNOWN_DATE, Written(month=5, day=4))
    winter = Time(UNKNOWN_DATE, granularity=Granularity.SEASON)

    assert outcome(fourth, {"when": "--05-04"}, "on 4 May", "4 May", "4 May") == RIGHT
    assert outcome(fourth, {"when": "--05"}, "on 4 May", "4 May", "4 May") == VALUE
    assert outcome(winter, {"from": "--12", "to": "--03"}, "in winter", "winter", "winter") == RIGHT
    assert outcome(winter, {"from": "--06", "to": "--09"}, "in winter", "winter", "winter") == VALUE

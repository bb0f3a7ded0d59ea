"""A weekday that does not fall on the date beside it.

The calendar decides.  A date without its own year is tried with the year of publication, the
years on both sides and all that the text names (only its own paragraph for a day right before or
after publication), and only if the weekday fits none of them is it reported, as a likely slip;
without a publication date it is let pass.

Flagged:
    The court met on [Friday, March 8, 2023], in Leeds.
    The fair opens on [Tuesday 25 December 2023].
    (Published 2021-06-01) The concert was on [Sunday 11 May].

Accepted:
    The court met on Wednesday, March 8, 2023, in Leeds.
    The concert was on Sunday 11 May.
    (Published 2021-06-01) The concert was on Sunday 9 May.
    On Friday the committee met; the 8 March 2023 vote was not mentioned.

Known misses:
    Weekday and date in different places, such as "on Friday" in a text dated elsewhere.

Source: the Gregorian calendar; dates before 1752 are let pass.
"""

import re
from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.claim import Mention
from claimcheck.finding import Conflict, Severity, Suggestion
from claimcheck.rule import rule
from claimcheck.values.date import WEEKDAYS, Day, Written
from claimcheck.values.time import Time

_GREGORIAN = 1752
_NEAR = 31  # days around publication
_OTHER_YEAR = re.compile(
    r"\b(?:last|next|previous|following|another|every|each)\s+(?:year|season|summer|spring|winter|autumn|fall)"
    r"|\byears?\s+(?:ago|later|earlier)|\bannivers|\bannual|\blast\s+(?:time|held|took|met|ran|staged|seen|played|came)",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\b(?:last|next|previous|following|another|every|each)\s+(?:year|season|summer|spring|winter|autumn|fall)|\byears?\s+(?:ago|later|earlier)|\bannivers",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")  # anything that may be a year


@rule(Severity.ERROR, page=__doc__)
def weekday_date(analysis: Analysis) -> Iterator[Conflict]:
    """Compare each weekday with the calendar."""
    years = _years(analysis)
    for mention in analysis.mentions:
        value = mention.value
        if not isinstance(value, Time) or value.written.weekday is None:
            continue
        days = _days(value.written, _near(analysis, mention, value.written) or years)
        if not days or any(day.weekday == value.written.weekday for day in days):
            continue
        text = analysis.document.words(mention.span)
        own = value.written.year is not None
        right = WEEKDAYS[days[0].weekday]
        told = (
            f"that day is a {right}"
            if own
            else f"in {', '.join(str(d.year) for d in days)} it is no {WEEKDAYS[value.written.weekday]}"
        )
        yield Conflict(
            mention.span,
            f"the text gives {text}; {told}",
            label="weekday and date",
            derivation=tuple(f"{day} is a {WEEKDAYS[day.weekday]}" for day in days),
            suggestions=(Suggestion(mention.span, text.replace(text.split()[0].rstrip(","), right, 1), "the day's weekday"),)
            if own
            else (),
            likely=not own,
        )


def _near(analysis: Analysis, mention: Mention, written: Written) -> tuple[int, ...]:
    """Return the year of a day right around publication and those that its paragraph may speak of; none for other days."""
    published = analysis.document.publication.date.earliest
    sentence = analysis.sentence_at(mention.span.start)
    if published is None or sentence is None or written.month is None or written.day is None or not written.possible:
        return ()
    if not Written(published.year, written.month, written.day).possible:
        return ()
    day = Day(published.year, written.month, written.day)
    if abs(day.until(published)) > _NEAR:
        return ()
    paragraph = analysis.document.parts[sentence.paragraph].span
    named = {int(y) for y in _YEAR.findall(analysis.document.plain, paragraph.start, paragraph.end)}
    around = {published.year, published.plus(-_NEAR).year, published.plus(_NEAR).year}
    if _OTHER_YEAR.search(analysis.document.plain, paragraph.start, paragraph.end):
        around |= {published.year - 1, published.year + 1}
    return tuple(sorted(around | named, key=lambda y: abs(y - published.year)))


def _days(written: Written, years: tuple[int, ...]) -> tuple[Day, ...]:
    """Return the days that may be meant, in any of the years if none is written; none if that is not certain."""
    if written.month is None or written.day is None or not written.possible:
        return ()
    if written.year is not None:
        return (Day(written.year, written.month, written.day),) if written.year > _GREGORIAN else ()
    return tuple(Day(y, written.month, written.day) for y in years if Written(y, written.month, written.day).possible)


def _years(analysis: Analysis) -> tuple[int, ...]:
    """Return the years about publication, the nearest first, and all that the text names; none if one is of the old calendar."""
    year = analysis.document.publication.date.year
    if year is None:
        return ()
    years = {year - 1, year, year + 1, *map(int, _YEAR.findall(analysis.document.plain))}
    return tuple(sorted(years, key=lambda y: abs(y - year))) if min(years) > _GREGORIAN else ()

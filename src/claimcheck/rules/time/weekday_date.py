"""A weekday that does not fall on the date beside it.

The calendar decides.  A date without its own year is tried with the year of publication
and the years on both sides, and only if the weekday fits none of them is it reported, as
a likely slip; without a publication date it is let pass.

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
from claimcheck.finding import Conflict, Severity, Suggestion
from claimcheck.rule import rule
from claimcheck.values.date import WEEKDAYS, Day, Written
from claimcheck.values.time import Time

_GREGORIAN = 1752
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")  # anything that may be a year


@rule(Severity.ERROR, page=__doc__)
def weekday_date(analysis: Analysis) -> Iterator[Conflict]:
    """Compare each weekday with the calendar."""
    years = _years(analysis)
    for mention in analysis.mentions:
        value = mention.value
        if not isinstance(value, Time) or value.written.weekday is None:
            continue
        days = _days(value.written, years)
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

"""A period that ends before it starts.

Both ends are read with their own precision, and only if every day of the end comes before
every day of the start is it reported.  Ends without a year, short forms ("1986–79"), years
before Christ, dates that are moved from one day to another, and whatever is told to run
backwards are let pass.

Flagged:
    She sat on the council [from 1986 to 1979].
    The exhibition runs [from 3 May 2021 to 7 April 2021].
    The dam was built [between March 1931 and June 1930].
    The pool opened in May 1998 and closed in [June 1994].

Accepted:
    She sat on the council from 1979 to 1986.
    The exhibition runs from 3 May to 7 April.
    The clock was turned back from 1986 to 1979.
    They moved the wedding from 5 May 2021 to 4 May 2021.
    It was open from 1945 to May 1945.
    The pool closed in May 1998 and opened in June 1999.
    The old pool closed in 1994 and the new one opened in 1998.

Known misses:
    Start and end in different sentences.
"""

import re
from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.claim import TERM, Modality
from claimcheck.finding import Conflict, Note, Severity
from claimcheck.rule import rule
from claimcheck.values.time import Period, Time

_BACKWARDS = re.compile(r"\b(?:back|backwards?|reverse|countdown|down|rewind\w*|B\.?C\.?E?|before Christ)\b", re.IGNORECASE)
# What is moved from a date to another may go either way, and so may figures that only look like years.
_MOVED = re.compile(
    r"\b(?:(?:mov|shift|switch|chang|reschedul|rearrang|re-?dat|correct|amend|revis|advanc|postpon|push|bring|brought)\w*"
    r"|born|slid|slipped|fell|dropped|lost|shrank|declined|rose|grew|climbed|jumped|accelerated|tightened|cut|lowered|raised)\s+"
    r"(?:forward\s+)?(?:(?:the|its|their|his|her|an?)\s+(?:[\w-]+\s+){1,3}|up\s+|\d[\d,.]*\s+\w+\s+)?(?:forward\s+)?\Z",
    re.IGNORECASE,
)


@rule(Severity.ERROR, page=__doc__)
def end_before_start(analysis: Analysis) -> Iterator[Conflict]:
    """Compare the two ends of every period, and of every term that two verbs of a sentence date."""
    yield from _periods(analysis)
    for claim in analysis.claims:
        start, end = claim.subject.value, claim.object.value
        if claim.relation != TERM or not isinstance(start, Time) or not isinstance(end, Time):
            continue
        if claim.modality is Modality.ASSERTED and start.written.year is not None and end.date.precedes(start.date):
            yield Conflict(
                claim.object.span,
                f"the text gives {claim.object.text} for the end; that comes before {claim.subject.text}, the beginning",
                label="the end",
                notes=(Note(claim.subject.span, "the beginning"),),
                claims=(claim.id,),
                derivation=(f"start: {start.date}", f"end: {end.date}"),
                speaker=claim.attributed_to,
            )


def _periods(analysis: Analysis) -> Iterator[Conflict]:
    for mention in analysis.mentions:
        period = mention.value
        if not isinstance(period, Period) or not period.end.date.precedes(period.start.date):
            continue
        if period.start.written.year is None or period.end.written.year is None:
            continue
        sentence = analysis.sentence_at(mention.span.start)
        if sentence is not None and _BACKWARDS.search(analysis.document.plain, sentence.span.start, sentence.span.end):
            continue
        if _MOVED.search(analysis.document.plain, max(0, mention.span.start - 60), mention.span.start):
            continue
        yield Conflict(
            mention.span,
            f"the text gives {analysis.document.words(mention.span)}; {period.end.date} comes before {period.start.date}",
            label="the period",
            derivation=(f"start: {period.start.date}", f"end: {period.end.date}"),
        )

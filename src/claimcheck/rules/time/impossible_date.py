"""A date that the calendar does not have.

The day must lie in the month; 29 February needs a leap year, if the year is given.  A
sentence that itself says that there is no such day, or has the next one say so, is let pass.

Flagged:
    The tickets were sold out by [31 September].
    She was born on [29 February 1900] in Riga.
    The lease ends on [June 31, 2024].
    The lease ends on [31 June 2024]. That is no surprise.

Accepted:
    The tickets were sold out by 30 September.
    She was born on 29 February 2000 in Riga.
    There is no 31 September, the clerk wrote.
    The letter was dated 31 September. There is no 31 September, she pointed out.
    The leap day, 29 February, was dry.

Known misses:
    Dates in figures only, such as 31/09/2021.

Source: the Gregorian calendar.
"""

import re
from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.document import Span
from claimcheck.finding import Conflict, Severity
from claimcheck.rule import rule
from claimcheck.values.date import MONTHS, Written
from claimcheck.values.time import Time

_DENIED = re.compile(
    r"\b(?:no|not|n't|never|non-?existent|does not exist|imaginary|fictitious|joke|no such)\b|n[’']t\b", re.IGNORECASE
)
_UNREAL = re.compile(
    r"\b(?:no (?:such )?(?:day|date)|(?:is|was) no \d+|never (?:existed|was|came)|does(?:n[’']t| not) exist"
    r"|only (?:has|had) \d+ days)\b",
    re.IGNORECASE,
)
_OLD_STYLE = 1582


@rule(Severity.ERROR, page=__doc__)
def impossible_date(analysis: Analysis) -> Iterator[Conflict]:
    """Report each day that its month does not have."""
    for mention in analysis.mentions:
        value = mention.value
        if not isinstance(value, Time) or value.written.possible or (value.written.year or 2000) < _OLD_STYLE:
            continue
        if _is_denied(analysis, mention.span):
            continue
        yield Conflict(
            mention.span,
            f"the text gives {analysis.document.words(mention.span)}; {_last(value.written)}",
            label="no such day",
            derivation=(_last(value.written),),
        )


def _is_denied(analysis: Analysis, span: Span) -> bool:
    """Whether the sentence, or the one behind it, says that there is no such day."""
    sentences = analysis.sentences
    here = next((i for i, s in enumerate(sentences) if s.span.start <= span.start < s.span.end), None)
    if here is None:
        return False
    text = analysis.document.plain
    after = sentences[here + 1 : here + 2]
    denied = bool(_DENIED.search(text, sentences[here].span.start, sentences[here].span.end))
    return denied or any(_UNREAL.search(text, s.span.start, s.span.end) for s in after)


def _last(written: Written) -> str:
    """Return in words how many days the month has."""
    month = written.month or 1
    days = max(day for day in range(28, 32) if Written(written.year, month, day).possible)
    year = f" {written.year}" if written.year is not None and month == 2 else ""
    return f"{MONTHS[month - 1]}{year} has {days} days"

"""Full dates in datelines and page heads, for the publication date."""

import re

from claimcheck.document import DateSource, Publication
from claimcheck.values.date import MONTHS, Date, Day

_MONTH = "|".join(sorted({form for month in MONTHS for form in (month, month[:3], month[:4])}, key=len, reverse=True))
FULL_DATE = re.compile(
    rf"(?P<y1>\d{{4}})-(?P<m1>\d\d)-(?P<d1>\d\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{_MONTH})\.?,?\s+(?P<y2>\d{{4}})"
    rf"|(?P<m3>{_MONTH})\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}})",
    re.IGNORECASE,
)
_ANY_DATE = re.sub(r"\?P<\w+>", "?:", FULL_DATE.pattern)
# "FOR IMMEDIATE RELEASE - May 3, 2022", "3 May 2022 - 4 min - Culture"
DATED_HEAD = re.compile(
    rf"(?:(?:for immediate|press|news|media)\s+release\W{{1,4}}(?:{_ANY_DATE})\W*"
    rf"|(?:{_ANY_DATE})\s+[-–—|·•]\s[^.!?]{{1,60}})",
    re.IGNORECASE,
)
_PART_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\.?|(?:{_MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+\d{{4}})?"
_REGION = r"(?:,\s+[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?"
_AGENCY = r"(?:\s*\([A-Z][\w ]{1,30}\))?"
# "OSLO, May 3 - ", "OSLO, 3 May 2022 — ", "SAN JOSE, Calif. (XYZ) — "
PREFIX = re.compile(rf"[A-Z][A-Z.'’ -]{{2,40}}{_REGION}{_AGENCY}(?:,\s+{_PART_DATE})?\s+[-–—]+\s+")
DATE_LINE = re.compile(rf"(?:\w+,?\s+)?{_PART_DATE}(?:[,.]?\s+(?:at\s+)?\d{{1,2}}[:.]\d\d\s*(?:[ap]\.?m\.?)?)?\.?", re.IGNORECASE)


def full_date(text: str) -> Day | None:
    """Return the first full date that is written in the text and that the calendar has, or None."""
    for match in FULL_DATE.finditer(text):
        year, month, day = (next(match[f"{field}{n}"] for n in "123" if match[f"{field}{n}"]) for field in "ymd")
        number = int(month) if month.isdigit() else next(i for i, m in enumerate(MONTHS, 1) if m[:3].lower() == month[:3].lower())
        try:
            return Day.checked(int(year), number, int(day))
        except ValueError:
            continue
    return None


def published(text: str, source: DateSource) -> Publication:
    """Return the publication on the full date in the text; unknown if there is none."""
    day = full_date(text)
    if day is None:
        return Publication.unknown()
    return Publication(Date.of_day(day), source, f"the text is dated {' '.join(text.split())[:60]}")

"""Rules for times of day."""

import re

from claimcheck.annotate.times.fields import count_of
from claimcheck.annotate.times.meaning import Hour, Match, Node, Rule
from claimcheck.annotate.times.vocabulary import ZONES
from claimcheck.values.time import Clock

_MERIDIEM = {"am": 0, "a.m": 0, "a.m.": 0, "pm": 12, "p.m": 12, "p.m.": 12}
_AFTERNOON = frozenset({"afternoon", "evening", "night", "tonight"})
_DOTTED = re.compile(r"\d{1,2}\.[0-5]\d\Z")


def clock(match: Match) -> Hour | None:
    """Return the time of "9.40pm", "21:40 GMT", "10 p.m." or "ten o'clock in the evening"."""
    node = match["time"]
    bare = node.kind == "HM" and len(match.nodes) == 1 and node.word[0] != "0"
    if bare and (match.before() in {"CAP", "OF"} or match.after() in {"N", "NUM", "YEAR"}):
        return None  # "John 3:16", a ratio of 1:10, a scale of "1:25 000"
    parts = clock_parts(node)
    if parts is None:
        return None
    hour, minute, second = parts
    later = _later_half(match)
    zone = ZONES[match["zone"].word] if "zone" in match and match["zone"].word in ZONES else None
    open_half = later is None and 1 <= hour <= 12 and zone is None and not node.word.startswith("0")
    if later is not None:
        if hour > 12:
            return None if later == 0 else Hour(Clock(hour, minute, second, zone))
        hour = hour % 12 + later
    return Hour(Clock(hour, minute, second, zone, open_half)) if hour <= 24 else None


def _later_half(match: Match) -> int | None:
    """Return the hours that the told half of the day adds, 0 for its morning; None if it is not told."""
    if "day" in match:
        return 12 if match["day"].word in _AFTERNOON else 0
    return _MERIDIEM.get(match["half"].word) if "half" in match else None


def clock_parts(node: Node) -> tuple[int, int | None, int | None] | None:
    """Return hour, minute and second as far as they are written."""
    if node.kind == "NUM":
        if not _DOTTED.match(node.word):
            return None
        before, after = node.word.split(".")
        return int(before), int(after), None
    if node.kind == "HM":
        parts = [int(part) for part in node.word.split(":")]
        return parts[0], parts[1], parts[2] if len(parts) > 2 else None
    if node.kind in {"YEAR", "N"} and len(node.word) in {3, 4}:
        hour, minute = int(node.word[:-2]), int(node.word[-2:])
        return (hour, minute, None) if hour <= 24 and minute < 60 else None
    count = count_of(node)
    return (int(count), None, None) if count is not None and count == int(count) and 0 <= count <= 24 else None


def noon(match: Match) -> Hour:
    """Return the time of noon and midnight; midnight begins a day or ends it."""
    midnight = match["noon"].word == "midnight"
    return Hour(Clock(0 if midnight else 12, 0))


def quarter_past(match: Match) -> Hour | None:
    """Return the time of "half past ten" and "a quarter to six"."""
    node = match["hour"]
    hour = (0 if node.word == "midnight" else 12) if node.kind == "NOON" else count_of(node)
    if hour is None or not 0 <= hour <= 12:
        return None
    total = int(hour) * 60 + {"HALFPAST": 30, "QUARTERPAST": 15, "QUARTERTO": -15}[match["past"].kind]
    later = _later_half(match)
    at, minute = divmod(total % 1440, 60)
    if node.kind == "NOON":
        return Hour(Clock(at, minute))
    return Hour(Clock(at % 12 + later if later is not None else at or 12, minute, open=later is None))


def minutes_past(match: Match) -> Hour | None:
    """Return the time of "half past ten" and "quarter to six"."""
    hour = count_of(match["hour"])
    if hour is None or not 1 <= hour <= 12:
        return None
    share = match["share"]
    if (match["side"].kind == "TO" and share.kind != "UNIT" and "minutes" not in match) or match["side"].word == "last":
        return None
    count = 30 if share.kind == "HALFWORD" else 15 if share.word == "quarter" else count_of(share)
    if count is None or not 0 < count < 60 or (share.kind in {"UNIT"} and share.word != "quarter"):
        return None
    total = int(hour) * 60 + (int(count) if match["side"].kind == "LAST" else -int(count))
    later = _later_half(match)
    at, minute = divmod(total, 60)
    at = at % 12 + later if later is not None else at or 12
    return Hour(Clock(at, minute, open=later is None))


_ZONE = r"(?P<zone>ZONE)?"
HOURS = (
    Rule("clock time", r"(?P<time>HOUR|CNT|HM) CLOCKWORD? (?:IN THE) (?P<day>DAYPART)", clock),
    Rule("clock time", rf"(?P<time>HM) (?P<half>AMPM)? {_ZONE}", clock),
    Rule("clock time", r"(?P<time>YEAR|N) (?P<zone>ZONE)", clock),
    Rule(
        "clock time",
        r"A? (?P<past>HALFPAST|QUARTERPAST|QUARTERTO) (?P<hour>H12|CNT|NOON) (?:(?P<half>AMPM)|IN THE (?P<day>DAYPART))?",
        quarter_past,
    ),
    Rule("clock time", rf"(?P<time>HOUR|NUM|CNT) DASH? (?:CLOCKWORD)? (?P<half>AMPM) {_ZONE}", clock),
    Rule("clock time", rf"(?P<time>HOUR|CNT) CLOCKWORD (?:AT (?P<day>UNIT))? {_ZONE}", clock),
    Rule(
        "clock time",
        r"A? (?P<share>HALFWORD|UNIT|H12|H24|D31|CNT) (?P<minutes>UNITS|UNIT)? (?P<side>LAST|TO) (?P<hour>H12|CNT)"
        r"(?:(?P<half>AMPM)|IN THE (?P<day>DAYPART))?(?!NOUN|UNIT|DASH|NUM|LEN|MONTH|AND|OF)",
        minutes_past,
    ),
    Rule("clock time", r"(?P<time>YEAR|N) (?P<half>AMPM)", clock),
    Rule("clock time", r"(?:IN THE)? (?P<day>DAYPART) AT (?P<time>HOUR|CNT|HM)", clock),
    Rule("noon or midnight", r"H12? (?P<noon>NOON)", noon),
)

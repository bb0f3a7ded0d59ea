"""Print how many dates of GUM get the days that its editors gave them.

    python tests/bench/gum_dates.py --data FOLDER [--part dev|train] [--misses]

FOLDER holds the TEI files by part.  Each document's running text is put together from its tokens, read
whole, and dated by its header.  A gold `<date>` is answered by the mention that shares most of its
characters.  `when` is right if a reading of the mention is that year, month or day; `from` and `to` if
the period or the reading runs from the one to the other; `notBefore` and `notAfter` alike, open where
they are not given.  What lacks its year (--07-04, or the months of a season) is right if the same
fields are written, or the same months are read.  A mention with two readings is right if the gold is
one of them, and counted apart.  Text that the gold leaves out ("early", "by") may narrow what it names.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from bench.timeline import nearest, published, read_document, readings, stretches  # noqa: E402  (found only with the path above)
from claimcheck.claim import Mention  # noqa: E402
from claimcheck.document import Span  # noqa: E402
from claimcheck.values.date import Date, Day, Granularity  # noqa: E402
from claimcheck.values.time import Period, Time  # noqa: E402

RIGHT, TWO, VALUE, MISSED = "right", "right, of two", "wrong", "no mention"
_PARTIAL = re.compile(r"--(\d\d)(?:-(\d\d))?")
_WHOLE = re.compile(r"(-?\d+)(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")
_PART = re.compile(r"\b(?:early|mid|middle|late|later|beginning|end)\b", re.IGNORECASE)
_BLOCKS = frozenset({"p", "head", "sp", "item", "caption", "row", "list", "l", "lg", "table", "figure", "note", "incident"})
_GLUED = re.compile(r"[-–—/]\t(?:HYPH|SYM)|(?:n['’]t|['’](?:s|re|m|ve|ll|d)?)\t(?!``)", re.IGNORECASE)  # to the token before
_OPENING, _CLOSING = frozenset("([{“‘$£€#"), frozenset(".,;:!?)]}”’%…")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Gold:
    """A date of the corpus: its place and what its editors say of it."""

    span: Span
    attributes: dict[str, str]


class Running:
    """A running text, put together token by token, with the places of its dates."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.pieces: list[str] = []
        self.length = 0
        self.glued = True
        self.quoted = False
        self.started = False
        self.golds: list[Gold] = []

    def add(self, text: str) -> None:
        """Add characters as they are."""
        self.pieces.append(text)
        self.length += len(text)

    def token(self, line: str, glue: bool) -> None:
        """Add the token of a line, behind a space unless it is glued to the one before or closes something."""
        word = line.split("\t", maxsplit=1)[0].strip()
        glue = glue or self.glued or bool(_GLUED.match(line))
        if not (glue or word[:1] in _CLOSING or (word == '"' and self.quoted)):
            self.add(" ")
        self.add(word)
        self.glued = word[-1:] in _OPENING or (word == '"' and not self.quoted) or bool(re.match(r"[-–—/]\t(?:HYPH|SYM)", line))
        self.quoted ^= word == '"'

    def tokens(self, lines: str | None, word: bool) -> None:
        """Add the tokens of some lines; in a `word` all but the first are glued."""
        for line in (lines or "").strip().splitlines():
            if line.strip():
                self.token(line, word and self.started)
                self.started = True

    def walk(self, element: ET.Element, word: bool = False) -> None:
        """Add an element with all that it holds."""
        if element.tag in _BLOCKS and self.length:
            self.add("\n\n")
            self.glued, self.quoted = True, False
        if element.tag == "w":
            word, self.started = True, False
        at = self.length
        self.tokens(element.text, word)
        for child in element:
            self.walk(child, word)
            self.tokens(child.tail, word)
        if element.tag == "date" and self.length > at:
            text = "".join(self.pieces)[at:]
            self.golds.append(Gold(Span(at + len(text) - len(text.lstrip()), self.length), dict(element.attrib)))

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.pieces)


def read_text(path: Path) -> tuple[str, tuple[Gold, ...], str]:
    """Return running text, dates and day of a document."""
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    running = Running()
    running.walk(root)
    day = root.get("dateCreated", "")
    return running.text, tuple(running.golds), day if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else ""


def days_of(value: str) -> Date | None:
    """Return the days of "1805", "1805-07", "1805-07-04" or "-0301", the year 301 BC; None if they lack the year."""
    match = _WHOLE.fullmatch(value)
    if match is None:
        return None
    year = int(match[1]) + (1 if match[1].startswith("-") else 0)
    if match[2] is None:
        return Date.of_year(year)
    if match[3] is None:
        return Date.of_month(year, int(match[2]))
    return Date.of_day(Day(year, int(match[2]), int(match[3])))


def gold_days(attributes: dict[str, str]) -> Date | None:
    """Return the days of a gold date, with open ends where none is given; None if it lacks the year."""
    if "when" in attributes:
        return days_of(attributes["when"])
    first, last = attributes.get("from", attributes.get("notBefore")), attributes.get("to", attributes.get("notAfter"))
    start, end = days_of(first or ""), days_of(last or "")
    if (first and start is None) or (last and end is None):
        return None
    return Date(start.earliest if start else None, end.latest if end else None)


def options(value: Time | Period) -> list[Date]:
    """Return the days of a value for each of its readings."""
    if isinstance(value, Time):
        return list(readings(value))
    starts, ends = readings(value.start), readings(value.end)
    if not starts or not ends:
        return [*(Date(s.earliest, None) for s in starts), *(Date(None, e.latest) for e in ends)]
    return [Date(s.earliest, e.latest) for s, e in stretches(starts, ends)]


def verdict(gold: Gold, mention: Mention, text: str) -> str:
    """Return how well the mention answers the gold."""
    value, words = mention.value, text[mention.span.start : mention.span.end]
    if not isinstance(value, Time | Period):
        return VALUE
    wanted = gold_days(gold.attributes)
    if wanted is None:
        return RIGHT if partial_fits(gold.attributes, value, words) else VALUE
    found = options(value)
    if not 1 <= len(found) <= 2 or not any(same(days, wanted, gold, mention, text) for days in found):
        return VALUE
    return RIGHT if len(found) == 1 else TWO


def same(days: Date, wanted: Date, gold: Gold, mention: Mention, text: str) -> bool:
    """Return whether the days are those of the gold.

    Of a bound alone they may be those of the bound; of a unit whose "early" or "late" the gold
    leaves out they may be a part of it; the last month of a season is a matter of taste.
    """
    if days == wanted:
        return True
    value, bounds = mention.value, [v for k, v in gold.attributes.items() if k in {"from", "to", "notBefore", "notAfter"}]
    if len(bounds) == 1:
        return days == days_of(bounds[0])
    if _PART.search(text[mention.span.start : max(mention.span.start, gold.span.start)]):
        return days.within(wanted)
    season = isinstance(value, Time) and value.granularity is Granularity.SEASON
    return (
        season
        and days.earliest == wanted.earliest
        and bool(wanted.latest and days.latest)
        and days.latest.until(wanted.latest) <= 31
    )


def partial_fits(attributes: dict[str, str], value: Time | Period, words: str) -> bool:
    """Return whether the value has the month and day of the gold, or is the season of its months."""
    first = _PARTIAL.fullmatch(attributes.get("when") or attributes.get("from") or attributes.get("notBefore") or "")
    last = _PARTIAL.fullmatch(attributes.get("to") or attributes.get("notAfter") or "")
    if first is None:
        return False
    start, end = (value, value) if isinstance(value, Time) else (value.start, value.end)
    if isinstance(value, Time) and last is not None:
        months = {month for word, month in _SEASONS.items() if word in words.lower()}
        return value.granularity is Granularity.SEASON and int(first[1]) in months
    return _written(start) == _fields(first) and (last is None or _written(end) == _fields(last))


def _written(time: Time) -> tuple[int | None, int | None]:
    return time.written.month, time.written.day


def _fields(match: re.Match[str]) -> tuple[int, int | None]:
    return int(match[1]), int(match[2]) if match[2] else None


def judge(gold: Gold, mentions: tuple[Mention, ...], text: str) -> tuple[str, Mention | None]:
    """Return how the gold is answered, and by which mention."""
    order = (RIGHT, TWO, VALUE)
    outcomes = [(verdict(gold, m, text), m) for m in nearest(gold.span, mentions)]
    return min(outcomes, key=lambda outcome: order.index(outcome[0])) if outcomes else (MISSED, None)


def kind(attributes: dict[str, str]) -> str:
    """Return which attributes say when it is, "without year" if they lack it."""
    if gold_days(attributes) is None:
        return "without year"
    return "/".join(key for key in ("when", "from", "to", "notBefore", "notAfter") if key in attributes)


def shown(gold: Gold, mention: Mention | None, text: str) -> str:
    """Return the gold, what is found in its place, and the words around it."""
    ours = f"[{text[mention.span.start : mention.span.end]}] {mention.value}" if mention else ""
    around = " ".join(text[max(0, gold.span.start - 40) : gold.span.end + 30].split())
    return f"[{text[gold.span.start : gold.span.end]}] {gold.attributes}  ours {ours}  in: {around}"


def print_table(counts: dict[str, Counter[str]]) -> None:
    """Print a line for each kind of date and one for all."""
    columns = (RIGHT, TWO, VALUE, MISSED)
    print(f"{'kind':22}{'dates':>7}" + "".join(f"{name:>15}" for name in columns) + f"{'accuracy':>10}{'of those found':>16}")
    for name, row in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
        right, total = row[RIGHT] + row[TWO], sum(row.values())
        found = total - row[MISSED]
        shares = f"{right / total:10.3f}{right / found if found else 0:16.3f}"
        print(f"{name:22}{total:7}" + "".join(f"{row[c]:15}" for c in columns) + shares)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the TEI files")
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--misses", action="store_true", help="list what is not right")
    arguments = parser.parse_args()
    counts: dict[str, Counter[str]] = {}
    for path in sorted((arguments.data / arguments.part).glob("*.xml")):
        text, golds, day = read_text(path)
        mentions = tuple(m for m in read_document(text, published(day)) if isinstance(m.value, Time | Period))
        for gold in golds:
            outcome, mention = judge(gold, mentions, text)
            counts.setdefault(kind(gold.attributes), Counter())[outcome] += 1
            if arguments.misses and outcome not in {RIGHT, TWO}:
                print(f"{outcome}: {path.stem} {shown(gold, mention, text)}")
    print_table(counts)


if __name__ == "__main__":
    main()

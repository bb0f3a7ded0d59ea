"""Print how many time expressions of WikiWars are found, and how many of them get the right value.

    python tests/bench/wikiwars.py --data FOLDER [--undated] [--misses]

FOLDER is the unpacked corpus with `keyinline/`.  Every article is read whole, with the day in its
header as the day of publication unless `--undated` is given.  Spans are matched one to one, those that
share most characters first; the strict figures ask for the same extent.  The headline is the F of the
overlapping spans and the share of right values among the matched ones whose gold has a `val`; a mention
with two readings is right if one of them is the gold.  The corpus marks the two ends of a period, so
that periods, ages and anniversaries are left aside.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from bench.timeline import pairs, published, read_document  # noqa: E402  (found only with the path above)
from bench.timex import modifier, plain, values  # noqa: E402
from claimcheck.claim import Mention  # noqa: E402
from claimcheck.document import Span  # noqa: E402
from claimcheck.values.time import Period  # noqa: E402

_TAG = re.compile(r"<(/?)TIMEX2\b([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_HEADER = re.compile(r"<DATETIME>.*?(\d{4}-\d\d-\d\d).*?</DATETIME>", re.DOTALL)
_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_ASIDE = frozenset({"AGE", "ANNIVERSARY"})
_TIMES = frozenset({"DATE", "TIME", "DURATION", "SET"})


@dataclass(frozen=True, slots=True)
class Gold:
    """An expression of the corpus: where it stands, its value, what modifies it, and whether it comes again."""

    span: Span
    val: str
    mod: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its text, the day of its header, and its gold."""

    name: str
    text: str
    day: str
    golds: tuple[Gold, ...]


def read_article(source: str, name: str) -> Article:
    """Return the article of a file with tags around its time expressions, which may stand one in another."""
    body, header = _TEXT.search(source), _HEADER.search(source)
    assert body is not None
    pieces: list[str] = []
    golds: list[Gold] = []
    opened: list[tuple[int, dict[str, str]]] = []
    place = length = 0
    for tag in _TAG.finditer(body[1]):
        pieces.append(unescape(body[1][place : tag.start()]))
        length += len(pieces[-1])
        place = tag.end()
        if not tag[1]:
            opened.append((length, dict(_ATTRIBUTE.findall(tag[2]))))
        else:
            start, attributes = opened.pop()
            golds.append(Gold(Span(start, length), attributes.get("val", ""), attributes.get("mod", ""), "set" in attributes))
    text = "".join(pieces) + unescape(body[1][place:])
    return Article(name, text, header[1] if header else "", tuple(golds))


def read_articles(folder: Path) -> Iterator[Article]:
    """Yield all articles."""
    for path in sorted((folder / "keyinline").glob("*.xml")):
        yield read_article(path.read_text(encoding="utf-8"), path.name.split(".")[0])


def marked(mentions: tuple[Mention, ...]) -> list[Mention]:
    """Return the mentions of the kinds that the corpus marks."""
    return [m for m in mentions if m.type in _TIMES and not isinstance(m.value, Period)]


def count(article: Article, mentions: list[Mention]) -> tuple[Counter[str], list[str]]:
    """Return the counts of the article, and a line for each expression that is not right."""
    counts = Counter(gold=len(article.golds), found=len(mentions))
    counts["strict"] = len({g.span for g in article.golds} & {m.span for m in mentions})
    matched = pairs([(gold.span, gold) for gold in article.golds], mentions)
    counts["overlapping"] = len(matched)
    lines = []
    for gold, mention in matched:
        if not gold.val:
            continue
        words = article.text[mention.span.start : mention.span.end]
        ours = [plain(value) for value in values(mention, words)]
        right = not {plain(gold.val), plain(gold.val, gold.again)}.isdisjoint(ours) and len(ours) <= 2
        counts["valued"] += 1
        counts["right"] += right
        counts["of two"] += right and len(ours) == 2
        counts["with mod"] += right and modifier(words) == gold.mod
        if not right:
            there = article.text[gold.span.start : gold.span.end]
            lines.append(f"value  [{there}] {gold.val} {gold.mod}  ours [{words}] {'|'.join(ours)}")
    taken = {id(gold) for gold, _ in matched}, {id(mention) for _, mention in matched}
    lines += [f"missed [{article.text[g.span.start : g.span.end]}] {g.val}" for g in article.golds if id(g) not in taken[0]]
    lines += [f"stray  [{article.text[m.span.start : m.span.end]}] {m.rule}" for m in mentions if id(m) not in taken[1]]
    return counts, lines


def row(name: str, counts: Counter[str]) -> str:
    """Return one line of the table."""
    shares = [*_shares(counts, "strict"), *_shares(counts, "overlapping")]
    valued = counts["valued"] or 1
    return (
        f"{name:28}{counts['gold']:6}{counts['found']:7}" + "".join(f"{share:8.3f}" for share in shares)
        + f"{counts['valued']:8}{counts['right'] / valued:8.3f}{counts['with mod'] / valued:8.3f}{counts['of two']:8}"
    )  # fmt: skip


def _shares(counts: Counter[str], kind: str) -> tuple[float, float, float]:
    """Return precision, recall and F."""
    precision, recall = counts[kind] / (counts["found"] or 1), counts[kind] / (counts["gold"] or 1)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main() -> None:
    """Print a row for each article and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the unpacked corpus")
    parser.add_argument("--undated", action="store_true", help="do not tell the day of the header")
    parser.add_argument("--misses", action="store_true", help="list what is not right")
    arguments = parser.parse_args()
    names = ("strictP", "R", "F", "overl.P", "R", "F", "valued", "value", "+mod", "of two")
    print(f"{'article':28}{'gold':>6}{'found':>7}" + "".join(f"{name:>8}" for name in names))
    total: Counter[str] = Counter()
    for article in read_articles(arguments.data):
        mentions = read_document(article.text, published("" if arguments.undated else article.day))
        counts, lines = count(article, marked(mentions))
        total += counts
        print(row(article.name, counts))
        if arguments.misses:
            print(*(f"    {' '.join(line.split())}" for line in lines), sep="\n")
    print(row("all", total))
    accuracy = total["right"] / (total["valued"] or 1)
    print(f"headline: overlapping span F {_shares(total, 'overlapping')[2]:.3f}, value accuracy {accuracy:.3f}")


if __name__ == "__main__":
    main()

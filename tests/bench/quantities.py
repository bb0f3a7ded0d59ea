"""Print how many numbers and measures of public specifications are read right, and how many characters a second are read.

    python tests/bench/quantities.py --data FOLDER [--misses] [--model Number]
    python tests/bench/quantities.py --speed [--text FILE] [--runs 5]

FOLDER holds the Recognizers-Text specifications as published: `recognizers_number/NumberModel.json` and the
like.  A gold result is right if a mention overlaps it, its unit is the same, and its value is: the middle of
what the mention stands for, or one of its ends where the text says "more than" or "nearly".  A result
without a value is not counted; those that are no quantity in the sense of this program are left out, and listed with the reason.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from bench.articles import articles  # noqa: E402  (found only with the path above)
from claimcheck.annotate.dates import read_dates  # noqa: E402
from claimcheck.annotate.quantities import read_quantities  # noqa: E402
from claimcheck.claim import Mention  # noqa: E402
from claimcheck.values.quantity import Quantity  # noqa: E402

BAR, REACH = 85, 95  # per cent
NUMBERS, UNITS = "recognizers_number", "recognizers_unit"
FILES = {
    "Number": NUMBERS, "Ordinal": NUMBERS, "Percent": NUMBERS,
    "Age": UNITS, "Currency": UNITS, "Dimension": UNITS, "Temperature": UNITS,
}  # fmt: skip
# Names of units in the specifications to this program's symbols, where no ISO code gives it; "|" stands between two that will do.
SYMBOLS = {
    "Dollar": "$", "Pound": "GBP|lb", "Cent": "cent", "Pence": "penny", "Penny": "penny", "Franc": "franc|CHF",
    "Rupee": "rupee|INR", "Finnish markka": "FIM", "Netherlands guilder": "NLG", "Peseta": "ESP", "Bitcoin": "BTC",
    "Satoshi": "satoshi", "Sen": "sen", "C": "°C", "F": "°F", "Degree": "degree", "Year": "year", "Month": "month",
    "Week": "week", "Day": "day", "Age": "year", "Acre": "acre", "Barrel": "bbl", "Bit": "bit", "Megabit": "Mbit",
    "Megabyte": "MB", "Cubic foot": "cu ft", "Cup": "cup", "Decimeter": "dm", "Centimeter per millisecond": "cm/ms",
    "Dram": "dr", "Foot": "ft", "Gallon": "gal", "Gram": "g", "Inch": "in", "Kilogram": "kg", "Kilometer": "km",
    "Kilometer per hour": "km/h", "Kilometer per millisecond": "km/ms", "Meter": "m", "Meter per millisecond": "m/ms",
    "Metric ton": "t", "Microgram": "µg", "Mile": "mi", "Mile per hour": "mph", "Milliliter": "ml", "Millimeter": "mm",
    "Ounce": "oz", "Picometer": "pm", "Radian": "rad", "Square kilometer": "km²", "Square meter": "m²", "Tablespoon": "tbsp",
    "Teaspoon": "tsp", "Ton": "ton|t", "Turn": "turn",
}  # fmt: skip
TIMES = re.compile(r"^(?:year|month|week|day|hour|minute|second)$")
CLOSE = Decimal("0.000001")


@dataclass(frozen=True)
class Gold:
    """One result of a specification."""

    model: str
    text: str
    start: int
    end: int
    said: str
    value: Decimal | None
    unit: str

    @property
    def symbols(self) -> set[str]:
        """The units that stand for the result's unit; none if any will do."""
        return set(self.unit.split("|"))


def golds(model: str, path: Path) -> Iterator[tuple[str, list[Gold]]]:
    """Yield the texts of a specification with their results."""
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        text = case["Input"]
        yield text, [_gold(model, text, result) for result in case["Results"]]


def _gold(model: str, text: str, result: dict[str, object]) -> Gold:
    said, resolution = str(result["Text"]), result["Resolution"] or {}
    assert isinstance(resolution, dict)
    start = result.get("Start")
    if not isinstance(start, int):
        start = max(0, text.lower().find(said.lower()))
    return Gold(model, text, start, start + len(said), said, _number(resolution.get("value")), _unit(model, resolution))


def _number(value: object) -> Decimal | None:
    try:
        return Decimal(str(value).rstrip("%"))
    except InvalidOperation:
        return None


def _unit(model: str, resolution: dict[str, object]) -> str:
    if model == "Percent":
        return "%"
    if model == "Ordinal":
        return "ordinal"
    name = str(resolution.get("unit", ""))
    return str(resolution.get("isoCurrency") or SYMBOLS.get(name, name))


def _relative(gold: Gold) -> bool:
    return gold.model == "Ordinal" and bool(
        re.search(r"\b(?:last|next|previous|current|penultimate|antepenultimate)\b", gold.said)
    )


def _part_of_name(gold: Gold) -> bool:
    before, after = gold.text[: gold.start], gold.text[gold.end :]
    return gold.model == "Number" and (
        bool(re.search(r"\d[.]\Z|[A-Za-z]-\Z|\d/\Z|\+\Z|-\Z", before) and re.search(r"\A(?:[.]\d|/\d|-\d|\Z)", after))
        or bool(re.search(r"\A(?:[.]\d+[.]\d|/\d+/\d|-\d+-\d)", after) or re.search(r"\d[./-]\d+[./-]\Z|\d[/-]\Z", before))
    )


def _called(gold: Gold) -> bool:
    return gold.model == "Number" and bool(re.search(r"\b(?:nrs?\.|version) [\d,]*\Z", gold.text[: gold.start]))


def _end_of_mixed(gold: Gold) -> bool:
    return gold.model == "Ordinal" and bool(re.search(r"\band an? \Z", gold.text[: gold.start]))


# Why a result is left out: it is no quantity in the sense of this program.
LEFT_OUT: tuple[tuple[str, Callable[[Gold], bool]], ...] = (
    ("an order relative to something else (last, next, previous, current)", _relative),
    ("the result has no value: a unit without a number", lambda gold: gold.value is None),
    ("arithmetic: a number raised to a power", lambda gold: "^" in gold.said and "10^" not in gold.said),
    ("'per cent of' a number, which is no percentage", lambda gold: gold.said.startswith("per")),
    ("a comma for the decimal point, as other languages write it", lambda gold: bool(re.fullmatch(r"\d+,\d{1,2}", gold.said))),
    ("an ordinal that the specification of numbers reads as the end of a mixed number ('two and a third')", _end_of_mixed),
    ("a number that names a thing ('nr. 22', 'version two')", _called),
    ("a part of an address, a date, a telephone number or a name with a hyphen", _part_of_name),
)


def reason(gold: Gold) -> str:
    """Return why a result is left out, "" if it counts."""
    return next((why for why, holds in LEFT_OUT if holds(gold)), "")


def read(text: str, model: str) -> Sequence[Mention]:
    """Return what the program reads in a text."""
    if model == "Age":
        return [m for m in read_dates(text) if m.type == "AGE"]
    return read_quantities(text, 0, len(text), ())


def is_right(gold: Gold, mentions: Sequence[Mention]) -> bool:
    """Whether a mention that overlaps the result has its unit and value."""
    return any(m.span.start < gold.end and gold.start < m.span.end and _same(gold, m) for m in mentions)


def _same(gold: Gold, mention: Mention) -> bool:
    value = getattr(mention.value, "share", mention.value)
    if not isinstance(value, Quantity) or gold.value is None or (gold.unit and value.unit not in gold.symbols):
        return False
    low, high, wanted = value.low, value.high, gold.value
    if low is not None and high is not None and abs((low + high) / 2 - wanted) <= abs(wanted) * CLOSE:
        return True
    inside = (low is None or low <= wanted) and (high is None or wanted <= high)
    return inside and any(end is not None and abs(end - wanted) <= abs(wanted) / 10 for end in (low, high)) and not value.exact


def score(folder: Path, models: Sequence[str], *, misses: bool) -> None:
    """Print, for each model and in total, how many results are right."""
    whole: Counter[str] = Counter()
    skipped: Counter[str] = Counter()
    for model in models:
        tally: Counter[str] = Counter()
        for text, results in golds(model, folder / FILES[model] / f"{model}Model.json"):
            mentions = read(text, model)
            tally.update(_judged(results, mentions, skipped, misses=misses))
            if not results:
                tally.update(["alone" if not _wrong(model, mentions) else "touched"])
                if misses and _wrong(model, mentions):
                    print(f"TOUCHED {model}: {text[:120]!r} {_said(text, mentions)}")
        _print(model, tally)
        whole.update(tally)
    _print("total", whole)
    print(f"bar {BAR} %, reach {REACH} %; left out:")
    for why, count in skipped.most_common():
        print(f"  {count:4} {why}")


def secondary(path: Path, *, misses: bool) -> None:
    """Print how many values of quantulum3's cases are right, units not asked; times are the dates' part, and not counted."""
    tally: Counter[str] = Counter()
    for case in json.loads(path.read_text(encoding="utf-8")):
        text, at = case["req"], 0
        mentions = read(text, "Number")
        results = []
        for result in case["res"]:
            said = result["surface"]
            at = max(at, text.find(said, at))
            unit = result["unit"] if isinstance(result["unit"], str) else result["unit"].get("name", "")
            if not TIMES.search(unit):
                results.append(Gold("quantulum3", text, at, at + len(said), said, _number(result["value"]), ""))
            at += len(said)
        tally.update(_judged(results, mentions, Counter(), misses=misses))
    _print("quantulum3", tally)


def _judged(results: Sequence[Gold], mentions: Sequence[Mention], skipped: Counter[str], *, misses: bool) -> Iterator[str]:
    for gold in results:
        if why := reason(gold):
            skipped[why] += 1
            continue
        right = is_right(gold, mentions)
        if misses and not right:
            around = gold.text[max(0, gold.start - 30) : gold.end + 30]
            print(f"MISS {gold.model}: {gold.said!r} = {gold.value} {gold.unit} in {around!r}: {_said(gold.text, mentions)}")
        yield "right" if right else "missed"


def _wrong(model: str, mentions: Sequence[Mention]) -> bool:
    """Whether a text that holds none of the model's kind has a mention of that kind."""
    kinds = {
        "Currency": ("MONEY",),
        "Dimension": ("QUANTITY",),
        "Temperature": ("QUANTITY",),
        "Percent": ("PERCENT",),
        "Age": ("AGE",),
    }
    return any(m.type in kinds.get(model, ("CARDINAL", "ORDINAL", "PERCENT")) for m in mentions)


def _said(text: str, mentions: Sequence[Mention]) -> str:
    return "; ".join(f"{text[m.span.start : m.span.end]} = {m.type} {m.value}" for m in mentions[:6])


def _print(model: str, tally: Counter[str]) -> None:
    right, all_of_them = tally["right"], tally["right"] + tally["missed"]
    negatives = tally["alone"] + tally["touched"]
    share = 100 * right / all_of_them if all_of_them else 0
    print(f"{model:12} {right:4} of {all_of_them:4} {share:5.1f} %   left alone {tally['alone']} of {negatives}")


def speed(text: str, runs: int) -> None:
    """Print how many characters a second are read, paragraph by paragraph, with nothing remembered and with all."""
    from claimcheck.annotate.quantities import clear_caches

    parts = [match.span() for match in re.finditer(r"[^\n]+", text)]
    cold, warm = [], []
    for _ in range(runs):
        clear_caches()
        for seconds in (cold, warm):
            start = perf_counter()
            count = sum(len(read_quantities(text, first, last, ())) for first, last in parts)
            seconds.append(perf_counter() - start)
    for name, seconds in (("nothing remembered", cold), ("all remembered", warm)):
        print(f"{name:20} {len(text) / median(seconds) / 1e6:6.2f} MB/s  ({len(text):,} characters, {count:,} quantities)")


def main() -> None:
    """Run what the options ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder of the specifications")
    parser.add_argument("--model", choices=FILES)
    parser.add_argument("--misses", action="store_true", help="print what is not read right")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--text", type=Path, help="the text for --speed; generated articles by default")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    if arguments.data:
        score(arguments.data, [arguments.model] if arguments.model else list(FILES), misses=arguments.misses)
        cases = arguments.data / "quantulum3" / "quantulum3" / "_lang" / "en_US" / "tests" / "quantities.json"
        if cases.is_file() and not arguments.model:
            secondary(cases, misses=arguments.misses)
    if arguments.speed:
        text = arguments.text.read_text(encoding="utf-8") if arguments.text else "\n".join(articles(600))
        speed(text[:1_000_000], arguments.runs)


if __name__ == "__main__":
    main()

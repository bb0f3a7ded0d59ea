"""Mentions of an edition against the series that the wording may mean."""

from collections.abc import Iterator

from claimcheck.claim import Claim
from claimcheck.evidence import Comparison, Fact, Reference, Series
from claimcheck.pairing.reasons import NOT_IN_REFERENCE, not_comparable, unknown
from claimcheck.values.name import YEAR, Name
from claimcheck.verdict import Verdict

RELATION = "edition of"
_TOLD_BY = ("hosted by", "held on", "won by")


def year_of(text: str) -> int | None:
    """Return the year in "2024 Winter Olympics", or None."""
    return next((int(word) for word in text.split() if YEAR.match(word)), None)


def readings(claim: Claim, reference: Reference) -> tuple[tuple[Series, int], ...]:
    """Return each series that the claim's subject may be an edition of, with the year."""
    year = year_of(claim.subject.text)
    name = " ".join(word for word in claim.subject.text.split() if not YEAR.match(word))
    if year is None or not name:
        return ()
    return tuple((series, year) for series in reference.series_named(name))


def dated_readings(claim: Claim, reference: Reference) -> tuple[tuple[Series, int], ...]:
    """Return each series that the claim's subject names without a year, if it had an edition in the year of the claim.

    A "World Cup" that had none in that year is not the one that is meant.
    """
    days = claim.time
    if year_of(claim.subject.text) or days.earliest is None or days.latest is None or days.earliest.year != days.latest.year:
        return ()
    year = days.earliest.year
    return tuple((series, year) for series in reference.series_named(claim.subject.text) if series.edition(year) is not None)


def nearest(series: Series, year: int, reference: Reference) -> tuple[Fact, ...]:
    """Return what the tables say of the editions right before and after the year."""
    around = sorted(series.editions, key=lambda edition: abs(edition[0] - year))[:2]
    return tuple(fact for _, name in sorted(around, key=lambda e: e[0]) for fact in told(name, reference))


def told(edition: Name, reference: Reference) -> tuple[Fact, ...]:
    """Return the facts that tell an edition best: where it was held, else when, else who won."""
    for relation in _TOLD_BY:
        found = reference.about(edition.text, relation)
        if found:
            return found
    return ()


def compare(claim: Claim, reference: Reference) -> Iterator[Comparison]:
    """Yield the refutation with each neighbouring edition if no reading has such an edition, else one verdict."""
    possible = readings(claim, reference)
    reason = not_comparable(claim)
    if reason or not possible:
        yield unknown(claim, reason or NOT_IN_REFERENCE)
        return
    held = [(series, name) for series, year in possible if (name := series.edition(year)) is not None]
    if held:
        facts = told(held[0][1], reference)
        yield Comparison(claim, facts[0] if facts else None, Verdict.SUPPORTED, "table")
    elif claim.negated:
        yield unknown(claim, "the text denies it")
    elif all(series.covers(year) for series, year in possible):
        steps = tuple(no_edition(series, year) for series, year in possible)
        for fact in nearest(*possible[0], reference):
            yield Comparison(claim, fact, Verdict.REFUTED, "table", derivation=steps)
    else:
        yield unknown(claim, "the tables do not cover that year")


def no_edition(series: Series, year: int) -> str:
    """Return in words that the series has no edition of that year, and the years around it."""
    before = max((y for y, _ in series.editions if y < year), default=None)
    after = min((y for y, _ in series.editions if y > year), default=None)
    around = " and ".join(str(y) for y in (before, after) if y is not None)
    return f"{series.name}: no edition of {year}; the nearest are of {around}"

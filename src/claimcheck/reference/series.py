"""Recurring events, and the names their editions go by."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from string import Formatter

from claimcheck.reference.schema import SeriesPlan
from claimcheck.values.name import Name

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class Series:
    """A recurring event: its editions by the year they are called by, and the years in which none is missing.

    `cancelled` are editions that were awarded or numbered but never held; they are among the editions.
    """

    name: str
    aliases: tuple[str, ...]
    field: str
    complete_from: int
    complete_through: int
    editions: tuple[tuple[int, Name], ...]
    kind: str = "event"
    cancelled: tuple[int, ...] = ()

    def edition(self, year: int) -> Name | None:
        """Return the edition called by that year, or None."""
        return next((name for edition, name in self.editions if edition == year), None)

    def covers(self, year: int) -> bool:
        """Return whether an edition of that year would be here."""
        return self.complete_from <= year <= self.complete_through

    def nearest(self, year: int) -> tuple[Name, ...]:
        """Return the last edition before and the first after that year."""
        before = [name for edition, name in self.editions if edition < year]
        after = [name for edition, name in self.editions if edition > year]
        return (*before[-1:], *after[:1])


def build_series(plan: SeriesPlan, rows: Iterable[tuple[Mapping[str, str], Name]]) -> Series:
    """Return the series that the plan describes, of its rows and what each is about.

    Raises:
        ValueError: a row has no year, or two rows have the same.
    """
    editions: dict[int, Name] = {}
    cancelled = []
    for cells, name in rows:
        if plan.column and cells[plan.column] != plan.name:
            continue
        for year in edition_years(plan, cells, name):
            if year in editions:
                raise ValueError(f"two editions of the {plan.name} are called by the year {year}")
            editions[year] = name
            if plan.status and cells[plan.status] == "cancelled":
                cancelled.append(year)
    aliases = tuple(alias for alias in plan.aliases if alias != plan.name)
    return Series(
        plan.name,
        aliases,
        plan.field,
        plan.complete_from,
        plan.complete_through,
        tuple(sorted(editions.items(), key=lambda item: item[0])),
        plan.kind,
        tuple(sorted(cancelled)),
    )


def edition_years(plan: SeriesPlan, cells: Mapping[str, str], name: Name) -> tuple[int, ...]:
    """Return the years an edition is called by: of the year column, or the first in its name.

    There are two where it was put off: Tokyo 2020 was held, and is spoken of, in 2021.
    """
    text = cells.get(plan.year) or next((word for word in name.text.split() if len(word) == 4 and word.isdigit()), "")
    years = text.split("|")
    if not all(year.isascii() and year.isdigit() and len(year) == 4 for year in years):
        raise ValueError(f"{name.text!r} has no year of its own; a column {plan.year!r} with it was wanted")
    return tuple(map(int, years))


def edition_names(plan: SeriesPlan, cells: Mapping[str, str]) -> Iterator[str]:
    """Yield the names of an edition that its series' patterns make of its cells."""
    number = cells.get("number", "")
    extra = {"ordinal": ordinal(int(number)), "roman": roman(int(number))} if number.isdecimal() else {}
    for pattern in plan.editions:
        for alias in (plan.name, *plan.aliases) if "{alias}" in pattern else ("",):
            yield from fill(pattern, {**cells, **extra, "alias": alias})


def fill(pattern: str, cells: Mapping[str, str]) -> Iterator[str]:
    """Yield the pattern with its fields replaced, once for each of several names in a cell; nothing if one is empty."""
    fields = [field for _, field, _, _ in Formatter().parse(pattern) if field]
    choices = [[part.strip() for part in cells.get(field, "").split("|") if part.strip()] for field in fields]
    for values in product(*choices):
        filled = pattern
        for field, value in zip(fields, values, strict=True):
            filled = filled.replace("{" + field + "}", value)
        yield filled


def ordinal(number: int) -> str:
    """Return "1st", "22nd", "13th"."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def roman(number: int) -> str:
    """Return the number (1 to 399) in Roman digits."""
    digits = ""
    for value, letters in _ROMAN:
        while number >= value:
            digits, number = digits + letters, number - value
    return digits

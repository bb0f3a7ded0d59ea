"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from claimcheck.errors import SettingsError
from claimcheck.finding import Severity
from claimcheck.settings import Settings
from claimcheck.values.date import Date, Day

LEVELS = tuple(severity.word for severity in Severity)
FOLDER = Path(".claimcheck")  # the configuration of whoever works in the folder around it
_Command = TypeVar("_Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--date", "published", metavar="YYYY-MM-DD", help="When the text was published, if it does not say."),
    click.option("--date-order", type=click.Choice(["auto", "day-first", "month-first"]), default="auto", show_default=True,
                 help="How 03/04/2021 is read; auto: as other dates of the text show, else both ways."),
    click.option("--reference", "tables", metavar="TABLE", multiple=True,
                 help="A table (CSV, Excel, Parquet, SQLite, URL …) to hold claims against; repeatable."),
    click.option("--no-builtin-reference", "builtin", flag_value=False, default=True, help="Leave out the built-in tables."),
    click.option("--relations", metavar="FILE", type=click.Path(path_type=Path), help="A TOML file of further relations."),
    click.option("--config", metavar="DIR", type=click.Path(path_type=Path),
                 help="A folder of relations, antonyms, roles, units and wholes of your own; .claimcheck if it is there."),
    click.option("--language", metavar="NAME|PATH", default="en_claimcheck", show_default=True,
                 help="The spaCy pipeline: the shipped one, or any installed English one."),
    click.option("--nli", metavar="off", default="off", show_default=True, help="No NLI model is part of this version."),
    click.option("--device", type=click.Choice(["auto", "cpu", "cuda"]), default="auto", show_default=True,
                 help="Where models run; the language pipeline runs on the CPU."),
    click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True),
    click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
                 help="Write the report there instead of standard output."),
)  # fmt: skip


def shared(command: _Command) -> _Command:
    """Add the options that every checking command has."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def settings(
    *,
    published: str | None,
    date_order: str,
    tables: tuple[str, ...],
    builtin: bool,
    relations: Path | None,
    config: Path | None,
    language: str,
    nli: str,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    min_level: str = "info",
) -> Settings:
    """Return the settings that the options make.

    Raises:
        SettingsError: an option cannot be used.
    """
    if nli != "off":
        raise SettingsError(f"--nli {nli}: this version has no NLI model; leave the option out, or give off")
    return Settings(
        date=_date(published),
        day_first={"day-first": True, "month-first": False}.get(date_order),
        reference=tables,
        builtin_reference=builtin,
        relations=relations,
        config=config if config is not None else FOLDER if FOLDER.is_dir() else None,
        language=language,
        select=select,
        ignore=ignore,
        min_level=Severity[min_level.upper()],
    )


def _date(written: str | None) -> Date | None:
    if written is None:
        return None
    try:
        return Date.of_day(Day.parse(written))
    except ValueError:
        raise SettingsError(f"--date {written}: not a day of the calendar; wanted YYYY-MM-DD, as 2023-12-28") from None

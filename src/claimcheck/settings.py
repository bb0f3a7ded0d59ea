"""What the user may choose."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from claimcheck.errors import SettingsError
from claimcheck.finding import Severity
from claimcheck.values.date import Date


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of a run; the defaults are those of the command line.

    Args:
        date: publication date of every document, instead of what the document says.
        day_first: whether 03/04/2021 is 3 April; by default it is both, unless other dates of the document show it.
        reference: tables (files, or URLs of databases) that are added to the built-in ones.
        builtin_reference: whether the built-in tables are used.
        relations: a TOML file of relations that are added to the built-in ones.
        config: a folder of TOML files with relations, antonyms, roles, units and wholes of the user's own.
        language: name or path of a spaCy pipeline; the shipped one by default.
        select: names of the only rules to run; all if empty.
        ignore: names of rules not to run.
        min_level: the least severity to report.
    """

    date: Date | None = None
    day_first: bool | None = None
    reference: tuple[str | Path, ...] = ()
    builtin_reference: bool = True
    relations: Path | None = None
    config: Path | None = None
    language: str = "en_claimcheck"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_level: Severity = Severity.INFO

    def runs(self, rule: str) -> bool:
        """Return whether the rule of that name is to run."""
        return (not self.select or rule in self.select) and rule not in self.ignore


def check_rule_names(names: Sequence[str], known: Sequence[str]) -> None:
    """Do nothing if all names are those of rules.

    Raises:
        SettingsError: a name is unknown; the message gives the nearest known one.
    """
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"the rules are {', '.join(known)}"
            raise SettingsError(f"no rule {name!r}; {hint}")

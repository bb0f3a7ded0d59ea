"""What a rule is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import TypeAlias

from claimcheck.analysis import Analysis
from claimcheck.finding import Conflict, Severity

Check: TypeAlias = Callable[[Analysis], Iterator[Conflict]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A page, a default severity, and a function from an analysis to conflicts.

    The name is that of the function and of its file, so the three cannot drift apart.
    """

    name: str
    family: str
    severity: Severity
    page: str
    check: Check

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.page.strip().partition("\n")[0]

    def section(self, title: str) -> tuple[str, ...]:
        """Return the lines of a section of the page, such as "Flagged" or "Accepted"; none if there is no such section."""
        lines = iter(self.page.splitlines())
        inside = any(line.strip() == f"{title}:" for line in lines)
        found = takewhile(lambda line: line.startswith("    "), lines) if inside else ()
        return tuple(line.strip() for line in found)


def rule(severity: Severity, *, page: str | None) -> Callable[[Check], Rule]:
    """Return a decorator that makes a `Rule` of a function; it registers nothing.

    Raises:
        ValueError: the module has no page.
    """

    def make(check: Check) -> Rule:
        if not page:
            raise ValueError(f"{check.__module__} needs a page: its module docstring")
        _, family, _ = check.__module__.rsplit(".", 2)
        return Rule(check.__name__.replace("_", "-"), family, severity, page, check)

    return make

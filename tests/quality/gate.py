"""Scores labelled documents: what is found, with both sides or not, what is missed, and every false alarm.

What counts are findings of warning and above.  A planted error is found if a finding marks a place of it, and by
its rule if one of that rule does; both sides are marked if one finding marks a place of each.  A finding
that marks no planted place is a false alarm, and springs a trap if it marks one.  A span of more than
400 characters marks nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.document import Span
from claimcheck.finding import Conflict, Finding, Severity
from claimcheck.pipeline import Checker
from quality.cases import Case, Expected, cases

CASES = Path(__file__).parents[1] / "cases"
SHARED = Path(__file__).parents[3] / "shared" / "cases" / "dev"  # more documents, beside a checkout that has them

_LONGEST_SPAN = 400


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one planted error came out."""

    expected: Expected
    found: bool
    by_rule: bool
    both: bool


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding that marks no planted error."""

    rule: str
    message: str
    trap: bool


@dataclass(frozen=True, slots=True)
class Score:
    """How one document came out; `findings` are all, of any severity, by id."""

    name: str
    words: int
    outcomes: tuple[Outcome, ...]
    alarms: tuple[Alarm, ...]
    hits: tuple[str, ...]
    findings: tuple[tuple[str, str], ...]

    @property
    def clean(self) -> bool:
        """Whether nothing is planted in it."""
        return not self.outcomes


def scores(checker: Checker, folder: Path = CASES) -> Iterator[Score]:
    """Yield the score of each labelled document of a folder, by name."""
    for case in cases(folder):
        yield score(case, case.checker(checker))


def score(case: Case, checker: Checker) -> Score:
    """Return how the document came out."""
    found = checker.check(case.document).findings
    counted = [f for f in found if f.severity >= Severity.WARNING]
    used = {f.id for f in counted if any(touches(f, e) for e in case.expected)}
    return Score(
        case.name,
        len(case.document.text.split()),
        tuple(_outcome(e, counted) for e in case.expected),
        tuple(
            Alarm(f.rule, " ".join(f.conflict.message.split()), marks(f.conflict, case.traps))
            for f in counted
            if f.id not in used
        ),
        tuple(f.rule for f in counted if f.id in used),
        tuple((f.id, f"{f.severity.word} {f.rule}: {_line(f)}") for f in found),
    )


def _line(finding: Finding) -> str:
    return " ".join(finding.conflict.message.split())


def _outcome(expected: Expected, findings: Sequence[Finding]) -> Outcome:
    touching = [f for f in findings if touches(f, expected)]
    return Outcome(
        expected,
        found=bool(touching),
        by_rule=any(f.rule in expected.rules for f in touching),
        both=len(expected.sides) > 1 and any(all(marks(f.conflict, side) for side in expected.sides) for f in touching),
    )


def touches(finding: Finding, expected: Expected) -> bool:
    """Return whether the finding marks a place of the planted error."""
    return any(marks(finding.conflict, side) for side in expected.sides)


def marks(conflict: Conflict, places: Iterable[Span]) -> bool:
    """Return whether the conflict marks one of the places."""
    marked = [conflict.span, *(note.span for note in conflict.notes)]
    spans = [span for span in marked if len(span) <= _LONGEST_SPAN]
    return any(span.overlaps(place) for place in places for span in spans)


# totals


@dataclass(frozen=True, slots=True)
class Totals:
    """The counts of a run over labelled documents."""

    documents: int
    planted: int
    found: int
    two_sided: int
    both: int
    alarms: int
    traps: int
    clean: int
    quiet: int
    clean_words: int

    @property
    def recall(self) -> float:
        """The share of the planted errors that is found."""
        return self.found / self.planted if self.planted else 0.0

    @property
    def precision(self) -> float:
        """The share of what is found in what is reported, a false alarm counting as much as a planted error found."""
        return self.found / (self.found + self.alarms) if self.found + self.alarms else 1.0

    @property
    def f(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def totals(found: Sequence[Score]) -> Totals:
    """Return the counts over all documents."""
    outcomes = [o for s in found for o in s.outcomes]
    alarms = [a for s in found for a in s.alarms]
    clean = [s for s in found if s.clean]
    return Totals(
        documents=len(found),
        planted=len(outcomes),
        found=sum(o.found for o in outcomes),
        two_sided=sum(len(o.expected.sides) > 1 for o in outcomes),
        both=sum(o.both for o in outcomes),
        alarms=len(alarms),
        traps=sum(a.trap for a in alarms),
        clean=len(clean),
        quiet=sum(not s.alarms for s in clean),
        clean_words=sum(s.words for s in clean),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: how many are planted, how many of those were found, and how many findings hit and missed."""

    planted: int
    found: int
    hits: int = 0
    alarms: int = 0


def by_rule(found: Sequence[Score]) -> dict[str, Line]:
    """Return a line for each rule: the errors planted for it and those it found, its findings that hit and its false alarms."""
    outcomes = [o for s in found for o in s.outcomes if o.expected.rules]
    planted = Counter(o.expected.rules[0] for o in outcomes)
    seen = Counter(o.expected.rules[0] for o in outcomes if o.by_rule)
    hits = Counter(rule for s in found for rule in s.hits)
    alarms = Counter(a.rule for s in found for a in s.alarms)
    return {r: Line(planted[r], seen[r], hits[r], alarms[r]) for r in sorted({*planted, *hits, *alarms})}


def by_kind(found: Sequence[Score]) -> dict[str, Line]:
    """Return a line for each kind of error: how many are planted and found, by whichever rule."""
    outcomes = [o for s in found for o in s.outcomes if o.expected.kind]
    planted = Counter(o.expected.kind for o in outcomes)
    seen = Counter(o.expected.kind for o in outcomes if o.found)
    return {kind: Line(planted[kind], seen[kind]) for kind in sorted(planted)}


def summary(found: Sequence[Score]) -> str:
    """Return the totals in one line, as README gives them."""
    t = totals(found)
    rate = 1000 * sum(len(s.alarms) for s in found if s.clean) / t.clean_words if t.clean_words else 0.0
    return (
        f"{t.found} of {t.planted} found, both sides of {t.both} of {t.two_sided}, {t.alarms} false alarms, "
        f"{t.quiet} of {t.clean} clean ones quiet ({rate:.2f} findings per 1,000 words); "
        f"precision {t.precision:.3f}, recall {t.recall:.3f}, F {t.f:.3f}"
    )

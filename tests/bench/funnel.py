"""Print how far each planted error of labelled documents gets: read, framed, linked, paired, comparable, refuted, reported.

    python tests/bench/funnel.py [--cases FOLDER] [--kind KIND] [--misses]

The stages are counted each on its own, so a rule that reads values without a claim may report what was never paired:

* read: a mention touches each side's quote
* framed: a claim touches each side
* linked: a claim of one side and a claim of another share a referent (one side: it has a claim with one)
* paired: a comparison holds a claim of one side against a claim of another (one side: its claim against anything),
  or a reckoning marks all sides
* comparable: one of these has a verdict
* refuted: the verdict is that the two exclude each other
* reported: a finding of warning or above touches a side

`lost at` counts, of those that are not reported, the first stage that they do not reach.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from claimcheck.analysis import Analysis
from claimcheck.checked import CheckedDocument
from claimcheck.claim import Claim
from claimcheck.document import Span
from claimcheck.evidence import Comparison
from claimcheck.finding import Severity
from claimcheck.pipeline import Checker
from claimcheck.settings import Settings
from claimcheck.verdict import Verdict
from quality.cases import Case, Expected, cases
from quality.gate import CASES, marks, touches

STAGES = ("read", "framed", "linked", "paired", "comparable", "refuted", "reported")


@dataclass(frozen=True, slots=True)
class Course:
    """How far one planted error got, and why a pair of its sides was let pass."""

    document: str
    expected: Expected
    reached: frozenset[str]
    reasons: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """Its kind, or the first rule that should see it."""
        return self.expected.kind or self.expected.rules[0]

    @property
    def lost_at(self) -> str:
        """The first stage that it does not reach, "" if it is reported."""
        return "" if "reported" in self.reached else next(stage for stage in STAGES if stage not in self.reached)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--cases", type=Path, default=CASES, help="the folder of labelled documents")
    parser.add_argument("--kind", help="only errors of this kind")
    parser.add_argument("--misses", action="store_true", help="list what is not reported, and where it was lost")
    arguments = parser.parse_args()
    checker = Checker(Settings())
    found = [c for case in cases(arguments.cases) for c in courses(case, case.checker(checker))]
    found = [course for course in found if arguments.kind in {None, course.kind}]
    for line in table(found):
        print(line)
    if arguments.misses:
        for course in found:
            if course.lost_at:
                why = f" ({'; '.join(course.reasons)})" if course.reasons else ""
                print(
                    f"lost at {course.lost_at}: {course.document}: {course.kind}: {' '.join(course.expected.quote.split())}{why}"
                )


def courses(case: Case, checker: Checker) -> Iterator[Course]:
    """Yield how far each planted error of a document gets."""
    checked = checker.check(case.document)
    for expected in case.expected:
        yield course(case.name, expected, checked)


def course(name: str, expected: Expected, checked: CheckedDocument) -> Course:
    """Return how far one planted error gets."""
    analysis, sides = checked.analysis, expected.sides
    claims = [[c for c in analysis.claims if _on(c.span, side)] for side in sides]
    pairs = [c for c in analysis.comparisons if _connects(c, claims)]
    counted = [f for f in checked.findings if f.severity >= Severity.WARNING]
    reckoned = [r for r in analysis.reckonings if all(marks(r.conflict, side) for side in sides)]
    decided = {c.verdict for c in (*pairs, *reckoned)}
    passed = {
        "read": all(any(_on(m.span, side) for m in analysis.mentions) for side in sides),
        "framed": all(claims),
        "linked": _linked(claims),
        "paired": bool(pairs or reckoned),
        "comparable": bool(decided - {Verdict.NOT_ENOUGH_INFO}),
        "refuted": Verdict.REFUTED in decided,
        "reported": any(touches(f, expected) for f in counted),
    }
    reasons = dict.fromkeys(c.reason for c in _let_pass(pairs, claims, analysis) if c.reason)
    return Course(name, expected, frozenset(stage for stage, ok in passed.items() if ok), tuple(reasons))


def _on(span: Span, side: Sequence[Span]) -> bool:
    return any(span.overlaps(place) for place in side)


def _linked(claims: Sequence[Sequence[Claim]]) -> bool:
    things = [{a.referent for c in side for a in (c.subject, c.object) if a.referent} for side in claims]
    if len(things) < 2:
        return any(things)
    return any(one & other for one, other in combinations(things, 2))


def _connects(comparison: Comparison, claims: Sequence[Sequence[Claim]]) -> bool:
    """Whether the comparison holds the sides against each other, or the one side against anything."""
    mine, theirs = comparison.claim, comparison.evidence
    if len(claims) < 2:
        return theirs is not None and any(c.id in {mine.id, getattr(theirs, "id", "")} for side in claims for c in side)
    if not isinstance(theirs, Claim):
        return False
    at = [{n for n, side in enumerate(claims) if any(c.id == end.id for c in side)} for end in (mine, theirs)]
    return bool(at[0] and at[1]) and len(at[0] | at[1]) > 1


def _let_pass(pairs: Sequence[Comparison], claims: Sequence[Sequence[Claim]], analysis: Analysis) -> Sequence[Comparison]:
    """Return the pairs without a verdict, or, where there is no pair, the comparisons that the sides' claims never came to."""
    ids = {c.id for side in claims for c in side}
    undecided = [c for c in analysis.comparisons if c.verdict is Verdict.NOT_ENOUGH_INFO]
    return [c for c in pairs if c in undecided] if pairs else [c for c in undecided if c.claim.id in ids]


def table(found: Sequence[Course]) -> Iterator[str]:
    """Yield the lines of the table, by kind and in total."""
    yield f"{'kind':24}{'planted':>8}" + "".join(f"{stage:>11}" for stage in STAGES) + "  lost at"
    for kind in sorted({course.kind for course in found}):
        yield _line(kind, [course for course in found if course.kind == kind])
    yield _line("all", found)


def _line(kind: str, found: Sequence[Course]) -> str:
    counts = "".join(f"{sum(stage in course.reached for course in found):11}" for stage in STAGES)
    lost = Counter(course.lost_at for course in found if course.lost_at)
    where = ", ".join(f"{stage} {lost[stage]}" for stage in STAGES if lost[stage])
    return f"{kind:24}{len(found):8}{counts}  {where}"


if __name__ == "__main__":
    main()

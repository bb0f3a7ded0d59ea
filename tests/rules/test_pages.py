"""Each rule does what its page says: every flagged line is flagged where it says, every accepted line is not."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck.document import DateSource, Publication
from claimcheck.pipeline import Checker
from claimcheck.read import read_text
from claimcheck.rule import Rule
from claimcheck.rules import RULES
from claimcheck.values.date import Date, Day

PUBLISHED = re.compile(r"\(Published (\d{4}-\d\d-\d\d)\) ")
CASES = Path(__file__).parent / "cases"


def lines(section: str) -> list[tuple[Rule, str]]:
    """Return the lines of that section of each rule's page, and those of its file of further cases."""
    found = []
    for rule in RULES:
        more = CASES / f"{rule.name}.toml"
        further = tomllib.loads(more.read_text(encoding="utf-8"))[section.lower()] if more.exists() else ()
        found += [(rule, line) for line in (*rule.section(section), *further)]
    return found


def spans(checker: Checker, rule: Rule, line: str) -> list[str]:
    """Return the primary spans that the rule gives for a line of its page."""
    date = PUBLISHED.match(line)
    text = PUBLISHED.sub("", line)
    document = read_text(text, "page.txt")
    if date:
        day = Date.of_day(Day.parse(date.group(1)))
        document = replace(document, publication=Publication(day, DateSource.GIVEN))
    analysis = checker.analyze(document)
    return [analysis.document[conflict.span] for conflict in rule.check(analysis)]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_page_is_complete(rule: Rule) -> None:
    """A page says what is flagged and, at least twice, what is not, and what is missed."""
    assert rule.summary.endswith(".")
    assert len(rule.section("Flagged")) >= 1
    assert len(rule.section("Accepted")) >= 2
    assert rule.section("Known misses")


@pytest.mark.parametrize(("rule", "line"), lines("Flagged"), ids=lambda v: v.name if isinstance(v, Rule) else v[:50])
def test_rule_flags_the_marked_span(checker: Checker, rule: Rule, line: str) -> None:
    """The words in brackets are the primary span, and the only one."""
    marked = re.findall(r"\[(.*?)\]", line)

    assert spans(checker, rule, line.replace("[", "").replace("]", "")) == marked


@pytest.mark.parametrize(("rule", "line"), lines("Accepted"), ids=lambda v: v.name if isinstance(v, Rule) else v[:50])
def test_rule_accepts_its_near_misses(checker: Checker, rule: Rule, line: str) -> None:
    """What the page accepts gives no conflict."""
    assert spans(checker, rule, line) == []

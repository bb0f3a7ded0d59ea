"""Print precision and recall of the typed claims on KnowledgeNet, for each of its 15 properties and in total.

The folds with facts are those of the set's readable edition (`hr/*.html`), which gives each annotated
passage with its offsets, the properties annotated exhaustively in it, and the spans of each fact.  Passages
of one document stand in their order; where text between two of them is missing, a paragraph ends.

A fact is a property with a subject and an object span, as in the set's own `span_overlap` evaluation:
a gold fact is found if a predicted fact of its property overlaps it in both spans; a predicted fact that
overlaps no gold fact in both spans is wrong if its property is annotated exhaustively in the passage, and
does not count otherwise.  The set lists a fact once for each mention of its subject and object in the
passage ("X", "he", "his", "who"), so a claim is spread over all mentions that the document's own links
and its relative clauses give to its subject and object ("Spain" and "Spanish" apart); a wrong spread counts as wrong.
A line for the whole takes unlinked pronouns of one kind in one sentence ("he … his") as one mention chain:
their antecedent mostly stands in text that the passages leave out.  Claims that are denied, planned,
possible or hypothetical do not count, nor do open ones and those of nobody named.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from claimcheck.annotate.coreference import link
from claimcheck.claim import UNNAMED, Argument, Claim, Modality
from claimcheck.discourse import Link, Referent
from claimcheck.document import Span
from claimcheck.pipeline import Checker
from claimcheck.read import read_text
from claimcheck.relation import Relation
from claimcheck.sentence import Function, Sentence
from claimcheck.settings import Settings

HELD_OUT = 4
# The relations, by their Wikidata property or their name, that a property of the set covers; "~" reads one from
# object to subject.
PROPERTIES = {
    "DATE_OF_BIRTH": ("P569",),
    "DATE_OF_DEATH": ("P570",),
    "PLACE_OF_BIRTH": ("P19",),
    "PLACE_OF_RESIDENCE": ("P551",),
    "NATIONALITY": ("P27",),
    "EDUCATED_AT": ("P69",),
    "EMPLOYEE_OR_MEMBER_OF": (
        "P108",
        "~P463",
        "~P169",
        "~P488",
        "~P1037",
        "~president",
        "~chief financial officer",
        "~led by",
        "elected to",
    ),
    "POLITICAL_AFFILIATION": ("P102",),
    "SPOUSE": ("P26", "~P26"),
    "CHILD_OF": ("~P40",),
    "HEADQUARTERS": ("P159", "P131"),
    "CEO": ("P169",),
    "FOUNDED_BY": ("P112",),
    "DATE_FOUNDED": ("P571",),
    "SUBSIDIARY_OF": ("P749", "P127", "acquired by"),
}
PRONOUNS = (
    ("i", "me", "my"), ("he", "him", "his"), ("she", "her"), ("it", "its"), ("we", "us", "our"), ("they", "them", "their"),
)  # fmt: skip
_ROW = re.compile(r"<tr>(<td.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<td[^>]*>(.*?)</td>", re.DOTALL)
_MARKUP = re.compile(r"</?(?:span|a)\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Fact:
    """A property with the spans of its subject and object, counted from the start of the passage."""

    property: str
    subject: Span
    object: Span

    def overlaps(self, other: Fact) -> bool:
        """Whether both say the same, by the set's own measure."""
        return self.property == other.property and self.subject.overlaps(other.subject) and self.object.overlaps(other.object)


@dataclass(slots=True)
class Passage:
    """An annotated passage: its text, where it stands in the document, and the facts that it gives."""

    start: int
    end: int
    text: str
    properties: set[str] = field(default_factory=set)
    facts: list[Fact] = field(default_factory=list)


def read_passages(data: Path, folds: Iterable[int]) -> dict[str, list[Passage]]:
    """Return the passages of the folds by document, in text order."""
    wanted = set(folds)
    documents: dict[str, dict[int, Passage]] = defaultdict(dict)
    page = next(iter(sorted(data.glob("**/human_readable*.html")))).read_text(encoding="utf-8")
    for row in _ROW.findall(page):
        cells = [cell.strip() for cell in _CELL.findall(row)]
        if int(cells[0]) not in wanted:
            continue
        start, end = int(cells[2]), int(cells[3])
        text = _MARKUP.sub("", cells[9]).removeprefix("<p> ").removesuffix("</p>")
        passage = documents[cells[1]].setdefault(start, Passage(start, end, text))
        passage.properties.add(cells[8])
        if cells[4] != "-":
            spans = [int(cell) - start for cell in cells[4:8]]
            passage.facts.append(Fact(cells[8], Span(spans[0], spans[1]), Span(spans[2], spans[3])))
    return {name: [found[start] for start in sorted(found)] for name, found in documents.items()}


def joined(passages: list[Passage]) -> tuple[str, list[int]]:
    """Return the passages as one text, and where each begins in it."""
    text, starts = "", []
    for passage, before in zip(passages, [None, *passages], strict=False):
        if before is not None:
            text += " " if passage.start - before.end <= 1 else "\n\n"
        starts.append(len(text))
        text += passage.text
    return text, starts


def relative_pronouns(sentence: Sentence, links: Sequence[Link]) -> Iterator[Link]:
    """Yield each "who" and "which" with what the noun that its clause belongs to stands for."""
    for token in sentence.tokens:
        clause = sentence.head(token)
        if token.tag not in {"WP", "WDT"} or clause is None or clause.function is not Function.CLAUSE_MODIFIER:
            continue
        noun = sentence.head(clause)
        holding = [k for k in links if noun is not None and k.span.contains(noun.span)]
        if holding:
            yield Link(token.span, min(holding, key=lambda k: len(k.span)).referent)


def unlinked_pronouns(sentence: Sentence, links: Sequence[Link]) -> Iterator[Link]:
    """Yield each pronoun that nothing is linked to, all of a kind in the sentence as one somebody: "he … his"."""
    linked = {k.span for k in links}
    for token in sentence.tokens:
        kind = next((words for words in PRONOUNS if token.text.lower() in words), None)
        if kind is not None and token.span not in linked:
            yield Link(token.span, Referent(f"{sentence.span.start} {kind[0]}", kind[0], ""))


def predicted(
    claims: Iterable[Claim], sentences: Iterable[Sentence], links: Sequence[Link], relations: dict[str, Relation]
) -> Iterator[Fact]:
    """Yield the facts that the claims state, spread over the mentions of subject and object."""
    spans: Spans = defaultdict(set)
    for found in (*links, *(k for s in sentences for k in relative_pronouns(s, links))):
        spans[found.referent.key, found.referent.type].add(found.span)
    for claim in claims:
        if claim.open or claim.negated or claim.modality is not Modality.ASSERTED or claim.subject.text == UNNAMED:
            continue
        relation = relations.get(claim.relation)
        ends = (_mentions(claim.subject, spans, links), _mentions(claim.object, spans, links))
        for name, covered in PROPERTIES.items():
            for number in covered:
                if relation is not None and number.removeprefix("~") in {relation.wikidata, relation.name}:
                    subjects, objects = ends if number[0] != "~" else ends[::-1]
                    yield from (Fact(name, s, o) for s in subjects for o in objects if s != o)


def _mentions(argument: Argument, spans: Spans, links: Sequence[Link]) -> set[Span]:
    own = next((k.referent for k in links if k.span == argument.span), None)
    return {argument.span, *(spans[own.key, own.type] if own is not None else ())}


def in_passage(facts: Iterable[Fact], passage: Passage, start: int) -> set[Fact]:
    """Return the facts with both ends in the passage that starts there, counted from its start."""
    whole = Span(start, start + len(passage.text))
    inside = {f for f in facts if whole.contains(f.subject) and whole.contains(f.object)}
    return {Fact(f.property, _shifted(f.subject, start), _shifted(f.object, start)) for f in inside}


def _shifted(span: Span, start: int) -> Span:
    return Span(span.start - start, span.end - start)


def count(passage: Passage, found: set[Fact]) -> dict[str, Counter[str]]:
    """Return how many facts of the passage were found, missed, and told wrongly, by property."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for gold in passage.facts:
        counts[gold.property]["found" if any(gold.overlaps(f) for f in found) else "missed"] += 1
    for fact in found:
        if fact.property in passage.properties and not any(fact.overlaps(gold) for gold in passage.facts):
            counts[fact.property]["wrong"] += 1
    return counts


Spans: TypeAlias = dict[tuple[str, str], set[Span]]
Counts: TypeAlias = dict[str, Counter[str]]


def measure(documents: dict[str, list[Passage]], checker: Checker) -> tuple[Counts, Counts]:
    """Return the counts of all documents by property: by the links alone, and with unlinked pronouns taken as one."""
    totals: tuple[Counts, Counts] = (defaultdict(Counter), defaultdict(Counter))
    for name, passages in documents.items():
        text, starts = joined(passages)
        analysis = checker.analyze(read_text(text, name))
        links = link(analysis.sentences, analysis.mentions, checker.library.canonical)
        more = (*links, *(k for s in analysis.sentences for k in unlinked_pronouns(s, links)))
        for total, known in zip(totals, (links, more), strict=True):
            facts = list(predicted(analysis.claims, analysis.sentences, known, checker.relations))
            for passage, start in zip(passages, starts, strict=True):
                for key, counts in count(passage, in_passage(facts, passage, start)).items():
                    total[key].update(counts)
    return totals


def line(name: str, counts: Counter[str]) -> str:
    """Return one line of the report."""
    found, missed, wrong = counts["found"], counts["missed"], counts["wrong"]
    precision = found / (found + wrong) if found + wrong else 0.0
    recall = found / (found + missed) if found + missed else 0.0
    return f"{name:24}{precision:10.3f}{recall:10.3f}{found:8}{wrong:8}{missed:8}"


def main() -> None:
    """Print a line for each property and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the unpacked set")
    parser.add_argument("--fold", type=int, nargs="+", default=[HELD_OUT], help="folds to measure (default: the held-out one)")
    arguments = parser.parse_args()
    total, pronouns = measure(read_passages(arguments.data, arguments.fold), Checker(Settings()))
    lines = [f"{'property':24}{'precision':>10}{'recall':>10}{'found':>8}{'wrong':>8}{'missed':>8}"]
    lines += [line(name, total[name]) for name in PROPERTIES]
    lines.append(line("all", sum(total.values(), Counter())))
    lines.append(line("all, pronouns as one", sum(pronouns.values(), Counter())))
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()

"""The stages, in the order they run."""

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.analysis import Analysis
from claimcheck.annotate.attribution import attribute
from claimcheck.annotate.coreference import link
from claimcheck.annotate.dates import read_dates, resolve
from claimcheck.annotate.dating import infer_publication
from claimcheck.annotate.names import Known, read_names
from claimcheck.annotate.own_units import with_own_units
from claimcheck.annotate.pipeline import load_language, parse
from claimcheck.annotate.quantities import read_quantities
from claimcheck.checked import CheckedDocument, TableSummary
from claimcheck.claim import READ_AGAIN, Claim, Mention
from claimcheck.claims.context import contexts
from claimcheck.claims.cues import Cues
from claimcheck.claims.extract import extract
from claimcheck.claims.figures import figures
from claimcheck.configuration import load_lexicon, relations_file
from claimcheck.coverage import coverage
from claimcheck.document import DateSource, Document, Publication, Span
from claimcheck.evidence import Comparison
from claimcheck.finding import Conflict, Finding, Severity
from claimcheck.pairing import compare
from claimcheck.pairing.reckonings import reckon
from claimcheck.reference import Library, builtin_shelf, load_reference
from claimcheck.relation import load_relations
from claimcheck.rule import Rule
from claimcheck.rules import RULES
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language


class Checker:
    """Checks documents with one set of settings, tables and language pipeline.

    Tables are loaded at once, the language pipeline with the first document.

    Raises:
        TableError: a reference table cannot be trusted as it stands.
        SettingsError: a relations file, the configuration folder or an option cannot be used.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.lexicon = load_lexicon(settings.config, settings.relations)
        relations = load_relations(relations_file(settings.config), settings.relations)
        builtin = (builtin_shelf(relations),) if settings.builtin_reference else ()
        own = (load_reference(location, relations) for location in settings.reference)
        self.library = Library.of((*builtin, *own))
        self.relations = {r.name: r for r in (*self.library.relations, *relations)}
        self.cues = Cues.of(self.relations.values(), self.lexicon)
        self._language: Language | None = None

    @property
    def tables(self) -> tuple[TableSummary, ...]:
        """The tables that claims are held against."""
        return tuple(TableSummary(t.name, t.rows, t.sha256) for t in self.library.tables)

    @property
    def language(self) -> str:
        """The name of the language pipeline."""
        return self.settings.language

    def check(self, document: Document) -> CheckedDocument:
        """Return the document with its analysis, findings and coverage.

        Raises:
            ModelError: the language pipeline is missing or unusable.
        """
        if self.settings.date is not None:
            document = replace(document, publication=Publication(self.settings.date, DateSource.GIVEN))
        analysis = self.analyze(document)
        findings = tuple(_findings(analysis, self.settings))
        return CheckedDocument(analysis.document, analysis, findings, coverage(analysis))

    def analyze(self, document: Document) -> Analysis:
        """Return everything that the stages find in the document."""
        if self._language is None:
            self._language = load_language(self.settings.language)
        times = [m for part in document.prose() for m in read_dates(document.plain, part.span.start, part.span.end)]
        document = replace(document, publication=infer_publication(document, times))
        times = list(resolve(times, document.publication, document.plain, day_first=self.settings.day_first))
        sentences, entities = parse(document, self._language)
        names = read_names(document, sentences, entities, self._known)
        numbers = with_own_units(_numbers(document, [*times, *names]), document.plain, self.lexicon.units)
        mentions = _merged(names, times, numbers)
        links = link(sentences, mentions, self.library.canonical)
        voices = attribute(document, sentences, links)
        around = contexts(document, sentences, mentions, links, voices)
        claims = extract(around, self.cues)
        comparisons = compare(claims, self.library.in_context(document), self.relations, document.publication, self.lexicon)
        counted = figures(around)
        reckonings = reckon(document, sentences, mentions, counted, self.lexicon.parts)
        claims = tuple(_kept(claims, comparisons))
        return Analysis(document, sentences, mentions, claims, comparisons, counted, reckonings, self.lexicon)

    def _known(self, words: Sequence[str]) -> Iterator[Known]:
        """Yield the names in a sentence that the reference tables know."""
        for start, end, names in self.library.longest_names_in(words):
            if self.library.series_named(names[0].text):
                yield Known(start, end, "EVENT", series=True)
            elif label := self.library.label(names):
                yield Known(start, end, label)
            elif end - start in {2, 3} and all(word.istitle() for word in words[start:end]):
                # A name of a user's table that nothing tells the kind of: most often somebody's.
                yield Known(start, end, "PERSON", unsure=True)


def _kept(claims: Sequence[Claim], comparisons: Sequence[Comparison]) -> Iterator[Claim]:
    """Yield the claims but for second readings that nothing was held against."""
    held = {c.id for x in comparisons if isinstance(x.evidence, Claim) for c in (x.claim, x.evidence)}
    yield from (c for c in claims if c.relation not in READ_AGAIN or c.id in held)


def _numbers(document: Document, taken: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the quantities of the prose that are no part of a date or a name."""
    spans = sorted(mention.span for mention in taken)
    starts = [span.start for span in spans]
    for part in document.prose():
        inside = spans[bisect_left(starts, part.span.start) : bisect_left(starts, part.span.end)]
        yield from read_quantities(document.plain, part.span.start, part.span.end, inside)


def _merged(names: Iterable[Mention], times: Iterable[Mention], numbers: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return all mentions in text order; a year that is part of a name ("2024 Winter Olympics") is no date."""
    names = list(names)
    inside = {place for m in names for place in range(m.span.start, m.span.end)}
    kept = [t for t in times if not inside.issuperset(range(t.span.start, t.span.end))]
    return tuple(sorted([*names, *kept, *numbers], key=lambda m: (m.span, m.type)))


def _findings(analysis: Analysis, settings: Settings) -> Iterator[Finding]:
    """Yield the findings of the chosen rules, in text order, each with a severity and a stable id."""
    chosen = [rule for rule in RULES if settings.runs(rule.name)]
    seen: Counter[str] = Counter()
    conflicts = [(rule, conflict) for rule in chosen for conflict in rule.check(analysis)]
    for rule, conflict in sorted(conflicts, key=lambda pair: (pair[1].span, pair[0].name)):
        severity = severity_of(rule, conflict)
        identity = fingerprint(analysis.document, rule, conflict)
        seen[identity] += 1
        number = f"-{seen[identity]}" if seen[identity] > 1 else ""
        if severity >= settings.min_level:
            yield Finding(identity + number, rule.name, rule.family, severity, conflict)


def severity_of(rule: Rule, conflict: Conflict) -> Severity:
    """Return the rule's severity, one level lower for what a speaker says and for a less certain case."""
    lowered = rule.severity - (conflict.speaker is not None) - conflict.likely
    return Severity(max(lowered, Severity.INFO))


def fingerprint(document: Document, rule: Rule, conflict: Conflict) -> str:
    """Return an id that survives edits elsewhere: made of the rule and of the words at issue, not of offsets."""
    spans: list[Span] = [conflict.span, *(note.span for note in conflict.notes)]
    words = [" ".join(document[span].split()) for span in spans]
    return hashlib.sha256("\x1f".join([rule.name, *words]).encode("utf-8", "replace")).hexdigest()[:16]

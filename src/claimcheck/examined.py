"""One sentence of a checked document: what was read in it, what that was held against, and how it ended."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from claimcheck.analysis import Analysis
from claimcheck.checked import CheckedDocument
from claimcheck.claim import Claim, Mention
from claimcheck.document import Document, PartKind, Span
from claimcheck.errors import InputError
from claimcheck.evidence import Comparison
from claimcheck.figure import Reckoning
from claimcheck.finding import Conflict, Finding
from claimcheck.values.time import Time

_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-"})
_MOST = 5  # places that are told where several fit
_NEAR, _NEAR_PART = 60, 75  # per cent of letters in common, of sentence or of a part of it, below which nothing is close
_LONGEST = 400  # letters of a sentence that are looked at for closeness


@dataclass(frozen=True, slots=True)
class ExaminedClaim:
    """A claim, every comparison in which it is one side, and the claims about the same thing that it was not compared with."""

    claim: Claim
    comparisons: tuple[Comparison, ...]
    beside: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Examined:
    """A place in a document with all that was read there.

    `kind` is furniture where nothing is read; `unused` are the mentions of which no claim makes anything.
    """

    span: Span
    kind: PartKind
    mentions: tuple[Mention, ...]
    claims: tuple[ExaminedClaim, ...]
    reckonings: tuple[Reckoning, ...]
    findings: tuple[Finding, ...]
    unused: tuple[Mention, ...]


def examine(checked: CheckedDocument, wanted: str) -> tuple[Examined, ...]:
    """Return the sentences of the document that the words are, or the ones that hold them.

    Case, white space and the form of quotation marks do not count.

    Raises:
        InputError: the words are nowhere, or in several places and no whole sentence; the message tells the nearest.
    """
    spans = _places(checked, wanted)
    return tuple(_examined(checked, span) for span in spans)


def _examined(checked: CheckedDocument, span: Span) -> Examined:
    analysis, document = checked.analysis, checked.document
    claims = [c for c in analysis.claims if c.span.overlaps(span)]
    mentions = tuple(m for m in analysis.mentions if m.span.overlaps(span))
    inside = {c.id for c in claims}
    part = next((p for p in document.parts if p.span.overlaps(span)), None)
    return Examined(
        span,
        part.kind if part else PartKind.BODY,
        mentions,
        tuple(_claim(c, analysis) for c in claims),
        tuple(r for r in analysis.reckonings if _touches(r.conflict, span, inside)),
        tuple(f for f in checked.findings if _touches(f.conflict, span, inside)),
        tuple(m for m in mentions if not any(m.span.overlaps(c.span) or document.words(m.span) in c.text for c in claims)),
    )


def _claim(claim: Claim, analysis: Analysis) -> ExaminedClaim:
    comparisons = tuple(c for c in analysis.comparisons if claim.id in {side.id for side in _sides(c)})
    compared = {side.id for c in comparisons for side in _sides(c)}
    things = {claim.subject.referent, claim.object.referent} - {""}
    beside = (c for c in analysis.claims if things & {c.subject.referent, c.object.referent} and c.id not in compared)
    others = [c for c in beside if not c.span.overlaps(claim.span)]
    return ExaminedClaim(claim, comparisons, tuple(sorted(others, key=lambda c: c.relation != claim.relation)))


def apart(one: Claim, other: Claim) -> str:
    """Return in what the frames of two claims about the same thing differ, so that no pair was made of them."""
    if one.relation != other.relation:
        return "tells something else of the same thing"
    dated = isinstance(one.object.value, Time)  # the time is then what is told
    differences = [
        (not _same_voice(one, other), "it is said in another voice"),
        (one.negated != other.negated, "one of the two is denied"),
        (one.modality is not other.modality, f"it is {other.modality.value}, not {one.modality.value}"),
        (one.restriction != other.restriction, f"it is limited otherwise ({', '.join(other.restriction) or 'not at all'})"),
        (not (dated or one.time.overlaps(other.time)), f"it is told of another time ({other.time})"),
        (one.past != other.past, "one is told of the past, the other of the present"),
        (one.total != other.total, "one of the two is no total"),
        (one.subject.referent != other.subject.referent, "its subject is another, or not shown to be the same"),
    ]
    told = [words for differs, words in differences if differs]
    return "; ".join(told) or "their values agree, or nothing shows that they must; no pair was made"


def _same_voice(one: Claim, other: Claim) -> bool:
    if one.attributed_to is None or other.attributed_to is None:
        return one.attributed_to is other.attributed_to
    return one.attributed_to.referent == other.attributed_to.referent != ""


def _sides(comparison: Comparison) -> Iterator[Claim]:
    yield comparison.claim
    if isinstance(comparison.evidence, Claim):
        yield comparison.evidence


def _touches(conflict: Conflict, span: Span, claims: set[str]) -> bool:
    places = (conflict.span, *(note.span for note in conflict.notes))
    return any(place.overlaps(span) for place in places) or not claims.isdisjoint(conflict.claims)


# finding the sentence


def _places(checked: CheckedDocument, wanted: str) -> tuple[Span, ...]:
    """Return the spans meant: whole sentences that are the words, else the sentences around the one place that has them."""
    words = "".join(letter for letter, _ in _letters(wanted, 0))
    if not words:
        raise InputError("no words are given to look for; quote the sentence, or a part of it that stands there once")
    document, sentences = checked.document, [s.span for s in checked.analysis.sentences]
    whole = tuple(s for s in sentences if _condensed(document, s) == words)
    if whole:
        return whole
    found = _occurrences(document, words)
    if len(found) > 1:
        told = "; ".join(_told(document, place) for place in found[:_MOST])
        raise InputError(f"{document.name}: the words stand in {len(found)} places ({told}); give more of the sentence")
    if not found:
        raise InputError(f"{document.name}: no sentence has the words “{' '.join(wanted.split())}”; {_closest(checked, words)}")
    around = tuple(s for s in sentences if s.overlaps(found[0]))
    return around or tuple(found)


def _letters(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield each letter that counts, folded, with its offset."""
    for offset, character in enumerate(text, start):
        if not character.isspace():
            for letter in character.translate(_ALIKE).casefold():
                yield letter, offset


def _condensed(document: Document, span: Span) -> str:
    return "".join(letter for letter, _ in _letters(document.plain[span.start : span.end], 0))


def _occurrences(document: Document, words: str) -> list[Span]:
    letters = list(_letters(document.plain, 0))
    text = "".join(letter for letter, _ in letters)
    found, at = [], text.find(words)
    while at >= 0:
        found.append(Span(letters[at][1], letters[at + len(words) - 1][1] + 1))
        at = text.find(words, at + len(words))
    return found


def _told(document: Document, span: Span) -> str:
    position = document.position(span.start)
    return f"{position.line}:{position.column}"


def _closest(checked: CheckedDocument, words: str) -> str:
    document = checked.document
    sentences = {s.span: _condensed(document, s.span)[:_LONGEST] for s in checked.analysis.sentences}
    best = process.extractOne(words[:_LONGEST], sentences, scorer=fuzz.ratio, score_cutoff=_NEAR) or process.extractOne(
        words[:_LONGEST], sentences, scorer=fuzz.partial_ratio, score_cutoff=_NEAR_PART
    )
    if best is None:
        return "nor is any sentence close to them"
    return f"the closest is at {_told(document, best[2])}: “{document.words(best[2])}”"

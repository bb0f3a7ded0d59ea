"""A future tense about a day that has passed, or a past tense about a day to come.

The verb's own date is held against the publication date of the text; only if every
day it may mean lies on the other side is it reported.  What somebody else says may have
been said at another time and is let pass, and so is what was expected, due or planned
for a day to come; without a publication date nothing is reported.

Flagged:
    (Published 2023-06-01) [The bridge will open on 3 May 2021].
    (Published 2023-06-01) [The committee met in Oslo] on 3 May 2025.
    (Published 2023-06-01) [The new pier will be ready by the end of 2021], the harbour office says.

Accepted:
    (Published 2023-06-01) The bridge will open on 3 May 2025.
    (Published 2023-06-01) The committee met in Oslo on 3 May 2021.
    (Published 2023-06-01) The bridge was to have opened on 3 May 2021.
    (Published 2023-06-01) The envoys were expected back in two days.
    (Published 2023-06-01) In 2019 the minister said the bridge will open on 3 May 2021.

Known misses:
    Dates that hang on another word than the verb, or might: "signed the contract on 5 May 2025".
"""

from collections.abc import Iterator

from claimcheck.analysis import Analysis
from claimcheck.claim import READ_AGAIN, Claim, Modality
from claimcheck.document import Publication, Span
from claimcheck.finding import Conflict, Note, Severity
from claimcheck.rule import rule
from claimcheck.sentence import Sentence
from claimcheck.values.time import Time

# Words of what was to come, whatever the tense that they are told in.
_AWAITED = frozenset(
    {"expect", "due", "schedule", "plan", "set", "hope", "intend", "mean", "promise", "book", "slate", "aim", "prepare", "order"}
    | {"tip", "likely", "ready", "bound", "want", "wait", "agree", "decide", "postpone", "delay", "move", "need", "threaten"}
)

_RECALLING = frozenset({"remember", "recall", "forget", "commemorate", "honour", "honor", "mark", "celebrate", "regret"})
_UNREAL = frozenset({"dream", "imagine", "story", "novel", "film", "simulation", "scenario", "fiction", "predict", "forecast"})


@rule(Severity.WARNING, page=__doc__)
def tense_against_date(analysis: Analysis) -> Iterator[Conflict]:
    """Report each claim of the author whose tense and date lie on different sides of the publication date."""
    publication = analysis.document.publication
    reported = []
    for claim in (c for c in analysis.claims if _is_overdue(c, publication)):
        reported.append(claim.span)
        yield _conflict(claim, "as still to come", claim.object.text, claim.object.span, publication)
    for claim in (c for c in analysis.claims if c.relation not in READ_AGAIN):
        told = _tense(claim, publication) if not any(claim.span.overlaps(span) for span in reported) else ""
        date = _date_of(analysis, claim) if told else None
        if date is not None:
            reported.append(claim.span)
            yield _conflict(claim, f"in the {told}", str(claim.time), date, publication)


def _conflict(claim: Claim, told: str, dated: str, date: Span, publication: Publication) -> Conflict:
    return Conflict(
        claim.span,
        f"the text tells this {told}, but it is dated {dated} and the text {publication.date}",
        notes=(Note(date, "the date"),),
        label=claim.text,
        claims=(claim.id,),
        derivation=(f"dated {dated}", f"published {publication.date}"),
    )


def _is_overdue(claim: Claim, publication: Publication) -> bool:
    """Whether a claim tells as to come what had to come before publication."""
    value = claim.object.value
    known = publication.known and claim.relation == "to come by" and claim.modality is Modality.FUTURE
    return known and isinstance(value, Time) and value.date.precedes(publication.date)


def _date_of(analysis: Analysis, claim: Claim) -> Span | None:
    """Return where the claim's date stands, if no other verb stands between, so that the parser cannot have mistaken the verb."""
    sentence = analysis.sentence_at(claim.span.start)
    if sentence is None:
        return None
    dates = (m.span for m in analysis.mentions if isinstance(m.value, Time) and m.value.date == claim.time)
    date = next((span for span in dates if sentence.span.contains(span)), None)
    if claim.past and any(t.lemma in _AWAITED for t in sentence.tokens if date is not None and t.span.end <= date.start):
        return None
    if claim.past and date is not None and not _is_past_event(sentence, date):
        return None
    if not claim.past and date is not None and _is_of_noun(sentence, date):
        return None
    verbs = [t for t in sentence.tokens if t.pos == "VERB" and date is not None and t.span.end <= date.start]
    if not verbs or not claim.span.contains(verbs[-1].span):
        return None
    if not claim.past and date is not None and _is_recalled(analysis, sentence, verbs[-1].span, date):
        return None
    return date if not claim.open or verbs[-1].lemma == claim.relation.split()[0] else None


def _is_recalled(analysis: Analysis, sentence: Sentence, verb: Span, date: Span) -> bool:
    """Whether the date may be of what will be remembered, or of a clause or source between: "as they were in 2020"."""
    told = [t for t in sentence.tokens if verb.end <= t.span.start and t.span.end <= date.start]
    past = any(t.tag == "VBD" for t in told) or any(t.lemma in _RECALLING for t in sentence.tokens)
    others = [m for m in analysis.mentions if sentence.span.contains(m.span) and m.span.start >= verb.end]
    return past or any(
        m.value.written.year is not None and not m.span.overlaps(date) for m in others if isinstance(m.value, Time)
    )


def _is_of_noun(sentence: Sentence, date: Span) -> bool:
    """Whether a bare year may be that of the noun before it: "will celebrate its founding in 1921"."""
    before = [t for t in sentence.tokens if t.span.end <= date.start]
    while before and before[-1].pos in {"ADP", "DET"}:
        before.pop()
    return len(date) == 4 and bool(before) and before[-1].pos == "NOUN"


def _is_past_event(sentence: Sentence, date: Span) -> bool:
    """Whether the date can only be that of what the last verb before it tells as past.

    A noun between may be what is dated ("cancelled a concert on 12 May"), and a noun behind may be, too ("in 2026 qualifying").
    """
    before = [t for t in sentence.tokens if t.span.end <= date.start]
    verb = next((t for t in reversed(before) if t.pos in {"VERB", "AUX"}), None)
    if verb is None or verb.text.lower() == verb.lemma:
        return False
    behind = next((t for t in sentence.tokens if t.span.start >= date.end), None)
    between = [t for t in before if t.span.start > verb.span.start]
    unreal = before[0].text in {"Had", "Were", "Should"} or any(t.lemma in _UNREAL for t in sentence.tokens)
    return not unreal and all(t.pos != "NOUN" for t in between) and (behind is None or behind.pos != "NOUN")


def _tense(claim: Claim, publication: Publication) -> str:
    """Return the tense that the date does not allow, or ""."""
    if not publication.known or not claim.time.known or claim.attributed_to is not None or claim.presupposed:
        return ""
    if claim.modality is Modality.FUTURE and claim.time.precedes(publication.date):
        return "future"
    if claim.modality is Modality.ASSERTED and claim.past and not claim.negated and publication.date.precedes(claim.time):
        return "past"
    return ""

"""A future tense about a day that has passed, or a past tense about a day to come.

The verb's own date is held against the publication date of the text; only if every
day it may mean lies on the other side is it reported.  What somebody else says may have
been said at another time and is let pass, and so is what was expected, due or planned
for a day to come; without a publication date nothing is reported.

Flagged:
    (Published 2023-06-01) [The bridge will open on 3 May 2021].
    (Published 2023-06-01) [The committee met in Oslo] on 3 May 2025.

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
from claimcheck.claim import Claim, Modality
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

_UNREAL = frozenset({"dream", "imagine", "story", "novel", "film", "simulation", "scenario", "fiction", "predict", "forecast"})


@rule(Severity.WARNING, page=__doc__)
def tense_against_date(analysis: Analysis) -> Iterator[Conflict]:
    """Report each claim of the author whose tense and date lie on different sides of the publication date."""
    publication = analysis.document.publication
    reported = set()
    for claim in analysis.claims:
        told = _tense(claim, publication)
        date = _date_of(analysis, claim) if told and claim.span not in reported else None
        if date is not None:
            reported.add(claim.span)
            yield Conflict(
                claim.span,
                f"the text tells this in the {told}, but it is dated {claim.time} and the text {publication.date}",
                notes=(Note(date, "the date"),),
                label=claim.text,
                claims=(claim.id,),
                derivation=(f"dated {claim.time}", f"published {publication.date}"),
            )


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
    verbs = [t for t in sentence.tokens if t.pos == "VERB" and date is not None and t.span.end <= date.start]
    if not verbs or not claim.span.contains(verbs[-1].span):
        return None
    return date if not claim.open or verbs[-1].lemma == claim.relation.split()[0] else None


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

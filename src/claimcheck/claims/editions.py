"""That an edition of a recurring event took place: what a phrase like "the 2016 Winter Olympics" takes for granted."""

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.claim import Argument, Claim, Modality
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim, nominal
from claimcheck.claims.frames import modality
from claimcheck.sentence import Token
from claimcheck.values.name import YEAR, Name

RELATION = "edition of"


def editions(context: Context) -> Iterator[Claim]:
    """Yield a claim for each mention of an edition: subject the edition, object its series."""
    for mention in context.mentions:
        head = context.sentence.top(mention.span)
        if mention.rule != "edition of a series" or not isinstance(mention.value, Name) or head is None:
            continue
        subject = context.argument(head)
        series = Argument(mention.span, series_of(mention.value.text), "", "EVENT")
        text = f"{subject.text} is an {RELATION} the {series.text}"
        yield claim(context, _predicate(context, head), text, subject, RELATION, series)


def _predicate(context: Context, head: Token) -> Predicate:
    """Return the carrier of the claim: a hoped-for or denied act may be about an edition that never was."""
    predicate = nominal(context, head)
    verb = next((t for t in context.sentence.ancestors(head) if t.pos in {"VERB", "AUX"}), head)
    worlds = (modality(head, context.sentence), modality(verb, context.sentence))
    return replace(predicate, modality=next((w for w in worlds if w is not Modality.ASSERTED), Modality.ASSERTED))


def series_of(edition: str) -> str:
    """Return the series' name in "2024 Winter Olympics" or "Euro 2024"."""
    return " ".join(word for word in edition.split() if not YEAR.match(word))

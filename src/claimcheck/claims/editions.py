"""That an edition of a recurring event took place: what a phrase like "the 2016 Winter Olympics" takes for granted."""

from collections.abc import Iterator

from claimcheck.claim import Argument, Claim
from claimcheck.claims.context import Context
from claimcheck.claims.draft import claim, nominal
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
        yield claim(context, nominal(context, head), text, subject, RELATION, series)


def series_of(edition: str) -> str:
    """Return the series' name in "2024 Winter Olympics" or "Euro 2024"."""
    return " ".join(word for word in edition.split() if not YEAR.match(word))

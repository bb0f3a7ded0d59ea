"""Which day or month is meant by a name of it that the verb's tense puts before or behind publication."""

from dataclasses import replace

from claimcheck.claim import Mention
from claimcheck.document import Publication
from claimcheck.values.date import Date, Day
from claimcheck.values.time import Time


def settled(mention: Mention, publication: Publication, *, past: bool) -> Mention:
    """Return the mention with the one stretch that it means; "Thursday" of what has happened is the last one."""
    value, latest = mention.value, publication.date.latest
    if not isinstance(value, Time) or latest is None or len(value.readings) < 2:
        return mention
    days = sorted(value.readings, key=lambda r: r.earliest or latest)
    fitting = [d for d in days if _fits(d, latest, past=past)]
    if not fitting:
        return mention
    meant = fitting[-1] if past else fitting[0]
    return replace(mention, value=replace(value, date=meant, readings=(meant,)))


def _fits(date: Date, published: Day, *, past: bool) -> bool:
    """Whether some day of the date is one that has come, or is to come."""
    end = date.earliest if past else date.latest
    return end is not None and (end <= published if past else end >= published)

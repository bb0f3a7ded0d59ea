"""Whom a text is about: the person that most of it names, and whom a lead leaves to the next sentence to name."""

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.discourse import Link
from claimcheck.document import PartKind, Span
from claimcheck.sentence import Function, Sentence

_SHARE = 0.5  # of all expressions for people, that the protagonist has
_LEAST = 3
_LEADS = 3  # sentences of the body in which a text may speak of somebody before the name
_SAINTS = ("St ", "St. ", "Saint ", "Santa ", "San ")  # more often a place than a person
_GENDERS = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "hers": "f"}


@dataclass(frozen=True, slots=True)
class People:
    """The expressions for people in text order, the person that most of them stand for, and the names that follow a lead."""

    links: tuple[Link, ...]
    starts: tuple[int, ...]
    main: Link | None
    leads: dict[Span, Link]

    @classmethod
    def of(cls, sentences: Sequence[Sentence], links: Sequence[Link]) -> "People":
        """Return whom the text speaks of."""
        people = tuple(k for k in links if k.referent.type == "PERSON" and not k.referent.text.startswith(_SAINTS))
        starts = tuple(k.span.start for k in people)
        counts = Counter(k.referent.key for k in people)
        main = None
        if counts:
            key, number = counts.most_common(1)[0]
            if number >= _LEAST and number >= _SHARE * len(people):
                main = _with_gender(key, people, sentences)
        return cls(people, starts, main, _leads(sentences, people, starts))

    def protagonist(self, paragraph: Span) -> Link | None:
        """Return the protagonist, where the paragraph names no other person."""
        inside = self.links[bisect_left(self.starts, paragraph.start) : bisect_left(self.starts, paragraph.end)]
        alone = self.main is not None and all(k.referent.key == self.main.referent.key for k in inside)
        return self.main if alone else None

    def introduced(self, sentence: Sentence) -> Link | None:
        """Return whom the sentence behind names, if this one is of the lead and names nobody."""
        return self.leads.get(sentence.span)


def _with_gender(key: str, people: Sequence[Link], sentences: Sequence[Sentence]) -> Link:
    """Return a name of the person, with the gender of the pronouns that stand for it."""
    spans = {k.span for k in people if k.referent.key == key}
    told = Counter(
        _GENDERS[t.text.lower()] for s in sentences for t in s.tokens if t.span in spans and t.text.lower() in _GENDERS
    )
    link = next(k for k in people if k.referent.key == key)
    return replace(link, referent=replace(link.referent, gender=told.most_common(1)[0][0] if told else ""))


def _leads(sentences: Sequence[Sentence], people: Sequence[Link], starts: Sequence[int]) -> dict[Span, Link]:
    """Return the person that is the first word's of the next sentence, for each sentence of the lead that names nobody."""
    body = [s for s in sentences if s.kind is PartKind.BODY][: _LEADS + 1]
    found: dict[Span, Link] = {}
    for lead, following in itertools.pairwise(body):
        inside = people[bisect_left(starts, lead.span.start) : bisect_left(starts, lead.span.end)]
        named = next((k for k in people[bisect_left(starts, following.span.start) :]), None)
        if inside or named is None or not following.span.contains(named.span):
            break
        head = following.top(named.span)
        first = named.span.start == following.span.start  # "Sergeant Ann Lee" is somebody else
        if head is not None and first and head.function in {Function.SUBJECT, Function.PASSIVE_SUBJECT}:
            found[lead.span] = named
    return found

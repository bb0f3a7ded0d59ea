"""What began and what ended in one sentence, each with its date: "opened in 1998 and closed in 2004"."""

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import combinations

from claimcheck.claim import TERM, Argument, Claim, Mention
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import Frame
from claimcheck.sentence import Function
from claimcheck.values.time import Time

_AGAIN = frozenset({"again", "reopened", "before", "after", "first", "until", "previously", "earlier", "had"})


@lru_cache(maxsize=1)
def _pairs() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    read = tomllib.loads(files("claimcheck.claims").joinpath("terms.toml").read_text(encoding="utf-8"))
    return tuple((frozenset(pair["start"]), frozenset(pair["finish"])) for pair in read["pair"])


def terms(context: Context, framed: Sequence[Frame]) -> Iterator[Claim]:
    """Yield a claim for each term whose two ends a sentence dates, in the order told: what it is of, and the end's date.

    The subject's `represents` is the date of the beginning as written, its span where that stands.
    """
    if any(t.text.lower() in _AGAIN for t in context.sentence.tokens):
        return
    for first, last in combinations(framed, 2):
        if not _is_term(first, last) or not _of_one(first, last) or first.negated or last.negated:
            continue
        began, ended = _date(context, first), _date(context, last)
        if began is None or ended is None or not isinstance(began.value, Time) or not isinstance(ended.value, Time):
            continue
        start = Argument(began.span, context.document.words(began.span), "term", began.type, began.value, first.lemma)
        end = Argument(ended.span, context.document.words(ended.span), "", ended.type, ended.value, last.lemma)
        predicate = Predicate(last.head, negated=False, modality=last.modality, past=last.past)
        yield claim(context, predicate, f"{start.text} {TERM} {end.text}", start, TERM, end)


def _date(context: Context, frame: Frame) -> Mention | None:
    """Return the date that hangs on the verb itself."""
    sentence = context.sentence
    for token in sentence.children(frame.head, Function.OBLIQUE, Function.MODIFIER, Function.ADVERB):
        found = context.mention(token, "DATE") if preposition(token, sentence) in {"in", "on", "at"} else None
        if found is not None and isinstance(found.value, Time):
            return found
    return None


def _is_term(first: Frame, last: Frame) -> bool:
    return any(first.lemma in starts and last.lemma in ends for starts, ends in _pairs())


def _of_one(first: Frame, last: Frame) -> bool:
    """Whether both verbs are said of one thing."""
    mine = set(first.subject) | set(first.object)
    return bool(mine & (set(last.subject) or set(last.object)))

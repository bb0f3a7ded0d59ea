"""All claims of a document, in text order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from claimcheck.claim import Claim
from claimcheck.claims.ages import ages
from claimcheck.claims.ahead import ahead
from claimcheck.claims.beginnings import BEGUN, beginnings
from claimcheck.claims.births import births
from claimcheck.claims.changes import changes
from claimcheck.claims.contests import contests
from claimcheck.claims.context import Context
from claimcheck.claims.counts import counts
from claimcheck.claims.cues import Cues
from claimcheck.claims.deadlines import deadlines
from claimcheck.claims.deeds import deeds
from claimcheck.claims.editions import editions
from claimcheck.claims.finals import finals
from claimcheck.claims.frames import frames
from claimcheck.claims.happened import happened
from claimcheck.claims.incidents import incidents, several
from claimcheck.claims.incumbency import incumbency
from claimcheck.claims.lists import lists
from claimcheck.claims.lives import lives
from claimcheck.claims.living import living
from claimcheck.claims.measures import measures
from claimcheck.claims.nationality import nationalities
from claimcheck.claims.nominal import from_nouns
from claimcheck.claims.occasions import occasions
from claimcheck.claims.open import noun_claims, open_claims
from claimcheck.claims.order import orders
from claimcheck.claims.phases import phases
from claimcheck.claims.posts import posts, posts_by_verb
from claimcheck.claims.scenes import scenes
from claimcheck.claims.scores import scores
from claimcheck.claims.speeches import speeches
from claimcheck.claims.stretches import stretches
from claimcheck.claims.superlatives import superlatives
from claimcheck.claims.tenure import tenures
from claimcheck.claims.terms import terms
from claimcheck.claims.verbal import from_adjectives, from_verbs
from claimcheck.claims.votes import votes
from claimcheck.claims.whereabouts import whereabouts


def extract(contexts: Sequence[Context], cues: Cues) -> tuple[Claim, ...]:
    """Return the claims, numbered c1, c2, … by where they stand."""
    found = [claim for context in contexts for claim in _of_sentence(context, cues)]
    if contexts:
        found.extend(scores(contexts[0].document))
    found.extend(stretches(contexts))
    found.extend(phases(contexts))
    found.extend(orders(contexts))
    # first, since they know better than nouns alone of what time an anniversary is
    found = [*occasions(contexts, [c for c in found if c.relation in BEGUN]), *found]
    found.sort(key=lambda c: (c.span, c.text))
    return tuple(replace(claim, id=f"c{number}") for number, claim in enumerate(_distinct(found), 1))


def _of_sentence(context: Context, cues: Cues) -> Iterator[Claim]:
    framed = tuple(frames(context.sentence))
    typed = {frame.head: [*from_verbs(context, frame, cues), *from_adjectives(context, frame, cues)] for frame in framed}
    yield from chain.from_iterable(typed.values())
    yield from chain.from_iterable(changes(context, frame) for frame in framed)
    yield from chain.from_iterable(beginnings(context, frame) for frame in framed)
    yield from chain.from_iterable(ahead(context, frame) for frame in framed)
    yield from chain.from_iterable(living(context, frame) for frame in framed)
    yield from chain.from_iterable(tenures(context, frame) for frame in framed)
    yield from open_claims(context, framed, frozenset(head for head, claims in typed.items() if claims))
    nominal = list(from_nouns(context, cues))
    yield from nominal
    yield from incumbency(context, framed, nominal, cues)
    yield from noun_claims(context, frozenset(claim.span for claim in nominal))
    yield from counts(context)
    yield from editions(context)
    yield from lives(context, cues.relations)
    yield from births(context, cues.relations)
    yield from speeches(context)
    yield from incidents(context)
    yield from several(context)
    yield from happened(context)
    yield from deadlines(context)
    yield from nationalities(context, cues)
    yield from ages(context)
    yield from superlatives(context)
    yield from lists(context)
    yield from posts(context, cues.lexicon)
    yield from posts_by_verb(context, framed, cues.lexicon)
    yield from contests(context, framed)
    yield from votes(context)
    yield from scenes(context, framed)
    yield from deeds(context, framed)
    yield from terms(context, framed)
    yield from whereabouts(context, cues)
    yield from measures(context, cues)
    yield from finals(context, framed, cues)


def _distinct(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield each claim once: the same words about the same places are one claim."""
    seen = set()
    for claim in claims:
        key = (claim.text, claim.relation, claim.subject.span, claim.object.span)
        if key not in seen:
            seen.add(key)
            yield claim

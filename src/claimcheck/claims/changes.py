"""From what to what something changed: "rose from 12 to 15", "fell to 300 from 400"."""

from collections.abc import Iterator

from claimcheck.claim import Argument, Claim
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import Frame
from claimcheck.sentence import Function, Token

FROM, TO = "changed from", "changed to"

_CHANGES = frozenset(
    {"rise", "grow", "increase", "climb", "jump", "soar", "surge", "gain", "fall", "drop", "decline", "decrease", "shrink",
     "slip", "sink", "slide", "tumble", "plunge", "widen", "narrow", "cut", "raise", "reduce", "lift", "lower", "expand"}
)  # fmt: skip


def changes(context: Context, frame: Frame) -> Iterator[Claim]:
    """Yield the values before and after a change, each with what changed."""
    changed = (frame.object or frame.subject)[:1] if frame.lemma in _CHANGES else ()
    ends = list(_ends(context, frame)) if changed else []
    for place, number in ends:
        mention = context.quantity(number)
        subject = context.argument(changed[0])
        if mention is None or not subject.text or mention.span.overlaps(subject.span):
            continue
        relation = FROM if place == "from" else TO
        value = Argument(mention.span, context.document.words(mention.span), "", mention.type, mention.value)
        predicate = Predicate(frame.head, frame.negated, frame.modality, frame.past)
        text = f"{subject.text} {relation} {value.text}"
        yield claim(context, predicate, text, subject, relation, value, time=context.own_date(frame.head))


def _ends(context: Context, frame: Frame) -> Iterator[tuple[str, Token]]:
    """Yield the numbers behind "from" and "to", also where the parser hung one on the other or on "up"."""
    sentence = context.sentence
    pending = [*(t for _, t in frame.obliques), *sentence.children(frame.head, Function.ADVERB)]
    for token in pending[:]:
        pending.extend(sentence.children(token, Function.MODIFIER, Function.OBLIQUE))
    for token in dict.fromkeys(pending):
        place = preposition(token, sentence).split(" ")[-1]
        if place in {"from", "to"}:
            yield place, token

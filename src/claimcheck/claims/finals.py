"""Who won an event and who came second, where a sentence tells of its final: "France beat Brazil in the final of …"."""

from collections.abc import Iterator, Sequence

from claimcheck.claim import Argument, Claim
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.cues import Cues
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import Frame
from claimcheck.sentence import Function

WON_BY, SECOND = "won by", "runner-up"
_BEATING = frozenset({"beat", "defeat", "overcome", "thrash", "edge", "crush", "outplay", "upset", "see"})
_LOSING = frozenset({"lose", "fall", "succumb"})


def finals(context: Context, framed: Sequence[Frame], cues: Cues) -> Iterator[Claim]:
    """Yield the winner and the runner-up that each told final gives."""
    if not {WON_BY, SECOND} <= cues.relations.keys():
        return
    for frame in framed:
        event = _event(context, frame)
        sides = _sides(context, frame)
        if event is None or sides is None:
            continue
        predicate = Predicate(frame.head, frame.negated, frame.modality, frame.past)
        for relation, side in zip((WON_BY, SECOND), sides, strict=True):
            text = cues.relations[relation].said(event.text, side.text)
            yield claim(context, predicate, text, event, relation, side)


def _sides(context: Context, frame: Frame) -> tuple[Argument, Argument] | None:
    """Return who won and who lost: two names."""
    first = frame.subject
    if frame.lemma in _BEATING:
        second = frame.object
    elif frame.lemma in _LOSING:
        second = tuple(t for place, t in frame.obliques if place == "to")
    else:
        return None
    if len(first) != 1 or len(second) != 1:
        return None
    sides = tuple(context.argument(t) for t in (first[0], second[0]) if context.mention(t, "GPE", "NORP", "ORG", "PERSON"))
    if len(sides) != 2:
        return None
    return (sides[0], sides[1]) if frame.lemma in _BEATING else (sides[1], sides[0])


def _event(context: Context, frame: Frame) -> Argument | None:
    """Return the event whose final it was: "in the final of the 1990 World Cup", "in the 1990 World Cup final"."""
    sentence = context.sentence
    inside = [t for place, t in frame.obliques if place in {"in", "at"}]
    inside += [
        t for o in frame.object for t in sentence.children(o, Function.MODIFIER) if preposition(t, sentence) in {"in", "at"}
    ]
    for token in inside:
        hyphened = token.index > 0 and sentence.tokens[token.index - 1].text == "-"  # "semi-final"
        if token.lemma != "final" or hyphened or sentence.children(token, Function.ADJECTIVE):
            continue
        around = sentence.children(token, Function.MODIFIER, Function.COMPOUND, Function.POSSESSOR)
        event = next((t for t in around if context.mention(t, "EVENT")), None)
        if event is not None:
            return context.argument(event)
    return None

"""What limits a claim that a noun makes: to some of them, to another time, to another thing."""

from claimcheck.claims.bearers import title_words
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.cues import Cue
from claimcheck.claims.draft import restrictions
from claimcheck.claims.frames import is_occasion, says_other
from claimcheck.claims.typed import Match
from claimcheck.sentence import Function, Token


def limits(context: Context, noun: Token, cue: Cue, match: Match, before: tuple[Token, ...]) -> tuple[str, ...]:
    """Return all that limits what the noun says: to some of them, to another time, to another thing."""
    counted = context.sentence.within(match.value.span) if match.value is not None else ()
    found = restrictions(context, noun, *before, *counted)
    found = (*found, *says_other(t.text for t in title_words(context, noun)), *_circumstances(context, noun, cue))
    if cue.relation.objects == ("PERSON",) and not cue.relation.fixed and context.history:
        found = (*found, "in a paragraph about another time")
    if cue.relation.occasion and not is_occasion(noun, context.sentence):
        found = (*found, "at a time that the text does not tell")
    return found


def _circumstances(context: Context, noun: Token, cue: Cue) -> tuple[str, ...]:
    """Return what a phrase says of when and in what world its noun holds: "until 1923", "in their dreams"."""
    if cue.relation.fixed or cue.relation.occasion:
        return ()
    sentence = context.sentence
    used = {slot.place for slot in cue.slots}
    found = []
    for token in sentence.children(noun, Function.MODIFIER, Function.OBLIQUE):
        place = preposition(token, sentence)
        timed = context.mention(token, "DATE") is not None and place not in {"in", "on", "since"}
        elsewhere = (
            place in {"in", "on", "for", "at", "under", "with"}
            and place not in used
            and not context.mention(token, "DATE", "GPE")
        )
        if timed or elsewhere:
            found.append(f"{place} {context.phrase(token)[1]}".strip())
    return tuple(found)

"""The world of a claim, by whose it is and how certain they are: denials, fears, hedges, hearsay, questions."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from claimcheck.claim import Modality
from claimcheck.claims.context import Context
from claimcheck.discourse import Stance, Voice
from claimcheck.sentence import Function, Sentence, Token

_CERTAIN = frozenset({Modality.ASSERTED, Modality.FUTURE})
_ENDS = frozenset({".", "!", "?"})


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files("claimcheck.claims").joinpath("modality.toml").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in data.items()}


def placed(context: Context, head: Token, *, negated: bool, modality: Modality, presupposed: bool) -> tuple[bool, Modality]:
    """Return whether a claim is negated, and its world, in the mouth of whoever makes it.

    What somebody denies is negated for them; what lies deeper within a denial, and what is
    feared or supposed, is left open.  What a noun phrase takes for granted stays so.
    """
    if presupposed:
        return negated, modality
    if modality in _CERTAIN and (_is_hedged(head, context.sentence) or _is_asked(head, context.sentence)):
        modality = Modality.POSSIBLE
    voices = context.heard(head.span.start)
    for voice in voices:
        denied = voice.stance is Stance.DENIED
        if denied and voice is voices[0] and not negated and _is_main(head, voice, context.sentence):
            negated, modality = True, _own(head, context.sentence)
        elif denied or voice.stance is Stance.UNSURE:
            negated = negated and not denied
            modality = Modality.POSSIBLE if modality in _CERTAIN else modality
    return negated, modality


def _is_hedged(head: Token, sentence: Sentence) -> bool:
    """Whether an adverb or a verb above makes it less than certain: "reportedly", "seems to", "is said to"."""
    if any(t.text.lower() in _words()["hedges"] for t in sentence.children(head, Function.ADVERB)):
        return True
    above = sentence.head(head)
    to = any(t.text.lower() == "to" for t in sentence.children(head, Function.MARKER, Function.AUXILIARY))
    if above is None or not to or head.function is not Function.COMPLEMENT:
        return False
    return above.lemma in _words()["seeming"] or (above.tag == "VBN" and above.lemma in _words()["hearsay"])


def _is_asked(head: Token, sentence: Sentence) -> bool:
    """Whether the sentence that the predicate stands in is a question."""
    end = next((t for t in sentence.tokens[head.index :] if t.text in _ENDS), None)
    return end is not None and end.text == "?"


def _is_main(head: Token, voice: Voice, sentence: Sentence) -> bool:
    """Whether the predicate is what is said, or joined to it, and not told of in passing."""
    top = sentence.top(voice.span)
    current: Token | None = head
    while current is not None and current.function is Function.CONJUNCT and current is not top:
        current = sentence.head(current)
    return current is top


def _own(head: Token, sentence: Sentence) -> Modality:
    """Return the world by the predicate's own auxiliaries."""
    own = {t.text.lower() for t in sentence.children(head, Function.AUXILIARY)}
    if own & _words()["modals"]:
        return Modality.POSSIBLE
    return Modality.FUTURE if own & _words()["to_come"] else Modality.ASSERTED

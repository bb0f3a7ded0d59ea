"""Claims that verbs make: cues of the relations data matched against frames."""

from collections.abc import Iterator

from claimcheck.claim import Claim
from claimcheck.claims.branches import as_good_as, conjuncts, preposition
from claimcheck.claims.context import Context
from claimcheck.claims.cues import Cue, Cues, Slot
from claimcheck.claims.draft import Predicate
from claimcheck.claims.frames import Frame, shifts
from claimcheck.claims.typed import Match, claims_of
from claimcheck.relation import ObjectKind
from claimcheck.sentence import Function, Token


def from_verbs(context: Context, frame: Frame, cues: Cues) -> Iterator[Claim]:
    """Yield the claims that the frame of a verb makes by the cues of its lemma."""
    idioms: set[str] = set()  # "opened its doors" is no opening of doors
    forms = dict.fromkeys((frame.lemma, frame.head.text.lower())) if frame.lemma != "be" else ("be",)
    for cue in sorted((c for form in forms for c in cues.verbs.get(form, ())), key=lambda c: -len(c.words)):
        match = _match_verb(context, frame, cue) if cue.words or cue.relation.name not in idioms else None
        if match is not None:
            if cue.words:
                idioms.add(cue.relation.name)
            predicate = Predicate(frame.head, frame.negated, frame.modality, frame.past)
            limits = _limits(context, frame, cue)
            yield from claims_of(context, predicate, cue.relation, match, limits, place=context.place(frame.obliques))


def from_adjectives(context: Context, frame: Frame, cues: Cues) -> Iterator[Claim]:
    """Yield the measures that an adjective says of the frame's subject: "is 828 metres tall"."""
    tokens = context.sentence.tokens
    for token in (frame.head, *context.sentence.children(frame.head)):
        mention = context.mention(token, "QUANTITY")
        after = next((t for t in tokens[token.index + 1 :] if mention and t.span.start >= mention.span.end), None)
        if mention is None or after is None:
            continue
        for relation in cues.adjectives.get(after.lemma, ()):
            predicate = Predicate(frame.head, frame.negated, frame.modality, frame.past)
            subjects = frame.subject
            if token in subjects:  # the parser took the measure for what is tall
                subjects = conjuncts(context.sentence.child(token, Function.SUBJECT), context.sentence)
            yield from claims_of(context, predicate, relation, Match(subjects, (token,), mention), ())


def _limits(context: Context, frame: Frame, cue: Cue) -> tuple[str, ...]:
    """Return what makes the claim one of only a part: "for Spain", "in earnest", "joined … in cutting output"."""
    relation = cue.relation
    places = {"for", "as", "into"}
    if relation.recurs or not (relation.fixed or cue.slot_at("in")):
        places |= {"in", "at", "with"}
    places -= {slot.place for slot in cue.slots}
    timed = ("DATE", "DURATION")
    others = [context.phrase(t)[1] for place, t in frame.obliques if place in places and not context.mention(t, *timed)]
    for literal in context.sentence.children(frame.head, Function.OBJECT):
        inner = context.sentence.children(literal, Function.MODIFIER) if literal.lemma in cue.words else ()
        others += [context.phrase(t)[1] for t in inner if not context.mention(t, "DATE")]  # "took effect in Spain"
    clauses = context.sentence.children(frame.head, Function.ADVERBIAL_CLAUSE) if not relation.fixed else ()
    inside = [
        t.text
        for t in clauses
        if any(c.text.lower() == "in" for c in context.sentence.children(t, Function.MARKER, Function.CASE))
    ]
    parties = [
        t.text for t in frame.subject if cue.dated and "LAW" in relation.subjects and context.mention(t, "GPE", "ORG", "NORP")
    ]
    return (*shifts(frame.head, context.sentence), *others, *inside, *parties)


def _match_verb(context: Context, frame: Frame, cue: Cue) -> Match | None:
    if not set(cue.words) <= frame.words:
        return None
    right = cue.slot_at("right")
    if right is None and not cue.words and frame.object:
        return None
    subjects = _verb_role(context, frame, cue.slot("S"))
    if not subjects:
        return None
    if cue.dated:
        date = context.date(frame.head)
        return Match(subjects, (), date) if date is not None else None
    objects = _verb_role(context, frame, cue.slot("O"), anything=bool(cue.words) or (right is not None and right.role == "X"))
    if cue.relation.kind is ObjectKind.QUANTITY:
        return _counted(context, subjects, objects, cue.slot("O"))
    return Match(subjects, objects) if objects else None


def _verb_role(context: Context, frame: Frame, slot: Slot | None, *, anything: bool = False) -> tuple[Token, ...]:
    if slot is None:
        return ()
    if slot.place == "left":
        return frame.subject
    if slot.place == "right":
        return frame.object
    wanted = as_good_as(slot.place)
    found = tuple(token for place, token in frame.obliques if place in wanted)
    return found or _behind_object(context, frame, wanted) if anything else found


def _behind_object(context: Context, frame: Frame, wanted: tuple[str, ...]) -> tuple[Token, ...]:
    """Return what the parser hung on the object or deeper: "studied the law of trade at X"."""
    sentence = context.sentence
    nouns = (*frame.object, *(t for place, t in frame.obliques if place in {"as", "in", "with"}))
    behind = [t for noun in nouns for t in sentence.children(noun, Function.MODIFIER)]
    behind += [t for noun in behind if not context.mention(noun, "ORG") for t in sentence.children(noun, Function.MODIFIER)]
    return tuple(c for t in behind if preposition(t, sentence) in wanted for c in conjuncts(t, sentence))


def _counted(context: Context, subjects: tuple[Token, ...], objects: tuple[Token, ...], slot: Slot | None) -> Match | None:
    for token in objects:
        if slot is not None and slot.noun and token.lemma != slot.noun:
            continue
        mention = context.quantity(token)
        if mention is not None:
            return Match(subjects, (token,), mention)
    return None

"""Claims of the relations data: cues matched against frames and noun phrases."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from claimcheck.claim import UNNAMED, Argument, Claim, Mention
from claimcheck.claims.context import Context
from claimcheck.claims.cues import Cue, Cues, Slot
from claimcheck.claims.draft import Predicate, claim, nominal, restrictions
from claimcheck.claims.frames import Frame, conjuncts, is_occasion, preposition, shifts
from claimcheck.relation import ObjectKind, Relation
from claimcheck.sentence import Function, Token
from claimcheck.values.date import Date, Time
from claimcheck.values.quantity import Quantity

_NOUNS = frozenset({"NOUN", "PROPN"})
_NAMED = ("GPE", "NORP", "ORG", "EVENT", "FAC", "LOC", "PERSON", "LAW", "WORK_OF_ART", "PRODUCT")
_INSIDE = (Function.DETERMINER, Function.ADJECTIVE, Function.COMPOUND, Function.POSSESSOR, Function.MODIFIER)
_NEAR = {"in": ("in", "at"), "at": ("at", "in"), "on": ("on",), "of": ("of",)}


@dataclass(frozen=True, slots=True)
class _Match:
    """The tokens that a cue found for subject and object, or the mention that is the object's value.

    `unnamed` is the noun whose subject the sentence leaves out.
    """

    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    value: Mention | None = None
    unnamed: Token | None = None


def from_verbs(context: Context, frame: Frame, cues: Cues) -> Iterator[Claim]:
    """Yield the claims that the frame of a verb makes by the cues of its lemma."""
    idioms: set[str] = set()  # "opened its doors" is no opening of doors
    for cue in sorted(cues.verbs.get(frame.lemma, ()), key=lambda c: -len(c.words)):
        match = _match_verb(context, frame, cue) if cue.words or cue.relation.name not in idioms else None
        if match is not None:
            if cue.words:
                idioms.add(cue.relation.name)
            predicate = Predicate(frame.head, frame.negated, frame.modality, frame.past)
            limits = shifts(frame.head, context.sentence) if cue.dated else ()
            yield from _claims(context, predicate, cue.relation, match, limits)


def from_nouns(context: Context, cues: Cues) -> Iterator[Claim]:
    """Yield the claims that noun phrases make: event nouns, titles, descriptions and counts."""
    for token in context.sentence.tokens:
        for lemma in dict.fromkeys((token.text.lower(), token.lemma)):
            for cue in cues.nouns.get(lemma, ()):
                before = _words_before(context, token, cue)
                match = _match_noun(context, token, cue) if before is not None else None
                if match is not None:
                    counted = context.sentence.within(match.value.span) if match.value is not None else ()
                    limits = restrictions(context, token, *(before or ()), *counted)
                    if "PERSON" in cue.relation.objects and not cue.relation.fixed and context.history:
                        limits = (*limits, "in a paragraph about another time")
                    if cue.relation.occasion and not is_occasion(token, context.sentence):
                        limits = (*limits, "at a time that the text does not tell")
                    yield from _claims(context, nominal(context, token), cue.relation, match, limits)
        mention = context.mention(token, "EVENT")
        if mention is not None and mention.span.end == token.span.end:
            yield from _from_subject(context, token, mention, cues)


def from_adjectives(context: Context, frame: Frame, cues: Cues) -> Iterator[Claim]:
    """Yield the measures that an adjective says of the frame's subject: "is 828 metres tall"."""
    for relation in cues.adjectives.get(frame.head.lemma, ()):
        for token in context.sentence.children(frame.head):
            mention = context.mention(token, "QUANTITY")
            if mention is not None:
                predicate = Predicate(frame.head, frame.negated, frame.modality, frame.past)
                yield from _claims(context, predicate, relation, _Match(frame.subject, (token,), mention), ())


def _from_subject(context: Context, token: Token, mention: Mention, cues: Cues) -> Iterator[Claim]:
    """Yield claims of the phrase itself, as "the 2022 Winter Olympics in Beijing"."""
    head = context.sentence.top(mention.span) or token
    for cue in cues.subject_nouns:
        dated = _dated_of(context, head) if cue.dated else None
        if dated is not None:
            yield from _claims(context, nominal(context, head), cue.relation, _Match((head,), (), dated), ())
        objects = [t for slot in cue.slots for t in _after(context, head, slot.place)]
        if objects:
            match = _Match((head,), tuple(objects))
            yield from _claims(context, nominal(context, head), cue.relation, match, ())


def _dated_of(context: Context, head: Token) -> Mention | None:
    """Return the date in "the fall of the Wall of 1989": behind "of", so that it is the event's own."""
    after = [t for t in context.sentence.children(head, Function.MODIFIER) if preposition(t, context.sentence) == "of"]
    return next((m for t in after if (m := context.mention(t, "DATE")) and isinstance(m.value, Time)), None)


# verbs


def _match_verb(context: Context, frame: Frame, cue: Cue) -> _Match | None:
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
        return _Match(subjects, (), date) if date is not None else None
    objects = _verb_role(context, frame, cue.slot("O"))
    if cue.relation.kind is ObjectKind.QUANTITY:
        return _counted(context, subjects, objects, cue.slot("O"))
    return _Match(subjects, objects) if objects else None


def _verb_role(context: Context, frame: Frame, slot: Slot | None) -> tuple[Token, ...]:
    if slot is None:
        return ()
    if slot.place == "left":
        return frame.subject
    if slot.place == "right":
        return frame.object
    wanted = _NEAR.get(slot.place, (slot.place,))
    return tuple(token for place, token in frame.obliques if place in wanted)


def _counted(context: Context, subjects: tuple[Token, ...], objects: tuple[Token, ...], slot: Slot | None) -> _Match | None:
    for token in objects:
        if slot is not None and slot.noun and token.lemma != slot.noun:
            continue
        mention = context.quantity(token)
        if mention is not None:
            return _Match(subjects, (token,), mention)
    return None


# nouns


def _words_before(context: Context, noun: Token, cue: Cue) -> tuple[Token, ...] | None:
    """Return the tokens of the cue's other words right before the noun (none if it has none), or None without them."""
    found: list[Token] = []
    index = noun.index - 1
    for word in reversed(cue.words):
        while index >= 0 and context.sentence.tokens[index].text == "-":
            index -= 1
        if index < 0 or context.sentence.tokens[index].text.lower() != word:
            return None
        found.append(context.sentence.tokens[index])
        index -= 1
    if noun.pos in _NOUNS or noun.tag in {"VBG", "NN", "NNS"}:
        return tuple(found)
    return None


def _match_noun(context: Context, noun: Token, cue: Cue) -> _Match | None:
    subjects = _noun_role(context, noun, cue.slot("S"), owned=cue.slot_at("'s") is None)
    counted = cue.slot_at("number")
    if counted is not None:
        mention = context.quantity(noun)
        subjects = subjects or _wearer(context, noun)
        return _Match(subjects, (noun,), mention) if mention is not None and subjects else None
    if not subjects:
        return _match_title(context, noun, cue)
    if cue.dated:
        date = context.date(noun)
        return _Match(subjects, (), date) if date is not None else None
    slot = cue.slot("O")
    if cue.relation.kind is ObjectKind.QUANTITY:
        return _stated(context, noun, subjects)
    objects = _noun_role(context, noun, slot, owned=False) if slot is not None else _bearers(context, noun)
    return _Match(subjects, objects) if objects else None


def _match_title(context: Context, noun: Token, cue: Cue) -> _Match | None:
    """Return who bears a title that does not say of what: "the Speaker, Ann Lee"."""
    relation = cue.relation
    office = relation.kind is ObjectKind.NAME and relation.functional and not relation.fixed
    if not office or cue.slot("O") is not None or cue.dated:
        return None
    bearers = tuple(t for t in _bearers(context, noun) if context.mention(t, "PERSON"))
    return _Match((), bearers, unnamed=noun) if bearers else None


def _noun_role(context: Context, noun: Token, slot: Slot | None, *, owned: bool) -> tuple[Token, ...]:
    """Return the tokens in a slot around a noun; with `owned`, "X's noun" and "Xian noun" say the same as "noun of X"."""
    if slot is None:
        return ()
    sentence = context.sentence
    if slot.place == "'s":
        owner = sentence.child(noun, Function.POSSESSOR)
        by = _after(context, noun, "by")
        return conjuncts(owner, sentence) or by or _adjectives(context, noun)
    found = _after(context, noun, slot.place)
    if not found and owned and slot.place == "of":
        owner = sentence.child(noun, Function.POSSESSOR)
        found = conjuncts(owner, sentence) or _adjectives(context, noun)
    return found


def _after(context: Context, noun: Token, place: str) -> tuple[Token, ...]:
    sentence = context.sentence
    wanted = _NEAR.get(place, (place,))
    found = sentence.children(noun, Function.MODIFIER, Function.OBLIQUE, Function.AGENT)
    return tuple(c for t in found if preposition(t, sentence) in wanted for c in conjuncts(t, sentence))


def _adjectives(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return the names that stand before the noun as adjectives: "Slovenian", "Loopway"."""
    sentence = context.sentence
    found = sentence.children(noun, Function.ADJECTIVE, Function.COMPOUND)
    bearer = sentence.head(noun)
    if (
        noun.function is Function.COMPOUND and bearer is not None
    ):  # "German Chancellor Ann Lee": the parser may hang both on the name
        found += tuple(t for t in sentence.children(bearer, Function.ADJECTIVE, Function.COMPOUND) if t.index < noun.index)
    return tuple(t for t in found if context.mention(t, "GPE", "NORP", "ORG"))


def _bearers(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return what the noun is said of: the subject of "is", the name in apposition, or the name after a title."""
    sentence = context.sentence
    head = sentence.head(noun)
    if sentence.child(noun, Function.COPULA):
        return conjuncts(sentence.child(noun, Function.SUBJECT), sentence)
    if noun.function is Function.APPOSITION and head is not None:
        return (head,)
    if noun.function is Function.COMPOUND and head is not None and context.mention(head, *_NAMED):
        return (head,)
    named = [t for t in sentence.children(noun, Function.APPOSITION) if context.mention(t, *_NAMED)]
    return tuple(named[:1]) or _beside(context, noun)


def _beside(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return the name right before a noun phrase between commas, wherever the parser hung it: "Riga, the Latvian capital,"."""
    tokens = context.sentence.tokens
    parts = [t for c in context.sentence.children(noun, *_INSIDE) for t in context.sentence.subtree(c)]
    first, *_, last = sorted([noun, noun, *parts], key=lambda t: t.index)
    closed = last.index + 1 < len(tokens) and tokens[last.index + 1].text in {",", "."}
    named_next = last.index + 2 < len(tokens) and context.mention(tokens[last.index + 2], *_NAMED)
    opened = (
        first.function in {Function.DETERMINER, Function.POSSESSOR} and first.index >= 2 and tokens[first.index - 1].text == ","
    )
    if not opened or not closed or named_next:
        return ()
    before = tokens[first.index - 2]
    return (before,) if context.mention(before, *_NAMED) else ()


def _wearer(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return what a count belongs to: "Elm Park, an 11,400-seat ground" or "the club has 640 seats"."""
    sentence = context.sentence
    head = sentence.head(noun)
    if head is None:
        return ()
    if noun.function in {Function.COMPOUND, Function.ADJECTIVE}:
        named = _bearers(context, head) or _after(context, head, "for") or _after(context, head, "of")
        return named or ((head,) if context.link(head) else ())
    if noun.function is Function.OBJECT and head.lemma in {"have", "boast", "hold", "offer", "include", "get", "contain"}:
        return conjuncts(sentence.child(head, Function.SUBJECT), sentence)
    return ()


def _stated(context: Context, noun: Token, subjects: tuple[Token, ...]) -> _Match | None:
    """Return the quantity that a measure noun is said to be: "a population of 4,000", "the height is 12 metres"."""
    sentence = context.sentence
    candidates = [*_after(context, noun, "of"), *sentence.children(noun, Function.APPOSITION)]
    head = sentence.head(noun)
    if noun.function is Function.SUBJECT and head is not None and sentence.child(head, Function.COPULA):
        candidates.append(head)
    for token in candidates:
        mention = context.quantity(token)
        if mention is not None:
            return _Match(tuple(s for s in subjects if s is not token), (token,), mention)
    return None


# claims


def _claims(
    context: Context, predicate: Predicate, relation: Relation, match: _Match, restrictions: tuple[str, ...]
) -> Iterator[Claim]:
    subjects = [context.argument(t) for t in match.subjects if t.pos != "PRON" or context.link(t)]
    if match.unnamed is not None:
        subjects = [Argument(match.unnamed.span, UNNAMED)]
    if match.value is not None:
        objects = [_valued(context, match.value)]
        subjects = [s for s in subjects if not s.span.overlaps(match.value.span)]
    else:
        objects = [context.argument(t) for t in match.objects if t.pos != "PRON" or context.link(t)]
    for subject, object_ in product(subjects, objects):
        if _fits(subject, relation.subjects) and _is_kind(object_, relation) and subject.span != object_.span:
            text = relation.said(subject.text, object_.text)
            head = predicate.head
            time = context.clause_date(head) if predicate.presupposed else context.own_date(head)
            yield claim(context, predicate, text, subject, relation.name, object_, time=time, restriction=restrictions)


def _valued(context: Context, mention: Mention) -> Argument:
    return Argument(mention.span, context.document.words(mention.span), "", mention.type, mention.value)


def _fits(argument: Argument, types: tuple[str, ...]) -> bool:
    """Whether an argument may stand there; a common noun may, since its type is not known."""
    kind = "GPE" if argument.type == "NORP" else argument.type
    if types == ("EVENT",) and not kind:
        return False  # "the headquarters are in Paris" is no event held there
    return not types or not kind or kind in types or (kind == "LOC" and "GPE" in types)


def _is_kind(argument: Argument, relation: Relation) -> bool:
    if relation.kind is ObjectKind.DATE:
        return isinstance(argument.value, Time) and argument.value.date != Date(None, None)
    if relation.kind is ObjectKind.QUANTITY:
        return isinstance(argument.value, Quantity)
    return bool(argument.type) and _fits(argument, relation.objects)

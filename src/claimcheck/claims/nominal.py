"""Claims that noun phrases make: event nouns, titles, descriptions and counts."""

from collections.abc import Iterator, Sequence

from claimcheck.claim import Claim, Mention
from claimcheck.claims.bearers import bearers
from claimcheck.claims.branches import as_good_as, conjuncts, preposition
from claimcheck.claims.context import Context
from claimcheck.claims.cues import Cue, Cues, Slot
from claimcheck.claims.draft import nominal
from claimcheck.claims.frames import frame_of, is_watched
from claimcheck.claims.limits import limits
from claimcheck.claims.roles import first_of
from claimcheck.claims.typed import Match, claims_of
from claimcheck.relation import ObjectKind
from claimcheck.sentence import Function, Sentence, Token
from claimcheck.values.time import Time

_NOUNS = frozenset({"NOUN", "PROPN"})
_HAVING = frozenset(
    {"have", "boast", "hold", "offer", "include", "get", "contain", "feature", "comprise", "house", "count", "employ", "run"}
)
_BEGINNINGS = frozenset({"founding", "foundation", "opening", "establishment", "creation", "launch", "inauguration"})


def from_nouns(context: Context, cues: Cues) -> Iterator[Claim]:
    """Yield the claims that noun phrases make: event nouns, titles, descriptions and counts."""
    for token in context.sentence.tokens:
        for lemma in dict.fromkeys((token.text.lower(), token.lemma)):
            for cue, match, before in _matches(context, token, cues.nouns.get(lemma, ())):
                limited = limits(context, token, cue, match, before)
                yield from claims_of(context, nominal(context, token), cue.relation, match, limited)
        mention = context.mention(token, "EVENT")
        if mention is not None and mention.span.end == token.span.end:
            yield from _from_subject(context, token, mention, cues)


def _matches(context: Context, noun: Token, cues: Sequence[Cue]) -> Iterator[tuple[Cue, Match, tuple[Token, ...]]]:
    """Yield the cues that match, with the words before the noun; a title of nothing named only if no cue names of what."""
    found = []
    for cue in cues:
        before = _words_before(context, noun, cue)
        match = _match_noun(context, noun, cue) if before is not None else None
        if before is not None and match is not None:
            found.append((cue, match, before))
    named = {cue.relation.name for cue, match, _ in found if match.unnamed is None}
    unnamed: set[str] = set()
    for cue, match, before in found:
        spare = cue.relation.name in named | unnamed
        if match.unnamed is None or not spare:
            yield cue, match, before
        if match.unnamed is not None:
            unnamed.add(cue.relation.name)


def _from_subject(context: Context, token: Token, mention: Mention, cues: Cues) -> Iterator[Claim]:
    """Yield claims of the phrase itself, as "the 2022 Winter Olympics in Beijing"."""
    head = context.sentence.top(mention.span) or token
    for cue in cues.subject_nouns:
        dated = _dated_of(context, head) if cue.dated else None
        if dated is not None:
            yield from claims_of(context, nominal(context, head), cue.relation, Match((head,), (), dated), ())
        if is_watched(head, context.sentence):
            continue
        objects = [
            t for slot in cue.slots for t in _after(context, head, slot.place) or _right_behind(context, mention, slot.place)
        ]
        if objects:
            match = Match((head,), tuple(objects))
            yield from claims_of(context, nominal(context, head), cue.relation, match, ())


def _right_behind(context: Context, mention: Mention, place: str) -> tuple[Token, ...]:
    """Return the place right behind "at the 2022 Games in", wherever the parser hung it."""
    tokens = context.sentence.tokens
    inside = context.sentence.within(mention.span)
    first, last = inside[0].index, inside[-1].index
    led = {t.text.lower() for t in tokens[max(0, first - 2) : first]}
    following = tokens[last + 1 : last + 3]
    if "at" not in led or len(following) < 2 or following[0].text != place or not context.mention(following[1], "GPE"):
        return ()
    return (following[1],)


def _dated_of(context: Context, head: Token) -> Mention | None:
    """Return the date in "the fall of the Wall of 1989": behind "of", so that it is the event's own."""
    after = [t for t in context.sentence.children(head, Function.MODIFIER) if preposition(t, context.sentence) == "of"]
    return next((m for t in after if (m := context.mention(t, "DATE")) and isinstance(m.value, Time)), None)


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
    if noun.pos in _NOUNS or noun.tag in {"VBG", "NN", "NNS"} or cue.words:
        return tuple(found)
    return None


def _match_noun(context: Context, noun: Token, cue: Cue) -> Match | None:
    borne = cue.slot("S") is None and cue.slot("O") is not None  # "son of O": the subject bears the noun
    subjects = (
        _set_apart(context, noun) or bearers(context, noun)
        if borne
        else _noun_role(context, noun, cue.slot("S"), owned=cue.slot_at("'s") is None)
    )
    counted = cue.slot_at("number")
    if counted is not None:
        mention = context.quantity(noun)
        subjects = subjects or _begun(context, noun) or _wearer(context, noun)
        subjects = tuple(owner for t in subjects for owner in _whose(context, t))
        return Match(subjects, (noun,), mention) if mention is not None and subjects else None
    if not subjects:
        return _match_title(context, noun, cue)
    if cue.dated:
        date = context.date(noun) or _date_behind(context, noun)
        return Match(subjects, (), date) if date is not None else None
    slot = cue.slot("O")
    if cue.relation.kind is ObjectKind.QUANTITY:
        return _stated(context, noun, subjects)
    objects = _noun_role(context, noun, slot, owned=borne) if slot is not None else bearers(context, noun)
    return Match(subjects, objects) if objects else None


def _set_apart(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return who was born, for a noun behind a comma: "She was born in Ulm, the daughter of …"."""
    sentence = context.sentence
    verb = next((t for t in sentence.ancestors(noun) if t.pos == "VERB"), None)
    first = sentence.subtree(noun)[0].index
    apart = first > 0 and sentence.tokens[first - 1].text == "," and sentence.tokens[first].pos == "DET"
    if verb is None or verb.text.lower() != "born" or not apart or verb.index > first:
        return ()
    return frame_of(verb, sentence).object


def _date_behind(context: Context, noun: Token) -> Mention | None:
    """Return the date right behind the noun, wherever the parser hung it: "until his death in 1898"."""
    following = context.sentence.tokens[noun.index + 1 : noun.index + 3]
    if len(following) < 2 or following[0].text not in {"in", "on"}:
        return None
    found = context.mention(following[1], "DATE")
    return found if found is not None and isinstance(found.value, Time) and found.span.start == following[1].span.start else None


def _match_title(context: Context, noun: Token, cue: Cue) -> Match | None:
    """Return who bears a title that does not say of what: "the Speaker, Ann Lee"."""
    relation = cue.relation
    office = relation.kind is ObjectKind.NAME and relation.functional and not relation.fixed
    if not office or cue.slot("O") is not None or cue.dated:
        return None
    people = tuple(t for t in bearers(context, noun) if context.mention(t, "PERSON"))
    return Match((), people, unnamed=noun) if people else None


def _noun_role(context: Context, noun: Token, slot: Slot | None, *, owned: bool) -> tuple[Token, ...]:
    """Return the tokens in a slot around a noun; with `owned`, "X's noun" and "Xian noun" say the same as "noun of X"."""
    if slot is None:
        return ()
    sentence = context.sentence
    if slot.place == "'s":
        owner = sentence.child(noun, Function.POSSESSOR)
        by = _after(context, noun, "by")
        return conjuncts(owner, sentence) or by or _names_before(context, noun)
    found = _after(context, noun, slot.place) or _said_to_be(noun, slot.place, sentence)
    if not found and owned and slot.place == "of":
        owner = sentence.child(noun, Function.POSSESSOR)
        found = conjuncts(owner, sentence) or _names_before(context, noun) or _possessor(context, noun)
    return found


def _said_to_be(noun: Token, place: str, sentence: Sentence) -> tuple[Token, ...]:
    """Return where the noun is said to be: "Ulm" in "its seat is in Ulm"."""
    head = sentence.head(noun)
    if head is None or noun.function is not Function.SUBJECT or not sentence.child(head, Function.COPULA):
        return ()
    return conjuncts(head, sentence) if preposition(head, sentence) in as_good_as(place) and place != "of" else ()


def _is_definite(noun: Token, sentence: Sentence) -> bool:
    """Whether a noun is one that is known or has a name: "talks with the president", "with President Lee"."""
    return noun.text[0].isupper() or any(t.text.lower() == "the" for t in sentence.children(noun, Function.DETERMINER))


def _possessor(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return who has what the noun names: "X" in "X has a son" and "X, a firm with headquarters in Ulm"."""
    sentence = context.sentence
    head = sentence.head(noun)
    if head is not None and noun.function is Function.OBJECT and head.lemma == "have":
        return frame_of(head, sentence).subject
    if head is not None and preposition(noun, sentence) == "with" and head.pos in _NOUNS and not _is_definite(noun, sentence):
        return (head,)
    return ()


def _after(context: Context, noun: Token, place: str) -> tuple[Token, ...]:
    """Return the nouns that a preposition (or one as good) joins to the noun."""
    sentence = context.sentence
    wanted = as_good_as(place)
    found = sentence.children(noun, Function.MODIFIER, Function.OBLIQUE, Function.AGENT)
    if place == "at":  # "professor of chemistry at Ulm": the parser may have hung it on the chemistry
        found += tuple(c for t in found if not context.mention(t, "ORG") for c in sentence.children(t, Function.MODIFIER))
    below = tuple(c for t in found if preposition(t, sentence) in wanted for c in conjuncts(t, sentence))
    return below or _shared(context, noun, place)


def _shared(context: Context, noun: Token, place: str) -> tuple[Token, ...]:
    """Return what belongs to the last of several joined roles: "X" for "chairman" in "chairman and mayor of X"."""
    sentence = context.sentence
    first = first_of(noun, sentence)
    if first is not noun:  # the parser may have hung it on the first of them
        later = [
            t for t in sentence.children(first, Function.CONJUNCT) if t.index > noun.index and first_of(t, sentence) is first
        ]
        found = [t for c in (first, *later) for t in sentence.children(c, Function.MODIFIER) if t.index > noun.index]
    else:
        joined = [
            t
            for t in sentence.children(noun, Function.CONJUNCT)
            if first_of(t, sentence) is noun and not sentence.children(t, Function.DETERMINER)  # "a baker and the mayor of X"
        ]
        found = [t for c in joined for t in sentence.children(c, Function.MODIFIER)]
    return tuple(c for t in found if preposition(t, sentence) in as_good_as(place) for c in conjuncts(t, sentence))


def _names_before(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return the names that stand before the noun as adjectives: "Latvian", "Elm Park"."""
    sentence = context.sentence
    found = sentence.children(noun, Function.ADJECTIVE, Function.COMPOUND)
    bearer = sentence.head(noun)
    # "German Chancellor Ann Lee": the parser may hang both on the name.
    if noun.function is Function.COMPOUND and bearer is not None:
        found += tuple(t for t in sentence.children(bearer, Function.ADJECTIVE, Function.COMPOUND) if t.index < noun.index)
    return tuple(t for t in found if context.mention(t, "GPE", "NORP", "ORG"))


def _begun(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return the act in "the anniversary of its founding", which a parser may take for a clause."""
    clauses = context.sentence.children(noun, Function.CLAUSE_MODIFIER)
    return tuple(t for t in clauses if t.text.lower() in _BEGINNINGS)


def _whose(context: Context, token: Token) -> tuple[Token, ...]:
    """Return what a beginning is the beginning of: "NATO" of "NATO's founding"; anything else is itself."""
    if token.text.lower() not in _BEGINNINGS:
        return (token,)
    owner = context.sentence.child(token, Function.POSSESSOR, Function.OBJECT)
    return (owner,) if owner is not None else _after(context, token, "of")[:1]


def _wearer(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return what a count belongs to: "Elm Park, an 11,400-seat ground" or "the club has 640 seats"."""
    sentence = context.sentence
    head = sentence.head(noun)
    if head is None:
        return ()
    if noun.function in {Function.COMPOUND, Function.ADJECTIVE}:
        named = bearers(context, head) or _after(context, head, "for") or _after(context, head, "of")
        return named or ((head,) if context.link(head) else ())
    if noun.function is Function.OBJECT and head.lemma in _HAVING:
        return conjuncts(sentence.child(head, Function.SUBJECT), sentence)
    return ()


def _stated(context: Context, noun: Token, subjects: tuple[Token, ...]) -> Match | None:
    """Return the quantity that a measure noun is said to be: "a population of 4,000", "the height is 12 metres"."""
    sentence = context.sentence
    candidates = [*_after(context, noun, "of"), *sentence.children(noun, Function.APPOSITION)]
    head = sentence.head(noun)
    if noun.function is Function.SUBJECT and head is not None and sentence.child(head, Function.COPULA):
        candidates.append(head)
    for token in candidates:
        mention = context.quantity(token)
        if mention is not None:
            return Match(tuple(s for s in subjects if s is not token), (token,), mention)
    return None

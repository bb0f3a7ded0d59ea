"""Anniversaries of things, with whose they are: "its golden jubilee", "a 40th anniversary concert for the choir", "turns 60"."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from claimcheck.claim import Argument, Claim, Mention, Modality
from claimcheck.claims.beginnings import words
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import modality
from claimcheck.claims.standing import standing
from claimcheck.document import Span
from claimcheck.sentence import Function, Token
from claimcheck.values.date import UNKNOWN_DATE, Date, Day
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Time

RELATION = "anniversary"

_MOST = 200  # beginnings that an anniversary is looked for among
_VERBAL = frozenset({"VERB", "AUX"})
_BODIES = frozenset({"ORG", "FAC", "PRODUCT"})
_SPECIAL = (Function.ADJECTIVE, Function.COMPOUND, Function.CLAUSE_MODIFIER, Function.MODIFIER, Function.POSSESSOR)
_LONG_AGO = Day(1, 1, 1)  # for what is told in the past, at a time that is not told


def occasions(contexts: Sequence[Context], begun: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the anniversaries of a document, those of a firm or the like as its that the text has told the beginning of."""
    begun = begun[:_MOST]
    sure = [c for c in begun if c.modality is Modality.ASSERTED and not c.restriction and not c.negated]
    first = {c.object.span for c in begun}
    before: Context | None = None
    for context in contexts:
        for mention, head, owner in chain(_with_owner(context), standing(context)):
            verb = next((t for t in (head, *context.sentence.ancestors(head)) if t.pos in _VERBAL), None)
            told = _told_at(context, _finite(context, head, verb), first)
            subject = _resolved(context, before, owner, sure) if told is not None else None
            if subject is not None and told is not None:
                yield _claim(context, head, mention, subject, told)
        before = context


def _with_owner(context: Context) -> Iterator[tuple[Mention, Token, Token]]:
    """Yield each anniversary with the word that says it and the word for whose it is."""
    for mention, head in _anniversaries(context):
        owner = _owner(context, head)
        if owner is not None:
            yield mention, head, owner


def _finite(context: Context, head: Token, verb: Token | None) -> Token | None:
    """Return the verb that tells of the time: the copula if there is one, or the main verb above "to celebrate"."""
    copula = context.sentence.child(head, Function.COPULA)
    if copula is not None or verb is None or verb.tag != "VB":
        return copula or verb
    bare = not context.sentence.children(verb, Function.AUXILIARY)
    return next((t for t in context.sentence.ancestors(verb) if bare and t.pos in _VERBAL), verb)


def _anniversaries(context: Context) -> Iterator[tuple[Mention, Token]]:
    """Yield each number of years that is kept, with the noun or verb that it stands at."""
    for mention in context.mentions:
        head = context.sentence.top(mention.span)
        years = mention.rule == "anniversary" or (mention.type == "AGE" and head is not None and head.lemma == "turn")
        if (head is not None and years) or (head is not None and mention.type == "DURATION" and _is_kept(context, head, mention)):
            yield mention, head
    for token in context.sentence.tokens:
        before = context.sentence.tokens[token.index - 1].text.lower() if token.index else ""
        found = next(
            (int(j.split()[1]) for j in words()["jubilees"] if token.lemma == "jubilee" and j.split()[0] == before), None
        )
        if found is not None:
            span = context.sentence.tokens[token.index - 1].span
            yield (
                Mention(
                    Span(span.start, token.span.end), "ANNIVERSARY", Quantity(Decimal(found), Decimal(found), "year"), "jubilee"
                ),
                token,
            )


def _is_kept(context: Context, head: Token, mention: Mention) -> bool:
    """Whether a length is what is celebrated: "is celebrating 50 years of broadcasting"."""
    verb = context.sentence.head(head)
    value = mention.value
    kept = (
        verb is not None
        and head.function is Function.OBJECT
        and (verb.lemma == "celebrate" or verb.text.lower() == "celebrating")
    )
    behind = (t for t in context.sentence.tokens if t.span.start >= mention.span.end)
    elsewhere = next((t.text.lower() for t in behind), "") in {"in", "at", "with", "as", "under", "on", "together"}
    return kept and not elsewhere and isinstance(value, Quantity) and value.unit == "year" and value.number is not None


def _owner(context: Context, head: Token) -> Token | None:
    """Return whose anniversary it is; None if it is that of something else."""
    sentence = context.sentence
    around = [t for t in (head, *sentence.children(head), sentence.head(head)) if t is not None]
    if any(t.lemma in words()["other"] for t in around):
        return None
    behind = [t for t in sentence.children(head, Function.MODIFIER) if preposition(t, sentence) == "of"]
    own = sentence.child(head, Function.POSSESSOR)
    if behind and head.lemma != "year":
        act = behind[0]
        inner = sentence.child(act, Function.POSSESSOR) or sentence.child(act, Function.MODIFIER)
        return inner if act.lemma in words()["acts"] else act
    if own is not None:
        return own
    noun = sentence.head(head)
    if noun is not None and head.function is Function.COMPOUND:
        return _of_party(context, noun)
    verb = head if head.lemma == "turn" and head.pos == "VERB" else noun
    keeping = verb is not None and (
        {verb.lemma, verb.text.lower()} & words()["keeping"]
        or verb.text.lower() in {"celebrating", "marking"}
        or verb.lemma == "turn"
    )
    return sentence.child(verb, Function.SUBJECT) if verb is not None and keeping else None


def _of_party(context: Context, noun: Token) -> Token | None:
    """Return for what a party is given: "a 40th anniversary concert for the choir", "the choir's 40th anniversary concert"."""
    sentence = context.sentence
    own = sentence.child(noun, Function.POSSESSOR)
    verb = next((t for t in sentence.ancestors(noun) if t.pos == "VERB"), None)
    places = (
        *sentence.children(noun, Function.MODIFIER),
        *(sentence.children(verb, Function.OBLIQUE) if verb is not None else ()),
    )
    behind = next((t for t in places if preposition(t, sentence) == "for"), None)
    return own or behind


def _told_at(context: Context, verb: Token | None, first: set[Span]) -> Date | None:
    """Return the days of which an anniversary is told, unknown for those about publication; None if they are not certain."""
    times = [m.value for m in context.mentions if isinstance(m.value, Time) and m.span not in first]
    years = {t.date for t in times if t.written.year is not None and t.date.known}
    if years:
        return next(iter(years)) if len(years) == 1 else None
    near = any(t.anchor == "publication" for t in times)
    if verb is None or near:
        return UNKNOWN_DATE if near else None
    auxiliaries = {t.text.lower() for t in context.sentence.children(verb, Function.AUXILIARY)}
    if verb.tag in {"VBZ", "VBP"} or auxiliaries & {"will", "is", "are", "'ll", "has", "have"}:
        return UNKNOWN_DATE
    latest = context.document.publication.date.latest
    past = verb.tag == "VBD" and not auxiliaries and latest is not None
    return Date(_LONG_AGO, latest) if past else None


def _resolved(context: Context, before: Context | None, owner: Token, begun: Sequence[Claim]) -> Argument | None:
    """Return whose anniversary it is, as the thing of which the text tells the beginning."""
    owner = _antecedent(context, owner)
    found = context.argument(owner)
    things = {c.subject.referent: c.subject for c in begun}
    if found.referent in things:
        return found
    other = _names_other(context, things)
    if owner.text.lower() in {"its", "their", "it"}:
        known = not other and len(things) == 1 and _is_still_spoken_of(before, next(iter(things)))
        return next(iter(things.values())) if known else None
    if not _is_definite(context, owner) or context.sentence.children(owner, *_SPECIAL):
        return None
    named = {k: a for k, a in things.items() if owner.lemma in {a.text.lower().split()[-1], k.split("@")[0]}}
    if len(named) == 1 and not other:
        thing = next(iter(named.values()))
        return Argument(found.span, thing.text, thing.referent, thing.type)
    if owner.lemma not in words()["generic"]:
        return None
    kin = {k: a for k, a in things.items() if _shares_name(context, a)}
    alone = {
        c.subject.referent: c.subject
        for c in begun
        if (c.subject.type in _BODIES or c.subject.text[:1].isupper()) and c.span.start < owner.span.start
    }
    one = kin if len(kin) == 1 else alone if len(alone) == 1 and not other else {}
    thing_ = next(iter(one.values()), None)
    return Argument(found.span, thing_.text, thing_.referent, thing_.type) if thing_ is not None else None


def _antecedent(context: Context, owner: Token) -> Token:
    """Return the subject of the sentence for "its" and "it" that stand for it, else the word itself."""
    if owner.pos != "PRON" or context.link(owner) is not None:
        return owner
    above = [t for t in context.sentence.ancestors(owner) if t.pos in _VERBAL or context.sentence.child(t, Function.COPULA)]
    subjects = (context.sentence.child(t, Function.SUBJECT, Function.PASSIVE_SUBJECT) for t in above)
    return next((s for s in subjects if s is not None and s is not owner and s.pos != "PRON"), owner)


def _is_still_spoken_of(before: Context | None, key: str) -> bool:
    """Whether the sentence before speaks of the thing, or of people, and of nothing else that "it" may stand for."""
    if before is None:
        return False
    for token in before.sentence.tokens:
        if token.function not in {Function.SUBJECT, Function.PASSIVE_SUBJECT}:
            continue
        link = before.link(token)
        known = link is not None and (link.referent.key == key or link.referent.type == "PERSON")
        if not known and token.pos in {"NOUN", "PROPN"} and before.argument(token).referent != key:
            return False
    return True


def _is_definite(context: Context, noun: Token) -> bool:
    return any(t.text.lower() in {"the", "this", "that"} for t in context.sentence.children(noun, Function.DETERMINER))


def _shares_name(context: Context, thing: Argument) -> bool:
    """Whether the sentence names the family that the thing is called by: "the Hollises" of "Hollis & Daughter"."""
    first = [w for w in thing.text.split() if w[:1].isupper() and len(w) > 3]
    words_here = {t.text for t in context.sentence.tokens if t.text[:1].isupper()}
    return any(w in words_here or f"{w}s" in words_here or f"{w}es" in words_here for w in first)


def _names_other(context: Context, known: dict[str, Argument]) -> bool:
    """Whether the sentence names another body that may be meant."""
    return any(k.referent.type in {"ORG", "FAC", "PRODUCT"} and k.referent.key not in known for k in context.links)


def _claim(context: Context, head: Token, mention: Mention, subject: Argument, told: Date) -> Claim:
    turned = head.lemma == "turn" and isinstance(mention.value, Quantity)
    words_ = (
        f"{mention.value.number} years"
        if turned and isinstance(mention.value, Quantity)
        else context.document.words(mention.span)
    )
    value = Argument(mention.span, words_, "", mention.type, mention.value)
    predicate = Predicate(
        head, negated=False, modality=modality(head, context.sentence, presupposed=True), past=False, presupposed=True
    )
    return claim(context, predicate, f"{value.text} of {subject.text}", subject, RELATION, value, time=told)

"""What is known of a pronoun and something that it may stand for, as numbers."""

from dataclasses import dataclass
from math import log1p

from claimcheck.annotate.coreference.entities import Discourse, Entity
from claimcheck.annotate.coreference.gender import gender_of_name
from claimcheck.annotate.coreference.phrases import Phrase
from claimcheck.annotate.names import words
from claimcheck.sentence import Function, Sentence, Token

_ROLES = (
    Function.SUBJECT, Function.PASSIVE_SUBJECT, Function.OBJECT, Function.OBLIQUE, Function.POSSESSOR, Function.MODIFIER,
    Function.COMPOUND, Function.AGENT,
)  # fmt: skip
_SUBJECTS = frozenset({Function.SUBJECT, Function.PASSIVE_SUBJECT})
_OBJECTS = frozenset({Function.OBJECT, Function.INDIRECT_OBJECT})
_LOOSE = frozenset(
    {
        Function.CLAUSE_MODIFIER, Function.COMPLEMENT, Function.ADVERBIAL_CLAUSE, Function.CONJUNCT, Function.APPOSITION,
        Function.PARATAXIS, Function.MODIFIER, Function.OBLIQUE,
    }
)  # fmt: skip
_RECENT = 40  # expressions of one thing looked back over
_ENDINGS = ("a", "ie", "elle", "ine", "ette")
OTHER = {"m": "f", "f": "m"}
_REPORTING = frozenset(
    {"say", "tell", "add", "claim", "announce", "state", "write", "argue", "warn", "report", "note", "explain"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that a pronoun may stand for, by its nearest expression, and how many others stand between."""

    nearest: Phrase
    entity: Entity
    rank: int


_THINGS = frozenset({"ORG", "GPE", "LOC", "FAC", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT"})


def possible(pronoun: Phrase, nearest: Phrase, entity: Entity) -> bool:
    """Whether gender, number and place in the sentence let the pronoun stand for the entity."""
    return _fits(pronoun.gender, nearest, entity) and not _bound(pronoun, nearest)


def _fits(gender: str, nearest: Phrase, entity: Entity) -> bool:
    if gender == "p":
        return entity.plural or entity.type in {"ORG", "GPE", "NORP"} or nearest.gender == "p"
    if entity.plural or entity.type == "NORP":
        return False
    if gender == "n":
        return entity.type != "PERSON" and entity.gender not in {"m", "f"}
    return entity.gender in {"", gender} and entity.type not in _THINGS


def _bound(pronoun: Phrase, other: Phrase) -> bool:
    """Whether the sentence's structure keeps the two apart: "her mother" is not she, "he saw him" are two."""
    if other.number != pronoun.number:
        return False
    sentence, token = pronoun.sentence, pronoun.token
    if other.token in sentence.ancestors(token) and not _apart(token, other.token, sentence):
        return True
    if token.function is Function.POSSESSOR and other.token.head == token.head and other.token is not token:
        return other.token.function in {Function.APPOSITION, Function.COMPOUND}
    roles = {pronoun.role, other.role}
    clash = bool(roles & _SUBJECTS) and bool(roles & _OBJECTS)
    return clash and pronoun.predicate == other.predicate >= 0


def _apart(low: Token, high: Token, sentence: Sentence) -> bool:
    """Whether more than possession ties the two: "the man who lost his hat", "Ann and her mother", "a man with his dog"."""
    current: Token | None = low
    while current is not None and current.index != high.index:
        if current.function in _LOOSE:
            return True
        current = sentence.head(current)
    return False


def candidates(pronoun: Phrase, discourse: Discourse, limit: int = 16) -> list[Candidate]:
    """Return what the pronoun may stand for, nearest first."""
    found: list[Candidate] = []
    for nearest, entity in discourse.near(pronoun):
        if possible(pronoun, nearest, entity):
            found.append(Candidate(nearest, entity, len(found)))
            if len(found) == limit:
                break
    return found


def pronoun_features(p: Phrase) -> list[float]:
    """Return the numbers that describe the pronoun alone."""
    sentence = p.sentence
    main = p.predicate >= 0 and sentence.tokens[p.predicate].head == p.predicate
    return [
        p.subject,
        p.role is Function.OBJECT,
        p.role in {Function.OBLIQUE, Function.INDIRECT_OBJECT},
        p.role is Function.POSSESSOR,
        p.gender in {"m", "f"},
        p.gender == "n",
        p.gender == "p",
        p.quoted,
        min(p.token.index, 20) / 20,
        main,
        p.predicate >= 0 and _function(sentence, p.predicate) is Function.COMPLEMENT,
        p.predicate >= 0 and _function(sentence, p.predicate) is Function.ADVERBIAL_CLAUSE,
        p.predicate >= 0 and _function(sentence, p.predicate) is Function.CONJUNCT,
    ]


def _function(sentence: Sentence, index: int) -> Function:
    return sentence.tokens[index].function


def candidate_features(p: Phrase, c: Candidate, among: list[Candidate], discourse: Discourse) -> list[float]:
    """Return the numbers that describe the pair."""
    return [*_nearest(p, c), *_structure(p, c.nearest), *_entity(p, c, among, discourse)]


def _nearest(p: Phrase, c: Candidate) -> list[float]:
    m = c.nearest
    back = p.number - m.number
    return [
        back == 0,
        back == 1,
        back == 2,
        min(back, 5) / 5,
        m.sentence.paragraph == p.sentence.paragraph,
        log1p(abs(p.order - m.order)),
        m.order > p.order,
        c.rank == 0,
        min(c.rank, 6) / 6,
        m.kind == "name",
        m.kind == "pronoun",
        m.kind == "pronoun" and m.token.text.lower() == p.token.text.lower(),
        m.role is p.role,
        m.subject and p.subject,
        m.quoted == p.quoted,
        m.quoted and not p.quoted,
        m.token.function is Function.CONJUNCT,
        m.token.function is Function.APPOSITION,
        _bracketed(m),
        p.predicate >= 0 and m.predicate >= 0 and _lemma(p) == _lemma(m) and p.number != m.number,
        min(m.token.index, 20) / 20,
        *(m.role is role for role in _ROLES),
    ]


def _bracketed(m: Phrase) -> bool:
    """Whether an opening bracket stands right before it, as before the name of an actor."""
    inside = m.sentence.within(m.span)
    return bool(inside) and inside[0].index > 0 and m.sentence.tokens[inside[0].index - 1].text in {"(", "["}


def _lemma(p: Phrase) -> str:
    return p.sentence.tokens[p.predicate].lemma


def _structure(p: Phrase, m: Phrase) -> list[float]:
    """Return what the tree says of two expressions of one sentence, or of the clauses of two."""
    main = m.predicate >= 0 and m.sentence.tokens[m.predicate].head == m.predicate
    if p.number != m.number:
        return [main, main and m.subject, *[0.0] * 18]
    tokens = p.sentence.tokens
    verb = tokens[p.predicate] if p.predicate >= 0 else None
    other = tokens[m.predicate] if m.predicate >= 0 else None
    above = [t.index for t in p.sentence.ancestors(p.token)]
    same = verb is not None and verb is other
    joined = verb is not None and other is not None and verb.head == other.index and not same
    between = tokens[min(p.token.index, m.token.index) : max(p.token.index, m.token.index)]
    return [
        main,
        main and m.subject,
        same,
        same and p.role is Function.POSSESSOR and m.subject,
        same and p.role is Function.POSSESSOR and not m.subject,
        joined and m.subject,
        joined and verb is not None and verb.function is Function.COMPLEMENT and other is not None and other.lemma in _REPORTING,
        joined and verb is not None and verb.function is Function.CONJUNCT,
        m.predicate in above and not same,
        m.token.index in above,
        any(t.text in {",", ";", "(", "–", "-"} for t in between),
        m.order > p.order and m.subject and verb is not None and verb.head == m.predicate,
        m.token.index in above and _relative(p, m),
        p.role in _SUBJECTS and m.role in _OBJECTS and not same,
        same and p.role is Function.OBLIQUE and m.subject,
        same and p.role is Function.OBLIQUE and not m.subject,
        _possessed(p) is not None and m.role is Function.POSSESSOR and m.predicate == p.predicate,
        m.order > p.order and m.subject and m.predicate in above,
        min(_path(above, [t.index for t in p.sentence.ancestors(m.token)], p, m), 12) / 12,
        p.quoted and not m.quoted and m.subject and other is not None and other.lemma in _REPORTING,
    ]


def _path(ours: list[int], theirs: list[int], p: Phrase, m: Phrase) -> int:
    """Return how many steps lead from one to the other in the tree."""
    up = [p.token.index, *ours]
    down = {index: steps for steps, index in enumerate([m.token.index, *theirs])}
    return next((steps + down[index] for steps, index in enumerate(up) if index in down), 12)


def _relative(p: Phrase, m: Phrase) -> bool:
    """Whether the pronoun stands in a relative clause or participle of the other: "the man who lost his hat"."""
    sentence = p.sentence
    current: Token | None = p.token
    while current is not None and current.head not in {m.token.index, current.index}:
        current = sentence.head(current)
    return current is not None and current.function is Function.CLAUSE_MODIFIER


def _possessed(p: Phrase) -> Token | None:
    return p.sentence.head(p.token) if p.role is Function.POSSESSOR else None


def _entity(p: Phrase, c: Candidate, among: list[Candidate], discourse: Discourse) -> list[float]:
    e, m = c.entity, c.nearest
    counts = [len(a.entity.phrases) for a in among]
    totals = [a.entity.total for a in among]
    before = p.number - e.last_subject.number if e.last_subject is not None else 6
    name = p.number - e.last_name.number if e.last_name is not None else 6
    same_form = next((x for x in e.phrases[:-_RECENT:-1] if x.kind == "pronoun" and x.gender == p.gender), None)
    clash = any(x.number == p.number and x is not m and _bound(p, x) for x in e.phrases[-4:])
    hint = gender_of_name(e.referent.text.split()[0]) if e.named and e.referent.text else ""
    here = [x for x in e.phrases[-6:] if x.number == p.number]
    later = [x for x, owner in discourse.coming if owner is e and x.order > p.order]
    heads = discourse.heads.get(p.number - 1), discourse.heads.get(p.number)
    first = e.referent.text.split()[0].lower() if e.referent.text else ""
    return [
        log1p(len(e.phrases)),
        len(e.phrases) == max(counts),
        len(e.phrases) / max(1, sum(counts)),
        e.total == max(totals),
        log1p(e.total),
        log1p(e.subjects),
        e.last_subject is not None and before == 0,
        before == 1,
        min(before, 6) / 6,
        name == 0,
        min(name, 6) / 6,
        e.named,
        " " in e.referent.text and e.named,
        e.type == "PERSON",
        e.type == "ORG",
        e.type in {"GPE", "LOC", "FAC"},
        e.type == "",
        e.gender == p.gender,
        heads[0] is e,
        heads[1] is e,
        min(len(here), 3) / 3,
        any(x.kind == "name" for x in here),
        bool(later),
        any(x.subject for x in later),
        any(not x.subject for x in later),
        hint == p.gender,
        hint not in {"", p.gender},
        e.heard.get(p.gender, 0.0) > 0.5,
        min(e.heard.get(p.gender, 0.0), 4.0) / 4,
        e.heard.get(OTHER.get(p.gender, ""), 0.0) > 0.5,
        same_form is not None,
        same_form is not None and same_form.number == p.number,
        same_form is not None and p.number - same_form.number == 1,
        clash,
        e is discourse.first,
        bool(e.phrases) and e.phrases[0].subject and e.phrases[0].number == 0,
        p.gender == "f" and first.endswith(_ENDINGS),
        p.gender == "m" and first.endswith(_ENDINGS),
        len(among) == 1,
        min(len(among), 8) / 8,
        m.token.lemma in words()["people"],
    ]

"""What a sentence says in its own words: predicates with their arguments, as they stand in the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from claimcheck.claims.branches import conjuncts
from claimcheck.claims.frames import Frame
from claimcheck.claims.phrases import Tokens, clause, complement, phrase
from claimcheck.sentence import Function, Sentence, Token

_GROUP = (Function.AUXILIARY, Function.NEGATION, Function.PARTICLE, Function.COPULA)
_SUBJECTS = (Function.SUBJECT, Function.PASSIVE_SUBJECT)
_AROUND = (Function.OBLIQUE, Function.AGENT, Function.MODIFIER)
_RELATIVE = frozenset({"which", "who", "that", "whom", "whose", "where", "when"})
_VERBAL = frozenset({"VERB", "AUX"})


class Part(IntEnum):
    """What an argument behind the subject is; the lowest comes first."""

    OBJECT = 0
    OBLIQUE = 1
    TIME = 2


@dataclass(frozen=True, slots=True)
class Role:
    """One place of a proposition: its preposition, and each phrase that "and" joins there, with the head of it."""

    case: Tokens
    heads: Tokens
    phrases: tuple[Tokens, ...]
    part: Part = Part.OBJECT


@dataclass(frozen=True, slots=True)
class Proposition:
    """A predicate with its arguments, in the voice and order of the text.

    `frames` are those of its verbs, from the finite one to the infinitive that says what is
    done ("plans to build"); a noun phrase that takes something for granted has none.  `implied`
    is the verb that the text leaves out: "is" of an apposition or a bare participle.
    """

    head: Token
    frames: tuple[Frame, ...]
    implied: str
    predicate: Tokens
    subject: Role
    rest: tuple[Role, ...]


def clauses(framed: Sequence[Frame], sentence: Sentence) -> Iterator[Proposition]:
    """Yield the propositions of a sentence's frames, a verb and its infinitives as one."""
    by_head = {frame.head.index: frame for frame in framed}
    merged: set[int] = set()
    for frame in framed:
        if frame.head.index in merged:
            continue
        chain = _chain(frame.head, sentence)
        merged.update(t.index for t in chain[1:])
        subject = _subject(frame, sentence)
        if subject is not None:
            own = tuple(by_head[t.index] for t in chain if t.index in by_head)
            yield _proposition(own, chain, subject, sentence)


def _proposition(own: tuple[Frame, ...], chain: Tokens, subject: Role, sentence: Sentence) -> Proposition:
    head = chain[0]
    nominal = head.pos not in _VERBAL
    rest = _rest(chain, sentence)
    if nominal and (head.pos != "ADJ" or not rest or rest[0].part is Part.TIME):
        predicate = _verbs((), chain[:1], sentence)
        said = tuple(complement(t, sentence) for t in own[0].object) or (complement(head, sentence),)
        lead = tuple(t for t in sentence.children(head, Function.CASE) if t.tag != "POS")
        rest = (Role(lead, own[0].object or (head,), said), *(r for r in rest if r.part is not Part.OBJECT))
    else:
        predicate = _verbs(chain, chain, sentence)
    auxiliary = any(t.lemma in {"be", "get", "have"} for t in predicate[:-1])
    bare = not (auxiliary or nominal) and is_passive(own[0], sentence)
    implied = is_or_are(subject.heads, past=_in_past(head, sentence)) if bare else ""
    return Proposition(chain[-1], own, implied, predicate, subject, rest)


def is_passive(frame: Frame, sentence: Sentence) -> bool:
    """Return whether what is acted on stands in the subject's place."""
    objects = sentence.children(frame.head, Function.OBJECT)
    shifted = bool(frame.object) and frame.object[0] is not frame.head and frame.object[0] not in objects
    acted_on = shifted and not sentence.child(frame.head, Function.SUBJECT)  # "the kiln which dyers bought"
    return frame.lemma != "be" and (acted_on or sentence.child(frame.head, Function.AGENT) is not None)


def is_or_are(heads: Tokens, *, past: bool = False) -> str:
    """Return the verb that goes with the phrases."""
    many = len(heads) > 1 or (bool(heads) and heads[0].tag in {"NNS", "NNPS"})
    return ("were" if many else "was") if past else ("are" if many else "is")


def _in_past(participle: Token, sentence: Sentence) -> bool:
    """Whether the verb above a participle tells of the past."""
    above = next((t for t in sentence.ancestors(participle) if t.pos in _VERBAL or sentence.child(t, Function.COPULA)), None)
    finite = sentence.children(above, Function.AUXILIARY, Function.COPULA) if above is not None else ()
    return any(t.tag == "VBD" for t in (*finite, *((above,) if above is not None else ())))


def _subject(frame: Frame, sentence: Sentence) -> Role | None:
    heads = frame.object if is_passive(frame, sentence) else frame.subject
    return Role((), heads, tuple(phrase(t, sentence, without=frame.head) for t in heads)) if heads else None


def _chain(head: Token, sentence: Sentence) -> Tokens:
    """Return the verb or adjective with the infinitives and participles that go on from it: "failed", "cite"."""
    chain = [head]
    while len(chain) <= len(sentence.tokens):
        last = chain[-1]
        kinds = (Function.COMPLEMENT, *((Function.ADVERBIAL_CLAUSE,) if last.pos == "ADJ" else ()))
        following = [t for t in sentence.children(last, *kinds) if t.index > last.index and _goes_on(t, sentence)]
        if not following or last.pos in {"NOUN", "PROPN"} or sentence.child(last, Function.OBJECT):
            break
        chain.append(following[0])
    return tuple(chain)


def _goes_on(token: Token, sentence: Sentence) -> bool:
    if sentence.child(token, *_SUBJECTS):
        return False
    return token.tag in {"VB", "VBG", "VBN"} or token.pos == "ADJ" or bool(infinitive(token, sentence))


def infinitive(verb: Token, sentence: Sentence) -> Tokens:
    """Return the "to" of an infinitive, nothing if the verb is none."""
    return tuple(t for t in sentence.children(verb, Function.MARKER) if t.text.lower() == "to")


def _verbs(content: Tokens, chain: Tokens, sentence: Sentence) -> Tokens:
    """Return the predicate's words: auxiliaries, negation, particles, "to", adverbs among them, and the `content` words."""
    shared = _shared(chain[0], sentence)
    found = {*content, *(t for verb in chain for t in sentence.children(verb, *_GROUP))}
    found.update(t for verb in chain for t in infinitive(verb, sentence))
    found.update(t for t in sentence.children(chain[0]) if t.tag == "EX")
    if content:
        found.update(t for verb in chain for t in sentence.children(verb, Function.ADVERB) if _is_inside(t, verb, sentence))
    return (*shared, *sorted(found, key=lambda t: t.index))


def _is_inside(adverb: Token, verb: Token, sentence: Sentence) -> bool:
    """Whether an adverb is one word before its verb: "also saw"."""
    return adverb.index < verb.index and not sentence.children(adverb) and adverb.text.lower() not in _RELATIVE


def _shared(verb: Token, sentence: Sentence) -> Tokens:
    """Return the auxiliaries that a joined verb has in common with the first: "was built and opened"."""
    first = sentence.head(verb)
    if verb.function is not Function.CONJUNCT or first is None or first.tag != verb.tag:
        return ()
    return () if sentence.child(verb, Function.AUXILIARY) else sentence.children(first, Function.AUXILIARY)


def _rest(chain: Tokens, sentence: Sentence) -> tuple[Role, ...]:
    """Return the arguments behind the subject: what the last verb acts on, then what is around the verbs."""
    head, last = chain[0], chain[-1]
    roles = [*_objects(head, last, sentence), *_contents(last, sentence)]
    for verb in dict.fromkeys((last, head)):
        kinds = _AROUND if verb.pos in _VERBAL | {"ADJ"} else _AROUND[:2]
        around = [t for t in sentence.children(verb, *kinds) if t not in chain and not _asks(t, sentence)]
        roles.extend(_around(t, head, sentence) for t in sorted(around, key=lambda t: (t.index < head.index, t.index)))
    if not roles:
        adverbs = [t for t in sentence.children(last, Function.ADVERB) if t.index > last.index]
        roles = [Role((), (t,), (clause(t, sentence),), Part.TIME) for t in adverbs]
    first = min(roles, key=lambda r: r.part, default=None)
    return tuple(r for r in roles if r is first) + tuple(r for r in roles if r is not first)


def _objects(head: Token, last: Token, sentence: Sentence) -> Iterator[Role]:
    for token in sentence.children(last, Function.INDIRECT_OBJECT, Function.OBJECT):
        heads = conjuncts(token, sentence)
        if token.text.lower() in _RELATIVE and token.index < last.index:
            noun = sentence.head(head)
            if noun is None or head.function is not Function.CLAUSE_MODIFIER:
                continue
            heads = (noun,)  # "a report which they refuse to believe"
        yield Role((), heads, tuple(phrase(t, sentence, without=head) for t in heads))


def _contents(last: Token, sentence: Sentence) -> Iterator[Role]:
    """Yield what is said, thought or caused: "that the bridge will close"."""
    for token in sentence.children(last, Function.COMPLEMENT):
        yield Role((), (token,), (clause(token, sentence),))


def _around(token: Token, head: Token, sentence: Sentence) -> Role:
    case = tuple(t for mark in sentence.children(token, Function.CASE) for t in sentence.subtree(mark))
    heads = conjuncts(token, sentence)
    timed = token.function is Function.OBLIQUE and not case
    part = Part.TIME if timed else Part.OBLIQUE
    return Role(case, heads, tuple(phrase(t, sentence, without=head) for t in heads), part)


def _asks(token: Token, sentence: Sentence) -> bool:
    """Whether a phrase is what a relative clause begins with: "in which"."""
    return any(t.text.lower() in _RELATIVE for t in sentence.subtree(token)[:3])

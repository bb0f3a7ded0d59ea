"""Who does what to whom: one frame for each verb, copula and noun of a sentence, in the active voice."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claimcheck.claim import Modality
from claimcheck.claims.branches import (
    RELATIVE,
    VERBAL,
    conjuncts,
    object_of,
    obliques,
    placed_before,
    preposition,
    shared_obliques,
)
from claimcheck.sentence import Function, Sentence, Token

_SUBJECTS = (Function.SUBJECT, Function.PASSIVE_SUBJECT)
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_POSSIBLE = frozenset({"would", "could", "may", "might", "should", "can", "must", "ca", "ought"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate with its arguments, each the head token of a noun phrase; conjuncts are told apart.

    `subject` is who acts and `object` what is acted on, whatever the voice.  `words` are
    the lemmas that belong to the predicate: particles, and objects of light verbs.
    """

    head: Token
    lemma: str
    subject: tuple[Token, ...]
    object: tuple[Token, ...]
    obliques: tuple[tuple[str, Token], ...]
    words: frozenset[str]
    negated: bool
    modality: Modality
    past: bool


@lru_cache(maxsize=1)
def _worlds() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files("claimcheck.claims").joinpath("modality.toml").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in data.items()}


def frames(sentence: Sentence) -> Iterator[Frame]:
    """Yield the frames of the verbs and copulas of a sentence, in text order."""
    for token in sentence.tokens:
        copula = sentence.child(token, Function.COPULA)
        if copula is not None and token.pos not in VERBAL:
            yield _copular(token, copula, sentence)
        elif sentence.child(token, Function.PASSIVE_SUBJECT) and token.pos not in VERBAL:  # "is married to", tagged an adjective
            yield _verbal(token, sentence)
        elif token.function is Function.ADJECTIVE and placed_before(token, sentence):
            yield _premodifier(token, sentence)
        elif token.pos in VERBAL and token.function not in {Function.AUXILIARY, Function.COPULA}:
            yield _verbal(token, sentence)


def _premodifier(participle: Token, sentence: Sentence) -> Frame:
    """Return the frame of "the Oslo-based firm": the firm is based in Oslo."""
    head = sentence.head(participle)
    places = tuple(("in", t) for t in placed_before(participle, sentence))
    done = () if head is None else (head,)
    return Frame(
        participle, participle.lemma, (), done, places, frozenset(), negated=False, modality=Modality.ASSERTED, past=False
    )


def frame_of(verb: Token, sentence: Sentence) -> Frame:
    """Return the frame of a verb."""
    return _verbal(verb, sentence)


def subject_of(predicate: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Return the subject of a predicate noun, its own or that of the predicate it is joined to."""
    return conjuncts(sentence.child(predicate, Function.SUBJECT) or _inherited_subject(predicate, sentence), sentence)


def _verbal(verb: Token, sentence: Sentence) -> Frame:
    passive = _is_passive(verb, sentence)
    doer, done = _arguments(verb, sentence, passive=passive)
    literal = sentence.children(verb, Function.PARTICLE, Function.OBJECT, Function.COMPLEMENT)
    around = obliques(verb, sentence) or shared_obliques(verb, sentence)
    until = any(place in {"until", "till"} for place, _ in around)  # "not opened until 1969" says that it was opened
    bare = {t.lemma for t in sentence.children(verb, Function.OBLIQUE)} | {t.lemma for t in literal}
    bare |= {"first"} & {t.lemma for t in sentence.children(verb, Function.ADVERB)}  # "first held" is an act of its own
    return Frame(
        head=verb,
        lemma=verb.lemma,
        subject=conjuncts(doer, sentence),
        object=conjuncts(done, sentence),
        obliques=around,
        words=frozenset(bare),
        negated=_is_negated(verb, sentence, doer, done) and not until,
        modality=modality(verb, sentence),
        past=_is_past(verb, sentence),
    )


def _copular(head: Token, copula: Token, sentence: Sentence) -> Frame:
    place = preposition(head, sentence)
    around = tuple((p, t) for p, t in obliques(head, sentence) if t.function is Function.OBLIQUE)
    return Frame(
        head=head,
        lemma="be",
        subject=subject_of(head, sentence),
        object=() if place else conjuncts(head, sentence),
        obliques=((place, head), *around) if place else around,
        words=frozenset({head.lemma, head.text.lower()}) if head.pos in {"ADJ", "VERB"} else frozenset(),
        negated=_is_negated(head, sentence, *subject_of(head, sentence)) or _is_negated(copula, sentence, None, None),
        modality=modality(head, sentence),
        past=copula.tag == "VBD" or _is_past(head, sentence),
    )


def _is_passive(verb: Token, sentence: Sentence) -> bool:
    """Whether the verb is passive: with a passive subject, or a bare past participle after its noun."""
    if sentence.child(verb, Function.PASSIVE_SUBJECT, Function.AGENT):
        return True
    if verb.tag != "VBN":
        return False
    auxiliaries = {t.lemma for t in sentence.children(verb, Function.AUXILIARY)}
    if auxiliaries & {"be", "get"}:
        return "have" not in auxiliaries or not sentence.child(verb, Function.OBJECT)
    return not auxiliaries and verb.function in {Function.CLAUSE_MODIFIER, Function.ADVERBIAL_CLAUSE, Function.CONJUNCT}


def _arguments(verb: Token, sentence: Sentence, *, passive: bool) -> tuple[Token | None, Token | None]:
    """Return who acts and what is acted on."""
    subject = sentence.child(verb, *_SUBJECTS)
    if subject is None:
        subject = _inherited_subject(verb, sentence)
    elif subject.text.lower() in RELATIVE and verb.function is Function.CLAUSE_MODIFIER:
        subject = sentence.head(verb)
    if passive:
        return sentence.child(verb, Function.AGENT), subject
    return subject, object_of(verb, sentence)


def _inherited_subject(verb: Token, sentence: Sentence) -> Token | None:
    """Return the subject that the grammar leaves out: of a joined verb, a participle or an infinitive."""
    head = sentence.head(verb)
    if head is None:
        return None
    if verb.function is Function.CLAUSE_MODIFIER:
        return head if verb.tag in {"VBN", "VBG", "VBD"} else None
    if verb.function is Function.CONJUNCT and head.pos in VERBAL | {"NOUN", "ADJ", "PROPN"}:
        found = sentence.child(head, *_SUBJECTS)
        if found is not None and found.text.lower() in RELATIVE and head.function is Function.CLAUSE_MODIFIER:
            return sentence.head(head)
        return found if found is not None else _inherited_subject(head, sentence)
    if verb.function is Function.COMPLEMENT and head.pos in VERBAL:
        return sentence.child(head, Function.OBJECT) or sentence.child(head, *_SUBJECTS)
    if verb.function is Function.ADVERBIAL_CLAUSE and verb.tag in {"VBG", "VBN"}:
        return sentence.child(head, *_SUBJECTS)
    return None


def _is_negated(head: Token, sentence: Sentence, *arguments: Token | None) -> bool:
    if sentence.children(head, Function.NEGATION):
        return True
    return any(
        t is not None and (sentence.child(t, Function.NEGATION) or t.text.lower() in {"nobody", "none", "nothing", "no-one"})
        for t in arguments
    )


def _is_past(head: Token, sentence: Sentence) -> bool:
    tags = {t.tag for t in sentence.children(head, Function.AUXILIARY)} | {head.tag}
    lemmas = {t.lemma for t in sentence.children(head, Function.AUXILIARY)}
    # A bare participle tells no time ("expected next month"), unless a subject shows that it is no participle.
    finite = not lemmas and sentence.child(head, Function.SUBJECT) is not None
    return "VBD" in tags or (head.tag == "VBN" and ("have" in lemmas or finite))


def modality(token: Token, sentence: Sentence, *, presupposed: bool = False) -> Modality:
    """Return the world that auxiliaries, conjunctions and governing words place a predicate in.

    What a noun phrase takes for granted holds outside the clause that it stands in: a hope
    that somebody attends the opening is no hope for the opening.
    """
    worlds = _worlds()
    if _is_fiction(sentence):
        return Modality.HYPOTHETICAL
    own = {t.text.lower() for t in sentence.children(token, Function.AUXILIARY)}
    inside = True
    for current, previous in zip((token, *sentence.ancestors(token)), (None, token, *sentence.ancestors(token)), strict=False):
        marks = _markers(current, sentence)
        if marks & worlds["hypothetical"] or (marks & worlds["whenever"] and not _told_in_past(current, sentence)):
            return Modality.HYPOTHETICAL
        if previous is None and _markers(current, sentence) & worlds["future"]:  # "due to open"
            return Modality.POSSIBLE if _told_in_past(current, sentence) else Modality.FUTURE
        if presupposed and not inside:
            continue
        inside = current.pos not in VERBAL
        if previous is not None and current.lemma == "be" and _infinitive(previous, sentence):  # "was to open"
            return Modality.POSSIBLE if current.tag == "VBD" else Modality.FUTURE
        if previous is not None and _governs(current, previous):
            if current.lemma in worlds["possible"]:
                return Modality.POSSIBLE
            if current.lemma in worlds["future"] and _infinitive(previous, sentence):
                # "were prepared to open": whether it came about is left open
                return Modality.POSSIBLE if _told_in_past(current, sentence) else Modality.FUTURE
    be = next((t for t in sentence.children(token, Function.COPULA, Function.AUXILIARY) if t.lemma == "be"), None)
    to = next((t for t in sentence.children(token, Function.MARKER, Function.AUXILIARY) if t.text.lower() == "to"), None)
    if be is not None and to is not None and be.index < to.index:  # "was to have opened", "is to open"
        return Modality.POSSIBLE if be.tag == "VBD" else Modality.FUTURE
    if own & _POSSIBLE:
        return Modality.POSSIBLE
    return Modality.FUTURE if own & _FUTURE else Modality.ASSERTED


def shifts(verb: Token, sentence: Sentence) -> tuple[str, ...]:
    """Return the words with a verb that make its date another than that of the plain act."""
    around = sentence.children(verb, Function.ADVERB, Function.OBLIQUE)
    return tuple(t.text for t in around if t.lemma in _worlds()["shifting"])


def says_other(words: Iterable[str], *, name: bool = False) -> tuple[str, ...]:
    """Return those of the words that make a title, or with `name` a name, that of another time or another thing."""
    telling = _worlds()["other"] | (_worlds()["renewed"] if name else frozenset())
    return tuple(word for word in words if word.lower() in telling)


def is_bidding(token: Token) -> bool:
    """Whether the word tells of a vote about an event."""
    return token.lemma in _worlds()["bidding"]


def is_watched(noun: Token, sentence: Sentence) -> bool:
    """Whether the verb above tells of somebody who only watches, so that a place behind the noun may be the onlooker's."""
    verb = next((t for t in sentence.ancestors(noun) if t.pos in VERBAL), None)
    return verb is not None and verb.lemma in _worlds()["watching"]


def is_occasion(noun: Token, sentence: Sentence) -> bool:
    """Whether a noun is told of at the time it falls: in the present or future, or with words of celebrating."""
    words = _worlds()["occasion"]
    above = (noun, *sentence.ancestors(noun))
    verb = next((t for t in above if t.pos in VERBAL), None)
    branch = next((t for t in reversed(above[: above.index(verb)])), noun) if verb is not None else above[-1]
    around = [*sentence.subtree(branch), *([verb] if verb is not None else [])]
    if any(t.lemma in words or t.text.lower() in words for t in around):
        return True
    return verb is not None and not _is_past(verb, sentence)


def _governs(head: Token, dependent: Token) -> bool:
    """Whether the dependent is what the head is about, not its doer or a circumstance."""
    if dependent.function is Function.OBLIQUE and head.pos in VERBAL and dependent.index < head.index:
        return False  # "in Lima, the capital, they hope to …"
    return dependent.function in {
        Function.OBJECT, Function.COMPLEMENT, Function.OBLIQUE, Function.MODIFIER, Function.CLAUSE_MODIFIER,
        Function.PASSIVE_SUBJECT,
    } or (dependent.function is Function.ADVERBIAL_CLAUSE and head.pos == "ADJ")  # fmt: skip


def _is_fiction(sentence: Sentence) -> bool:
    """Whether the sentence tells what happens in a work: "in the novel"."""
    works = (t for t in sentence.tokens if t.lemma in _worlds()["fiction"])
    return any(t.text.lower() == "in" for work in works for t in sentence.children(work, Function.CASE))


def _told_in_past(head: Token, sentence: Sentence) -> bool:
    above = sentence.head(head)
    if head.tag == "VBG" and above is not None and head.function is Function.ADVERBIAL_CLAUSE:  # "before joining, he worked"
        head = above
    verbs = (head, *sentence.children(head, Function.AUXILIARY, Function.COPULA))
    return any(verb.tag == "VBD" for verb in verbs)


def _infinitive(verb: Token, sentence: Sentence) -> bool:
    return any(t.lemma == "to" or t.text.lower() == "to" for t in sentence.children(verb, Function.MARKER, Function.AUXILIARY))


def _markers(token: Token, sentence: Sentence) -> set[str]:
    return {t.text.lower() for t in sentence.children(token, Function.MARKER, Function.ADVERB)}

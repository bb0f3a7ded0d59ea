"""What somebody is reported to say or think: clauses of verbs and nouns of speech, inserted "he said", passives."""

from collections.abc import Iterator, Sequence

from claimcheck.annotate.attribution.clauses import (
    content_of,
    finite,
    inserted,
    lost_clause,
    negated,
    opens_with,
    said_behind,
    trimmed,
)
from claimcheck.annotate.attribution.speakers import VERBAL, Speakers, is_pending
from claimcheck.annotate.attribution.speech import listed, stance_of, verb_of
from claimcheck.discourse import Link, Stance, Voice
from claimcheck.document import Span
from claimcheck.sentence import Function, Sentence, Token

_OBJECTS = (Function.OBJECT, Function.OBLIQUE, Function.COMPLEMENT, Function.INDIRECT_OBJECT, Function.ADVERBIAL_CLAUSE)
_CONTENTS = (Function.CLAUSE_MODIFIER, Function.COMPLEMENT)
_ABOUT = frozenset({"for", "of", "as", "about", "over", "against", "on", "in"})


def reported(sentence: Sentence, speakers: Speakers) -> Iterator[Voice]:
    """Yield the stretches of a sentence that a verb or noun of speech or thought puts in somebody's mouth."""
    for token in sentence.tokens:
        if token.text.lower() in listed("states"):
            yield from _of_state(token, sentence, speakers)
        elif token.pos in VERBAL and token.function is not Function.AUXILIARY:
            yield from _of_verb(token, sentence, speakers)
        elif token.tag == "NNS" and (verb := verb_of(token, sentence)) in listed("verbs") and _acts(token, sentence):
            yield from _of_misread(token, verb, sentence, speakers)
        elif token.lemma in listed("claims"):
            yield from _of_noun(token, sentence, speakers)


def _of_state(token: Token, sentence: Sentence, speakers: Speakers) -> Iterator[Voice]:
    """Yield what somebody "is certain that" or "is convinced that"."""
    subject = sentence.child(token, Function.SUBJECT, Function.PASSIVE_SUBJECT)
    speaker = speakers.of(subject, sentence) if subject is not None else None
    for clause in sentence.children(token, Function.COMPLEMENT, Function.ADVERBIAL_CLAUSE):
        if speaker is not None and not is_pending(speaker) and opens_with(clause, sentence) == "that":
            yield from (Voice(span, speaker, Stance.UNSURE) for span in trimmed(sentence.subtree(clause)))


def _of_verb(token: Token, sentence: Sentence, speakers: Speakers) -> Iterator[Voice]:
    verb = verb_of(token, sentence)
    if _is_passive(token, sentence):
        yield from _of_passive(token, verb, sentence, speakers)
        return
    if not speaks(token, verb, sentence):
        return
    speaker = speakers.of_verb(token, sentence)
    if speaker is None:
        if verb == "deny" and token.tag != "VBN":  # whoever it is, the author does not say so
            speaker = speakers.unknown(token.span)
        else:
            return
    stance = Stance.UNSURE if negated(token, sentence) else stance_of(verb)
    clausal = any(verb in listed(kind) for kind in ("verbs", "finding", "hearing"))
    spans = list(_contents(token, verb, sentence)) if clausal else []
    if not spans:
        spans = list(_topics(token, verb, sentence))
    if verb in listed("hearing") and speaker is not None:
        speaker = speakers.unknown(token.span)
    yield from (Voice(span, speaker, stance) for span in spans)


def _acts(noun: Token, sentence: Sentence) -> bool:
    """Whether a plural is a verb that the parse has lost: "the union fears that …" has no other verb of its own."""
    above = (noun, *sentence.ancestors(noun))
    rest = {t.index for c in sentence.children(noun, *_CONTENTS) for t in sentence.subtree(c)}
    verbless = all(t.pos not in VERBAL and not sentence.child(t, Function.COPULA) for t in above)
    finite_verb = any(t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in sentence.tokens if t.index not in rest)
    return verbless and not finite_verb and noun.index > 0 and sentence.tokens[noun.index - 1].pos in {"NOUN", "PROPN"}


def _of_misread(noun: Token, verb: str, sentence: Sentence, speakers: Speakers) -> Iterator[Voice]:
    speaker = speakers.of(sentence.tokens[noun.index - 1], sentence)
    for clause in sentence.children(noun, *_CONTENTS):
        that = opens_with(clause, sentence) == "that"
        if speaker is not None and (that or (clause.tag == "VBG" and verb in listed("denying"))):
            yield from (Voice(span, speaker, stance_of(verb)) for span in trimmed(sentence.subtree(clause)[that:]))


def speaks(token: Token, verb: str, sentence: Sentence) -> bool:
    """Whether the verb is one of speech or thought; one of finding is, where a study or a search is told of."""
    if any(t.text.lower() == "without" for t in sentence.children(token, Function.MARKER, Function.CASE)):
        return False  # "it goes without saying that"
    subject = sentence.child(token, Function.SUBJECT)
    if verb in listed("suggestive") and subject is not None and subject.text.lower() in {"it", "which", "that"}:
        return False
    if any(verb in listed(kind) for kind in ("verbs", "speaking", "naming", "hearing", "putting")):
        return True
    if subject is None or verb not in listed("finding"):
        return False
    inserted_it = subject.text.lower() in {"it", "they"} and subject.index > 0 and sentence.tokens[subject.index - 1].text == ","
    return inserted_it or subject.lemma in listed("finders")


def _is_passive(verb: Token, sentence: Sentence) -> bool:
    auxiliaries = {t.lemma for t in sentence.children(verb, Function.AUXILIARY)}
    if sentence.child(verb, Function.PASSIVE_SUBJECT, Function.AGENT):
        return True
    loose = verb.function in {Function.ADVERBIAL_CLAUSE, Function.CLAUSE_MODIFIER} and not auxiliaries
    alone = loose and not sentence.child(verb, Function.SUBJECT)  # "asked whether …, Lee said"
    return verb.tag in {"VBN", "VBD"} and ("be" in auxiliaries or alone)


def _contents(token: Token, verb: str, sentence: Sentence) -> Iterator[Span]:
    """Yield the clauses that tell what is said."""
    found = False
    for clause in sentence.children(token, Function.COMPLEMENT, Function.PARATAXIS, Function.OBJECT):
        if _is_content(clause, token, verb, sentence):
            found = True
            yield from content_of(clause, token, sentence)
    for clause in sentence.children(token, Function.CONJUNCT) if found else ():
        if clause.pos in VERBAL and "that" in {t.text.lower() for t in sentence.children(clause, Function.MARKER)}:
            yield from content_of(clause, token, sentence)  # "said that … and that …", joined to the verb itself
    behind = None if found else said_behind(token, sentence)
    if behind is not None:
        yield from content_of(behind, token, sentence)
    elif not found:
        yield from lost_clause(token, verb, sentence) or inserted(token, sentence)


def _is_content(clause: Token, token: Token, verb: str, sentence: Sentence) -> bool:
    """Whether a clause tells what is said, and not what is done: "promised to", "denied taking", "stopped to"."""
    if clause.function is Function.OBJECT:
        # "believe the thief left by the window", with the verb read as a participle
        inside = sentence.children(clause, Function.CLAUSE_MODIFIER)
        return verb in listed("clausal") and any(t.tag in {"VBN", "VBD"} for t in inside)
    if clause.function is not Function.COMPLEMENT:
        first = sentence.subtree(clause)[0]
        beside = clause.index > token.index and not _commas(token, first, sentence)
        return beside and finite(clause, sentence)
    if negated(token, sentence) and opens_with(clause, sentence) in listed("questions"):
        return False
    if clause.index < token.index and opens_with(clause, sentence) in listed("conditions"):
        return False
    if finite(clause, sentence):
        return True
    first = sentence.subtree(clause)[0]
    if first.tag == "VBG" or clause.tag == "VBG":
        return verb in listed("denying") or verb in listed("vouching")
    infinitive = any(t.text.lower() == "to" for t in sentence.children(clause, Function.MARKER))
    return verb in listed("undertaking") if infinitive else clause.index < token.index


def _commas(one: Token, other: Token, sentence: Sentence) -> bool:
    """Whether a comma or dash stands between the two, or is the second."""
    return any(t.text in {",", ";", "—", "–"} for t in sentence.tokens[one.index : other.index + 1])


def _topics(token: Token, verb: str, sentence: Sentence) -> Iterator[Span]:
    """Yield what the verb's objects speak of: "thanked Peru for its help", "called it a day to remember"."""
    if verb == "deny":
        parts = sentence.children(token, Function.OBJECT, Function.INDIRECT_OBJECT)
        if len(parts) == 1:  # "denied them entry" is no denial
            yield from trimmed(sentence.subtree(parts[0]))
    elif verb in listed("speaking"):
        for part in sentence.children(token, *_OBJECTS):
            place = {t.text.lower() for t in sentence.children(part, Function.CASE, Function.MARKER)}
            named = part.function is Function.OBJECT and not sentence.children(part)
            loose = part.function in {Function.OBLIQUE, Function.ADVERBIAL_CLAUSE}
            if part.pos != "PRON" and not named and (not loose or place & _ABOUT):
                yield from trimmed(sentence.subtree(part))
    elif verb in listed("putting"):
        for part in sentence.children(token, Function.OBLIQUE):
            at = any(t.text.lower() == "at" for t in sentence.children(part, Function.CASE))
            if at and (part.pos == "NUM" or sentence.child(part, Function.NUMBER)):
                yield from trimmed([t for t in sentence.subtree(part) if t.text.lower() != "at"])
    elif verb in listed("naming") and sentence.child(token, Function.OBJECT):
        for part in sentence.children(token, Function.COMPLEMENT, Function.OBLIQUE):
            place = {t.text.lower() for t in sentence.children(part, Function.CASE)}
            to = any(t.text.lower() == "to" for t in sentence.children(part, Function.MARKER))
            if (part.function is Function.COMPLEMENT and not to) or "as" in place:
                yield from trimmed(sentence.subtree(part))


def _of_passive(token: Token, verb: str, sentence: Sentence, speakers: Speakers) -> Iterator[Voice]:
    """Yield what is said by an agent or by nobody that the text names: "it was said that", "is thought to have"."""
    if not any(verb in listed(kind) for kind in ("verbs", "finding", "hearsay")):
        return
    agent = sentence.child(token, Function.AGENT)
    speaker = speakers.of(agent, sentence) if agent is not None else None
    if agent is None and not sentence.child(token, Function.AUXILIARY):
        return  # "the report, said to be the longest": a participle
    stance = Stance.UNSURE if negated(token, sentence) else stance_of(verb)
    for span in _passive_contents(token, verb, sentence):
        yield Voice(span, speaker or speakers.unknown(token.span), stance)


def _passive_contents(token: Token, verb: str, sentence: Sentence) -> Iterator[Span]:
    clauses = sentence.children(token, Function.COMPLEMENT, Function.PARATAXIS, Function.CLAUSE_MODIFIER)
    subject = sentence.child(token, Function.PASSIVE_SUBJECT, Function.SUBJECT)
    told = verb in listed("telling")
    impersonal = subject is None or subject.text.lower() == "it" or told
    found = False
    for clause in clauses:
        infinitive = not finite(clause, sentence)
        personal = verb in listed("hearsay") and clause.function is Function.COMPLEMENT
        if clause.index > token.index and (personal if infinitive else impersonal):
            found = True
            yield from content_of(clause, token, sentence)
    behind = said_behind(token, sentence, impersonal=True) if impersonal and not found else None
    if behind is not None:
        yield from content_of(behind, token, sentence)
    elif impersonal and not found and subject is not None:
        yield from inserted(token, sentence)


def _of_noun(noun: Token, sentence: Sentence, speakers: Speakers) -> Iterator[Voice]:
    """Yield the clause of "Lee's claim that …", "rejected the idea that …", "the rumour that …"."""
    clause = _clause_of(noun, sentence)
    if clause is None:
        return
    owner = _owner(noun, sentence, speakers)
    verb = sentence.head(noun)
    above = verb_of(verb, sentence) if verb is not None and verb.pos in VERBAL else ""
    stance = Stance.UNSURE if noun.lemma in listed("uncertain_claims") else Stance.SAID
    if noun.lemma in listed("denials"):
        stance = Stance.DENIED
    if owner is None and verb is not None and noun.function in {Function.OBJECT, Function.OBLIQUE}:
        if above in listed("denying"):
            owner, stance = speakers.of_verb(verb, sentence), Stance.DENIED
        elif above in listed("uttering") or above in listed("verbs"):
            owner = speakers.of_verb(verb, sentence)
    if owner is None:
        owner, stance = speakers.unknown(noun.span), Stance.DENIED if stance is Stance.DENIED else Stance.UNSURE
    for span in trimmed(sentence.subtree(clause)):
        yield Voice(span, owner, stance)


def _clause_of(noun: Token, sentence: Sentence) -> Token | None:
    """Return the clause that tells what the claim is, not one that tells which: "the claim that he made"."""
    clauses: Sequence[Token] = sentence.children(noun, Function.CLAUSE_MODIFIER, Function.COMPLEMENT)
    for clause in clauses:
        marks = {t.text.lower() for t in sentence.children(clause, Function.MARKER)}
        if "that" in marks and sentence.child(clause, Function.SUBJECT, Function.PASSIVE_SUBJECT):
            return clause
    following = sentence.tokens[noun.index + 1] if noun.index + 1 < len(sentence.tokens) else None
    if following is not None and following.text.lower() == "that" and following.function is Function.MARKER:
        return sentence.head(following)
    return None


def _owner(noun: Token, sentence: Sentence, speakers: Speakers) -> Link | None:
    """Return whose claim it is: "Lee's", "by Lee"."""
    owner = sentence.child(noun, Function.POSSESSOR)
    for behind in sentence.children(noun, Function.MODIFIER, Function.AGENT):
        marks = {t.text.lower() for t in sentence.children(behind, Function.CASE)}
        if owner is None and marks & {"by", "from"}:
            owner = behind
    if owner is None:
        return None
    if owner.tag == "PRP$" and owner.text.lower() in {"my", "our", "your"}:
        return None
    return speakers.of(owner, sentence)

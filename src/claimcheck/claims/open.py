"""Claims of any verb, kept in the text's own words where no relation of the data matches."""

from collections.abc import Iterator

from claimcheck.claim import Argument, Claim
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim, nominal
from claimcheck.claims.frames import Frame
from claimcheck.claims.phrases import preposition
from claimcheck.document import Span
from claimcheck.sentence import Function, Token

_GROUP = (Function.AUXILIARY, Function.NEGATION, Function.PARTICLE, Function.COPULA)
_TOWARDS = frozenset({"for", "of", "to", "in", "with", "against", "on"})
_EMPTY = frozenset({"which", "who", "that", "there", "what", "whom", "it"})


def open_claims(context: Context, frame: Frame) -> Iterator[Claim]:
    """Yield the claim of the frame; what "and" joins stays together."""
    rest = _rest(frame)
    # A passive without a doer says something of what is acted on: "the tram was delivered in May".
    subjects = frame.subject[:1] or frame.object[:1]
    for subject in subjects:
        if subject.text.lower() in _EMPTY and context.link(subject) is None:
            continue
        for object_, others in rest:
            argument = _object(context, object_)
            about = context.argument(subject, joined=True)
            if argument is not None and about.text:
                yield _claim(context, frame, about, argument, others)


def noun_claims(context: Context, typed: frozenset[Span]) -> Iterator[Claim]:
    """Yield what phrases take for granted that name an act with its doer: "Norway's support for the treaty".

    What lies within one of the `typed` claims, which a relation of the data matches, is no open claim.
    """
    sentence = context.sentence
    for noun in sentence.tokens:
        owner = sentence.child(noun, Function.POSSESSOR) if noun.pos == "NOUN" else None
        if (
            owner is None
            or any(span.contains(noun.span) for span in typed)
            or (owner.pos == "PRON" and context.link(owner) is None)
        ):
            continue
        for target in _targets(context, noun):
            place = preposition(target, sentence)
            if place in _TOWARDS and target.pos in {"NOUN", "PROPN", "VERB"}:
                subject, object_ = context.argument(owner), context.argument(target)
                text = f"{subject.text}’s {noun.text} {place} {context.phrase(target)[1]}"
                yield claim(context, nominal(context, noun), text, subject, noun.lemma, object_, open_=True)


def _targets(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return the nouns that follow in a prepositional phrase, also if the parser hung it beside the noun instead of below."""
    sentence = context.sentence
    below = sentence.children(noun, Function.MODIFIER)
    head = sentence.head(noun)
    if below or head is None:
        return below
    beside = sentence.children(head, Function.OBLIQUE, Function.MODIFIER)
    return tuple(t for t in beside if t is not noun and sentence.subtree(t)[0].index == noun.index + 1)


def _rest(frame: Frame) -> Iterator[tuple[Token | None, tuple[tuple[str, Token], ...]]]:
    """Return what stands on the object's side: the objects, or else the first oblique."""
    if frame.object and frame.subject:
        return iter([(frame.object[0], frame.obliques)])
    if frame.obliques:
        return iter([(frame.obliques[0][1], frame.obliques)])
    return iter(())


def _object(context: Context, token: Token | None) -> Argument | None:
    if token is None or (token.text.lower() in _EMPTY and context.link(token) is None):
        return None
    return context.argument(token, joined=True)


def _claim(
    context: Context, frame: Frame, subject: Argument, object_: Argument, obliques: tuple[tuple[str, Token], ...]
) -> Claim:
    group = [frame.head, *context.sentence.children(frame.head, *_GROUP)]
    verb = context.words([t for t in group if t.pos in {"VERB", "AUX", "PART", "ADP", "ADV"}]) or frame.lemma
    if frame.lemma == "be" and frame.head.pos not in {"VERB", "AUX"}:
        verb = context.words([t for t in group if t is not frame.head])
    tail = [
        f"{place} {context.phrase(token, joined=True)[1]}".strip()
        for place, token in obliques
        if token.function is not Function.CONJUNCT
    ]
    said = [object_.text, *tail] if frame.object and frame.subject else tail
    predicate = Predicate(frame.head, frame.negated, frame.modality, frame.past)
    return claim(
        context,
        predicate,
        f"{subject.text} {verb} {' '.join(said)}",
        subject,
        " ".join([frame.lemma, *sorted(t.lemma for t in context.sentence.children(frame.head, Function.PARTICLE))]),
        object_,
        time=context.own_date(frame.head),
        place=context.place(obliques),
        open_=True,
    )

"""Claims in the text's own words: what a clause or a noun phrase says that no relation of the data matches."""

from collections.abc import Collection, Iterator, Sequence

from claimcheck.claim import Argument, Claim
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim, nominal
from claimcheck.claims.frames import Frame, modality
from claimcheck.claims.granted import acts, appositions, targets
from claimcheck.claims.phrases import Tokens
from claimcheck.claims.propositions import Proposition, Role, clauses, infinitive
from claimcheck.document import Span
from claimcheck.sentence import Function, Token

_TOWARDS = frozenset({"for", "of", "to", "in", "with", "against", "on"})
_EMPTY = frozenset({"which", "who", "that", "there", "what", "whom"})
_CLAUSAL = frozenset({"VERB", "AUX", "ADJ"})


def open_claims(context: Context, framed: Sequence[Frame], typed: Collection[Token]) -> Iterator[Claim]:
    """Yield one claim for each clause none of whose verbs is in `typed`; what "and" joins stays together."""
    for proposition in clauses(framed, context.sentence):
        if not any(frame.head in typed for frame in proposition.frames):
            found = _of_clause(context, proposition)
            if found is not None:
                yield found


def noun_claims(context: Context, typed: Collection[Span]) -> Iterator[Claim]:
    """Yield what noun phrases take for granted, but where they lie within one of the `typed` claims."""
    for apposition in appositions(context.sentence):
        if not any(span.contains(apposition.head.span) for span in typed):
            yield from _of_apposition(context, apposition)
    for act in acts(context.sentence):
        if not any(span.contains(act.head.span) for span in typed):
            yield from _of_act(context, act)


def _of_clause(context: Context, proposition: Proposition) -> Claim | None:
    """Return the claim of a clause, its subject the one who acts, its words in the voice of the text."""
    frame = proposition.frames[-1]
    subject = next(iter((*frame.subject, *frame.object, *proposition.subject.heads)))
    first = proposition.frames[0]
    if _is_empty(context, subject) or _is_empty(context, proposition.subject.heads[0]):
        return None
    about = context.argument(subject, joined=True)
    object_ = _object(context, frame, proposition)
    if object_ is None or not about.text:
        return None
    negated = frame.negated or first.negated
    return claim(
        context,
        Predicate(frame.head, negated, frame.modality, frame.past),
        _text(context, proposition),
        about,
        " ".join([frame.lemma, *sorted(t.lemma for t in context.sentence.children(frame.head, Function.PARTICLE))]),
        object_,
        time=context.own_date(frame.head),
        place=context.place(frame.obliques),
        open_=True,
    )


def _object(context: Context, frame: Frame, proposition: Proposition) -> Argument | None:
    """Return what the claim is about beside its subject: the object, what is said, the first oblique, or nothing named."""
    content = next((r for r in proposition.rest if _is_content(r)), None)
    if frame.object and frame.subject:
        token = frame.object[0]
    elif content is not None:
        return _words(context, content.phrases[0])
    elif frame.obliques:
        token = frame.obliques[0][1]
    elif len(proposition.frames) == 1 and infinitive(frame.head, context.sentence):
        return None  # "asked her to leave": the verb above says it all
    else:
        return Argument(frame.head.span, "")
    return None if _is_empty(context, token) else context.argument(token, joined=True)


def _text(context: Context, proposition: Proposition) -> str:
    """Return the claim's words: a name for each pronoun, no clauses that only describe."""
    subject = context.argument(proposition.subject.heads[0], joined=True).text
    verb = f"{proposition.implied} {context.words(proposition.predicate)}"
    # What is said comes last: "the owner said on Tuesday that the works will close".
    rest = [_said(context, role) for role in sorted(proposition.rest, key=_is_content)]
    there = any(t.tag == "EX" for t in proposition.predicate)
    return " ".join([verb, subject, *rest] if there else [subject, verb, *rest])


def _said(context: Context, role: Role) -> str:
    copular = context.sentence.child(role.heads[0], Function.COPULA) is not None
    if _is_content(role) or (copular and len(role.phrases) == 1):
        return context.words((*role.case, *role.phrases[0]))  # what stands around it has a place of its own
    case = context.words(role.case)
    return f"{case} {context.phrase(role.heads[0], joined=True)[1]}"


def _is_content(role: Role) -> bool:
    return not role.case and role.heads[0].function is Function.COMPLEMENT and role.heads[0].pos in _CLAUSAL


def _words(context: Context, tokens: Tokens) -> Argument:
    return Argument(Span(tokens[0].span.start, tokens[-1].span.end), context.words(tokens))


def _is_empty(context: Context, token: Token) -> bool:
    return token.text.lower() in _EMPTY and context.link(token) is None


def _of_apposition(context: Context, apposition: Proposition) -> Iterator[Claim]:
    named, said = apposition.subject.heads[0], apposition.rest[0].heads[0]
    if context.mention(named, "DATE", "TIME") or context.mention(said, "DATE", "TIME"):
        return
    subject, object_ = context.argument(named), context.argument(said)
    if subject.span.overlaps(object_.span):
        return  # one name
    negated = context.sentence.child(said, Function.NEGATION) is not None
    world = modality(said, context.sentence, presupposed=True)
    predicate = Predicate(said, negated, world, past=False, presupposed=True)
    text = f"{subject.text} {apposition.implied} {context.phrase(said)[1]}"
    yield claim(context, predicate, text, subject, "be", object_, open_=True)


def _of_act(context: Context, act: Proposition) -> Iterator[Claim]:
    """Yield a claim for each phrase behind the noun: "Norway's support for the treaty"."""
    owner, noun = act.subject.heads[0], act.head
    if owner.pos == "PRON" and context.link(owner) is None:
        return
    for target in targets(noun, context.sentence):
        place = preposition(target, context.sentence)
        if place in _TOWARDS and target.pos in {"NOUN", "PROPN", "VERB"}:
            subject, object_ = context.argument(owner), context.argument(target)
            text = f"{subject.text}’s {noun.text} {place} {context.phrase(target)[1]}"
            yield claim(context, nominal(context, noun), text, subject, noun.lemma, object_, open_=True)

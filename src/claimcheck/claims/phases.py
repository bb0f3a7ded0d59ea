"""Acts that happen once to a thing, told as done or as to come: "took in its first ship", "once it comes into operation"."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from claimcheck.claim import Argument, Claim, Mention, Modality
from claimcheck.claims.context import Context
from claimcheck.claims.days import settled
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import Frame, frames
from claimcheck.claims.things import act_keys, plain_nouns, words
from claimcheck.sentence import Function, Token
from claimcheck.values.time import Period, Time

DONE, TO_COME = "done", "to come"

_KINDS = (
    "begin", "complete", "close", "demolish", "remove", "free", "sign", "launch", "sell",   "bury", "sentence",
    "resign", "leave",
)  # fmt: skip
_IDIOMS = frozenset({"door", "work", "operation", "service", "production", "flight", "trading"})
_AWAITING = frozenset({"due", "set", "schedule", "scheduled", "plan", "planned", "expect", "expected"})


def phases(contexts: Sequence[Context]) -> Iterator[Claim]:
    """Yield the acts of a document that are done, and those to come that may be the same."""
    framed = [(context, frame) for context in contexts for frame in frames(context.sentence)]
    plain = plain_nouns(contexts)
    done = [c for context, frame in framed for c in _done(context, frame, plain)]
    yield from done
    keys = {key for c in done for key in c.subject.represents.split("|")}
    if keys:
        yield from (c for context, frame in framed for c in _to_come(context, frame, keys, plain))


def _done(context: Context, frame: Frame, plain: Collection[str]) -> Iterator[Claim]:
    """Yield what the verb tells as done, under the kind of act and the thing."""
    around = {t.text.lower() for t in context.sentence.children(frame.head)}
    open_ = frame.negated or frame.modality is not Modality.ASSERTED or around & words()["words"]["still"]
    if open_ or _is_other(context, frame) or _is_long_ago(context):
        return
    for kind in _KINDS:
        going = _says(context, frame, words()[kind]["going"]) and _is_since(context, frame)
        if not (frame.past or going or _is_perfect(context, frame)):
            continue
        for thing in (*_things(context, frame, kind), *(frame.subject if going else ())):
            keys = act_keys(context, frame, kind, thing, plain) if not _is_part(context, thing) else ()
            if keys:
                yield _claim(context, frame, DONE, keys, thing)


def _is_long_ago(context: Context) -> bool:
    """Whether the sentence has a year before the last, since which the act may have come again."""
    published = context.document.publication.date.latest
    dated = [m.value.written.year for m in context.mentions if isinstance(m.value, Time)]
    return published is not None and any(year is not None and year < published.year - 1 for year in dated)


def _to_come(context: Context, frame: Frame, keys: set[str], plain: Collection[str]) -> Iterator[Claim]:
    """Yield what the verb tells as to come of one of the things."""
    if not _is_ahead(context, frame) or _is_other(context, frame):
        return
    for kind in _KINDS:
        for thing in _things(context, frame, kind, ahead=True):
            found = (
                _resolved(context, frame, thing, kind, keys, plain)
                if not _is_part(context, thing) and not _is_new(context, thing)
                else ""
            )
            if found:
                yield _claim(context, frame, TO_COME, (found,), thing)


def _things(context: Context, frame: Frame, kind: str, *, ahead: bool = False) -> tuple[Token, ...]:
    """Return what the act happens to."""
    told = words()[kind]
    last = any(t.text.lower() in {"last", "final"} for o in frame.object for t in context.sentence.children(o))
    if last and "last" in told and _says(context, frame, told["last"]):
        return frame.subject
    if _says(context, frame, told["first"]) and any(
        t.lemma == "first" for o in frame.object for t in context.sentence.children(o)
    ):
        return frame.subject
    if any(context.sentence.child(t, Function.MODIFIER) is not None for t in frame.object if t.lemma in _IDIOMS):
        return ()  # "begin production of batteries"
    if kind == "begin" and _starts_doing(context, frame):
        return frame.subject
    if frame.object and not any(t.lemma in _IDIOMS for t in frame.object):
        placed = kind in words()["words"]["placed"] and _says(context, frame, told["itself"])
        if kind in words()["words"]["joint"] and frame.subject:
            return ()  # each party signs for itself
        return frame.subject if placed else frame.object if _says(context, frame, _told(told, "it", ahead=ahead)) else ()
    return frame.subject if _says(context, frame, _told(told, "itself", ahead=ahead)) else ()


def _told(words: Mapping[str, frozenset[str]], key: str, *, ahead: bool) -> frozenset[str]:
    """Return the words of an act; what closes for good may later be said to close without more."""
    return words[key] | words.get(f"{key}_ahead", frozenset()) if ahead else words[key]


def _starts_doing(context: Context, frame: Frame) -> bool:
    """Whether it starts to do its work: "began generating power"."""
    doing = [t for t in context.sentence.children(frame.head, Function.COMPLEMENT) if t.tag == "VBG"]
    return frame.lemma in {"begin", "start"} and bool(doing)


def _says(context: Context, frame: Frame, verbs: frozenset[str]) -> bool:
    around = context.sentence.children(frame.head)
    beside = {t.lemma for t in around} | {t.text.lower() for t in around} | {t.lemma for _, t in frame.obliques}
    led = {c.text.lower() for t in around for c in context.sentence.children(t, Function.CASE)}
    beside |= led & {"out", "off", "from", "away"}
    parts = (word.partition("_") for word in verbs)
    own = {frame.lemma, f"{frame.lemma}e", frame.head.text.lower()}  # a lemma may have lost its last letter
    return any(verb in own and (not more or more in beside) for verb, _, more in parts)


def _is_since(context: Context, frame: Frame) -> bool:
    """Whether it has gone on since: "has been working since"."""
    inside = {t.text.lower() for t in context.sentence.subtree(frame.head, Function.CLAUSE_MODIFIER)}
    return "since" in inside and _is_perfect(context, frame)


def _is_perfect(context: Context, frame: Frame) -> bool:
    return any(t.text.lower() in {"has", "have"} for t in context.sentence.children(frame.head, Function.AUXILIARY))


def _is_other(context: Context, frame: Frame) -> bool:
    """Whether words with the verb make it another act of the kind: "officially opened", "opened to staff"."""
    around = context.sentence.children(frame.head, Function.ADVERB, Function.PARTICLE, Function.OBLIQUE)
    return _any_other(around)


def _is_part(context: Context, thing: Token) -> bool:
    """Whether it is a part of a thing, or another one: "the first section", "a second office"."""
    return _any_other((thing, *context.sentence.children(thing, Function.ADJECTIVE, Function.COMPOUND, Function.NUMBER)))


def _is_new(context: Context, thing: Token) -> bool:
    """Whether it is told of as if for the first time: "an office in Ulm"."""
    return any(t.text.lower() in {"a", "an", "any", "more"} for t in context.sentence.children(thing, Function.DETERMINER))


def _any_other(tokens: Sequence[Token]) -> bool:
    other = words()["words"]["other"]
    return any(t.lemma in other or t.text.lower() in other for t in tokens)


def _is_ahead(context: Context, frame: Frame) -> bool:
    """Whether the verb tells of what is still to come, on a day, in a season or year after publication."""
    sentence = context.sentence
    published = context.document.publication.date
    marks = {t.text.lower() for t in sentence.children(frame.head, Function.MARKER, Function.ADVERB)}
    present = frame.head.tag in {"VBZ", "VBP"} or (frame.head.tag == "VB" and _is_to(context, frame.head))
    waiting = bool(marks & words()["words"]["when"]) and present
    above = sentence.head(frame.head)
    awaited = (
        above is not None
        and frame.head.tag == "VB"
        and {above.lemma, above.text.lower()} & _AWAITING
        and not _told_in_past(context, above)
    )
    led = [t.text.lower() for t in sentence.tokens[max(0, frame.head.index - 2) : frame.head.index]]
    future = frame.modality is Modality.FUTURE or bool(awaited) or led == ["due", "to"] or _is_tried(context, frame.head)
    yet = bool(marks & words()["words"]["still"]) and (frame.negated or frame.head.tag == "VB")
    later = [m for m in context.mentions if _is_after(context, m, published.latest)]
    return published.latest is not None and (((waiting or future) and bool(later)) or yet)


def _is_to(context: Context, verb: Token) -> bool:
    """Whether it "is to" come."""
    before = [t.text.lower() for t in context.sentence.tokens[max(0, verb.index - 2) : verb.index]]
    return before in (["is", "to"], ["are", "to"])


def _is_tried(context: Context, verb: Token) -> bool:
    """Whether the verb is what will be tried: "will make another try to free the ship"."""
    above = context.sentence.ancestors(verb)[:2] if verb.tag == "VB" else ()
    tries = any(t.lemma in words()["words"]["tries"] for t in above)
    return tries and any(t.text.lower() == "will" for a in above for t in context.sentence.children(a, Function.AUXILIARY))


def _told_in_past(context: Context, head: Token) -> bool:
    verbs = context.sentence.children(head, Function.AUXILIARY, Function.COPULA)
    return any(t.tag in {"VBD", "VBN"} for t in verbs) or head.tag == "VBD"


def _is_after(context: Context, mention: Mention, published: object) -> bool:
    value = mention.value
    first = replace(mention, value=value.start if isinstance(value, Period) else value)
    time = settled(first, context.document.publication, past=False).value
    if not isinstance(time, Time) or not isinstance(published, tuple) or time.date.earliest is None:
        return False
    return tuple(time.date.earliest) > published


def _resolved(context: Context, frame: Frame, thing: Token, kind: str, keys: set[str], plain: Collection[str]) -> str:
    """Return the key under which the thing is done; that of "it" is the one thing before it that is known to be."""
    things: tuple[Token, ...] = (thing,)
    if thing.text.lower() in {"it", "they"}:
        things = (thing, *(t for t in context.sentence.tokens[: thing.index] if t.pos in {"NOUN", "PROPN"}))
    found = {t.index: key for t in things for key in act_keys(context, frame, kind, t, plain) if key in keys}
    return next(iter(found.values())) if len(set(found.values())) == 1 else ""


def _claim(context: Context, frame: Frame, relation: str, keys: tuple[str, ...], thing: Token) -> Claim:
    span, text = context.phrase(thing)
    subject = Argument(span, text, keys[0], represents="|".join(keys))
    value = Argument(frame.head.span, frame.head.text)
    predicate = Predicate(frame.head, negated=False, modality=Modality.ASSERTED, past=relation == DONE)
    first = context.sentence.subtree(frame.head, Function.CLAUSE_MODIFIER, Function.ADVERBIAL_CLAUSE)
    told = context.words([t for t in first if t.pos != "PUNCT"])
    return claim(context, predicate, told, subject, relation, value, time=context.own_date(frame.head))

"""How long something lasts, and from when to when: "a five-day stay, from 13 to 24 March", "during those four years"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.claim import Argument, Claim, Mention
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.days import settled
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import frame_of, modality
from claimcheck.claims.lasting import is_event, is_whole, kind_of, measured, words
from claimcheck.document import PartKind, Span
from claimcheck.sentence import Function, Token
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Bound, Period, Time

ONE_OF_SEVERAL = "one of several"
LASTED, RAN, BEGAN, ENDED = "lasted", "ran over", "began on", "ended at"

_LEAD = 6  # characters before a stretch that begins a sentence
_UNITS = frozenset({"day", "month", "year"})
_NEAR = 12  # tokens between a length and its dates
_THESE = frozenset({"those", "these"})
_VERBAL = frozenset({"VERB", "AUX"})


def stretches(contexts: Sequence[Context]) -> Iterator[Claim]:
    """Yield the lengths of a document with the dates that they may be held against, under one referent each."""
    for number, context in enumerate(contexts):
        yield from _beside(context)
        yield from _taken_up(context, contexts[number - 1] if number else None)
        yield from _of_event(context)


def _lengths(context: Context) -> list[Mention]:
    """Return the lengths in days, months and years that are whole and told for certain."""
    found = [m for m in context.mentions if m.type == "DURATION" and isinstance(m.value, Quantity)]
    return [m for m in found if isinstance(m.value, Quantity) and m.value.unit in _UNITS and _is_whole(context, m)]


def _is_whole(context: Context, length: Mention) -> bool:
    """Whether the length is that of the whole: not "the first five days", "two days a week", "three years later"."""
    tokens = context.sentence.tokens
    inside = context.sentence.within(length.span)
    if not inside:
        return False
    before = {t.text.lower() for t in tokens[max(0, inside[0].index - 2) : inside[0].index]}
    after = [t.text.lower() for t in tokens[inside[-1].index + 1 : inside[-1].index + 3]]
    whole = before & {"the", "those", "all"} and is_event(measured(context, length))
    of_part = (
        not whole
        and after[:1] == ["of"]
        and (len(after) < 2 or tokens[inside[-1].index + 2].pos in {"DET", "PRON", "NUM", "ADJ"})
    )
    around = {t.text.lower() for t in inside} | set(after[:1])
    return not (
        before & words()["partial"]
        or set(after[:1]) & words()["shifted"] - {"from", "in"}
        or of_part
        or around & words()["uncounted"]
    )


def _periods(context: Context) -> list[Mention]:
    """Return the stretches with two ends."""
    found = [m for m in context.mentions if isinstance(m.value, Period)]
    return [m for m in found if isinstance(m.value, Period) and m.value.bound is Bound.WITHIN]


def _beside(context: Context) -> Iterator[Claim]:
    """Yield a length and the dates that stand with it in one sentence, with no verb between them."""
    lengths, periods = _lengths(context), _periods(context)
    if len(lengths) != 1 or len(periods) != 1:
        return
    length, period = lengths[0], periods[0]
    first, last = sorted((length.span, period.span))
    between = [t for t in context.sentence.tokens if first.end <= t.span.start and t.span.end <= last.start]
    leading = period.span.start - context.sentence.span.start < _LEAD and is_event(measured(context, length))
    verbs = [t for t in between if t.pos == "VERB" and t.lemma not in {"last", "run"}]
    told = verbs[1:] if leading else verbs
    noun = measured(context, length)
    agreed = (noun is not None and noun.lemma in words()["agreed"]) or _is_of_role(context, last)
    if len(between) > _NEAR or told or agreed or any(t.text in {";", "and", "but"} for t in between):
        return
    key = f"stretch@{period.span.start}"
    yield replace(_claim(context, LASTED, key, length), total=True)
    yield _claim(context, RAN, key, period)


def _is_of_role(context: Context, last: Span) -> bool:
    """Whether what stands behind makes the dates those of a part: "for 20 years, from 1990 to 1998 as director"."""
    after = next((t for t in context.sentence.tokens if t.span.start >= last.end), None)
    return after is not None and after.text.lower() in {"as", "under", "with", "when"}


def _taken_up(context: Context, before: Context | None) -> Iterator[Claim]:
    """Yield "those four years" and the dates, in this sentence or the one before, that it takes up."""
    for length in _lengths(context):
        inside = context.sentence.within(length.span)
        leading = context.sentence.tokens[max(0, inside[0].index - 1) : inside[0].index]
        if not leading or leading[0].text.lower() not in _THESE:
            continue
        here = [(context, m) for m in _periods(context) if m.span.end <= length.span.start]
        there = [(before, m) for m in _periods(before)] if before is not None and _follows(before, context) else []
        found = here or there
        if len(found) == 1:
            whose, period = found[0]
            key = f"stretch@{period.span.start}"
            yield replace(_claim(context, LASTED, key, length), total=True)
            yield _claim(whose, RAN, key, period)


def _follows(before: Context, context: Context) -> bool:
    return before.sentence.paragraph == context.sentence.paragraph and before.sentence.kind is PartKind.BODY


def _of_event(context: Context) -> Iterator[Claim]:
    """Yield the lengths of stays and other events, and when they begin and end, by the kind of event."""
    for length in _lengths(context):
        noun = measured(context, length)
        agreed = noun is not None and noun.lemma in words()["agreed"]
        if noun is not None and not agreed and (is_event(noun) or _is_single(noun)):
            made = _claim(context, LASTED, kind_of(noun), length)
            limits = (ONE_OF_SEVERAL,) if _is_other(context, noun) else ()
            whole, going_on = is_event(noun) and is_whole(context, noun, length.span), noun.lemma not in words()["interrupted"]
            made = replace(made, restriction=limits, total=going_on, exhaustive=whole)
            yield replace(made, attributed_to=None) if _is_granted(context, length) else made
    for verb in context.sentence.tokens:
        if verb.pos == "VERB":
            yield from _ends(context, verb)
            yield from _run(context, verb)


def _is_granted(context: Context, length: Mention) -> bool:
    """Whether the length is taken for granted, whoever tells more: "in the 18 days of the strike, the firm said"."""
    before = [t for t in context.sentence.tokens if t.span.end <= length.span.start]
    return bool(before) and before[-1].text.lower() in {"the", "those", "these"} and not before[-1].text.startswith('"')


def _is_single(noun: Token) -> bool:
    """Whether the noun names one thing that may last, and not what is agreed for a length."""
    return noun.pos == "NOUN" and noun.tag != "NNS" and noun.lemma not in words()["agreed"]


def _is_other(context: Context, noun: Token) -> bool:
    """Whether the event is told of as one of several."""
    places = context.sentence.children(noun, Function.MODIFIER, Function.OBLIQUE)
    if any(t.pos == "PROPN" and preposition(t, context.sentence) in {"in", "at", "to"} for t in places):
        return True
    around = context.sentence.children(noun, Function.ADJECTIVE, Function.DETERMINER)
    return any(
        t.text.lower() in words()["partial"] | {"any", "no", "planned", "second", "annual", "similar", "earlier", "new"}
        for t in around
    )


def _ends(context: Context, verb: Token) -> Iterator[Claim]:
    """Yield the day on which something begins or ends, or on which somebody comes or goes."""
    told = words()
    frame = frame_of(verb, context.sentence)
    dates = [settled(m, context.document.publication, past=frame.past) for m in _days_of(context, verb)]
    if len(dates) != 1:
        return
    subject = _whole_of(context, next(iter((*frame.subject, *frame.object)), None))
    for relation, own, moving in ((BEGAN, "beginning", "arriving"), (ENDED, "ending", "leaving")):
        if subject is not None and subject.pos == "NOUN" and _says(context, verb, told[own]):
            yield _claim(context, relation, kind_of(subject), dates[0], verb)
        elif relation == BEGAN and _says(context, verb, told["striking"]):
            yield _claim(context, relation, "the strike", dates[0], verb)
        if _says(context, verb, told[f"trial_{own}"]) and (relation == ENDED or _is_of_trial(frame.object or frame.subject)):
            yield _claim(context, relation, "the trial", dates[0], verb)
        if _says(context, verb, told[f"closure_{own}"]):
            yield _claim(context, relation, "the closure", dates[0], verb)
        elif _says(context, verb, told[moving]):
            yield _claim(context, relation, "a stay", dates[0], verb)


def _whole_of(context: Context, noun: Token | None) -> Token | None:
    """Return the event that a relative clause behind it tells of: "the occupation of the library, which began"."""
    head = context.sentence.head(noun) if noun is not None else None
    inside = head is not None and noun is not None and not is_event(noun) and is_event(head)
    return head if inside and noun is not None and preposition(noun, context.sentence) == "of" else noun


def _is_of_trial(things: Sequence[Token]) -> bool:
    return any(t.lemma in words()["trial_things"] for t in things)


def _run(context: Context, verb: Token) -> Iterator[Claim]:
    """Yield from when to when an event runs: "the festival runs from 4 to 9 June"."""
    noun = _whole_of(context, next(iter(verb_subjects(context, verb)), None))
    if noun is None or not is_event(noun) or noun.tag == "NNS" or not _says(context, verb, words()["running"]):
        return
    below = context.sentence.subtree(verb, Function.CLAUSE_MODIFIER, Function.ADVERBIAL_CLAUSE, Function.CONJUNCT)
    found = [m for m in _periods(context) if any(m.span.contains(t.span) for t in below)]
    if len(found) == 1:
        made = _claim(context, RAN, kind_of(noun), found[0], verb)
        made = replace(made, text=f"{noun.text} {made.text}")
        yield replace(made, restriction=(ONE_OF_SEVERAL,)) if _is_other(context, noun) else made


def verb_subjects(context: Context, verb: Token) -> tuple[Token, ...]:
    """Return what the verb is about, whether it acts or is acted on."""
    frame = frame_of(verb, context.sentence)
    return frame.subject or frame.object


def _days_of(context: Context, verb: Token) -> list[Mention]:
    """Return the days that are told with the verb."""
    below = context.sentence.subtree(
        verb, Function.CLAUSE_MODIFIER, Function.ADVERBIAL_CLAUSE, Function.COMPLEMENT, Function.CONJUNCT
    )
    spans = [t.span for t in below]
    return [
        m for m in context.mentions if isinstance(m.value, Time) and _is_day(m.value) and any(m.span.contains(s) for s in spans)
    ]


def _is_day(time: Time) -> bool:
    """Whether it is a day of a month, or a weekday near publication."""
    return time.written.month is not None or (time.written.weekday is not None and time.date.known)


def _says(context: Context, verb: Token, verbs: frozenset[str]) -> bool:
    """Whether the verb is one of the words, with what belongs to it."""
    lemmas = {t.lemma for t in context.sentence.children(verb)} | {t.text.lower() for t in context.sentence.children(verb)}
    own = {verb.lemma, f"{verb.lemma}e", verb.text.lower()}  # a lemma may have lost its last letter
    return any(v.partition("_")[0] in own and (not v.partition("_")[2] or v.partition("_")[2] in lemmas) for v in verbs)


def _claim(context: Context, relation: str, key: str, mention: Mention, verb: Token | None = None) -> Claim:
    head = verb or context.sentence.top(mention.span) or context.sentence.tokens[0]
    world = modality(head, context.sentence, presupposed=True)
    frame = frame_of(head, context.sentence) if verb is not None else None
    predicate = Predicate(
        head, frame.negated if frame is not None else False, frame.modality if frame is not None else world, past=False
    )
    value = Argument(mention.span, context.document.words(mention.span), "", mention.type, mention.value)
    subject = Argument(mention.span, key, key)
    return claim(context, predicate, f"{relation} {value.text}", subject, relation, value)

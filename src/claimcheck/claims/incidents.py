"""One-off events with a full date: "the dam burst on 9 May 2012", "the day of the flood, 19 May 2012"."""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from claimcheck.claim import Argument, Claim, Mention, Modality
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim
from claimcheck.claims.frames import frame_of
from claimcheck.sentence import Function, Token
from claimcheck.values.time import Time

RELATION, ANY = "incident on", "any"

_DEFINITE = frozenset({"the", "that", "this"})
_REACH = 12  # words between the event and its date


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, frozenset[str]]]:
    data = tomllib.loads(files("claimcheck.claims").joinpath("incidents.toml").read_text(encoding="utf-8"))
    return {kind: {key: frozenset(value) for key, value in table.items()} for kind, table in data.items()}


@lru_cache(maxsize=1)
def _nouns() -> dict[str, str]:
    """Return the kind of event of each noun."""
    return {noun: kind for kind, table in _words().items() for noun in table.get("nouns", ())}


def incidents(context: Context) -> Iterator[Claim]:
    """Yield each event whose full date the sentence gives, if it gives only one date and tells of only one event."""
    dates = {m.span: m for m in context.mentions if isinstance(m.value, Time) and m.value.date.known}
    full = [m for m in dates.values() if isinstance(m.value, Time) and _is_full(m.value)]
    if len(full) != 1 or len({m.value.date for m in dates.values() if isinstance(m.value, Time)}) != 1:
        return
    noun = _noun(context, full[0])
    verb = _verb(context, full[0]) if noun is None else None
    event = noun if noun is not None or verb is None else verb[0]
    if event is None or _tells_other(context, event, full[0]):
        return
    if noun is not None:
        yield _claim(context, noun, _nouns()[noun.lemma], full[0], definite=True)
    elif verb is not None:
        yield _claim(context, verb[0], verb[1], full[0], definite=False)


def _tells_other(context: Context, event: Token, date: Mention) -> bool:
    """Whether words around the event make the date that of something else: "arrested for the raid on 3 May"."""
    sentence = context.sentence
    first, last = sorted((event.span, date.span))
    between = [t for t in sentence.tokens if first.end <= t.span.start and t.span.end <= last.start]
    above = sentence.ancestors(event) if event.pos == "NOUN" else ()
    beside = [
        c
        for t in (event, *above)
        for c in sentence.children(t, Function.ADJECTIVE, Function.COMPOUND, Function.NUMBER, Function.ADVERB)
    ]
    told = [t for t in (*between, *above, *beside) if not _is_of_clock(context, t)]
    return any(t.text.lower() in _words()["words"]["other"] or t.lemma in _words()["words"]["other"] for t in told)


def several(context: Context) -> Iterator[Claim]:
    """Yield a claim for each kind of event of which the sentence tells that there were more."""
    for token in context.sentence.tokens:
        kind = _nouns().get(token.lemma) or _nouns().get(token.text.lower())
        if kind is not None and (token.tag == "NNS" or _is_another(context, token)):
            subject = Argument(token.span, token.text, kind)
            predicate = Predicate(token, negated=False, modality=Modality.ASSERTED, past=False)
            yield claim(context, predicate, f"several: {token.text}", subject, "several", Argument(token.span, token.text))


def _is_another(context: Context, noun: Token) -> bool:
    around = context.sentence.children(noun, Function.ADJECTIVE, Function.DETERMINER, Function.NUMBER)
    return any(t.text.lower() in _words()["words"]["other"] | _words()["words"]["several"] for t in around)


def _is_full(time: Time) -> bool:
    written = time.written
    return written.year is not None and written.month is not None and written.day is not None and time.date.day is not None


def _is_of_clock(context: Context, token: Token) -> bool:
    """Whether the word belongs to a time of day: "shortly after 2am"."""
    following = context.sentence.tokens[token.index + 1 : token.index + 3]
    return token.text.lower() in {"after", "before"} and any(
        t.text[:1].isdigit() or t.text.lower() in {"midnight", "noon", "dawn", "dusk", "midday"} for t in following
    )


def _noun(context: Context, date: Mention) -> Token | None:
    """Return the definite event noun close to the date, with no other verb between."""
    near = [t for t in context.sentence.tokens if t.lemma in _nouns() and t.pos == "NOUN" and _is_near(context, t, date)]
    definite = [t for t in near if any(d.text.lower() in _DEFINITE for d in context.sentence.children(t, Function.DETERMINER))]
    return definite[-1] if len(near) == 1 and definite and _is_dated(context, definite[-1], date) else None


def _is_dated(context: Context, noun: Token, date: Mention) -> bool:
    """Whether the date is the event's own: "the crash of 3 May", "the disaster, 3 May", "it recorded the raid on 3 May"."""
    if date.span.start < noun.span.start:
        return False
    following = context.sentence.tokens[noun.index + 1].text.lower()
    verb = next((t for t in context.sentence.tokens[noun.index : noun.index + 4] if t.pos == "VERB"), None)
    if (
        verb is not None
        and {verb.lemma, f"{verb.lemma}e", verb.text.lower()} & _words()["words"]["dating"]
        and verb.span.end <= date.span.start
    ):
        return True  # "the crash happened on 3 May"
    verb = next((t for t in context.sentence.ancestors(noun) if t.pos in {"VERB", "AUX"}), None)
    dating = verb is not None and bool({verb.lemma, f"{verb.lemma}e", verb.text.lower()} & _words()["words"]["dating"])
    first = noun.function in {Function.SUBJECT, Function.PASSIVE_SUBJECT}
    return following in {"of", ",", "(", "as"} or (
        following in {"on", "at", "in"} and (first or (dating and noun.function is Function.OBJECT))
    )


def _is_near(context: Context, token: Token, date: Mention) -> bool:
    first, last = sorted((token.span, date.span))
    between = [t for t in context.sentence.tokens if first.end <= t.span.start and t.span.end <= last.start]
    verbs = [t for t in between if t.pos == "VERB" and not {t.lemma, f"{t.lemma}e", t.text.lower()} & _words()["words"]["dating"]]
    return len(between) <= _REACH and not verbs


def _verb(context: Context, date: Mention) -> tuple[Token, str] | None:
    """Return the verb of an event that the date stands with, and the kind."""
    for verb in context.sentence.tokens:
        if verb.pos != "VERB" or verb.span.start > date.span.start:
            continue
        around = context.sentence.children(verb)
        beside = (
            {t.lemma for t in around}
            | {t.text.lower() for t in around}
            | {c.text.lower() for t in around for c in context.sentence.children(t, Function.CASE)}
        )
        own = {verb.lemma, f"{verb.lemma}e", verb.text.lower()}
        kinds = [
            k
            for k, table in _words().items()
            for w in table.get("verbs", ())
            if w.partition("_")[0] in own and (not w.partition("_")[2] or w.partition("_")[2] in beside)
        ]
        below = context.sentence.subtree(
            verb, Function.CLAUSE_MODIFIER, Function.ADVERBIAL_CLAUSE, Function.COMPLEMENT, Function.CONJUNCT
        )
        if kinds and any(date.span.contains(t.span) for t in below):
            return verb, kinds[0]
    return None


def _claim(context: Context, head: Token, kind: str, date: Mention, *, definite: bool) -> Claim:
    frame = frame_of(head, context.sentence) if head.pos == "VERB" else None
    negated = frame is not None and frame.negated
    predicate = Predicate(head, negated, frame.modality if frame is not None else Modality.ASSERTED, past=True)
    value = Argument(date.span, context.document.words(date.span), "", date.type, date.value)
    subject = Argument(head.span, head.text, kind)
    return claim(context, predicate, f"{head.text} dated {value.text}", subject, RELATION, value, total=definite)

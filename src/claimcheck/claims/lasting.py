"""What a length is that of: "visit" of "a two-day visit", "stay" of "a stay of two nights", "strike" of "the days it lasted"."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from claimcheck.claim import Mention
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.document import Span
from claimcheck.sentence import Function, Token


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """Return the data on lengths."""
    data = tomllib.loads(files("claimcheck.claims").joinpath("stretches.toml").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in data.items() if key != "synonyms"}


@lru_cache(maxsize=1)
def _synonyms() -> dict[str, str]:
    """Return the first noun of each group that names one kind of event."""
    data = tomllib.loads(files("claimcheck.claims").joinpath("stretches.toml").read_text(encoding="utf-8"))
    return {noun: group[0] for group in data["synonyms"] for noun in group}


def is_event(noun: Token | None) -> bool:
    """Whether the noun names something that begins and ends."""
    return noun is not None and noun.lemma in words()["stays"] | words()["happenings"] | _synonyms().keys()


def kind_of(noun: Token) -> str:
    """Return the kind of event, one for all the nouns of it."""
    return "a stay" if noun.lemma in words()["stays"] else f"the {_synonyms().get(noun.lemma, noun.lemma)}"


def measured(context: Context, length: Mention) -> Token | None:
    """Return what lasts so long, as the noun that the length stands with or as the subject of its verb."""
    sentence = context.sentence
    top = sentence.top(length.span)
    head = sentence.head(top) if top is not None else None
    if top is None:
        return None
    if head is not None and head.pos == "NOUN" and head.index > top.index:
        return head
    if head is not None and _is_event_of(context, head, top):
        return head
    return _subject(context, head, top) or _behind(context, top)


def _is_event_of(context: Context, head: Token, top: Token) -> bool:
    """Whether the length is told behind its event: "a trial of four weeks"."""
    return head.pos == "NOUN" and is_event(head) and preposition(top, context.sentence) == "of"


def _subject(context: Context, head: Token | None, top: Token) -> Token | None:
    """Return the subject of "lasted three weeks", "the three weeks that it lasted"."""
    verbs = [t for t in context.sentence.children(top, Function.CLAUSE_MODIFIER) if t.index > top.index]
    for verb in (*((head,) if head is not None else ()), *verbs):
        own = {verb.lemma, f"{verb.lemma}e", verb.text.lower()}
        if verb.pos == "VERB" and own & words()["lasting"]:
            found = context.sentence.child(verb, Function.SUBJECT)
            if found is not None and found.text.lower() not in {"that", "which"}:
                return found
    return None


def _behind(context: Context, top: Token) -> Token | None:
    """Return the event of "the three weeks of the exhibition", "seven days of racing"."""
    found = context.sentence.children(top, Function.MODIFIER)
    return next((t for t in found if is_event(t) and t.tag != "NNS" and preposition(t, context.sentence) == "of"), None)


_PLAIN = frozenset({"the", "this", "that", "its", "whole", "entire", "a", "an", "both"})


def is_whole(context: Context, noun: Token, length: Span) -> bool:
    """Whether nothing limits the event or its lasting, so that another length of it may be held against this one."""
    sentence = context.sentence
    if noun.tag == "NNS" or noun.pos != "NOUN":
        return False
    limits = [t for t in sentence.children(noun) if t.function not in {Function.CASE, Function.COPULA, Function.PUNCTUATION}]
    if any(not length.overlaps(t.span) and t.text.lower() not in _PLAIN for t in limits if t.pos not in {"PUNCT", "VERB"}):
        return False
    verb = sentence.head(noun)
    if noun.function is not Function.SUBJECT or verb is None:
        return True
    around = sentence.children(verb, Function.OBLIQUE, Function.ADVERB, Function.MARKER, Function.ADVERBIAL_CLAUSE)
    beside = [t for t in around if not length.overlaps(t.span) and not _is_set_off(context, t, length)]
    plain = verb.tag in {"VBD", "VBN"} and not sentence.children(verb, Function.AUXILIARY)
    return plain and all(preposition(t, sentence) == "with" or t.text.lower() in {"all", "total"} for t in beside)


def _is_set_off(context: Context, token: Token, length: Span) -> bool:
    """Whether a comma parts what is told behind the length: "five days, longer than any before"."""
    return any(t.text == "," for t in context.sentence.tokens[: token.index] if t.span.start >= length.end)

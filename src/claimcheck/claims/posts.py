"""Who holds a post that one person at a time holds: "the mayor, Ann Lee", "Ann Lee, chief executive of Corrow"."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from claimcheck.claim import BARE, GENERIC, INCOMING, POST, UNNAMED, Argument, Claim, Modality
from claimcheck.claims.bearers import bearers, said_as
from claimcheck.claims.branches import preposition
from claimcheck.claims.context import Context
from claimcheck.claims.draft import Predicate, claim, nominal
from claimcheck.claims.frames import Frame
from claimcheck.document import Span
from claimcheck.lexicon import Lexicon, Role
from claimcheck.sentence import Function, Token
from claimcheck.values.name import fold

_YEAR = 366  # days
_NAMED = frozenset({"ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "WORK_OF_ART", "PRODUCT"})


@lru_cache(maxsize=1)
def _generic() -> Mapping[str, str]:
    """Return the nouns for bodies of which a text has one, each with the first of those that mean the same."""
    read = tomllib.loads(files("claimcheck.claims").joinpath("posts.toml").read_text(encoding="utf-8"))
    return {noun: group[0] for group in read["generic"] for noun in group}


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    read = tomllib.loads(files("claimcheck.claims").joinpath("posts.toml").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in read.items() if key != "generic"}


def posts(context: Context, lexicon: Lexicon) -> Iterator[Claim]:
    """Yield a claim for each person whom the sentence gives a post; where it gives one to two, they are two posts."""
    found = tuple(_posts(context, lexicon))
    for held in found:
        others = {c.object.referent for c in found if c.subject.referent == held.subject.referent}
        limits = ("the sentence tells of two",) if len(others) > 1 else ()
        yield replace(held, restriction=(*held.restriction, *limits))


def _posts(context: Context, lexicon: Lexicon) -> Iterator[Claim]:
    titles = lexicon.roles_by_title
    for noun in context.sentence.tokens:
        first = _title(context, noun, titles)
        if first is None:
            continue
        role = titles[_written(context, first, noun)]
        held = _held(context, noun)
        people = [a for t in held if (a := context.argument(t)).type == "PERSON"]
        if len(people) != 1 or people[0].text == UNNAMED:
            continue
        body = _body(context, role, first, noun)
        if not _is_of(context, role, body, noun):
            continue
        predicate = nominal(context, noun)
        if context.sentence.child(noun, Function.COPULA) is None:  # "The mayor, Ann Lee, did not come" is no denial of the post
            predicate = replace(predicate, negated=False)
        limits = _limits(context, role, body, first, noun, told_now=_is_now(context, noun, predicate))
        yield _post(context, role, body, people[0], predicate, Span(first.span.start, noun.span.end), limits)


def _post(
    context: Context, role: Role, body: str, person: Argument, predicate: Predicate, span: Span, limits: tuple[str, ...]
) -> Claim:
    post = Argument(span, role.name, role.name, "", None, body)
    told = f" of {body.removeprefix(GENERIC)}" if body else ""
    time = context.clause_date(predicate.head)
    return claim(context, predicate, f"{person.text} {role.name}{told}", post, POST, person, time=time, restriction=limits)


def _held(context: Context, noun: Token) -> tuple[Token, ...]:
    """Return of whom the title is said: the name before "who" in "Ann Lee, who is the mayor"."""
    found = tuple(t for t in bearers(context, noun) or said_as(noun, context.sentence) if t is not noun)
    above = context.sentence.head(noun)
    named = [t for t in context.sentence.children(noun, Function.APPOSITION) if context.mention(t, "PERSON")]
    if named and all(t.text.lower() == "it" for t in found):  # "it was the pilot, Ann Lee, who …"
        return tuple(named[:1])
    relative = noun.function is Function.CLAUSE_MODIFIER and any(t.text.lower() == "who" for t in found)
    return (above,) if relative and above is not None else found


def posts_by_verb(context: Context, framed: Sequence[Frame], lexicon: Lexicon) -> Iterator[Claim]:
    """Yield a claim for each person of whom a verb says that they hold a post: "who chairs the board"."""
    for frame in framed:
        role = lexicon.roles_by_verb.get(frame.lemma)
        people = [a for t in frame.subject if (a := context.argument(t)).type == "PERSON"]
        if role is None or len(people) != 1 or len(frame.subject) != 1 or len(frame.object) != 1 or frame.past:
            continue
        body = _key(context, frame.object[0])
        if _is_of(context, role, body, frame.head):
            predicate = Predicate(frame.head, frame.negated, frame.modality, frame.past)
            limits = () if body else ("the text does not say of what body",)
            yield _post(context, role, body, people[0], predicate, frame.head.span, (*limits, *_two(context, role)))


def _is_of(context: Context, role: Role, body: str, noun: Token) -> bool:
    """Whether the post is that of a body of the role's kind."""
    if role.kin:
        return bool(body) and not body.startswith(GENERIC)
    if not role.of:
        return True
    near = {t.text.lower() for t in context.sentence.tokens[max(0, noun.index - 2) : noun.index]}
    return bool(role.of) and any(word in body.removeprefix(GENERIC).split() or word in near for word in role.of)


def _two(context: Context, role: Role) -> tuple[str, ...]:
    """Return the word by which the text may speak of two such posts."""
    word = _first_in(context.document.plain, role.unless)
    return (f"the text speaks of “{word}”",) if word else ()


@lru_cache(maxsize=64)  # else a long text would be searched again for each holder
def _first_in(text: str, words: tuple[str, ...]) -> str:
    lowered = text.lower() if words else ""
    return next((word for word in words if word in lowered), "")


def _title(context: Context, noun: Token, titles: Mapping[str, Role]) -> Token | None:
    """Return the first token of the longest title that ends with the token and is not part of a longer one."""
    tokens = context.sentence.tokens
    following = tokens[noun.index + 1].text.lower() if noun.index + 1 < len(tokens) else ""
    if following in {"officer", "general", "of"} and f"{noun.text.lower()} {following}" in titles:
        return None
    for length in (5, 4, 3, 2, 1):
        first = tokens[noun.index - length + 1] if noun.index - length + 1 >= 0 else None
        if first is not None and _written(context, first, noun) in titles:
            return first
    return None


def _written(context: Context, first: Token, last: Token) -> str:
    return context.document.plain[first.span.start : last.span.end].lower().replace("‑", "-")


def _body(context: Context, role: Role, first: Token, noun: Token) -> str:
    """Return the key of whose post it is, "" where the text does not say."""
    sentence = context.sentence
    behind = [t for t in sentence.children(noun, Function.MODIFIER) if preposition(t, sentence) in _words()["joining"]]
    kinds = (Function.POSSESSOR, Function.COMPOUND, Function.ADJECTIVE)
    before = [t for t in sentence.children(noun, *kinds) if t.index < first.index]
    if role.kin:
        people = (context.argument(t) for t in (*behind, *before) if t.function is not Function.ADJECTIVE)
        return next((a.referent for a in people if a.type == "PERSON"), "")
    led = sentence.tokens[first.index - 1 : first.index] if first.index else ()  # wherever the parser hung "German"
    led = tuple(t for t in led if context.mention(t, *_NAMED) or t.lemma in _generic())
    return next((key for t in (*behind, *led, *before) if (key := _key(context, t))), "")


def _key(context: Context, token: Token) -> str:
    """Return the key of a body that the token names or describes, "" for neither."""
    argument = context.argument(token)
    if argument.type in _NAMED:
        return argument.referent
    if token.pos == "NOUN" and token.lemma in _generic():
        return f"{GENERIC}{_generic()[token.lemma]}"
    told = token.function in {Function.MODIFIER, Function.POSSESSOR, Function.OBJECT} and token.pos != "PRON"
    return _described(context, token) if told and argument.type != "PERSON" else ""


def _described(context: Context, noun: Token) -> str:
    """Return the key of a body that is only described: "the merged business"."""
    sentence = context.sentence
    words = {t.lemma for t in sentence.children(noun, Function.ADJECTIVE, Function.COMPOUND)}
    words |= {t.text.lower() for t in sentence.children(noun, Function.ADJECTIVE, Function.COMPOUND)}
    if noun.lemma in _words()["boards"]:
        return "board"
    if noun.lemma in _words()["bodies"]:
        return "merged body" if words & _words()["merged"] else ""
    named = [a for t in sentence.children(noun, *Function) if (a := context.argument(t)).type in {"ORG", "GPE", "LOC", "FAC"}]
    return named[0].referent if named else f"{GENERIC}{fold(noun.lemma)}"


def _limits(context: Context, role: Role, body: str, first: Token, noun: Token, *, told_now: bool) -> tuple[str, ...]:
    """Return what makes the post another one, or that of another time; `INCOMING` for one still to come."""
    sentence = context.sentence
    tokens = sentence.tokens
    start = first.index
    while start > 0 and tokens[start - 1].pos in {"ADJ", "NOUN", "PROPN", "ADV", "NUM", "DET", "PUNCT", "X", "VERB"} and (
        tokens[start - 1].text not in ",.;:()—–“”\"'" and start > first.index - 6
    ):  # fmt: skip
        start -= 1
    before = {t.text.lower() for t in tokens[start : first.index]}
    after = {
        t.text.lower() for t in tokens[noun.index + 1 : noun.index + 3] if t.text.lower() in {"emeritus", "elect", "designate"}
    }
    found = sorted((before | after) & _words()["another"])
    if not told_now:
        found.append("told of another time")
    voice = context.speaker(noun.span.start)
    if any(t.lemma in _words()["succession"] and context.speaker(t.span.start) == voice for t in sentence.tokens):
        found.append("told of a change")
    coming = before | after
    found += _two(context, role)
    if not body and not role.sole and role.paired:
        found.append("the text does not say of what body")
    elif not body and not role.sole and not _is_definite(context, noun):
        found.append(BARE)
    return tuple(found) if found else ((INCOMING,) if coming & _words()["coming"] else ())


def _is_definite(context: Context, noun: Token) -> bool:
    """Whether the post is one that is known: "the mayor", "our treasurer", "is mayor"."""
    marks = context.sentence.children(noun, Function.DETERMINER, Function.POSSESSOR)
    bare = not marks and context.sentence.child(noun, Function.COPULA) is not None
    return bare or any(t.text.lower() in {"the", "our", "its", "their", "this"} for t in marks)


def _is_now(context: Context, noun: Token, predicate: Predicate) -> bool:
    """Whether the sentence tells of the time of the text: of no old date, nor in the past in a paragraph of old dates."""
    if context.headed:
        return False
    if predicate.modality is Modality.FUTURE or not context.history:
        return True
    said = any(t.lemma in _words()["speech"] and t.pos == "VERB" and not _is_old(context, t) for t in context.sentence.tokens)
    return said or (not context.old and not predicate.past)


def _is_old(context: Context, verb: Token) -> bool:
    """Whether the verb is dated more than a year before publication."""
    published, date = context.document.publication.date.earliest, context.own_date(verb)
    return published is not None and date.latest is not None and date.latest.until(published) > _YEAR

"""What pronouns, short names and descriptions stand for, where the link is safe.

Precision first: an unsure link is no link.  A pronoun follows the subject of the
sentence before, or the only candidate near; a description follows the only entity
of its type so far; a surname follows the only person who bears it.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from claimcheck.annotate.names import titles_before, words
from claimcheck.claim import Mention
from claimcheck.discourse import Link, Referent
from claimcheck.document import Span
from claimcheck.sentence import Function, Sentence, Token
from claimcheck.values.name import Name, fold

_PERSONAL = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_NEUTER = frozenset({"it", "its"})
_SUBJECTS = (Function.SUBJECT, Function.PASSIVE_SUBJECT)
_PLACES = frozenset({"GPE", "LOC", "NORP"})
_BODIES = frozenset({"ORG", "GPE", "FAC"})
_LEADERS = frozenset({"leader", "president", "men", "women", "man", "woman", "minister", "counterpart"})


@dataclass
class _Discourse:
    """What has been spoken of so far, while the text is read from its beginning."""

    canonical: Callable[[str], str]
    links: list[Link] = field(default_factory=list)
    seen: dict[str, Referent] = field(default_factory=dict)
    by_type: dict[str, dict[str, Referent]] = field(default_factory=dict)
    by_word: dict[tuple[str, str], dict[str, Referent]] = field(default_factory=dict)
    by_initials: dict[str, dict[str, Referent]] = field(default_factory=dict)

    def add(self, span: Span, referent: Referent) -> None:
        self.links.append(Link(span, referent))
        if referent.members or self.seen.get(referent.key) == referent:
            return
        self.seen[referent.key] = referent
        self.by_type.setdefault(referent.type, {})[referent.key] = referent
        for word in referent.key.split():
            self.by_word.setdefault((referent.type, word), {})[referent.key] = referent
        initials = "".join(word[0] for word in referent.text.split() if word[0].isupper())
        self.by_initials.setdefault(initials, {})[referent.key] = referent

    def since(self, start: int) -> Iterator[Link]:
        """Yield the links from `start` on, latest first."""
        for item in reversed(self.links):
            if item.span.end <= start:
                return
            if item.span.start >= start:
                yield item


def link(sentences: Sequence[Sentence], mentions: Sequence[Mention], canonical: Callable[[str], str]) -> tuple[Link, ...]:
    """Return what each name, and each pronoun or description with a safe link, stands for, in text order.

    `canonical` gives the usual name of something that a reference table knows, and any other name back.
    """
    discourse = _Discourse(canonical)
    names = [m for m in mentions if isinstance(m.value, Name)]
    people = _people(names)
    starts = [m.span.start for m in names]
    before: Sentence | None = None
    for sentence in sentences:
        first, last = (bisect_left(starts, edge) for edge in (sentence.span.start, sentence.span.end))
        for mention in names[first:last]:
            discourse.add(mention.span, _named(sentence, mention, people, discourse))
        for token in sentence.tokens:
            _link_token(token, sentence, before, discourse)
        before = sentence
    return tuple(sorted(discourse.links, key=lambda item: item.span))


def _people(names: Sequence[Mention]) -> dict[str, str]:
    """Return, for each full name and each first or last word that one person alone bears, the full name."""
    full = {m.value.text for m in names if m.type == "PERSON" and isinstance(m.value, Name) and " " in m.value.text}
    bearers: dict[str, set[str]] = {}
    for name in full:
        parts = name.split()
        for form in (name, parts[0], parts[-1], f"{parts[0]} {parts[-1]}"):
            bearers.setdefault(fold(form), set()).add(name)
    return {form: next(iter(owners)) for form, owners in bearers.items() if len(owners) == 1}


def _named(sentence: Sentence, mention: Mention, people: dict[str, str], discourse: _Discourse) -> Referent:
    text = mention.value.text if isinstance(mention.value, Name) else ""
    full = people.get(fold(text))
    if mention.type in {"PERSON", "ORG", "GPE"} and full is not None:
        key = fold(full)
        known = discourse.seen.get(key, Referent(key, full, "PERSON"))
        return _described(known, sentence, mention, discourse)
    usual = discourse.canonical(text)
    kind = mention.type
    longer = _longer(text, discourse) if usual == text else None
    if longer is not None:
        return longer
    if kind == "ORG" and (earlier := _initials_of(text, discourse)):
        return earlier
    return Referent(fold(usual), usual, kind)


def _longer(text: str, discourse: _Discourse) -> Referent | None:
    """Return the one body or building so far whose name ends in all the words of this one: "Elm Park Hall" for "Park Hall"."""
    words = fold(text).split()
    if len(words) < 2:
        return None
    bearing = [r for kind in ("ORG", "FAC") for r in discourse.by_word.get((kind, words[-1]), {}).values()]
    return _only(r for r in bearing if r.key.split()[-len(words) :] == words and len(r.key.split()) > len(words))


def _described(person: Referent, sentence: Sentence, mention: Mention, discourse: _Discourse) -> Referent:
    """Add what the titles before the name tell: gender, and the country that is represented."""
    for token in titles_before(sentence, mention):
        word = token.text.lower().rstrip(".")
        gender = "f" if word in words()["female"] else "m" if word in words()["male"] else ""
        person = replace(person, gender=person.gender or gender)
        place = _at(token, sentence, discourse)
        if place is not None and place.type in _PLACES and not person.represents:
            person = replace(person, represents=place.key)
    return person


def _initials_of(text: str, discourse: _Discourse) -> Referent | None:
    """Return the organization whose initials the text is: "UN" after "the United Nations"."""
    if not (2 <= len(text) <= 6 and text.isupper()):
        return None
    return _only([r for r in discourse.by_initials.get(text, {}).values() if r.type == "ORG" and " " in r.text])


def _link_token(token: Token, sentence: Sentence, before: Sentence | None, discourse: _Discourse) -> None:
    lower = token.text.lower()
    referent: Referent | None = None
    if lower in _PERSONAL and token.pos in {"PRON", "DET"}:
        referent = _personal(token, _PERSONAL[lower], sentence, before, discourse)
    elif lower in _NEUTER and token.pos in {"PRON", "DET"}:
        referent = _neuter(token, sentence, before, discourse)
    elif token.pos == "NOUN" and not token.entity:
        referent = _description(token, sentence, before, discourse)
    if referent is not None:
        discourse.add(_phrase(token, sentence), referent)


def _phrase(token: Token, sentence: Sentence) -> Span:
    """Return the token, with the determiner and modifiers before it if it is a noun."""
    if token.pos != "NOUN":
        return token.span
    left = sentence.children(token, Function.DETERMINER, Function.NUMBER, Function.ADJECTIVE, Function.COMPOUND)
    return Span(min([token.span.start, *(t.span.start for t in left)]), token.span.end)


def _only(referents: Iterable[Referent]) -> Referent | None:
    """Return the referent if there is exactly one."""
    found = list(referents)
    return found[0] if len(found) == 1 else None


def _at(token: Token, sentence: Sentence, discourse: _Discourse) -> Referent | None:
    """Return what the latest linked expression of the sentence that holds the token stands for."""
    linked = discourse.since(sentence.span.start)
    return next((item.referent for item in linked if item.span.contains(token.span)), None)


def subject_of(sentence: Sentence) -> Token | None:
    """Return the subject of the main clause, or None."""
    root = next((t for t in sentence.tokens if t.head == t.index), None)
    return sentence.child(root, *_SUBJECTS) if root is not None else None


def _near(
    token: Token, sentence: Sentence, before: Sentence | None, discourse: _Discourse, types: frozenset[str]
) -> list[Referent]:
    """Return the distinct referents of those types in this sentence up to the token, and in the one before."""
    start = before.span.start if before is not None and before.paragraph >= sentence.paragraph - 1 else sentence.span.start
    found: dict[str, Referent] = {}
    for item in discourse.since(start):
        if item.span.start < token.span.start and item.referent.type in types and not item.referent.members:
            found[item.referent.key] = item.referent
    return list(found.values())


def _personal(token: Token, gender: str, sentence: Sentence, before: Sentence | None, discourse: _Discourse) -> Referent | None:
    near = [r for r in _near(token, sentence, before, discourse, frozenset({"PERSON"})) if r.gender in {"", gender}]
    if len(near) == 1:
        return near[0]
    if token is not subject_of(sentence) or before is None or before.paragraph < sentence.paragraph - 1:
        return None
    subject = subject_of(before)
    referent = _at(subject, before, discourse) if subject is not None else None
    return referent if referent in near else None


def _neuter(token: Token, sentence: Sentence, before: Sentence | None, discourse: _Discourse) -> Referent | None:
    inside = _near(token, sentence, None, discourse, _BODIES)
    if len(inside) == 1 and token.function is Function.POSSESSOR:
        return inside[0]
    if token is not subject_of(sentence) or before is None or before.paragraph != sentence.paragraph:
        return None
    subject = subject_of(before)
    referent = _at(subject, before, discourse) if subject is not None else None
    return referent if referent is not None and referent.type in _BODIES else None


def _description(token: Token, sentence: Sentence, before: Sentence | None, discourse: _Discourse) -> Referent | None:
    determiner = sentence.child(token, Function.DETERMINER)
    if determiner is None or determiner.text.lower() not in {"the", "this", "both"}:
        return None
    number = sentence.child(token, Function.NUMBER)
    if determiner.text.lower() == "both" or (number is not None and number.text.lower() in {"two", "2"}):
        return _pair(token, discourse)
    clauses = [c for c in sentence.children(token, Function.CLAUSE_MODIFIER) if sentence.subtree(c)[0].text != ","]
    if number is not None or clauses or sentence.children(token, Function.MODIFIER, Function.COMPOUND):
        return None
    near = None if before is None or before.paragraph != sentence.paragraph else before
    kinds = [kind for kind in ("ORG", "FAC", "LAW", "GPE") if token.lemma in words()[kind]]
    nearest = _only(_near(token, sentence, near, discourse, frozenset(kinds))) if kinds else None
    return _only(_bearing(token.lemma, discourse)) or next(_alone(kinds, discourse), nearest)


def _bearing(noun: str, discourse: _Discourse) -> list[Referent]:
    """Return the entities whose name holds the noun: "Elm Mill" for "the mill"."""
    kinds = ("ORG", "FAC", "LAW", "GPE")
    found = (r for kind in kinds for r in discourse.by_word.get((kind, noun), {}).values())
    return list({r.key: r for r in found if " " in r.key}.values())


def _alone(kinds: Sequence[str], discourse: _Discourse) -> Iterator[Referent]:
    """Yield the one entity of each type that has been spoken of so far."""
    for kind in kinds:
        found = discourse.by_type.get(kind, {})
        if len(found) == 1:
            yield from found.values()


def _pair(token: Token, discourse: _Discourse) -> Referent | None:
    """Return the two persons or the two countries that alone have been spoken of so far."""
    if token.lemma in _LEADERS:
        members = list(discourse.by_type.get("PERSON", {}).values())
    elif token.lemma in {"country", "nation", "state"}:
        members = list(discourse.by_type.get("GPE", {}).values())
    else:
        return None
    if len(members) != 2:
        return None
    text = f"{members[0].text} and {members[1].text}"
    return Referent("+".join(sorted(m.key for m in members)), text, members[0].type, members=tuple(m.key for m in members))

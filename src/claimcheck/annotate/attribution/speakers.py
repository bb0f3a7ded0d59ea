"""Who speaks: the noun phrase of a subject, a source or an owner → the link that stands for the speaker."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimcheck.annotate.attribution.speech import listed
from claimcheck.discourse import Link, Referent
from claimcheck.document import Document, Span
from claimcheck.sentence import Function, Sentence, Token
from claimcheck.values.name import fold

QUOTED_UNKNOWN = "a quoted speaker"
PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "its", "their"})
VERBAL = frozenset({"VERB", "AUX"})
_PHRASE = frozenset({"ADP", "DET", "NOUN", "PROPN", "ADJ", "PART", "NUM"})  # what a noun's modifiers are made of
_CLOSING = frozenset({",", ".", "”", ":"})
_FAR = 12  # words
_RELATIVE = frozenset({"who", "which", "that"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_OWN = (Function.DETERMINER, Function.ADJECTIVE, Function.COMPOUND, Function.NUMBER, Function.POSSESSOR)
_LEFT_OUT = (Function.CONJUNCT, Function.ADVERBIAL_CLAUSE, Function.COMPLEMENT)


@dataclass(frozen=True)
class Speakers:
    """The links of a document, to tell who a noun phrase makes the speaker."""

    document: Document
    links: Sequence[Link]
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [item.span.start for item in self.links])

    def of(self, token: Token, sentence: Sentence) -> Link | None:
        """Return who the noun phrase of the token stands for, None for the author, the reader and nobody in particular.

        A statement stands for whoever made it; a pronoun that no link explains stands for itself.
        """
        lower = token.text.lower()
        if lower in listed("parts") and sentence.child(token, Function.MODIFIER):
            return self._phrase_link(_phrase(token, sentence))  # "one of them"
        if lower in listed("authorial") or token.pos in {"PUNCT", "SYM", "ADP", "SCONJ"}:
            return None
        if token.pos == "PRON" or lower in PRONOUNS:
            return self._holding(token, sentence) or self._phrase_link(token.span, pronoun=True)
        if token.lemma in listed("speaking_for") and (person := self._person(token, sentence)) is not None:
            return person
        sender = _sender(token, sentence)
        if sender is not None:
            found = self.of(sender, sentence)
            if found is not None:
                return found
        return self._person(token, sentence) or self._holding(token, sentence) or self._phrase_link(_phrase(token, sentence))

    def of_verb(self, verb: Token, sentence: Sentence) -> Link | None:
        """Return who does what the verb says; where the parse gives two subjects ("the mayor, Ann Lee, said"), the name."""
        subjects = subjects_of(verb, sentence) or _inverted(verb, sentence) or _pronoun(verb, sentence)
        apart = [t for i, t in enumerate(subjects) if i == 0 or not _belongs(t, subjects[i - 1], sentence)]
        return best([link for t in reversed(apart) if (link := self.of(t, sentence)) is not None])

    def unknown(self, span: Span) -> Link:
        """Return the speaker whom the text does not name, for the words at the span."""
        return Link(span, Referent(f"{QUOTED_UNKNOWN}@{span.start}", QUOTED_UNKNOWN, ""))

    def between(self, start: int, end: int) -> Iterator[Link]:
        """Yield the links that start in the range."""
        for index in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            yield self.links[index]

    def _holding(self, token: Token, sentence: Sentence) -> Link | None:
        """Return the innermost link that holds the token."""
        inside = (k for k in self.between(sentence.span.start, token.span.end) if k.span.contains(token.span))
        return min(inside, key=lambda k: len(k.span), default=None)

    def _person(self, token: Token, sentence: Sentence) -> Link | None:
        """Return the person whom the phrase names: "chief executive Ann Lee", "the mayor, Ann Lee,"."""
        named = (token, *sentence.children(token, Function.COMPOUND, Function.APPOSITION, Function.OTHER))
        inside = (k for t in named if (k := self._holding(t, sentence)) is not None and k.referent.type == "PERSON")
        found = next((k for k in inside if self.document[k.span].lower() not in PRONOUNS), None)
        return found or self._beside(token, sentence)

    def _beside(self, token: Token, sentence: Sentence) -> Link | None:
        """Return the person named right behind a common noun, after a comma or none, wherever the parser hung the name."""
        last = token.index
        while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].pos == "NOUN":
            last += 1  # "Tallow spokeswoman Ann Lee"
        comma = _comma_behind(last, sentence)
        last = comma - 1 if comma >= 0 and token.pos == "NOUN" else last  # "the head of the zoo, Ann Lee,"
        rest = sentence.tokens[last + 1 : last + 3]
        if (token.pos != "NOUN" and last == token.index) or not rest:
            return None
        after = rest[-1] if rest[0].text == "," else rest[0]
        found = self._holding(after, sentence) if after.pos == "PROPN" else None
        if found is None and token.pos == "NOUN" and len(name := _name(after, sentence)) > 1 and name[0] is after:
            found = self._phrase_link(Span(after.span.start, name[-1].span.end))
        elif found is None or found.referent.type != "PERSON" or found.span.start != after.span.start:
            return None
        behind = next((t for t in sentence.tokens[after.index :] if t.span.start >= found.span.end), None)
        closed = rest[0].text != "," or behind is None or behind.text in _CLOSING
        return found if closed else None

    def _phrase_link(self, span: Span, *, pronoun: bool = False) -> Link:
        text = self.document.words(span)
        return Link(span, Referent(f"{fold(text)}@{span.start}" if pronoun else fold(text), text, ""))


def best(found: Sequence[Link]) -> Link | None:
    """Return whoever is most surely a speaker: a person, else something with a name, else the first."""
    people = [item for item in found if item.referent.type == "PERSON"]
    named = [item for item in found if item.referent.type]
    return next(iter([*people, *named, *found]), None)


def is_pending(link: Link) -> bool:
    """Whether the speaker is a pronoun that no link explains."""
    return link.referent.text.lower() in PRONOUNS and "@" in link.referent.key


def is_unknown(link: Link) -> bool:
    """Whether the text does not name the speaker."""
    return link.referent.text == QUOTED_UNKNOWN


def subjects_of(verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Return who does what the verb says: its subjects, those of the verb it is joined to, or the noun it describes."""
    current: Token | None = verb
    above = sentence.head(verb)
    beside = verb.tag == "VBG" and verb.index > 0 and sentence.tokens[verb.index - 1].text == ","
    if beside and above is not None and above.function is Function.CLAUSE_MODIFIER:
        # "…, which it had bought, saying that": a participle behind a comma belongs to the main clause.
        current = next((t for t in sentence.ancestors(verb) if t.head == t.index and t.pos in VERBAL), verb)
    for _ in range(len(sentence.tokens)):
        if current is None:
            return ()
        found = sentence.children(current, Function.SUBJECT)
        head = sentence.head(current)
        if found:
            relative = found[0].text.lower() in _RELATIVE and head is not None and head.pos in _NOMINAL
            return (head,) if relative and head is not None else found
        if sentence.child(current, Function.PASSIVE_SUBJECT) and current is not verb:
            return sentence.children(current, Function.PASSIVE_SUBJECT)
        participle = current.tag == "VBG" or (current.tag == "VBN" and current is not verb)  # "used to say"
        if current.function is Function.CLAUSE_MODIFIER and participle and head is not None:
            return (head,)
        told = sentence.child(head, Function.OBJECT) if head is not None and current.function is Function.COMPLEMENT else None
        if told is not None and told is not current:
            return (told,)  # "led us to conclude"
        current = head if current.function in _LEFT_OUT and head is not None and head.pos in VERBAL | {"ADJ"} else None
    return ()


def _inverted(verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Return the noun phrase right behind the verb, where it cannot be an object: "…, says the mayor"."""
    before = sentence.tokens[verb.index - 1] if verb.index else None
    if before is None or before.text not in {",", "”", "’", '"', "'", "—", "–"} or verb.tag not in {"VBD", "VBZ", "VBP"}:
        return ()
    if verb.lemma in listed("telling"):
        return ()  # behind "told" stands who is told
    behind = sentence.children(verb, Function.OBJECT, Function.INDIRECT_OBJECT, Function.COMPLEMENT, Function.OTHER)
    noun = next((t for t in behind if t.index > verb.index and t.pos in _NOMINAL), None)
    return (noun,) if noun is not None and sentence.subtree(noun)[0].index == verb.index + 1 else ()


def _pronoun(verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Return the pronoun right before the verb, which the parse may take for one without a meaning: "It denied that …"."""
    before = sentence.tokens[verb.index - 1] if verb.index else None
    return (before,) if before is not None and before.text.lower() in {"he", "she", "it", "they"} else ()


def _belongs(token: Token, earlier: Token, sentence: Sentence) -> bool:
    """Whether what the parse takes for a second subject is part of the first: "the agent of striker Ann Lee said"."""
    between = sentence.tokens[earlier.index + 1 : token.index]
    return any(t.pos == "ADP" for t in between) and all(t.text != "," for t in between)


def _sender(token: Token, sentence: Sentence) -> Token | None:
    """Return who made the statement, or whom the spokesman speaks for."""
    if token.lemma not in listed("vehicles") or token.entity:
        return None
    by = [t for t in sentence.children(token, Function.POSSESSOR) if t.pos in {"NOUN", "PROPN"}]
    behind = sentence.children(token, Function.MODIFIER, Function.AGENT)
    marks = {"by", "from", "for", "of"} if token.lemma in listed("speaking_for") else {"by", "from"}
    by += [t for t in behind if _marks(t, sentence) & marks and t.pos in {"NOUN", "PROPN"}]
    maker = sentence.child(token, Function.CLAUSE_MODIFIER)
    if maker is not None:
        made = [*sentence.children(maker, Function.AGENT, Function.SUBJECT)]
        made += [t for t in sentence.children(maker, Function.OBLIQUE) if "by" in _marks(t, sentence)]
        by += [t for t in made if t.pos in {"NOUN", "PROPN"}]
    issued = sentence.head(token) if token.function is Function.OBJECT else None
    if not by and issued is not None and issued.lemma in listed("issuing"):
        by += subjects_of(issued, sentence)  # "released a statement saying that"
    return next(iter(by), None)


def _marks(token: Token, sentence: Sentence) -> set[str]:
    return {t.text.lower() for t in sentence.children(token, Function.CASE)}


def _comma_behind(index: int, sentence: Sentence) -> int:
    """Return the index of the comma behind the prepositional phrases that follow, -1 if there is none."""
    for token in sentence.tokens[index + 1 : index + _FAR]:
        if token.text == ",":
            return token.index
        if token.pos not in _PHRASE:
            return -1
    return -1


def _name(token: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Return the run of proper nouns around one of them."""
    if token.pos != "PROPN":
        return ()
    first, last = token.index, token.index
    while first > 0 and sentence.tokens[first - 1].pos == "PROPN":
        first -= 1
    while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].pos == "PROPN":
        last += 1
    return sentence.tokens[first : last + 1]


def _phrase(token: Token, sentence: Sentence) -> Span:
    """Return the noun phrase of the token without its clauses and what follows a preposition."""
    left = [t for child in sentence.children(token, *_OWN) for t in sentence.subtree(child)]
    tokens = [token, *left, *_name(token, sentence)]
    return Span(min(t.span.start for t in tokens), max(t.span.end for t in tokens))

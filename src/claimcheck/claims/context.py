"""What is known around a sentence when its claims are built."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.claim import Argument, Mention
from claimcheck.claims.people import People
from claimcheck.discourse import Link, Voice, voices_at
from claimcheck.document import Document, Span
from claimcheck.sentence import Function, Sentence, Token
from claimcheck.values.date import UNKNOWN_DATE, Date, Day
from claimcheck.values.name import Name
from claimcheck.values.quantity import Quantity
from claimcheck.values.relative import NARRATIVE
from claimcheck.values.time import Bound, Period, Time

_DATED = (Function.OBLIQUE, Function.MODIFIER, Function.ADVERB, Function.NUMBER, Function.COMPOUND, Function.APPOSITION)
_OUTSIDE = (
    Function.CLAUSE_MODIFIER, Function.APPOSITION, Function.CONJUNCT, Function.COORDINATOR, Function.PUNCTUATION,
    Function.PARATAXIS, Function.CASE, Function.COPULA, Function.SUBJECT, Function.ADVERBIAL_CLAUSE, Function.AUXILIARY,
    Function.MARKER, Function.NEGATION,
)  # fmt: skip
_CLAUSES = (Function.CLAUSE_MODIFIER, Function.PARATAXIS, Function.ADVERBIAL_CLAUSE)
_WHEN = frozenset({"in", "on", "at", "during", "of"})  # "before 1990" or "set for 3 May" is no date of what happened
_CLOSING = frozenset({",", ".", ";", ":", "!", "?", ")", "’s", "'s"})
_YEAR = 366  # days
_LOOSE = frozenset({Function.PUNCTUATION, Function.COORDINATOR})
_KEYED = (Function.POSSESSOR, Function.ADJECTIVE, Function.COMPOUND, Function.NUMBER, Function.MODIFIER, Function.OBLIQUE)


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence of a document, with the mentions, links and voices that touch it.

    `history`: its paragraph has a date of more than a year before publication, so titles and
    offices in it may be those of then; `old`: it has one itself, or one heads its paragraph (`headed`).
    `protagonist` is whom most of the text is about, where its paragraph names nobody else; `introduced`
    whom the next sentence names, after a lead that names nobody.
    """

    document: Document
    sentence: Sentence
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...]
    voices: tuple[Voice, ...]
    history: bool = False
    old: bool = False
    protagonist: Link | None = None
    introduced: Link | None = None
    headed: bool = False

    def link(self, token: Token) -> Link | None:
        """Return the innermost name, pronoun or description that holds the token, with what it stands for."""
        return min((k for k in self.links if k.span.contains(token.span)), key=lambda k: len(k.span), default=None)

    def mention(self, token: Token, *types: str) -> Mention | None:
        """Return the mention of one of those types (any, if none is given) that holds the token."""
        start, end = token.span.start, token.span.end
        for mention in self.mentions:
            if mention.span.start <= start and end <= mention.span.end and (not types or mention.type in types):
                return mention
        return None

    def quantity(self, token: Token) -> Mention | None:
        """Return the number or measure that holds the token or counts it: "640" of "640 seats"."""
        for candidate in (token, *self.sentence.children(token, Function.NUMBER, Function.ADJECTIVE, Function.COMPOUND)):
            found = next((m for m in self.mentions if m.span.contains(candidate.span) and isinstance(m.value, Quantity)), None)
            if found is not None:
                return found
        return None

    def speaker(self, offset: int) -> Argument | None:
        """Return who says what stands at the offset; None is the author."""
        voice = next(iter(self.heard(offset)), None)
        if voice is None:
            return None
        referent = voice.speaker.referent
        return Argument(voice.speaker.span, referent.text, referent.key, referent.type)

    def heard(self, offset: int) -> tuple[Voice, ...]:
        """Return the voices that are heard at the offset, the innermost first."""
        return voices_at(self.voices, offset)

    def argument(self, token: Token, *, joined: bool = False) -> Argument:
        """Return the noun phrase that the token heads, as what it stands for; see `phrase` for `joined`."""
        link = self.link(token)
        joined = joined and bool(self.sentence.child(token, Function.CONJUNCT))
        if link is not None and not joined:
            referent = link.referent
            name = Name(referent.text) if referent.type else None
            return Argument(link.span, referent.text, referent.key, referent.type, name, referent.represents)
        span, text = self.phrase(token, joined=joined)
        mention = self.mention(token)
        value = mention.value if mention is not None else None
        return Argument(span, text, self._key(token), mention.type if mention else "", value)

    def _key(self, token: Token) -> str:
        """Return the key of a phrase that is no name: its words, keys in place of names.

        What else is said of an act ("the hosting of X *in Y*") does not tell it from another.
        """
        if token.pos == "PRON":
            return ""
        act = token.tag == "VBG" or token.text.lower().endswith("ing")
        words = [token.lemma]
        for child in self.sentence.children(token, *_KEYED):
            marks = [t.text.lower() for t in self.sentence.children(child, Function.CASE) if t.tag != "POS"]
            if child.function in {Function.MODIFIER, Function.OBLIQUE} and act and marks != ["of"]:
                continue
            link = self.link(child)
            words.extend([*marks, link.referent.key if link is not None else self._key(child)])
        return " ".join(word for word in words if word)

    def phrase(self, token: Token, *, joined: bool = False) -> tuple[Span, str]:
        """Return the noun phrase without its clauses and appositions: where it stands, and its words.

        With `joined`, what "and" joins to it is part of it.
        """
        kept = {Function.CONJUNCT, Function.COORDINATOR, Function.PUNCTUATION} if joined else set()
        branches = [c for c in self.sentence.children(token) if c.function not in _OUTSIDE or c.function in kept]
        tokens = sorted(
            [token, *(t for branch in branches for t in self.sentence.subtree(branch, *_CLAUSES))], key=lambda t: t.index
        )
        while len(tokens) > 1 and tokens[-1].function in _LOOSE:
            tokens.pop()
        while len(tokens) > 1 and tokens[0].function in _LOOSE:
            tokens.pop(0)
        return Span(tokens[0].span.start, tokens[-1].span.end), self.words(tokens)

    def words(self, tokens: Sequence[Token]) -> str:
        """Return the tokens as written, names in place of the pronouns that stand for them, one space between."""
        pieces: list[str] = []
        previous_end = -1
        for token in sorted(tokens, key=lambda t: t.index):
            text = self._resolved(token)
            glued = pieces and (token.span.start == previous_end or token.text in _CLOSING)
            pieces.append(text if glued or not pieces else f" {text}")
            previous_end = token.span.end
        return " ".join("".join(pieces).split())

    def _resolved(self, token: Token) -> str:
        link = self.link(token) if token.pos == "PRON" or token.function is Function.POSSESSOR else None
        if link is None or link.span != token.span or link.referent.text == token.text:
            return token.text
        own = token.function is Function.POSSESSOR and token.text.lower() in {"its", "his", "her", "their"}
        return f"{link.referent.text}’s" if own else link.referent.text

    def date(self, head: Token) -> Mention | None:
        """Return the date that belongs to the predicate itself, not to a clause or phrase below it."""
        inside = [t for t in self.sentence.subtree(head, *_CLAUSES, Function.COMPLEMENT) if t.pos == "NUM"]
        stated = {m.span for t in inside if (m := self.mention(t, "DATE")) and isinstance(m.value, Time) and m.value.date.known}
        if head.pos in {"VERB", "AUX"} and len(stated) > 1:
            return None  # "opened in 1914, and its locks in 2016": which is whose is not certain
        for child in self.sentence.children(head, *_DATED):
            marks = {t.text.lower() for t in self.sentence.children(child, Function.CASE)}
            found = self.mention(child, "DATE") if marks <= _WHEN else None
            if found is not None and isinstance(found.value, Time) and self._dates(found, found.value):
                return found
        return None

    def _dates(self, mention: Mention, time: Time) -> bool:
        """Whether a date stands for itself, and rests on more than what the story told before it."""
        return time.anchor != NARRATIVE and not self._in_period(mention)

    def _in_period(self, mention: Mention) -> bool:
        """Whether a date is only one end of a period that has two."""
        return any(
            m.span.contains(mention.span) for m in self.mentions if isinstance(m.value, Period) and m.value.bound is Bound.WITHIN
        )

    def place(self, obliques: Sequence[tuple[str, Token]]) -> Argument | None:
        """Return where the predicate's act takes place: the first place that "in" or "at" gives, or None."""
        places = (t for preposition, t in obliques if preposition in {"in", "at"} and self.mention(t, "GPE", "LOC", "FAC"))
        return next((self.argument(t) for t in places), None)

    def own_date(self, head: Token) -> Date:
        """Return the days of the predicate's own date."""
        found = self.date(head)
        return found.value.date if found is not None and isinstance(found.value, Time) else UNKNOWN_DATE

    def clause_date(self, token: Token) -> Date:
        """Return the days of the nearest dated word from the token up to the verb of its clause."""
        for head in (token, *self.sentence.ancestors(token)):
            date = self.own_date(head)
            if date != UNKNOWN_DATE or head.pos in {"VERB", "AUX"}:
                return date
        return UNKNOWN_DATE


def contexts(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    links: Sequence[Link],
    voices: Sequence[Voice],
) -> tuple[Context, ...]:
    """Return one context for each sentence."""
    mention_starts = [m.span.start for m in mentions]
    link_starts = [k.span.start for k in links]
    lasting = {m.value.start.date for m in mentions if isinstance(m.value, Period) and m.value.bound is Bound.SINCE}
    old = [m.span.start for m in mentions if _is_old(m, document.publication.date.earliest, lasting)]
    made = []
    people = People.of(sentences, links)
    whole: dict[int, Link | None] = {}  # by paragraph
    of_then: set[int] = set()  # paragraphs that an old date heads
    for sentence, heard in zip(sentences, _heard(sentences, voices), strict=True):
        if sentence.paragraph not in whole:
            whole[sentence.paragraph] = people.protagonist(document.parts[sentence.paragraph].span)
            if _is_headed(sentence, [m for m in old if sentence.span.start <= m < sentence.span.end]):
                of_then.add(sentence.paragraph)
        paragraph = document.parts[sentence.paragraph].span.start
        first, last = sentence.span.start, sentence.span.end
        made.append(
            Context(
                document,
                sentence,
                tuple(mentions[bisect_left(mention_starts, first) : bisect_left(mention_starts, last)]),
                tuple(links[bisect_left(link_starts, first) : bisect_left(link_starts, last)]),
                heard,
                bisect_left(old, paragraph) < bisect_left(old, document.parts[sentence.paragraph].span.end),
                bisect_left(old, first) < bisect_left(old, last) or sentence.paragraph in of_then,
                whole[sentence.paragraph],
                people.introduced(sentence),
                sentence.paragraph in of_then,
            )
        )
    return tuple(made)


def _is_headed(sentence: Sentence, old: Sequence[int]) -> bool:
    """Whether the first sentence of a paragraph is an old date and no more, or begins with one and a colon."""
    verbs = (t.span.start for t in sentence.tokens if t.pos in {"VERB", "AUX"} or t.text == ":")
    return bool(old) and old[0] < next(verbs, sentence.span.end) and not any(t.pos in {"VERB", "AUX"} for t in _head(sentence))


def _head(sentence: Sentence) -> tuple[Token, ...]:
    """Return what stands before the first colon, or the whole sentence."""
    colon = next((t.index for t in sentence.tokens if t.text == ":"), len(sentence.tokens))
    return sentence.tokens[:colon]


def _heard(sentences: Sequence[Sentence], voices: Sequence[Voice]) -> Iterator[tuple[Voice, ...]]:
    """Yield the voices that touch each of the sentences, both in text order."""
    touching: list[Voice] = []
    following = 0
    for sentence in sentences:
        touching = [v for v in touching if v.span.end > sentence.span.start]
        while following < len(voices) and voices[following].span.start < sentence.span.end:
            touching.append(voices[following])
            following += 1
        yield tuple(v for v in touching if v.span.end > sentence.span.start)


def _is_old(mention: Mention, published: Day | None, lasting: Collection[Date]) -> bool:
    """Whether a mention is a date of more than a year before publication, and not one since which something holds."""
    if not isinstance(mention.value, Time) or mention.value.date in lasting:
        return False
    latest = mention.value.date.latest
    return published is not None and latest is not None and latest.until(published) > _YEAR

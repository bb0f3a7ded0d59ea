"""Sentences and claims built by hand, so that tests of grammar need no language pipeline."""

from claimcheck.annotate.functions import normalize
from claimcheck.claim import UNKNOWN_DATE, Argument, Claim, Modality, Value
from claimcheck.document import Document, Part, PartKind, Span
from claimcheck.sentence import Function, Sentence, Token
from claimcheck.values.date import Date


def sentence(parse: str, *, offset: int = 0) -> Sentence:
    """Return the sentence of a parse written as `word|lemma|POS|TAG|head|label` for each token.

    Heads count from 1, 0 is the root.  One space stands between two words.
    """
    tokens, labels, start = [], [], offset
    for index, cell in enumerate(parse.split()):
        word, lemma, pos, tag, head, label = cell.split("|")
        span = Span(start, start + len(word))
        tokens.append(Token(index, span, word, lemma, pos, tag, int(head) - 1 if head != "0" else index, Function.OTHER))
        labels.append(label)
        start = span.end + 1
    return Sentence(Span(offset, start - 1), normalize(tuple(tokens), tuple(labels)))


def document(text: str) -> Document:
    """Return a document with one body part for each line that is not blank."""
    parts, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            parts.append(Part(PartKind.BODY, Span(start, start + len(line))))
        start += len(line) + 1
    return Document(text, "test", tuple(parts))


def claim(
    subject: str,
    relation: str,
    value: str | Value,
    *,
    kind: str = "ORG",
    at: int = 0,
    time: Date = UNKNOWN_DATE,
    speaker: str = "",
    modality: Modality = Modality.ASSERTED,
    negated: bool = False,
    past: bool = False,
    total: bool = False,
    exhaustive: bool = False,
    restriction: tuple[str, ...] = (),
    open_: bool = False,
) -> Claim:
    """Return a claim about a named subject, placed at an offset of its own."""
    text = value if isinstance(value, str) else str(value)
    object_ = Argument(Span(at + 20, at + 25), text, text.lower(), "GPE" if isinstance(value, str) else "", None)
    if not isinstance(value, str):
        object_ = Argument(Span(at + 20, at + 25), text, "", "", value)
    return Claim(
        id=f"c{at}",
        span=Span(at, at + 25),
        text=f"{subject} {relation} {text}",
        subject=Argument(Span(at, at + 10), subject, subject.lower(), kind),
        relation=relation,
        object=object_,
        time=time,
        restriction=restriction,
        total=total,
        exhaustive=exhaustive,
        negated=negated,
        modality=modality,
        past=past,
        open=open_,
        attributed_to=Argument(Span(at, at + 1), speaker, speaker.lower(), "PERSON") if speaker else None,
    )

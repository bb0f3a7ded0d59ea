"""Who says what: quotations, reported clauses, sources, labels, and what is nobody's speech."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build import document, sentence
from claimcheck.annotate.attribution import attribute
from claimcheck.annotate.attribution.quoted import stretches
from claimcheck.annotate.attribution.speakers import QUOTED_UNKNOWN
from claimcheck.annotate.coreference import link
from claimcheck.discourse import Stance, Voice
from claimcheck.document import Document
from claimcheck.pipeline import Checker
from claimcheck.read.plain import read_plain

SILENCE = (Path(__file__).parents[1] / "bench" / "quotations" / "none.txt").read_text(encoding="utf-8").splitlines()


def heard(checker: Checker, text: str) -> tuple[Document, tuple[Voice, ...]]:
    """Return the document of a text and the voices in it."""
    read = read_plain(text, "test")
    analysis = checker.analyze(read)
    return read, attribute(read, analysis.sentences, link(analysis.sentences, analysis.mentions, checker.library.canonical))


def said(checker: Checker, text: str) -> list[tuple[str, str]]:
    """Return speaker and words of each voice, without the marks around the words."""
    read, voices = heard(checker, text)
    return [(v.speaker.referent.text, read.words(v.span).strip("“”\"‘’',")) for v in voices]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("“The pump is old,” said Ann Lee, the mayor of Tarn.", "Ann Lee", "The pump is old"),
        ("“The pump is old,” Ann Lee said on Monday.", "Ann Lee", "The pump is old"),
        ('Ann Lee told reporters: "The pump is old."', "Ann Lee", "The pump is old."),
        ("Ann Lee said that the pump was old.", "Ann Lee", "the pump was old"),
        ("The pump was old, Ann Lee said.", "Ann Lee", "The pump was old"),
        ("The council told residents that the pump was old.", "The council", "the pump was old"),
        ("According to Ann Lee, the pump was old.", "Ann Lee", "the pump was old"),
        ("The pump was old, according to Ann Lee.", "Ann Lee", "The pump was old"),
        ("In Ann Lee's words, the pump was a relic.", "Ann Lee", "the pump was a relic"),
        ("As Ann Lee put it, the pump was a relic.", "Ann Lee", "the pump was a relic"),
        ("Ann Lee's claim that the pump was old is wrong.", "Ann Lee", "the pump was old"),
        ("A report by the council found that the pump was old.", "the council", "the pump was old"),
        ("It was said that the pump was old.", QUOTED_UNKNOWN, "the pump was old"),
        ("Ann Lee: “The pump is old. The pipe is older.”", "Ann Lee", "The pump is old. The pipe is older."),
        ("Ann Lee called the pump “a relic of better days”.", "Ann Lee", "a relic of better days"),
        ("Witnesses said the pump had exploded.", "Witnesses", "the pump had exploded"),
        ("Officials in Tarn say the pump is old.", "Officials", "the pump is old"),
        ("Ann Lee closed the plant, saying that the pump was old.", "Ann Lee", "the pump was old"),
    ],
)
def test_a_speaker_and_the_words(checker: Checker, text: str, speaker: str, words: str) -> None:
    """Direct and indirect, before and after, with a source, a noun or a label."""
    assert (speaker, words) in said(checker, text)


def test_an_interrupted_quotation_is_one_speaker_s(checker: Checker) -> None:
    """Both pieces around "she said", and what follows in the paragraph."""
    found = said(checker, "“The pump,” Ann Lee said, “is older than I am.” She paused. “It leaks.”")

    assert {speaker for speaker, _ in found} == {"Ann Lee"}
    assert [words for _, words in found] == ["The pump", "is older than I am.", "It leaks."]


def test_a_quotation_goes_on_in_the_next_paragraph(checker: Checker) -> None:
    """The first paragraph leaves it open, the second opens it again."""
    text = "“The pump is old,” said Ann Lee. “It leaks.\n\n“It has leaked for years.”\n\n“Nobody told us,” said Max Roe."

    assert ("Ann Lee", "It has leaked for years.") in said(checker, text)
    assert ("Max Roe", "Nobody told us") in said(checker, text)


def test_speech_without_a_speaker_follows_the_only_speaker_before(checker: Checker) -> None:
    """But not where two take turns."""
    after = "The pump was old, Ann Lee said. She will not mend it.\n\n“We have no money for repairs.”"
    turns = "“Is the pump old?” asked Ann Lee.\n\n“It is as old as the hills.”\n\n“Then we will mend it.”"

    assert ("Ann Lee", "We have no money for repairs.") in said(checker, after)
    assert (QUOTED_UNKNOWN, "Then we will mend it.") in said(checker, turns)


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Mayor: “No more leaks”", "Mayor"),
        ("Bridge is safe, says minister", "minister"),
        ("Pump ‘is a relic’, engineers warn", "engineers"),
        ("Bridge is safe: mayor", "mayor"),
    ],
)
def test_headlines_name_who_speaks(checker: Checker, headline: str, speaker: str) -> None:
    """With a colon, or with the speaker at the end."""
    assert speaker in [who for who, _ in said(checker, f"{headline}\n\nThe pump in Tarn has leaked for years.\n")]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ann Lee denied that the pump was old.", Stance.DENIED),
        ("Ann Lee rejected the claim that the pump was old.", Stance.DENIED),
        ("Ann Lee denied having sold the pump.", Stance.DENIED),
        ("Ann Lee admitted that the pump was old.", Stance.VOUCHED),
        ("Ann Lee fears that the pump is old.", Stance.UNSURE),
        ("Ann Lee did not say that the pump was old.", Stance.UNSURE),
        ("Ann Lee claimed that the pump was old.", Stance.SAID),
    ],
)
def test_how_the_speaker_stands_to_it(checker: Checker, text: str, stance: Stance) -> None:
    """Denied, admitted, feared or only claimed."""
    _, voices = heard(checker, text)

    assert [(v.speaker.referent.text, v.stance) for v in voices] == [("Ann Lee", stance)]


@pytest.mark.parametrize("line", SILENCE)
def test_nobody_speaks(checker: Checker, line: str) -> None:
    """Titles, nicknames, words spoken of, and verbs of speech that tell of none."""
    assert said(checker, line) == []


def test_the_author_is_no_other_voice(checker: Checker) -> None:
    """Who writes "we" or "I" outside quotation marks is the author."""
    assert said(checker, "We believe that the pump is old. I say that it leaks.") == []


def test_within_a_quotation_people_in_general_are_the_speaker_s(checker: Checker) -> None:
    """But somebody with a name keeps what is said there."""
    text = "“They say the pump is old,” said Ann Lee. “Max Roe said that it leaks.”"
    found = said(checker, text)

    assert ("Max Roe", "it leaks") in found
    assert {speaker for speaker, _ in found} == {"Ann Lee", "Max Roe"}


def test_grammar_alone_is_enough() -> None:
    """A parse by hand, in the other label scheme, gives the same voices as the shipped pipeline."""
    parsed = sentence(
        "Officials|official|NOUN|NNS|2|nsubj said|say|VERB|VBD|0|ROOT that|that|SCONJ|IN|5|mark pumps|pump|NOUN|NNS|5|nsubj"
        " leak|leak|VERB|VBP|2|ccomp"
    )
    text = document("Officials said that pumps leak")

    (voice,) = attribute(text, [parsed], ())

    assert (voice.speaker.referent.text, text[voice.span]) == ("Officials", "pumps leak")


def test_marks_that_open_and_close_nothing_are_let_be() -> None:
    """Apostrophes, inches, and a mark that nothing closes."""
    text = document("The boys' tent is 6\" wide, isn't it? She's from the '90s.\nAnn said: “It leaks.")

    assert [text[s.span] for s in stretches(text)] == ["“It leaks."]


@given(st.text(alphabet="ab “”\"'‘’«».,:?\n", max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_marks_give_stretches_inside_one_paragraph(text: str) -> None:
    """In text order, without overlap."""
    found = stretches(document(text))

    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(document(text).parts[s.paragraph].span.contains(s.span) for s in found)


def test_marks_cost_no_more_than_linear_time() -> None:
    """Ten thousand opening marks in one paragraph, closed and not."""
    began = time.perf_counter()
    stretches(document("“a ‘b \"c 'd " * 10_000))
    stretches(document("“a” ‘b’ \"c\" 'd' " * 10_000))

    assert time.perf_counter() - began < 5

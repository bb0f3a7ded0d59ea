"""What names, pronouns and descriptions stand for, and what they must not be taken for."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build import document
from claimcheck.annotate.coreference import link
from claimcheck.annotate.names import read_names
from claimcheck.annotate.pipeline import load_language, parse
from claimcheck.discourse import Link

CASES = tomllib.loads(Path(__file__).with_name("coreference.toml").read_text(encoding="utf-8"))
LINKED = [case for cases in CASES["linked"].values() for case in cases]
APART = [case for cases in CASES["apart"].values() for case in cases]


def links_of(text: str, *, threshold: float | None = None) -> tuple[Link, ...]:
    whole = document(text)
    sentences, entities = parse(whole, load_language())
    names = read_names(whole, sentences, entities, lambda _: ())
    chosen = {} if threshold is None else {"threshold": threshold}
    return link(sentences, names, lambda name: name, **chosen)


def keys(case: str) -> list[set[str]]:
    """Return, for each expression in brackets, the keys of what it is taken for."""
    pieces = re.split(r"[\[\]]", case.replace(" | ", "\n"))
    text, spans, length = "".join(pieces), [], 0
    for index, piece in enumerate(pieces):
        if index % 2:
            spans.append((length, length + len(piece)))
        length += len(piece)
    found = links_of(text)
    return [{k.referent.key for k in found if start <= k.span.start and k.span.end == end} for start, end in spans]


@pytest.mark.parametrize("case", LINKED)
def test_what_is_one_thing_has_one_key(case: str) -> None:
    assert set.intersection(*keys(case))


@pytest.mark.parametrize("case", APART)
def test_what_may_be_two_things_has_no_common_key(case: str) -> None:
    assert not set.intersection(*keys(case))


@given(st.text(alphabet=st.sampled_from(list("He his it the A bridge, Ann Lee. “” \n—é🙂"))))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_read_and_links_lie_in_it(text: str) -> None:
    assert all(0 <= k.span.start < k.span.end <= len(text) for k in links_of(text))


def test_a_best_guess_is_given_for_an_unsure_pronoun() -> None:
    text = "Oskar Brandt and Emil Falk left the inn. Then he came back."
    sure, guessed = ([k for k in links_of(text, threshold=t) if text[k.span.start : k.span.end] == "he"] for t in (0.95, 0.0))
    assert not sure
    assert len(guessed) == 1


def test_time_grows_with_the_length_only() -> None:
    many = links_of("Ann Lee opened a bridge. She likes it. " * 400)
    assert len(many) >= 400

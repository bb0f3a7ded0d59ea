"""The words by which text says who speaks, as speech.toml lists them."""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from claimcheck.discourse import Stance
from claimcheck.sentence import Function, Sentence, Token

_ENDINGS = (("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("es", ""), ("s", ""))
_VERBS = ("reporting", "vouching", "unsure", "denying")


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files("claimcheck.annotate.attribution").joinpath("speech.toml").read_text(encoding="utf-8"))
    lists = {key: frozenset(value) for key, value in data.items()}
    return {**lists, "verbs": frozenset().union(*(lists[key] for key in _VERBS))}


def listed(kind: str) -> frozenset[str]:
    """Return the words of one list; "verbs" are all that a clause of somebody's can follow."""
    return _lexicon()[kind]


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset().union(*_lexicon().values())


def verb_of(token: Token, sentence: Sentence) -> str:
    """Return the lemma of a verb, with its particle if the two are a verb of speech: "point out", "go on"."""
    lemma = next((form for form in (token.lemma, *_stems(token.text.lower())) if form in _known()), token.lemma)
    if token.index + 1 < len(sentence.tokens):
        following = sentence.tokens[token.index + 1]
        joined = f"{lemma} {following.text.lower()}"
        if following.function in {Function.PARTICLE, Function.ADVERB} and joined in _known():
            return joined
    return lemma


def _stems(text: str) -> Iterator[str]:
    """Yield what a regular form may come from, since lemmas of rare verbs are not always right."""
    for ending, instead in _ENDINGS:
        if text.endswith(ending) and len(text) > len(ending) + 2:
            stem = text.removesuffix(ending)
            yield stem + instead
            if not instead and stem[-1] == stem[-2]:
                yield stem[:-1]


def stance_of(verb: str) -> Stance:
    """Return how whoever does this stands to what is said."""
    if verb in listed("denying"):
        return Stance.DENIED
    if verb in listed("unsure"):
        return Stance.UNSURE
    return Stance.VOUCHED if verb in listed("vouching") else Stance.SAID

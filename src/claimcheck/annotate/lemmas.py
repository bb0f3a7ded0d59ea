"""The lemmas of a dictionary in place of those that a pipeline made up: "defeat", not "defeate"."""

from functools import lru_cache

_CHECKED = frozenset({"VERB", "NOUN"})


@lru_cache(maxsize=100_000)
def known_lemma(form: str, pos: str, lemma: str) -> str:
    """Return the lemma if the dictionary has it or knows no better, else the first that it gives for the form.

    All are lower case; `pos` is a Universal POS tag, of which verbs and nouns are looked up.
    """
    if pos not in _CHECKED or not form.isalpha() or lemma in _lemmas(lemma, pos):
        return lemma
    return next(iter(_lemmas(form, pos)), lemma)


def _lemmas(form: str, pos: str) -> tuple[str, ...]:
    from lemminflect import getAllLemmas  # imports spaCy, which takes seconds

    return tuple(getAllLemmas(form, upos=pos).get(pos, ()))

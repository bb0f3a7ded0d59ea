"""Lemmas as edits of a word's end: the case, how many letters go, what comes instead."""

import re
from itertools import takewhile

EDIT = re.compile(r"(?P<case>[lk])(?P<cut>\d{1,3})(?P<ending>\D.*|)", re.DOTALL)


def edit_of(form: str, lemma: str) -> str:
    """Return the edit that makes the lemma of the form: "l2y" lowers, cuts two letters and adds "y"."""
    best = ""
    for case, base in (("l", form.lower()), ("k", form)):
        kept = len(list(takewhile(bool, (own == other for own, other in zip(base, lemma, strict=False)))))
        edit = f"{case}{len(base) - kept}{lemma[kept:]}"
        if not best or len(edit) < len(best):
            best = edit
    return best


def edited(form: str, edit: str) -> str:
    """Return the form with the edit applied; a form that is too short, or that nothing would be left of, stays as it is."""
    match = EDIT.fullmatch(edit)
    if match is None:
        return form
    base = form.lower() if match["case"] == "l" else form
    cut = int(match["cut"])
    if cut > len(base):
        return base
    return base[: len(base) - cut] + match["ending"] or base

"""What stands beside a number that names a thing, an address, an hour or a year, and counts nothing."""

import re

from claimcheck.annotate.quantities.amounts import Amount
from claimcheck.annotate.quantities.lexicon import DASHES, ERAS, GLUE, LABELS, STREETS, WORDS
from claimcheck.annotate.quantities.tokens import Tokens

_LONGEST_ROW = 6  # groups of digits on either side
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
_ONE_BEFORE = frozenset(WORDS["plain"]["one_before"])
_ONE_BEHIND = frozenset(WORDS["plain"]["one_behind"])
# "12 High Street": up to three names in capitals between the number of a house and the word for a street.
_ADDRESS = re.compile(rf" (?:[A-Z][\w'’]{{0,20}} ){{1,3}}(?:{'|'.join(sorted(STREETS))})\b")
_NO_BEFORE = frozenset({"/", ".", ":", "+", "#", "№", "_", "@", "&", "\\", "^"})


def is_labelled(t: Tokens, i: int) -> bool:
    """Return whether the number at a token is what a thing is called by: "Room 2024", "Flight PS414", "Article 5", "#3"."""
    before = t.written(i - 1)
    if before in {"#", "№"}:
        return True
    if before == "." and t.word(i - 2) in {
        "no",
        "nos",
        "nr",
        "nrs",
        "art",
        "vol",
        "fig",
        "p",
        "pp",
        "ch",
        "sec",
        "op",
        "tel",
        "ext",
    }:
        return True
    if before in {",", "-", "–", ":", "&"} or t.word(i - 1) in {"and", "to", "or"}:
        return _goes_on(t, i)
    return before in LABELS


def _goes_on(t: Tokens, i: int) -> bool:
    """Return whether the number goes on with numbers that are labels: "Articles 3, 4 and 5", "verse 3:16"."""
    at, steps = i - 1, 0
    while (
        at > 0 and steps < 12 and (t.is_number(at) or t.raw[at] in {",", "-", "–", ":", "&"} or t.word(at) in {"and", "to", "or"})
    ):
        at, steps = at - 1, steps + 1
    return t.is_number(at + 1) and at >= 0 and t.raw[at] in LABELS and at + 1 < i


def is_clean(t: Tokens, start: int, end: int) -> bool:
    """Return whether no letter, digit or mark of a longer whole is glued to the tokens from `start` to `end`."""
    if t.glued(start) and (t.raw[start - 1] in _NO_BEFORE or t.raw[start - 1].isalnum()):
        return False
    if not t.glued(end):
        return True
    if t.raw[end] == "/" and t.is_word(end + 1) and not t.raw[start].isalnum():  # "$15/hour"
        return True
    if t.raw[end] in {"/", "_", "@", "\\", "^", "="} or t.is_word(end) or t.is_number(end):
        return False
    joined = t.raw[end] in {":", ".", ","} or t.raw[end] in DASHES
    return not (joined and t.glued(end + 1) and t.is_number(end + 1) and t.is_number(end - 1))


def is_bare_label(t: Tokens, value: Amount, end: int) -> bool:
    """Return whether a number without a unit names a thing, an hour or a year, or is the pronoun "one"."""
    start = value.start
    if t.word(end) == "." and t.glued(end) and t.written(end + 1) in {"m", "C"}:
        return True
    if t.written(end) in ERAS or (t.word(end) in {"b", "a"} and t.word(end + 1) == "." and t.word(end + 2) in {"c", "d", "m"}):
        return True
    if value.digits:
        return _is_digit_label(t, start, end)
    if t.word(start) == "one" and end == start + 1:
        return _is_pronoun(t, start, end)
    if t.glued(start) and t.raw[start - 1] in DASHES and t.glued(start - 1) and t.is_word(start - 2):  # "four-to-one"
        return True
    before = t.follows(start - 1) if start else t.before
    return t.raw[start][0].isupper() and before in {"A", "s"}


def _is_pronoun(t: Tokens, start: int, end: int) -> bool:
    if t.raw[start] == "One" or t.word(start - 1) in _ONE_BEFORE:
        return True
    if t.word(start - 1) == "-" and t.glued(start):
        return True
    return t.word(end) == "another" or (t.glued(end) and t.word(end + 1) in _ONE_BEHIND)


def _is_digit_label(t: Tokens, start: int, end: int) -> bool:
    text = t.raw[start]
    if len(text) > 1 and text[0] == "0" and text.isdigit():
        return True
    if (end == start + 1 and _is_dialled(t, start)) or (
        t.glued(start) and t.raw[start - 1] in {"'", "’", "‘"} and len(text) == 2
    ):
        return True
    named = t.before == "A" if start == 0 else t.raw[start - 1][0].isupper() and t.word(start - 1) not in GLUE
    counts = counts_something(t, end)
    if named and text.isdigit() and end == start + 1 and not counts:
        return True
    return bool(_YEAR.fullmatch(text)) and end == start + 1 and not counts


def _is_dialled(t: Tokens, start: int) -> bool:
    """Return whether the digits stand in a row of groups of which one begins with a nought or a plus."""
    first = last = start
    while start - first < _LONGEST_ROW and t.is_number(first - 1):
        first -= 1
    while last - start < _LONGEST_ROW and t.is_number(last + 1):
        last += 1
    return last > first and (t.written(first - 1) == "+" or any(t.raw[i][0] == "0" for i in range(first, last + 1)))


def counts_something(t: Tokens, end: int) -> bool:
    """Return whether a small word follows that a number may count."""
    if end < t.size and t.raw[end] == "-" and t.glued(end) and t.follows(end + 1) == "a":
        return True
    return t.follows(end) == "a" and t.word(end) not in GLUE and not (end < t.size and t.glued(end))


def is_address(text: str, end: int) -> bool:
    """Return whether the number that ends there is that of a house in a street."""
    return text[end + 1 : end + 2].isupper() and _ADDRESS.match(text, end) is not None

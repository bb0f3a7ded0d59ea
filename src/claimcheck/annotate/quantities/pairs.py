"""Two amounts that belong together: ranges, scores, votes and ratios."""

import re
from decimal import Decimal

from claimcheck.annotate.quantities.amounts import Amount, amount
from claimcheck.annotate.quantities.found import Found, hedged, made, spread
from claimcheck.annotate.quantities.labels import counts_something, is_clean
from claimcheck.annotate.quantities.lexicon import DASHES, WORDS
from claimcheck.annotate.quantities.tokens import Tokens
from claimcheck.annotate.quantities.units import Unit, money_before, unit_behind
from claimcheck.values.amounts import Score
from claimcheck.values.quantity import Quantity

_BEFORE = frozenset(WORDS["scores"]["before"])
_BEHIND = frozenset(WORDS["scores"]["behind"])
_VOTES = frozenset(WORDS["scores"]["votes"])
_CHANGES = frozenset(word for words in WORDS["changes"].values() for word in words) - {"up"}
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
_HIGHEST = 200  # of a score


def joined(t: Tokens, end: int) -> tuple[str, Amount, Unit | None] | None:
    """Return what joins an amount that ends there to the next ("to", "-", "and"), that, and the money before it."""
    if t.word(end) == "-" and t.glued(end) and not t.glued(end + 1):  # "8- to 16-seat"
        end += 1
    word, at = t.word(end), end + 1
    if word in DASHES:
        if t.glued(end) != t.glued(at) or t.word(at) in DASHES:
            return None
        word = "-"
    elif word not in {"to", "and", "or", "votes"}:
        return None
    if word == "votes":
        if t.word(at) != "to":
            return None
        at += 1
    money = money_before(t, at)
    start = money.end if money else at
    other = amount(t, start, money=money is not None, inside=word == "-") if start < t.size else None
    return (word, other, money) if other is not None else None


def pair(t: Tokens, one: Amount, start: int, money: Unit | None) -> tuple[Found, ...] | None:
    """Return the range, the score or the two ends of which the amount is the first, () for what is neither; None for no pair."""
    own = None if money else unit_behind(t, one.end, one)
    following = joined(t, own.end if own else one.end)
    if following is None:
        return None
    word, other, again = following
    if word == "-" and _is_chain(t, one.start, other.end):
        return ()
    if one.high is None or other.high is None:
        return None
    if own is not None:
        other_unit = unit_behind(t, other.end, other)
        if again or other_unit is None or other_unit.symbol != own.symbol:
            return None
    if not money and not again and not own and (score := _score(t, one, other, word)):
        return (score,)
    return _range(t, one, other, word, start, money, again, own)


def _is_chain(t: Tokens, start: int, end: int) -> bool:
    """Return whether three and more numbers are joined: "4-4-2", a telephone number, a date."""
    before = t.glued(start) and t.raw[start - 1] in DASHES and t.glued(start - 1)
    return before or (t.glued(end) and t.raw[end] in {*DASHES, "/"} and t.glued(end + 1) and t.is_number(end + 1))


def _score(t: Tokens, one: Amount, other: Amount, word: str) -> Found | None:
    whole = all(a.exact and not a.scaled and a.low == int(a.low) and a.low >= 0 for a in (one, other))
    if not whole or not is_clean(t, one.start, other.end):
        return None
    before = t.word(one.start - 1)
    votes = word == "votes" or (before in _VOTES and word in {"to", "-"}) or (before == "of" and t.word(one.start - 2) in _VOTES)
    if word in {"to", "votes"} and not (votes and _no_unit(t, other)):
        return None
    if word in {"and", "or"}:
        return None
    if word == "-" and not votes and not _is_result(t, one, other, before):
        return None
    value = Score(Quantity.of(one.low), Quantity.of(other.low))
    return made(t, "SCORE", value, "votes" if votes else "score", one.start, other.end)


def _no_unit(t: Tokens, other: Amount) -> bool:
    return unit_behind(t, other.end, other) is None and (not counts_something(t, other.end) or t.word(other.end) == "votes")


def _is_result(t: Tokens, one: Amount, other: Amount, before: str) -> bool:
    if not (one.digits and other.digits) or max(one.low, other.low) > _HIGHEST or t.raw[other.start - 1] == "−":
        return False
    if unit_behind(t, other.end, other):
        return False
    behind = t.word(other.end)
    named = t.before == "A" if one.start == 0 else t.raw[one.start - 1][0].isupper()
    if behind in _BEHIND and (behind not in {"in", "at", "to", "on", "over", "home", "away"} or before in _BEFORE or named):
        return True
    closed = not counts_something(t, other.end)
    return closed and (before in _BEFORE or named)


def _range(
    t: Tokens, one: Amount, other: Amount, word: str, start: int, money: Unit | None, again: Unit | None, own: Unit | None
) -> tuple[Found, ...] | None:
    """Return the range of two amounts that share a unit; both ends, each by itself, behind "from"."""
    unit = again or unit_behind(t, other.end, other)
    if again and money and again.symbol != money.symbol:
        return None
    before = t.word(start - 1)
    unit = money if unit is None else unit
    end = max(other.end, unit.end if unit is not None and unit is not money and not again else 0)
    if not _is_range(t, one, other, word, before, unit, end):
        return None
    if other.scaled and not one.scaled and one.middle < other.middle / _factor(other):
        one = one.times(Decimal(_factor(other)), one.end)
    symbol, kind = (unit.symbol, unit.type) if unit else ("", "CARDINAL")
    if before == "from" and word != "-":
        ends = (Quantity(a.low, a.high, symbol, a.exact) for a in (one, other))
        spans = ((start, own.end if own else one.end), (other.start if not again else one.end + 1, end))
        return tuple(made(t, kind, value, "end of a change", *span) for value, span in zip(ends, spans, strict=True))
    value = spread(one.low, other.high, symbol)
    if value is None:
        return None
    return (made(t, kind, hedged(t, value, start, end), "range", start, end),)


def _factor(other: Amount) -> int:
    """Return the scale of an amount: a million for "10 million"."""
    for size in (10**12, 10**9, 10**6, 10**3, 100):
        if other.middle >= size:
            return size
    return 1


def _is_range(t: Tokens, one: Amount, other: Amount, word: str, before: str, unit: Unit | None, end: int) -> bool:
    if not is_clean(t, one.start, end) and unit is None:
        return False
    if word == "and":
        return before == "between" and one.low <= other.low
    if word == "or":
        return unit is not None and one.low < other.low
    if word == "to" and before == "from":
        return unit is not None
    if word == "to" and before in _CHANGES:  # "rose $5 to $10"
        return False
    years = _YEAR.fullmatch(t.raw[one.start]) and not one.scaled and unit is None
    if years or one.low >= other.middle:
        return False
    return unit is not None or (other.scaled and not one.scaled) or counts_something(t, other.end)


def ratio(t: Tokens, one: Amount) -> Found | None:
    """Return "3:1" where the text calls it a ratio or odds; elsewhere it may be an hour, a verse or a time of a race."""
    if t.word(one.end) != ":" or not t.glued(one.end) or not t.is_number(one.end + 1):
        return None
    other = amount(t, one.end + 1, inside=True)
    near = {*t.words[max(0, one.start - 4) : one.start], *(t.words[other.end : other.end + 2] if other else ())}
    if other is None or not near & {"ratio", "odds", "ratios"} or one.high is None or other.high is None:
        return None
    value = Score(Quantity(one.low, one.high), Quantity(other.low, other.high))
    return made(t, "SCORE", value, "ratio", one.start, other.end)

"""Fractions, shares, ranks and multiples in words."""

from decimal import Decimal

from claimcheck.annotate.numerals import SMALL, SPELLED, UNDER, rank, spoken
from claimcheck.annotate.quantities.amounts import Amount, amount, part_of_scale
from claimcheck.annotate.quantities.found import Found, hedge, hedged, is_negative, made
from claimcheck.annotate.quantities.lexicon import MULTIPLES, WORDS
from claimcheck.annotate.quantities.tokens import Tokens
from claimcheck.annotate.quantities.units import unit_behind
from claimcheck.values.amounts import Multiple
from claimcheck.values.quantity import Quantity

_HUNDREDTH = Decimal("0.01")
_OF_IT = frozenset(WORDS["plain"]["of_it"])
_THAN_IT = frozenset(WORDS["plain"]["than_it"])
_OCCASIONS = frozenset(WORDS["plain"]["occasions"])
_TIMES, _AS_MUCH = frozenset(WORDS["times"]["words"]), frozenset(WORDS["times"]["as_much"])
_COUNTED_PARTS = frozenset(WORDS["plain"]["counted_parts"])
_RANKED = frozenset(WORDS["plain"]["ranked"])
_DOUBLES = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
_OWN = frozenset({"the", "its", "their", "his", "her", "that", "what"})
_ARTICLES = frozenset({"a", "an"})


def share(over: Decimal, under: Decimal) -> Quantity:
    """Return what a fraction in words stands for: to the nearest hundredth, or to a twentieth of itself if it is smaller."""
    value = over / under
    half = min(_HUNDREDTH / 2, abs(value) / 20)
    return Quantity(value - half, value + half, "fraction", exact=False)


def fraction(t: Tokens, i: int) -> Found | None:
    """Return "two-thirds", "a fifth of", "three quarters", "one in five", "two out of three", "half the votes"."""
    if t.word(i) == "half":
        return _half(t, i)
    if found := _one_in(t, i):
        return found
    if part_of_scale(t, i):
        return None
    article = t.word(i) in _ARTICLES and t.word(i + 1) not in SPELLED
    said = None if article else spoken(t.words, i)
    over, at = (Decimal(1), i + 1) if article else (said.value, said.end) if said else (Decimal(0), i)
    at += t.word(at) in {"-", "‑"}
    under, end = _under(t, at)
    plural = end > at and t.word(end - 1).endswith("s")
    if not over or not under or (over == 1) == plural or (over >= under and under < 5):
        return None
    if t.word(end) == "of" and t.word(end + 1) in _ARTICLES:  # "a quarter of an hour" is no share
        return None
    if t.word(i - 1) == "and" and t.word(end) != "of":  # "an hour and three quarters"
        return None
    if over == 1 and not _is_share(t, i, end, article=article):
        return None
    if t.word(end - 1) == "quarters" and (_COUNTED_PARTS & {t.word(i - 1), t.word(i - 2)} or over != 3) and t.word(end) != "of":
        return None
    return _made(t, over, Decimal(under), i, end)


def part_of_unit(t: Tokens, i: int) -> Found | None:
    """Return the measure of "half a mile", "a quarter of a mile", "three-quarters of an inch", "one-half mile"."""
    said = None if t.word(i) in _ARTICLES else spoken(t.words, i)
    over, at = (said.value, said.end) if said else (Decimal(1), i + (t.word(i) in _ARTICLES))
    at += t.word(at) in {"-", "‑"}
    under, end = (2, at + 1) if t.word(at) == "half" else _under(t, at)
    if not under or over >= under or (not t.is_word(end) and t.word(end) != "-"):
        return None
    behind = end + (t.word(end) == "of")
    article = t.word(behind) in _ARTICLES
    behind += article
    if not article and (behind > end or t.word(at) != "half"):
        return None
    share_of = Amount(over / under, over / under, exact=True, start=i, end=behind)
    unit = unit_behind(t, behind, share_of)
    if unit is None or unit.type != "QUANTITY":
        return None
    value = hedged(t, Quantity(share_of.low, share_of.high, unit.symbol), i, unit.end)
    return made(t, "QUANTITY", value, "part of a measure", i, unit.end)


def _made(t: Tokens, over: Decimal, under: Decimal, i: int, end: int) -> Found:
    """Return a fraction, signed and hedged by the words before it."""
    below = is_negative(t, i)
    value = hedged(t, share(-over if below else over, under), i - below, end)
    return made(t, "PERCENT", value, "fraction", i - below, end)


def _under(t: Tokens, at: int) -> tuple[int, int]:
    """Return what a fraction is of, and where it ends: "fifths", "twenty-firsts", "hundredths"."""
    if t.word(at) in UNDER and t.word(at) != "half" and t.word(at) != "halves":
        return UNDER[t.word(at)], at + 1
    tens = SMALL.get(t.word(at), 0)
    last = at + 1 + (t.word(at + 1) == "-")
    unit = t.word(last).removesuffix("s")
    found = rank([t.word(at), unit], 0) if tens >= 20 and unit and not unit.isdigit() else None
    return (found[0], last + 1) if found and found[1] == 2 else (0, at)


def _is_share(t: Tokens, i: int, end: int, *, article: bool) -> bool:
    """Return whether "a third" or "one third" is a share, and not the next after two others."""
    following = t.word(end)
    if following in _THAN_IT:
        return True
    if article:
        closed = t.follows(end) == "" or (following in {"to", "in", "from", "and", "on", "since", "between", "over"})
        return closed and (t.word(i - 1) in {"by", "than", "to", "about", "nearly", "almost", "and"} or (i == 0 and not t.before))
    return following not in {"place", "time", "half", "year"}


def _half(t: Tokens, i: int) -> Found | None:
    """Return "half of", "half the", "more than half": not the first half of a match, nor half a million."""
    before = t.word(i - 1)
    if before in {"first", "second", "other", "opening", "latter", "better", "a", "one", "-", "and"} or t.word(i + 1) == "-":
        return None
    if t.word(i + 1) not in _OF_IT and not hedge(t, i, i + 1):
        return None
    if t.word(i + 1) in {"a", "an"} or (before == "the" and t.word(i + 1) != "of"):
        return None
    return made(t, "PERCENT", hedged(t, share(Decimal(1), Decimal(2)), i, i + 1), "fraction", i, i + 1)


def _one_in(t: Tokens, i: int) -> Found | None:
    """Return the share of "one in five" and "two out of three", but not of "one in five matches"."""
    part = amount(t, i)
    if part is None or not part.exact or part.low > 99:
        return None
    word, at = t.word(part.end), part.end + 1
    if word == "in":
        at += t.word(at) == "every"
    elif word == "out" and t.word(at) == "of":
        at += 1 + (t.word(at + 1) == "every")
    elif word == "over" and part.low < 10:
        pass
    else:
        return None
    whole = amount(t, at) if at < t.size else None
    if whole is None or not whole.exact or whole.low <= part.low or whole.low > 1_000_000 or part.low <= 0:
        return None
    if t.word(whole.end) in _OCCASIONS or t.glued(whole.end + 1) or (word == "in" and not _is_small(part.low, whole.low)):
        return None
    if t.word(whole.end) in {"%", "percent", "per", "-"} or (word == "over" and t.follows(whole.end)):
        return None
    return _made(t, part.low, whole.low, i, whole.end)


def _is_small(part: Decimal, whole: Decimal) -> bool:
    """Return whether "in" between two numbers makes a share: "one in five", "three in 100", not "12 in 1990"."""
    return part < 10 and (whole <= 100 or whole % 100 == 0) and part <= whole


def ordinal(t: Tokens, i: int) -> Found | None:
    """Return the rank of "third", "21st", "one hundred and twenty-fifth"; not of the seconds of a clock."""
    if t.is_number(i):
        suffix = t.word(i + 1)
        if suffix in {"st", "nd", "rd", "th"} and t.glued(i + 1) and t.raw[i].replace(",", "").isdigit() and len(t.raw[i]) < 18:
            number = int(t.raw[i].replace(",", ""))
            if suffix != _suffix(number):  # "11st" is a weight
                return None
            value = Quantity.of(number, "ordinal")
            return None if t.glued(i) or (t.glued(i + 2) and t.is_word(i + 2)) else made(t, "ORDINAL", value, "rank", i, i + 2)
        return None
    found = rank(t.words, i)
    if found is None or not t.raw[i][0].islower() or (t.glued(i) and t.raw[i - 1] not in {"(", "“", "‘", '"', "'", "—", "-"}):
        return None
    if t.word(i) == "second" and t.word(i - 1) in {"a", "per", "split", "every"} and t.follows(i + 1) != "a":
        return None
    return made(t, "ORDINAL", Quantity.of(found[0], "ordinal"), "rank", i, found[1])


def _suffix(number: int) -> str:
    """Return the end of an ordinal in digits: "st" for 21, "th" for 11."""
    return "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def place(t: Tokens, one: Amount) -> Found | None:
    """Return the rank of "world No. 2" and "ranked number one", in which a number names a place in an order."""
    at = one.start - 1 - (t.word(one.start - 1) == ".")
    ranked = t.word(at) in {"no", "number"} and t.word(at - 1) in _RANKED and one.exact and one.low > 0
    return made(t, "ORDINAL", Quantity.of(one.low, "ordinal"), "rank", at, one.end) if ranked else None


def multiple(t: Tokens, i: int) -> Found | None:
    """Return what multiplies: "doubled", "threefold", "10-fold", "three times as many", "twice the", "double its"."""
    word = t.word(i)
    if word in MULTIPLES:
        return _multiple(t, MULTIPLES[word], i, i + 1)
    if word in _DOUBLES and t.word(i + 1) in _OWN:
        return _multiple(t, Decimal(_DOUBLES[word]), i, i + 1)
    if word == "twice" and _is_multiplied(t, i + 1):
        return _multiple(t, Decimal(2), i, i + 1)
    count = amount(t, i)
    if count is None or count.high is None:
        return None
    at = count.end + (t.word(count.end) == "-")
    if t.word(at) == "fold" or (t.word(at) == "times" and at == count.end and _is_multiplied(t, at + 1)):
        return _multiple(t, count.middle, i, at + 1)
    return None


def _is_multiplied(t: Tokens, i: int) -> bool:
    """Return whether "three times" before a token multiplies: "as many", "more", "the"; not "three times as a boy"."""
    return t.word(i + 1) in _AS_MUCH if t.word(i) == "as" else t.word(i) in _TIMES


def _multiple(t: Tokens, factor: Decimal, start: int, end: int) -> Found:
    return made(t, "MULTIPLE", Multiple(hedged(t, Quantity.of(factor), start, end)), "multiple", start, end)

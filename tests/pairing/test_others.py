"""Claims of one document against each other."""

from hypothesis import given
from hypothesis import strategies as st

from build import claim
from claimcheck.claim import Claim, Modality
from claimcheck.pairing import others
from claimcheck.relation import load_relations
from claimcheck.values.date import Date, Day
from claimcheck.values.quantity import Quantity
from claimcheck.values.time import Time
from claimcheck.verdict import Verdict

RELATIONS = {relation.name: relation for relation in load_relations()}

DAYS = st.integers(-700_000, 1_000_000).map(Day.numbered)


def year(number: int) -> Time:
    """Return the time expression of a whole year."""
    return Time(Date.of_year(number))


def refuted(*claims: Claim) -> int:
    """Return how many pairs of the claims cannot both hold."""
    return sum(c.verdict is Verdict.REFUTED for c in others.compare(claims, RELATIONS))


def test_two_founding_dates_clash() -> None:
    """What happens once cannot have happened in two years."""
    assert refuted(claim("Arden Mills", "founded on", year(1958)), claim("Arden Mills", "founded on", year(1963), at=100)) == 1


def test_what_may_be_the_same_day_does_not_clash() -> None:
    """A year holds its months."""
    may = Time(Date.of_month(1958, 5))

    assert refuted(claim("Arden Mills", "founded on", year(1958)), claim("Arden Mills", "founded on", may, at=100)) == 0


def test_other_subjects_voices_and_worlds_do_not_clash() -> None:
    """The pair must agree in everything but the date."""
    first = claim("Arden Mills", "founded on", year(1958))

    assert refuted(first, claim("Arden Works", "founded on", year(1963), at=100)) == 0
    assert refuted(first, claim("Arden Mills", "founded on", year(1963), at=100, speaker="Ann Lee")) == 0
    assert refuted(first, claim("Arden Mills", "founded on", year(1963), at=100, negated=True)) == 0
    assert refuted(first, claim("Arden Mills", "founded on", year(1963), at=100, modality=Modality.POSSIBLE)) == 0
    assert refuted(first, claim("Arden Mills", "founded on", year(1963), at=100, restriction=("new",))) == 0
    assert refuted(first, claim("Arden Mills", "closed on", year(1963), at=100)) == 0


def test_a_recurring_event_starts_many_times() -> None:
    """An event without a year in its name may start every year."""
    first = claim("Arden Fair", "started on", year(2019), kind="EVENT")

    assert refuted(first, claim("Arden Fair", "started on", year(2021), kind="EVENT", at=100)) == 0


def test_counts_clash_only_if_both_are_totals() -> None:
    """A part may be smaller than the whole."""
    twelve, nine = Quantity.of(12), Quantity.of(9)
    total = claim("fishing boat", "number of", twelve, kind="", total=True, exhaustive=True)

    assert refuted(total, claim("fishing boat", "number of", nine, kind="", at=100, total=True)) == 1
    assert refuted(total, claim("fishing boat", "number of", nine, kind="", at=100)) == 0
    assert refuted(total, claim("fishing boat", "number of", twelve, kind="", at=100, total=True)) == 0


def test_done_and_to_come_is_no_refutation() -> None:
    """An act may be done again, so it is only pointed out."""
    done = claim("Norway", "support", "treaty", past=True, open_=True)
    to_come = claim("Norway", "support", "treaty", at=100, modality=Modality.FUTURE, open_=True)

    (pair,) = others.compare((done, to_come), RELATIONS)

    assert pair.verdict is Verdict.NOT_ENOUGH_INFO
    assert (pair.claim, pair.evidence) == (to_come, done)


@given(DAYS, DAYS, st.integers(0, 400))
def test_widening_a_date_never_makes_a_clash(one: Day, other: Day, days: int) -> None:
    """If two dates may be the same day, they still may when one of them says less."""
    wide = Date(one.plus(-days), one)
    narrow_clash = refuted(
        claim("A", "founded on", Time(Date.of_day(one))), claim("A", "founded on", Time(Date.of_day(other)), at=100)
    )
    wide_clash = refuted(claim("A", "founded on", Time(wide)), claim("A", "founded on", Time(Date.of_day(other)), at=100))

    assert wide_clash <= narrow_clash


@given(DAYS, DAYS)
def test_comparison_is_symmetric(one: Day, other: Day) -> None:
    """It does not matter which claim comes first."""
    first, second = Time(Date.of_day(one)), Time(Date.of_day(other))
    there = refuted(claim("A", "founded on", first), claim("A", "founded on", second, at=100))
    back = refuted(claim("A", "founded on", second), claim("A", "founded on", first, at=100))

    assert there == back

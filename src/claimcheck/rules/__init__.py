"""From an analysis to conflicts: every rule, in the order of the report."""

from claimcheck.rule import Rule
from claimcheck.rules.quantity.conflicting_quantities import conflicting_quantities
from claimcheck.rules.reference.differs_from_reference import differs_from_reference
from claimcheck.rules.reference.no_such_edition import no_such_edition
from claimcheck.rules.time.anniversary_mismatch import anniversary_mismatch
from claimcheck.rules.time.conflicting_dates import conflicting_dates
from claimcheck.rules.time.done_and_still_to_come import done_and_still_to_come
from claimcheck.rules.time.end_before_start import end_before_start
from claimcheck.rules.time.impossible_date import impossible_date
from claimcheck.rules.time.tense_against_date import tense_against_date
from claimcheck.rules.time.weekday_date import weekday_date

RULES: tuple[Rule, ...] = (
    impossible_date,
    weekday_date,
    end_before_start,
    anniversary_mismatch,
    conflicting_dates,
    tense_against_date,
    done_and_still_to_come,
    conflicting_quantities,
    no_such_edition,
    differs_from_reference,
)

"""From an analysis to conflicts: every rule, in the order of the report."""

from claimcheck.rule import Rule
from claimcheck.rules.identity.asserted_and_denied import asserted_and_denied
from claimcheck.rules.identity.conflicting_holders import conflicting_holders
from claimcheck.rules.identity.conflicting_names import conflicting_names
from claimcheck.rules.identity.conflicting_places import conflicting_places
from claimcheck.rules.identity.conflicting_ranks import conflicting_ranks
from claimcheck.rules.identity.conflicting_winners import conflicting_winners
from claimcheck.rules.quantity.change_mismatch import change_mismatch
from claimcheck.rules.quantity.conflicting_quantities import conflicting_quantities
from claimcheck.rules.quantity.conversion_mismatch import conversion_mismatch
from claimcheck.rules.quantity.list_count_mismatch import list_count_mismatch
from claimcheck.rules.quantity.sum_mismatch import sum_mismatch
from claimcheck.rules.reference.differs_from_reference import differs_from_reference
from claimcheck.rules.reference.no_such_edition import no_such_edition
from claimcheck.rules.time.age_mismatch import age_mismatch
from claimcheck.rules.time.anniversary_mismatch import anniversary_mismatch
from claimcheck.rules.time.conflicting_dates import conflicting_dates
from claimcheck.rules.time.done_and_still_to_come import done_and_still_to_come
from claimcheck.rules.time.duration_mismatch import duration_mismatch
from claimcheck.rules.time.end_before_start import end_before_start
from claimcheck.rules.time.impossible_date import impossible_date
from claimcheck.rules.time.lifespan_mismatch import lifespan_mismatch
from claimcheck.rules.time.order_mismatch import order_mismatch
from claimcheck.rules.time.tense_against_date import tense_against_date
from claimcheck.rules.time.weekday_date import weekday_date

RULES: tuple[Rule, ...] = (
    impossible_date,
    weekday_date,
    end_before_start,
    anniversary_mismatch,
    age_mismatch,
    duration_mismatch,
    order_mismatch,
    lifespan_mismatch,
    conflicting_dates,
    tense_against_date,
    done_and_still_to_come,
    change_mismatch,
    conflicting_quantities,
    conflicting_holders,
    conflicting_winners,
    conflicting_ranks,
    conflicting_places,
    asserted_and_denied,
    conversion_mismatch,
    list_count_mismatch,
    sum_mismatch,
    conflicting_names,
    no_such_edition,
    differs_from_reference,
)

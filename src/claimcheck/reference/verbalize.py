"""The canonical sentence of a fact."""

from claimcheck.relation import Relation
from claimcheck.values.date import Date
from claimcheck.values.name import Name


def verbalize(subject: Name, relation: Relation, object_text: str, valid: Date) -> str:
    """Return the fact in words: "2022 Winter Olympics hosted by Beijing", "capital of France: Paris"."""
    said = relation.said(subject.text, object_text)
    return said if relation.fixed else said + _when(valid)


def _when(valid: Date) -> str:
    if valid.earliest is None and valid.latest is None:
        return ""
    if valid.known:
        return f" ({valid})" if valid.day or valid.year else f" ({valid.earliest} to {valid.latest})"
    return f" (since {valid.earliest})" if valid.earliest else f" (until {valid.latest})"

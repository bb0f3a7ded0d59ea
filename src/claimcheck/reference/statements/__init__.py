"""A sentence against one table of any kind, by looking its words up in the cells."""

from claimcheck.reference.statements.reader import Judgement, judge
from claimcheck.reference.statements.view import View

__all__ = ["Judgement", "View", "judge"]

"""Supported, refuted, or not enough information."""

from enum import StrEnum


class Verdict(StrEnum):
    """How a claim stands against its evidence (FEVER's three answers)."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_ENOUGH_INFO = "not_enough_info"

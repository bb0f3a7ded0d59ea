"""Dates, periods, anniversaries and tenses that cannot be."""

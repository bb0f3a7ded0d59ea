"""Tests of the reports, and what draws the picture of README."""

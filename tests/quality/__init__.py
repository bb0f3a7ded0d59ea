"""Scores the labelled documents."""

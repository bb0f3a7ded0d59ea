"""Numbers that disagree with each other."""

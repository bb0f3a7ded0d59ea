"""Rules on who holds what, who won, and where things happened."""

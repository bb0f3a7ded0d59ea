"""What the reference tables refute."""

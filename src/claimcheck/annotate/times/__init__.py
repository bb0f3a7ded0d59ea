"""Time expressions: tokens, a grammar over their classes, and what its rules mean."""

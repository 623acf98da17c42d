"""The pure core of the interview: what is asked next and what was said. No disk, clock, terminal or randomness."""

"""Requirements that cite their source, and what they say of a portfolio."""

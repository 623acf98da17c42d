"""The bundle: one file with the portfolio, its attachments and their hashes, that anyone can verify."""

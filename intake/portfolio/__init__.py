"""What an applicant has: the portfolio's models, and the arithmetic of part dates and merged spans."""

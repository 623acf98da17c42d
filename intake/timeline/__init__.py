"""The work of an applicant over the years: what was done when, what overlaps, and which months count toward a rule."""

"""Reference ratings: requests for them, sealing, receipt codes, and whether three referees are three people.

Pure but for `keys`, which makes key files. What sealing proves and what it does not stands in the README.
"""

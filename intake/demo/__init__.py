"""The workshop: transcripts of invented applicants that play themselves over the program's own conversation."""

"""One conversation about one case: words in, events committed, and what to show. All front ends stand on this."""

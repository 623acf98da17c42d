"""The line mode: one line in, some lines out. For screen readers, pipes, phones and scripts; no colour, no cursor tricks."""

"""The line mode for screen readers, pipes, phones and scripts: one line in, some out, no colour, no cursor tricks."""

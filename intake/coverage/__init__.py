"""How much of a pack its transcripts go through: questions, options, guards, verdicts, and questions that stand."""

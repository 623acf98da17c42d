"""What was typed, read as a value or a command. Pure: text, slot and reference date in; a reading out."""

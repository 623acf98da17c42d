"""What was typed, understood. Pure: text, what is asked, what is known and a reference day go in, and nothing is kept.

    read(text, slot, today)             a value, "not sure", or Again with the reason and the best guesses
    command(text, vocabulary, ...)      a command, or a question that the pack answers
    correction(text, known, today)      a change of something said before: which answer, and its new value
    facts(text, fields, today)          several values in one sentence, each with the words that gave it

`intake.session.conversation` tries them in this order: a command, a sure correction, the answer to the question that
stands, several facts, a correction in words that are no answer. Every reading names its reader, whether the speaker was
certain, and the question to read it back with; the words as they were typed are kept with the event.
"""

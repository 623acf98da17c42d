"""What was typed, understood. Pure: text, what is asked, what is known and a reference day go in, and nothing is kept.

    understand(text, asked, known, today)   one of a value, several, a command, a correction, "not sure" or ask again,
                                            with the raw words, the reader, doubt, and whether it is to be read back

It is made of these, each of which can be used by itself:

    command(text, vocabulary, ...)          a command, or a question that the pack answers
    correction(text, known, today)          a change of something said before: which answer, and its new value
    read(text, slot, today)                 a value, "not sure", or Again with the reason and the best guesses
    facts(text, fields, today)              several values in one sentence, each with the words that gave it
"""

"""The append-only log of every case, on SQLite. It stores opaque lines of bytes and knows nothing of events.

`home` finds the folder, `store` is the journal, `cases` says what a case is and finds one by what a person typed,
`chain` ties the lines of a case together by SHA-256, `lock` keeps a case to one window, `errors` holds what can go
wrong, in sentences for the person at the keyboard.

Held: a line is on the disk when `append` returns; whole appends or nothing; a changed, missing, moved or added line is
found at the next `load`; a deleted case leaves no byte in the files of the folder. Not held: the chain finds damage,
not forgery, as whoever can write the file can also reckon the hashes again; a damaged write-ahead file can take the
last appends with it unnoticed, since SQLite drops what does not match; and what a disk keeps of freed blocks is out of
a program's reach.
"""

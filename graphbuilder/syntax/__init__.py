"""The parse, read: what hangs on a word, the subjects of a verb, the tense of a clause.

In: a parsed Doc. Out: tokens and plain answers about them; nothing here knows which names or events were
found. A question about the parse that several stages ask is a function here.
"""

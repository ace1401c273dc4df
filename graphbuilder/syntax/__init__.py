"""The parse, read: what hangs on a word, the subjects of a verb, light verbs, the tense of a clause.

In: a parsed Doc. Out: tokens and plain answers about them; nothing here knows of names or events. A question about the
parse that several stages ask is a function here.
"""

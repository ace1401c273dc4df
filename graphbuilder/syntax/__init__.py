"""The parse, read: what hangs on a word, the subjects of a verb, light verbs, the tense of a clause.

Goes in: a parsed Doc. Comes out: tokens and plain answers about them; nothing here knows of names, times or events.
"""

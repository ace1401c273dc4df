"""Which triggers of a document denote the same event.

In: the events of a document, in text order. Out: a chain for each (`chains`), what pronouns and nouns refer back to
(`anaphora`, `definites`), and the content words by which two tellings are compared (`content_words`).
"""

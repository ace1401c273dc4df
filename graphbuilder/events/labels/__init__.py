"""The line that tells an event.

In: an event and its sentence. Out: a short text in the article's own words: `selection` chooses the words, `shortening`
makes a line of them.
"""

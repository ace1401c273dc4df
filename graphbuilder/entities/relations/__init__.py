"""Ties that the text states between mentions, such as office, membership, seat (`rules`), and their terms (`tenures`).

In: chained mentions (`index.Reading`). Out: each tie with the word that says it. To add a finder, write it and put it
in `rules.FINDERS`; where two find the same tie, the word of the earlier one counts.
"""

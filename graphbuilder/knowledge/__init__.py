"""What is known before any text is read: names, places, words that tell types and acts, the links of the graph.

Pure look-ups in the tables of `graphbuilder.lexicons`; every stage may use them. A new table goes there, its
look-up here.
"""

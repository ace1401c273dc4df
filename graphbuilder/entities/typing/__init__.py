"""Of which type a name is: the reader and the words of the name vote, one type a name and document.

In: names with the type of their finder. Out: one type a name and document (`vote`). The words that tell a type
(`name_words`, `beside`) stand in ``lexicons/names/evidence.yaml``.
"""

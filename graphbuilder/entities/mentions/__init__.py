"""Which mentions are no names, which words around a name belong to it, and what was found so far in a document.

`candidates` is what all finders hand on; `state` is what the sieve remembers while it reads. What is no name
comes from the reader (`read`).
"""

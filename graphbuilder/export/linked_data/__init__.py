"""The whole graph as RDF, in Turtle and JSON-LD, and back.

In: a graph. Out: text; or the graph of such a text. In the order in which they read each other:

    terms           ids and values of RDF; which property has which field of a record
    rdf             graph → subjects with their facts; its docstring lists the vocabularies
    written         subjects → text, as Turtle and as JSON-LD
    rdf_reading     text → graph, with rdflib

A new field of a record is a line in a table of `terms`; what is more than a field needs its line in `rdf` and its
counterpart in `rdf_reading`.
"""

"""The store: what was read in each article, kept in one SQLite file, so that only new articles are read.

In: documents, as they are read from files. Out: their extractions, for the stages after the map. In the order in which
they read each other:

    schema       the tables, as SQL
    database     the file: recognised, opened, brought to this version; errors in our words
    rows         Document and Extraction ↔ columns
    corrections  the user's corrections, as they are kept
    made         by what an article was read, and so which are to be read anew
    options      what the user names, and where it lies
    adding       which documents go in, and in which batches
    lasting      the ids that builds have given, each once
    together     what all articles say together, until one of them changes
    searching    words, phrases and names in the texts
    periods      which articles bear on a period
    checking     what is wrong with a store
    store        `Store`, which has a method for each of these
    slices       which articles of some stores bear on a question
    reading      the stores among what a build is given

What a later step keeps is a table more: an entry of `schema.MIGRATIONS`.
"""

from __future__ import annotations

from graphbuilder.store.database import is_store
from graphbuilder.store.store import Store

__all__ = ["Store", "is_store"]

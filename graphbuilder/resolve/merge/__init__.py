"""Merging: groups of clusters → Entity, Event and Relation records. The order of the clusters never shows.

In: groups of clusters, and the indexes. Out: the records of a Resolution.

Of a group: `entities` and `events` make the record; `dates` (one interval from all mentions), `participants`,
`labels` and `ordering` (its id) each give it a part. Over all events `wholes`: first which event is part of which, and
what it takes from the whole, then whose line says nothing new, since that compares dates. Then `relations`.

A new field of a record is a function of the file that makes it, or a file here if it is a subject of its own.
"""

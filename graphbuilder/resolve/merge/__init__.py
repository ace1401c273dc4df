"""Merging: groups of clusters → Entity, Event and Relation records. The order of the clusters never shows.

In: groups of clusters, and the indexes. Out: the records of a Resolution.

Of a group: `entities` and `events` make the record; `dates` (one interval from all mentions), `role_conflicts`,
`support`, `described` (who has no name, shown once), `labels` and `ids` each give it a part. Over all events, in this
order: `subevents` (which event is part of which, and what it takes from the whole), then `retellings` (whose line says
nothing new), since these compare dates.
Then `entity_relations`, `event_relations`, and `places` for what the tables know and no text states.

A new field of a record is a function of the file that makes it, or a file here if it is a subject of its own.
"""

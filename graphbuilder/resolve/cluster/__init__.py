"""Clusters: first the mentions of one thing in one document, at the end the groups of these across documents.

In: extractions; at the end the judgements of `match`. Out: `EntityCluster` and `EventCluster`, which are blocked and
judged; then groups of them, of which each is merged into one entity or event.

- `entity_clusters`, with the `traits` stated beside a name
- `event_clusters`: the record; `event_building` makes it, its participants and place already entities
- `constrained`: judged pairs → groups, under cannot-link constraints

What a rule of `match` needs to know of a thing is a field of these records.
"""

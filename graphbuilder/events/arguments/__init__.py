"""Who takes part in an event, in which role, and where it happens.

In: a trigger and the mentions. Out: `Participant` records. `roles` maps grammatical places to roles
(``lexicons/events/roles.yaml``); `fillers` finds the mentions at a word, `appositions`, `obliques` and
`object_modifiers` those beside it, `implicit` those that no word of the event names, `locations` its place. To add a
role of a type, add it to ``event_types.yaml``; a place where participants stand, to `roles`.
"""

"""Which words tell an event (triggers), and of which type.

In: the parse and the mentions of a document. Out: `triggers.Trigger`, by the lexicon (`triggers`), the sense of a verb
in its clause (`senses`, `collocations`, `topics`), a name of its own (`named_events`), or a linear model
(`classifier`). `background` and `boilerplate` take back what is no event. To add a verb or noun, add it to
``lexicons/events/event_types.yaml``; a sense goes in `senses`, with its row there.
"""

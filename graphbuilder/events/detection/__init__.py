"""Which words tell an event, and of which type, by the lexicon, the sense of their clause, or a classifier."""

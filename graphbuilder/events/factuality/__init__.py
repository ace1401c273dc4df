"""Whether an event is said to have happened, and whether a relation between names holds.

In: a trigger and its clause. Out: polarity, modality and tense (`judge`). `negation`, `modality` and `conditions` judge
a clause, `scope` finds the verbs that embed it, `entity_relations` judges relations by the same rules. To add a word
that denies, plans or doubts, add it to ``lexicons/events/factuality.yaml``; a construction goes in the file of its
subject.
"""

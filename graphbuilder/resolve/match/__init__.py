"""Matching: which clusters of different documents are the same thing, as judgements on candidate pairs.

In: the entity or event clusters of all documents. Out: `Judgement` records with verdict (`resolve.verdicts`), score and
reason, in a fixed order. Nothing is joined here: `cluster.constrained` does that, by all judgements at once.

- `entities`: blocked by name, judged by names and by what stands beside them
- `events`: blocked by type, year and participants, judged by `features` of two clusters

A new rule is a function that yields judgements, a line in the list of `entities` or `events` with the reason for its
place there, and a score with its reason in `resolve.scores` or beside the rule.
"""

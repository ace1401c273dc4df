"""Comparing two names: the same, two, or perhaps the same. Pure functions of strings, without any context.

In: two names, or a name whose blocking keys are wanted. Out: a `NamePair` with verdict, score and reason, or None.

- `person_names`: "Zelensky, Volodymyr" and "Vladimir Zelenskyy"
- `organization_names`: "Defence Ministry" and "Ministry of Defense"; also ships and products
- `spelling`: what both ask of single words
- `offices`: titles of one person, by the office that they name
- `words`, `sketches`: how alike two tellings are, by their words and to the reader

A new way in which two names may be one is a function of a `compare`, a key of its `blocking_keys` (names without a
common key are never compared), and rows in ``tests/resolve/compare/test_names.py``.
"""

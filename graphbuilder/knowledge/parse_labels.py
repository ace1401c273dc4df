"""Which labels of spaCy's parse are of subjects, modifiers, finite verbs …, for rules of several folders."""

from __future__ import annotations

#: Dependencies of subjects, active and passive.
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Tags of finite verbs and modals.
FINITE_OR_MODAL = frozenset({"MD", "VBD", "VBP", "VBZ"})
#: Dependencies of words that modify a noun from before it.
MODIFIERS = frozenset({"amod", "compound", "nmod"})

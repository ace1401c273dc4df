"""Relations between the events of a document.

In: triggers and their clauses. Out: pairs of events: causes, casualties and what hurt them, what is part of what
(`subevents`), and companies that were bought (`subsidiaries`). A new relation is a file of its own, called in
`graphbuilder.events`.
"""

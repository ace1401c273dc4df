"""The graph: Resolution → a networkx graph of plain values, its timeline, and why it holds what it holds.

In: a Resolution. Out: `EventGraph`, `Timeline`, the text of `explain`. In the order in which they read each other:

    attributes      records → attributes of nodes and edges, as plain JSON values
    restored        attributes → records, graph → Resolution
    elements        Resolution → nodes and edges
    lookup          name → entities, id → event
    views           the one door to later stages: what `graph.timeline()`, `graph.save()` and so on call
    event_graph     EventGraph itself; its docstring lists the attributes
    entries         a line of the timeline, and the list of them
    subsumption     which events have no line, because that of another event subsumes them
    choice          which events are shown where nobody asks for more
    timeline        EventGraph → Timeline
    slices          EventGraph → the part of it that such a timeline is of
    explain         EventGraph → why mentions were put together or kept apart

To store something more of a record, add it to `attributes` and `restored`, from where every view and export takes it.
To add a method to EventGraph that shows or writes it, begin in `views`.
"""

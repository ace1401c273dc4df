"""The graph: Resolution → a networkx graph of plain values, its timeline, and why it holds what it holds.

Goes in: a Resolution. Comes out: `EventGraph`, `TimelineEntry`. To store something more of a record, add it to
`attributes`, from where every view and export takes it.
"""

"""What the page says: documents, nodes and edges as plain values, most important first.

In: a graph. Out: `story.Story`, for `graphbuilder.page.payload`. In the order in which they read each other:

    look        words, shape and colours of each kind of node; the status of an event or a link
    days        dates as numbers, so that the page can sort and draw them; the ticks of their axis
    ranking     which nodes and which judgements on them come first
    story       all of these, numbered

A new fact of a node or edge belongs in `story`; a new kind of node, dating or link needs its words in `look`.
"""

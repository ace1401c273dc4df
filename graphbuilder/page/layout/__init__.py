"""Where the nodes of the page are put, and how large they are, computed without a browser.

In: nodes and edges of a payload. Out: whole-number positions, the same on every machine. In the order in which they
read each other:

    packing     connected parts beside each other
    positions   the two layouts: by ties, by date
    stages      pictures of more and more nodes, each grown out of the one before

A new layout belongs in `positions`, and in `LAYOUTS` of `graphbuilder.page.page`.
"""

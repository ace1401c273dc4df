"""Pictures of a payload without a browser: SVG for notebooks, for print, and for pages without scripts.

In: a payload. Out: SVG text, and data URLs of it. `clean` makes text fit for a line, `svg` draws the graph and the
timeline.
"""

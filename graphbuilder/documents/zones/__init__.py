"""The parts of a text that have a role of their own: headline, byline, dateline, caption, duplicate, furniture.

In: the lines of a text. Out: Zones, which mark characters; nothing is taken out of the text. In the order in which they
read each other:

    characters  which characters a text may hold
    lines       the lines, with their places
    furniture   adverts, links and credits, by the lexicon `furniture`; captions of pictures
    zones       the kind of each line, and the datelines

A new kind of furniture is a row of the lexicon; a new kind of zone belongs in `zones`.
"""

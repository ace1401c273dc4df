"""The user's corrections in resolution: they come before every rule, and what they say is final.

In: the lines of a file of corrections (`graphbuilder.corrections`). Out: corrected clusters, judgements, events, and
for each line that changed nothing the reason.

By the step of resolution at which they are applied:

1. `before_clustering`: chains are cut that hold two things which the user tells apart; types are set
2. `identity`: which things are one, left out, named or typed otherwise; `lookup` finds the things that a line names
3. `links`: which participants, places and relations are not so
4. `facts`: what is said of events; all of these, applied to the events

A new verb is a row in `graphbuilder/corrections/verbs.py`, and what it does is in `identity`, `facts` or `links`.
"""

"""The events in order, one format a module: for people, calendars, maps and pages.

In: a graph or its timeline. Out: text, or notes by name of their file. `text` has the details of an entry that several
formats share. A new format also needs its line in `graphbuilder.export.formats`, or in `TIMELINE_FORMATS`, if it needs
nothing but the entries.
"""

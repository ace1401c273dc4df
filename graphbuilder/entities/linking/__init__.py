"""Which place of the tables a name means (`toponyms`).

The rules of `toponyms.RULES` go from what leaves no doubt (no other place bears the name) by what stands beside the
name and in its sentence to the size of the city and what the rest of the document names; the first decision counts.
"""

"""Ids that last: each is given once, to one thing, which keeps it while a collection grows, shrinks and is corrected.

In: the things of a resolution, under the ids that their content gives them, and the ids that were given before. Out:
the same resolution under lasting ids, and what is given now. Nothing here knows of files: `graphbuilder.store` keeps
what was given, and `graphbuilder.resolve.corrections` asks which thing an id of the user's lines means.

    given     what was given before, and which ids the things of now keep of it
    lasting   the ids of all things, new ones too, and by which mentions each is known again
    renamed   a resolution under other ids
    moved     where the mentions of a replaced text stand in the new one
"""

"""Of which type a name is: clues in and beside it vote, with weights.

To add a clue, write it and put it in `clues.CLUES` with its weight; its words stand in
``lexicons/names/evidence.yaml``.
"""

"""Of which type a name is: clues in and beside it vote, with weights.

In: names with the label of their finder. Out: one type a name and document (`vote`). To add a clue, write it and put it
in `clues.CLUES` with its weight; its words stand in ``lexicons/names/evidence.yaml``. The order of clues is free: all
are asked.
"""

"""Text before anything is known of it: which characters it may hold, its lines, and which lines are furniture.

In: text. Out: cleaned text, `Line`s, and the kind of a single line. `characters` and `lines` know no words; `furniture`
goes by the lexicon of that name, where a new kind of furniture is a row.
"""

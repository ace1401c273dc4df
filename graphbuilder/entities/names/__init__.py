"""Which runs of words are names, and where each begins and ends: the reader says so, rules add what is known.

In: the Doc and what was read of it. Out: candidates, none inside another. The order of `finder.find_names`, where what
is found earlier keeps its words:

1. the user's own names (`user_names`), which win over everything
2. the names that the reader finds (`read_names`), without what only stands beside them (`bounds`)
3. known names that it overlooked (`known_names`)
4. names found so far, said again where it overlooked them (`repeated_names`): they need the names before them

Short names in brackets (`acronyms`) and surnames of two words (`double_surnames`) tell which names are one.
"""

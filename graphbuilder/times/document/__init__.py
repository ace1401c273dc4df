"""What a text says beside its dates that their anchors depend on: its kind, its tenses, its asides, its entries.

In: the text, the candidates, the parse if there is one. Out: answers to one question each; nothing here makes a
reading.

once a document     `initial_context`, from `genre`; `chronology` with its entries
once an expression  `surroundings`, from `tense` or `parsed_tense`, and `sentences`
once a reading      `asides`, whether the story moves to it

Where to add: a tense in `tense` and `parsed_tense`, what tells news from history in `genre`.
"""

"""Relations that the text states between mentions: office, membership, seat (`rules`), and their terms (`tenures`).

In: chained mentions (`index.Reading`). Out: each relation with the word that states it. Whether it holds now, is over
("the former president"), planned or denied is decided later, by that word, in
`graphbuilder.events.factuality.entity_relations`. To add a finder, write it and put it in `rules.FINDERS`; where two
find the same one, the word of the earlier one counts.
"""

"""What is known before any text is read: names, places, words that denote types and acts, the links of the graph.

In: words. Out: what the tables of `graphbuilder.lexicons` say of them; pure look-ups, which every stage may use.

names, given_names    names compared; what a given name says of its bearer
known_names           the other names of what is named
gazetteer, places     countries, capitals, organisations; cities and regions with their points
type_words            words by which a mention is of a type
event_words           words that denote events, by type, and words that say or carry one
relations             the links of the graph, with their words

Where to add: a table in `graphbuilder/lexicons`, its look-up here.
"""

"""Which mentions of a document denote the same thing: a sieve of rules, from the surest to the least sure (`sieve`).

In: the mentions in text order. Out: a chain for each (`mentions.state.Story`). The order of names (`name_matching`):

1. a kind that is written like a name ("the Alliance"), and models of one line, before equal words would part them
2. equal names
3. acronyms, in brackets or of the only body with these initials; "also known as"
4. parts of a name: surname, middle name, short name of a firm, code of a model: only where one bearer is possible;
   of several of one surname, `shared_surnames` decides

The order of descriptions and pronouns (`definite_descriptions`, `person_descriptions`, `pronouns`):

1. the chains of a component of the user's own, which knows more than we do
2. a capital of a country, a holder of an office: hardly mistaken, so they reach far back
3. a noun that was said of the thing, then a noun of its type, then what somebody is: each less sure than the one before
4. the same description again; pronouns
"""

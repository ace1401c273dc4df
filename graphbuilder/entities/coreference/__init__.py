"""Which mentions of a document denote the same thing: a sieve of rules, from the surest to the least sure (`sieve`).

In: the mentions in text order. Out: a chain for each (`mentions.state.Story`). The order of names (`name_matching`):

1. a kind that is written like a name ("the Alliance"), and models of one line, before equal words would part them
2. equal names
3. acronyms, in brackets or of the only body with these initials; "also known as"
4. parts of a name: surname, middle name, short name of a firm, code of a model: only where one bearer is possible;
   of several of one surname, `shared_surnames` decides

What descriptions and pronouns stand for is the reader's to say (`mentions.read`).
"""

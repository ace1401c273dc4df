"""Which mentions of a document mean the same thing: a sieve of rules, from the surest to the least sure (`sieve`)."""
